"""How often work falls due, read from a plan's words: for certain, or not at all, so that a person is asked."""

import calendar
import datetime as dt
import re

from minhbach.domain.plans.rhythm import Every, Rhythm
from minhbach.domain.text import fold, squeeze

MOST_DAYS = 8
"""More days a year are no rhythm that anybody writes, and their code would not fit its column."""

_EACH = r"(?:hang|moi|tung)"
_SENSE = r"(?:(?P<before>truoc)|(?P<until>cham nhat(?: la)?|khong qua|den het|vao))?\s*(?:ngay\s*)?"
_NUMBER = r"(?P<day>\d{1,2})"
_SPAN = r"\s*[,:(]?\s*"
_ASIDE = re.compile(
    r"(?:\bhoac\b|\bva\b|,)?\s*\b(?:bao cao )?(?:dot xuat|khi co yeu cau|khi (?:co )?can(?: thiet)?"
    r"|theo yeu cau|theo de nghi|theo quy dinh)\b[^,;()\d]*(?=[,;()]|$)"
)
_DATE = re.compile(_SENSE + _NUMBER + r"\s*(?:/|thang\s*)\s*(?P<month>\d{1,2})\b(?!\s*(?:[/.-]\s*\d|nam\b|lan\b))")
_IN_QUARTER = re.compile(
    rf"(?:{_EACH} quy{_SPAN})?"
    + _SENSE
    + _NUMBER
    + r" (?:cua )?thang (?P<place>dau|cuoi)(?: cung)?(?: tien)? (?:cua )?(?:hang |moi )?quy(?: sau| tiep theo)?\b"
)
_IN_MONTH = (
    re.compile(_SENSE + _NUMBER + rf"\s*(?:cua )?{_EACH} thang\b"),
    re.compile(
        rf"\b{_EACH} thang{_SPAN}" + _SENSE + _NUMBER + r"\b(?!\s*(?:/|thang\s*\d))"
        r"(?:\s*(?:cua )?thang(?: sau| tiep theo| ke tiep| lien ke| do| bao cao)?\b)?"
    ),
)
_MONTH = re.compile(r"(?:(?P<before>truoc)\s*)?\bthang\s*(?P<month>\d{1,2})\b(?!\s*(?:[/.-]|nam)\s*\d)")
_QUARTER = re.compile(r"(?:(?P<before>truoc)\s*)?\bquy\s*(?P<quarter>iv|i{1,3}|[1-4])\b(?!\s*(?:[/.-]|nam)\s*\d)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PERIODS = (
    (re.compile(rf"\b{_EACH} tuan\b|/\s*tuan\b"), Every.WEEK),
    (re.compile(rf"\b{_EACH} thang\b|/\s*thang\b"), Every.MONTH),
    (re.compile(rf"\b{_EACH} quy\b|/\s*quy\b"), Every.QUARTER),
    (re.compile(r"\b(?:6|06|sau)(?: \((?:6|06|sau)\))? thang\b(?! (?:dau|cuoi|ke))|\bnua nam\b"), Every.HALF_YEAR),
    (re.compile(rf"\b{_EACH} nam\b|\bthuong nien\b|/\s*nam\b|(?<=thang, )(?:1 |01 |mot )?nam\b"), Every.YEAR),
)
_ONCE = re.compile(r"\b(?:1|01|mot)(?: \((?:1|01|mot)\))? lan\b")
_FRIDAY = re.compile(r"\b(?:vao )?(?:ngay )?thu (?:sau|6)\b")
_UNREAD = re.compile(
    r"\d|\b(?:truoc|sau|cham|muon|qua|ngay|lan|khi|ky hop|den|thang|thu|phien|nhiem ky"
    r"|quy(?! dinh| che)|dau(?! tu)|giua|cuoi|theo|i{1,3}|iv)\b"
)


def read_rhythm(words: str) -> Rhythm | None:
    """Return how often work of these words recurs; None where they do not say it, or say more than is understood.

    "Tháng 12 hằng năm" is due on 31/12 of each year, "trước ngày 01/6 và 15/11 hằng năm" on 31/5 and 14/11.
    """
    text = _ASIDE.sub(" ", squeeze(fold(words)))
    days, text, sure = _days(text)
    periods, text = _periods(text)
    if not sure or _UNREAD.search(_ONCE.sub(" ", text)):
        return None
    if not days:
        # Of several periods the shortest: each longer one ends on a day on which a shorter one does.
        return Rhythm(periods[0]) if periods else None
    return _with_days(days, periods)


