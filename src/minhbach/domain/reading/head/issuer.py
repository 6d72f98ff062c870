"""Which body issued a document whose letterhead is missing: from symbol, signature, place and the text itself."""

import datetime as dt
import re

from minhbach.domain.reading.head.places import territory_of
from minhbach.domain.text import fold, squeeze

_CENTRAL = {
    "TTg": "Thủ tướng Chính phủ", "CP": "Chính phủ", "VPCP": "Văn phòng Chính phủ", "TTCP": "Thanh tra Chính phủ",
    "CTN": "Chủ tịch nước", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "QH": "Quốc hội", "VPQH": "Văn phòng Quốc hội",
    "BCA": "Bộ Công an", "BCT": "Bộ Công Thương", "BDTTG": "Bộ Dân tộc và Tôn giáo", "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BKHCN": "Bộ Khoa học và Công nghệ", "BNG": "Bộ Ngoại giao", "BNV": "Bộ Nội vụ",
    "BNNMT": "Bộ Nông nghiệp và Môi trường", "BQP": "Bộ Quốc phòng", "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BXD": "Bộ Xây dựng", "BYT": "Bộ Y tế",
    "NHNN": "Ngân hàng Nhà nước Việt Nam", "BKHĐT": "Bộ Kế hoạch và Đầu tư", "BTTTT": "Bộ Thông tin và Truyền thông",
    "BGTVT": "Bộ Giao thông vận tải", "BTNMT": "Bộ Tài nguyên và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn", "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
    "TANDTC": "Tòa án nhân dân tối cao", "VKSNDTC": "Viện kiểm sát nhân dân tối cao", "KTNN": "Kiểm toán nhà nước",
}  # fmt: skip
_LOCAL = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "CTUBND": "Chủ tịch Ủy ban nhân dân",
    "TTHĐND": "Thường trực Hội đồng nhân dân",
}  # fmt: skip
_NOUNS = (
    r"Sở|Bộ|Ban|Phòng|Cục|Chi cục|Tổng cục|Trung tâm|Văn phòng|Thanh tra|Công an|Viện|Trường|Hội|Kho bạc|Bảo hiểm"
    r"|Tòa án|Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Quận ủy"
)
_WORD = r"[^\W\d_]+"
_BODY = re.compile(rf"\b(?:{_NOUNS})(?:\s(?:{_WORD}|-))+", re.UNICODE)
_SPEAKS = re.compile(
    r"\s(?:ban hành|xây dựng|yêu cầu|đề nghị|báo cáo|thông báo|kính|trân trọng|tổ chức|triển khai|hướng dẫn"
    r"|quyết định)\b"
)
_SIGNED_FOR = re.compile(r"^\W*(?:TM|T/M)\s?[.:]?\s*(?P<body>\S.*)$")
_TERRITORY = re.compile(r"\b(?:tỉnh|thành phố|quận|huyện|thị xã|phường|xã|thị trấn|đặc khu)\s+[A-ZÀ-ỸĐ]", re.IGNORECASE)
_SCANNED = 20_000


def derive_issuer(
    organ: str | None, place: str | None, on: dt.date | None, authority: tuple[str, ...], text: str
) -> str | None:
    """Return the full name of the body that issued the document, or null where the evidence does not settle it.

    :param organ: the group of the symbol that stands for the body ("UBND", "SNgV").
    :param place: the place of dating in its official spelling.
    :param authority: the lines of the signature with TM., KT., TL.
    """
    central = _CENTRAL.get(organ or "") or _CENTRAL.get(f"B{organ}")
    if central:
        return central
    if re.fullmatch(r"QH\d{1,2}|UBTVQH\d{1,2}", organ or ""):
        return _CENTRAL[re.sub(r"\d", "", organ or "")]
    territory = territory_of(place, on, text) if place else None
    body = (
        _LOCAL.get(organ or "")
        or _named_in(text[:_SCANNED], organ)
        or (_signed_for(authority) if organ is None else None)
    )
    if body is None:
        return None
    if _TERRITORY.search(body):
        return body
    return f"{body} {territory}" if territory else None


def _signed_for(authority: tuple[str, ...]) -> str | None:
    for line in authority:
        found = _SIGNED_FOR.match(line)
        if found and fold(found["body"]).startswith(("uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd")):
            return "Ủy ban nhân dân" if fold(found["body"])[0] == "u" else "Hội đồng nhân dân"
    return None


def _named_in(text: str, organ: str | None) -> str | None:
    """Return the body in the text whose initials are the symbol's ("SNgV": "Sở Ngoại vụ"), as the text writes it."""
    if not organ or len(organ) < 2:
        return None
    wanted = _plain_symbol(organ)
    counts: dict[str, int] = {}
    for found in _BODY.finditer(text):
        words = squeeze(found[0]).split()
        name = _spelled_by(words, wanted)
        if name:
            counts[name] = counts.get(name, 0) + 1 + 2 * bool(_SPEAKS.match(found[0][len(name) :]))
    return max(counts, key=lambda name: counts[name]) if counts else None


def _spelled_by(words: list[str], wanted: str) -> str | None:
    """Return the first words whose initials, or onsets, spell the symbol; small "và" may be skipped."""
    for count in range(2, min(len(words), 14) + 1):
        run = [word for word in words[:count] if word != "-"]
        kept = [word for word in run if word not in ("và", "của", "về")]
        for choice in (run, kept):
            if wanted in (_initials(choice), _onsets(choice)):
                return " ".join(words[:count])
    return None


def _initials(words: list[str]) -> str:
    return "".join(fold(word[0]) for word in words)


def _onsets(words: list[str]) -> str:
    return "".join(
        (re.match(r"ngh|[bcdghklmnpqrstvx]{1,2}|.", fold(word)) or [word])[0] if word[0].isupper() else fold(word[0])
        for word in words
    )


def _plain_symbol(organ: str) -> str:
    return re.sub(r"[^a-z]", "", fold(organ))
