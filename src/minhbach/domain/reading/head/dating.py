"""Place and date of a document ("Hà Nội, ngày 05 tháng 3 năm 2020"), also broken over lines, blank or by hand."""

import datetime as dt
import re
from dataclasses import dataclass

from minhbach.domain.reading.head.respacing import is_broken, respaced

_UNIT = r"(?:Thành phố|Thành Phố|TP\.?|Tp\.?|Tỉnh|Thị xã|TX\.?|Thị trấn|TT\.?|Phường|P\.|Xã|X\.|Đặc khu|Huyện|Quận|Q\.)"
_WORD = r"[A-ZÀ-ỸĐ][\w'’.]*"
_PLACE = rf"(?P<place>(?:{_UNIT}\s?(?:{_WORD}|\d{{1,2}}(?=,))|{_WORD})(?:\s?-?\s?{_WORD}|\s\d{{1,2}}(?=,)){{0,5}})"
_IN_WORDS = (
    r"ng[àa]y(?P<day>[^,;a-zà-ỹ]{0,10}?)(?:,?\s*)th[áa]ng(?P<month>[^,;a-zà-ỹ]{0,10}?)(?:,?\s*)"
    r"n[ăaâ]m(?P<year>[\s.…_]*(?:\d[\d\s.…_]{0,6})?)"
)
_IN_FIGURES = (
    r"(?:ng[àa]y:?\s*)?(?P<fday>\d{1,2})\s?[/.-]\s?(?P<fmonth>\d{1,2})\s?[/.-]\s?(?P<fyear>\d{4})(?![\d/:])(?!\s\d)"
)
_PLACED_STRICT = re.compile(rf"^\W{{0,3}}{_PLACE}\s?[,.;]?\s*(?i:{_IN_WORDS}|{_IN_FIGURES})")
_MONTH_ONLY = re.compile(rf"^\W{{0,3}}{_PLACE},\s*th[áa]ng\s*\d{{1,2}}\s*n[ăaâ]m\s*(?P<year>\d{{4}})(?P<rest>.*)$")
_BARE = re.compile(rf"^\W{{0,3}}(?:{_IN_WORDS}|ng[àa]y:?\s*{_IN_FIGURES})", re.IGNORECASE)
_TIGHT = re.compile(r"^\D{2,40},?ngày(\d{1,2})tháng(\d{1,2})năm(\d{4})$", re.IGNORECASE)
_MENTIONED = re.compile(r"ng[àa]y|th[áa]ng|\d\s?[/.-]\s?\d|\bn ?g ?à ?y\b", re.IGNORECASE)
_FILLER = re.compile(r"[\s.…_·,:]")


@dataclass(frozen=True, slots=True)
class Dating:
    """Where and when, as a line says it. `date` is null where a part is blank, unreadable or impossible."""

    place: str | None
    date: dt.date | None
    blank: bool = False  # day or month left open
    unread: bool = False  # something stands there that is no number
    impossible: bool = False  # 31 tháng 02
    year: int | None = None
    names_day: bool = True  # false for "Hà Nội, tháng 3 năm 2026"
    rest: str = ""


def read_dating(text: str) -> Dating | None:
    """Return the place and date with which a text begins, or null where it begins with neither."""
    text = text[:200]
    if not _MENTIONED.search(text):
        return None
    found = _PLACED_STRICT.match(text) or _BARE.match(text)
    if found is None:
        return _month_only(text) or _set_apart(text)
    groups = found.groupdict()
    place = groups.get("place")
    rest = text[found.end() :].strip(" .,;")
    raw = [groups.get("day") or groups.get("fday"), groups.get("month") or groups.get("fmonth")]
    return _dated(place, [raw[0] or "", raw[1] or "", groups.get("year") or groups.get("fyear") or ""], rest)


def _month_only(text: str) -> Dating | None:
    found = _MONTH_ONLY.match(text)
    if found is None:
        return None
    rest = found["rest"].strip(" .,;")
    return Dating(found["place"], None, blank=True, year=int(found["year"]), names_day=False, rest=rest)


def _set_apart(text: str) -> Dating | None:
    """Read a date whose letters a converter set apart ("T hành phố Hồ Chí M inh, ngày 28 tháng 6 năm 2014")."""
    found = _TIGHT.match(re.sub(r"\s", "", text)) if is_broken(text) else None
    if found is None:
        return None
    place = respaced(re.sub(r"[,.;].*$", "", text))
    return _dated(place, list(found.groups()), "")


def _dated(place: str | None, parts: list[str], rest: str) -> Dating:
    day, month, year = (_FILLER.sub("", part) for part in parts)
    in_year = int(year) if re.fullmatch(r"(?:19|20)\d\d", year) else None
    if not (day and month and len(year) >= 4):
        return Dating(place, None, blank=True, year=in_year, rest=rest)
    if in_year is None or not (re.fullmatch(r"\d{1,2}", day) and re.fullmatch(r"\d{1,2}", month)):
        return Dating(place, None, unread=True, year=in_year, rest=rest)
    try:
        return Dating(place, dt.date(in_year, int(month), int(day)), year=in_year, rest=rest)
    except ValueError:
        return Dating(place, None, impossible=True, year=in_year, rest=rest)