def _with_days(days: tuple[tuple[int, int], ...], periods: list[Every]) -> Rhythm | None:
    """Return the rhythm of days that were named, or None where a period was named too for which there is no day."""
    if days[0][0] == 0:
        return Rhythm(Every.MONTH, () if days[0][1] == 0 else days) if Every.WEEK not in periods else None
    fewest = {Every.WEEK: MOST_DAYS + 1, Every.MONTH: MOST_DAYS + 1, Every.QUARTER: 4, Every.HALF_YEAR: 2}
    if not max((fewest.get(one, 1) for one in periods), default=1) <= len(days) <= MOST_DAYS:
        return None
    return Rhythm(Every.QUARTER if periods == [Every.QUARTER] else Every.YEAR, days)


def _periods(text: str) -> tuple[list[Every], str]:
    """Return the periods that are named, the shortest first, and the text without them."""
    found = []
    for pattern, every in _PERIODS:
        text, number = pattern.subn(" ", text)
        found += [every] if number else []
    if Every.WEEK in found:
        text = _FRIDAY.sub(" ", text)
    return found, text


Days = tuple[tuple[int, int], ...]


def _days(text: str) -> tuple[Days, str, bool]:
    """Return the days that are named, the text without them, and whether they are days that there are.

    Days of a year are (month, day), a day of each month (0, day), the last of each month (0, 0).
    """
    for pattern in _IN_MONTH:
        if match := pattern.search(text):
            day = int(match["day"]) - (match["before"] is not None)
            # What follows of the month's words is kept, so that "hằng tháng" is still seen as the period.
            return (
                ((0, day),),
                text[: match.start()] + " " + text[match.end() :],
                0 <= day <= 31 and match["day"] != "0",
            )
    if match := _IN_QUARTER.search(text):
        day, first = int(match["day"]), 1 if match["place"] == "dau" else 3
        # The 31st of a quarter's last month is its last day, in June too.
        named = [_day_of(month, _at_most(month, day), before=bool(match["before"])) for month in range(first, 13, 3)]
        kept = text[: match.start()] + " hang quy " + text[match.end() :]
        return tuple(sorted(filter(None, named))), kept, None not in named
    return _days_of_year(text)


def _days_of_year(text: str) -> tuple[Days, str, bool]:
    found, before = [], False
    for match in _DATE.finditer(text):
        # "Trước" holds for all that follow it ("trước 01/6 và 15/11"), until other words take its place.
        before = (before and match["until"] is None) or match["before"] is not None
        found.append(_day_of(int(match["month"]), int(match["day"]), before=before))
    if found:
        return tuple(sorted(set(filter(None, found)))), _DATE.sub(" ", text), None not in found
    yearly = any(pattern.search(text) for pattern, every in _PERIODS if every == Every.YEAR)
    if not yearly or re.search(r"[-–]|\bden\b|\btu (?:thang|quy)\b", text):
        return (), text, True
    ends = [(int(match["month"]), match["before"]) for match in _MONTH.finditer(text)]
    ends += [(_month_of(match["quarter"], match["before"]), match["before"]) for match in _QUARTER.finditer(text)]
    text = _QUARTER.sub(" ", _MONTH.sub(" ", text))
    days = [_day_of(month, 1, before=True) if before else _last_of(month) for month, before in ends]
    return tuple(sorted(set(filter(None, days)))), text, None not in days


def _month_of(quarter: str, before: str | None) -> int:
    number = _QUARTERS.get(quarter) or int(quarter)
    return number * 3 - 2 if before else number * 3


def _at_most(month: int, day: int) -> int:
    return min(day, calendar.monthrange(2024, month)[1]) if day <= 31 else day


def _last_of(month: int) -> tuple[int, int] | None:
    return (month, calendar.monthrange(2024, month)[1]) if 1 <= month <= 12 else None


def _day_of(month: int, day: int, *, before: bool = False) -> tuple[int, int] | None:
    """Return the day of a year, or the one before it; None where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(2024, month)[1]:
        return None
    # A leap year, so that 29/02 may be said; the day before 01/3 is the end of February of any year.
    found = dt.date(2024, month, day) - dt.timedelta(days=before)
    return found.month, found.day
