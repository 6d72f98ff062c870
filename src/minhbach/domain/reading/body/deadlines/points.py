"""Finds the points in time that a text names: days, months, quarters, halves, years, and lists or ranges of each."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass, replace
from enum import IntEnum


class TimeUnit(IntEnum):
    """How fine a point in time is, finest first."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    HALF = 4
    YEAR = 5


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time as named in a text.

    `first` and `last` are the inclusive days that it covers, null where the year is not said or where no such day
    exists (`impossible`). `bare` is true for a year without the word *năm*. `start` and `end` are places in the text.
    """

    unit: TimeUnit
    start: int
    end: int
    first: dt.date | None = None
    last: dt.date | None = None
    several: bool = False
    bare: bool = False
    impossible: bool = False
    months: tuple[int, int] | None = None  # first and last month, for a point that still lacks its year
    day: int | None = None


_QUARTER = r"(?:iv|iii|ii|i|[1-4])(?!\w)"
_MONTH = r"\d{1,2}(?!\d)(?!\s?/\s?\d{1,2}(?!\d))(?!\s*(?:lần|lượt|đợt|kỳ|ngày)\b)"
_YEAR = r"(?:19|20)\d{2}(?!\d)"
_LINK = r"\s{0,3}(?:,|và|-|–|—|đến|tới|hoặc|&|;)\s{0,3}(?:đến |tới )?(?:hết )?"
_OF_YEAR = rf"(?:\s{{0,3}}(?:[-–—/,.]\s{{0,3}}|của )?(?:năm )?(?P<NAME>{_YEAR}))?"

_POINT = re.compile(
    "|".join(
        (
            r"(?<![\d/])(?:ngày )?(?P<d1>\d{1,2})\s?[/.\-]\s?(?P<m1>\d{1,2})\s?[/.\-]\s?(?P<y1>\d{4})(?![\d/])",
            r"(?<![\d/])(?:ngày )?(?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?:,? năm |\s?[/-]\s?)(?P<y2>\d{4})(?!\d)",
            r"(?<![\d/])(?:ngày )?(?P<d3>\d{1,2}) tháng (?P<m3>\d{1,2})(?!\d|\s?/\s?\d)",
            r"(?<![\d/])(?P<word4>ngày )?(?P<d4>\d{1,2})\s?/\s?(?P<m4>\d{1,2})(?![\d/])",
            rf"(?<!\d)0?(?P<half_months>[2-9]|sáu) tháng (?P<half>đầu|cuối) năm(?: (?P<half_year>{_YEAR}))?",
            rf"nửa (?P<half2>đầu|cuối) năm(?: (?P<half2_year>{_YEAR}))?",
            rf"qu[ýí] (?P<quarters>{_QUARTER}(?:(?:{_LINK}|\s?/\s?)(?:qu[ýí] )?{_QUARTER}){{0,3}})"
            + _OF_YEAR.replace("NAME", "quarter_year"),
            rf"tháng (?P<months>{_MONTH}(?:{_LINK}(?:tháng )?{_MONTH}){{0,11}})"
            + _OF_YEAR.replace("NAME", "month_year"),
            rf"(?<![\d/.,])(?P<month5>\d{{1,2}})\s?/\s?(?P<year5>{_YEAR})(?![/\w]|-\w)",
            rf"(?<![\d/.\w])(?P<word6>(?:các )?năm "
            rf"|giai đoạn (?:năm )?)?(?P<years>{_YEAR}(?:{_LINK}(?:năm )?{_YEAR}){{0,9}})(?!\s?/\s?\w)",
        )
    )
)
_MAY_NAME_TIME = re.compile(r"\d|qu[ýí] |sáu tháng|nửa ")
_NUMBER = re.compile(r"\d+|iv|i{1,3}")
_BEFORE_DAY = re.compile(r"(?:ngày|trước|đến|hết|từ|và|là|vào|nhất|,|-|–|;|\()\s*$")
_LINKED = re.compile(r"^\s*(?:,|;|và|-|–|—|đến|tới|hoặc)?\s*(?:đến |tới |trước |từ |hết |ngày ){0,3}\s*$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find_points(low: str, plan_year: int | None = None) -> list[Point]:
    """Return the points named in `low` (as `lower_one_tone` gives it), in order.

    A point without a year takes that of the next one that it is linked to (“Quý III và quý IV năm 2026”), else
    `plan_year`, the year that the plan as a whole is for; else it stays without dates.
    """
    if not _MAY_NAME_TIME.search(low):
        return []
    found = [point for match in _POINT.finditer(low) if (point := _point(match, low)) is not None]
    for i in range(len(found) - 2, -1, -1):
        following = found[i + 1]
        if found[i].months and following.last and _LINKED.match(low[found[i].end : following.start]):
            found[i] = _dated(found[i], following.last.year)
    return [_dated(point, plan_year) if point.months and plan_year else point for point in found]


def _point(match: re.Match[str], low: str) -> Point | None:
    group = match.groupdict()
    start, end = match.span()
    for key in "12":
        if group["d" + key]:
            day, month = int(group["d" + key]), int(group["m" + key])
            return _dated(Point(TimeUnit.DAY, start, end, months=(month, month), day=day), int(group["y" + key]))
    if group["d3"] or group["d4"]:
        return _day_without_year(match, low)
    for numbers, year, unit in _PERIODS:
        if group[numbers]:
            return _period(group[numbers], group[year] if year else None, unit, start, end)
    if group["half"] or group["half2"]:
        return _half(group, start, end)
    return _years(group, low, start, end)


_PERIODS = (
    ("quarters", "quarter_year", TimeUnit.QUARTER),
    ("months", "month_year", TimeUnit.MONTH),
    ("month5", "year5", TimeUnit.MONTH),
)


def _day_without_year(match: re.Match[str], low: str) -> Point | None:
    day, month = int(match["d3"] or match["d4"]), int(match["m3"] or match["m4"])
    # “24/7” and “1/3 số phiếu” are no days: a day without a year needs a word or a link before it.
    if match["d4"] and not match["word4"] and not _BEFORE_DAY.search(low[max(0, match.start() - 12) : match.start()]):
        return None
    return Point(TimeUnit.DAY, *match.span(), months=(month, month), day=day)


def _period(numbers: str, year: str | None, unit: TimeUnit, start: int, end: int) -> Point:
    named = [_ROMAN.get(word) or int(word) for word in _NUMBER.findall(numbers)]
    months = (min(named), max(named))
    if unit is TimeUnit.QUARTER:
        months = (3 * months[0] - 2, 3 * months[1])
    # “từ tháng 11 đến tháng 2/2026” crosses a year that is not named: such a stretch is not known.
    falling = named != sorted(named)
    point = Point(unit, start, end, several=len(named) > 1, months=months, impossible=falling)
    return _dated(point, int(year)) if year else point


def _half(group: dict[str, str | None], start: int, end: int) -> Point:
    word, year = group["half"] or group["half2"], group["half_year"] or group["half2_year"]
    length = 6 if group["half_months"] in (None, "sáu") else int(group["half_months"] or 6)
    months = (1, length) if word == "đầu" else (13 - length, 12)
    point = Point(TimeUnit.HALF, start, end, months=months)
    return _dated(point, int(year)) if year else point


def _years(group: dict[str, str | None], low: str, start: int, end: int) -> Point | None:
    named = [int(year) for year in re.findall(r"\d{4}", group["years"] or "")]
    if not named or low[max(0, start - 4) : start].endswith("số "):
        return None
    first, last = dt.date(min(named), 1, 1), dt.date(max(named), 12, 31)
    return Point(TimeUnit.YEAR, start, end, first, last, len(named) > 1, bare=not group["word6"])


def _dated(point: Point, year: int) -> Point:
    if not point.months:
        return point
    try:
        first = dt.date(year, point.months[0], point.day or 1)
        last = first if point.day else dt.date(year, point.months[1], calendar.monthrange(year, point.months[1])[1])
    except (ValueError, calendar.IllegalMonthError):
        return replace(point, months=None, impossible=True)
    return replace(point, months=None, first=first, last=last)
