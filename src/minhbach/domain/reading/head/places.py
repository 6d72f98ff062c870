"""Where documents are dated: the 34 provinces, the 63 before them, and the official spelling of what was written."""

import datetime as dt
import re

from minhbach.domain.reading.head.spelling import lacks_marks_of
from minhbach.domain.text import fold, lower_one_tone, squeeze

_NAMES = """
    An Giang; Bà Rịa - Vũng Tàu; Bạc Liêu; Bắc Giang; Bắc Kạn; Bắc Ninh; Bến Tre; Bình Dương; Bình Định; Bình Phước;
    Bình Thuận; Cà Mau; Cao Bằng; Cần Thơ; Đà Nẵng; Đắk Lắk; Đắk Nông; Điện Biên; Đồng Nai; Đồng Tháp; Gia Lai;
    Hà Giang; Hà Nam; Hà Nội; Hà Tĩnh; Hải Dương; Hải Phòng; Hậu Giang; Hòa Bình; Hồ Chí Minh; Huế; Hưng Yên;
    Khánh Hòa; Kiên Giang; Kon Tum; Lai Châu; Lạng Sơn; Lào Cai; Lâm Đồng; Long An; Nam Định; Nghệ An; Ninh Bình;
    Ninh Thuận; Phú Thọ; Phú Yên; Quảng Bình; Quảng Nam; Quảng Ngãi; Quảng Ninh; Quảng Trị; Sóc Trăng; Sơn La;
    Tây Ninh; Thái Bình; Thái Nguyên; Thanh Hóa; Thừa Thiên Huế; Tiền Giang; Trà Vinh; Tuyên Quang; Vĩnh Long;
    Vĩnh Phúc; Yên Bái
"""
# Communes and districts whose names differ from a province's by marks alone.
_NAMESAKES = """
    Hải Phong; Hải Đường; Kiến Giang; Lang Sơn; Lãng Sơn; Phù Yên; Quang Bình; Thanh Hòa; Thành Hòa; Thạnh Hòa;
    Thạnh Hóa; Yên Bài
"""
PROVINCES = tuple(squeeze(name) for name in _NAMES.split(";"))
_OTHERS = tuple(squeeze(name) for name in _NAMESAKES.split(";"))
_ALWAYS_CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh")
_CITY_SINCE = {"Huế": dt.date(2025, 1, 1), "Đồng Nai": dt.date(2026, 4, 30)}
_BY_PLAIN = {fold(name): name for name in PROVINCES}
_BY_LETTERS = {re.sub(r"[^a-z]", "", plain): name for plain, name in _BY_PLAIN.items()}
_BY_EXACT = {lower_one_tone(name): name for name in PROVINCES}
_SHORT_UNIT = re.compile(r"^(tp|t\.p|tx|tt|p|x|q|h)\s*\.\s*|^(tp|tx)\s+", re.IGNORECASE)
_UNIT = re.compile(r"^(tỉnh|thành phố|thị xã|thị trấn|quận|huyện|phường|xã|đặc khu)\s+", re.IGNORECASE)
_CITY = re.compile(r"^(?:thành phố|tỉnh)\s+", re.IGNORECASE)
_LONG_UNITS = {
    "tp": "Thành phố", "t.p": "Thành phố", "tx": "Thị xã", "tt": "Thị trấn", "p": "Phường", "x": "Xã", "q": "Quận",
    "h": "Huyện",
}  # fmt: skip
_HCMC = re.compile(r"^(?:thành phố|tp\.?)\s*hcm\.?$|^tphcm$", re.IGNORECASE)


def official_place(written: str, text: str = "") -> str:
    """Return the official spelling of a place, or what was written where that is not certain.

    Marks that careless typing or a scan left out are put back only for a province, and only where no other real place
    is spelled so; `text` (the document) may settle it by naming the province in full.
    """
    written = squeeze(written).strip(" ,.;:-–*_")
    if _HCMC.match(written):
        return "Thành phố Hồ Chí Minh"
    if written.isupper():
        written = written.title()
    unit = _UNIT.match(written) or _SHORT_UNIT.match(written)
    bare = written[unit.end() :] if unit else written
    found = province_of(bare, text)
    return f"{written[: len(written) - len(bare)]}{found}" if found else written


def province_of(written: str, text: str = "") -> str | None:
    """Return the province that these words name, marks put back where that is certain; null if they name none."""
    exact = _BY_EXACT.get(lower_one_tone(squeeze(written)))
    if exact:
        return exact
    found = _BY_LETTERS.get(re.sub(r"[^a-z]", "", fold(written)))
    if found is None:
        return None
    rivals = any(lacks_marks_of(written, other) for other in _OTHERS)
    if lacks_marks_of(written, found) and not rivals:
        return found
    return found if re.search(rf"(?:tỉnh|thành phố)\s+{re.escape(found)}", text, re.IGNORECASE) else None


def territory_of(place: str, on: dt.date | None, text: str = "") -> str | None:
    """Return the unit that a place of dating stands for ("thành phố Hải Phòng", "phường Mẫu"), or null.

    `on` decides between province and city for those that changed. A commune's name without its kind is looked up in
    `text`.
    """
    place = _SHORT_UNIT.sub(lambda m: _LONG_UNITS[(m[1] or m[2]).lower()] + " ", place)
    province = _BY_EXACT.get(lower_one_tone(_CITY.sub("", place)))
    if province:
        return f"{_province_kind(province, on)} {province}"
    if _UNIT.match(place):
        return place[0].lower() + place[1:]
    kinds = re.findall(
        rf"(?i:(tỉnh|phường|xã|đặc khu|thị trấn|thị xã|quận|huyện|thành phố))\s+{re.escape(place)}\b", text
    )
    if kinds:
        return f"{max(set(kinds), key=kinds.count).lower()} {place}"
    return None


def starts_with_unit(place: str) -> bool:
    """True where a place names its kind ("Phường Mẫu", "Thành phố Huế")."""
    return bool(_UNIT.match(place) or _SHORT_UNIT.match(place))


def _province_kind(province: str, on: dt.date | None) -> str:
    since = _CITY_SINCE.get(province)
    city = province in _ALWAYS_CITIES or (since is not None and (on is None or on >= since))
    return "thành phố" if city else "tỉnh"
