"""How often recurring work falls due: read from the plan's words, kept as a short code, asked for the next day.

Codes: `weekly`, `monthly`, `quarterly`, `half_yearly`, `yearly`, with a day where the words give one: `monthly:25`,
`quarterly:5` (the fifth day after the quarter), `yearly:05-31,11-14`.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.text import fold

FRIDAY = 4


class Every(StrEnum):
    """The length of a period."""

    WEEK = "weekly"
    MONTH = "monthly"
    QUARTER = "quarterly"
    HALF_YEAR = "half_yearly"
    YEAR = "yearly"


MONTHS = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}
REVIEW = Every.QUARTER
"""Work that simply goes on ("thường xuyên") is looked at each quarter: with the quarterly reports of offices."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A period, with the days in it on which the work is due; without days it is due on the period's last day.

    :param days: (month, day) pairs of a year, or (0, day) for a day of each month.
    """

    every: Every
    days: tuple[tuple[int, int], ...] = ()

    @property
    def code(self) -> str:
        """Return the short form that `from_code` reads."""
        if not self.days:
            return self.every.value
        days = ",".join(f"{month:02d}-{day:02d}" if month else str(day) for month, day in self.days)
        return f"{self.every.value}:{days}"

    def first_from(self, day: dt.date) -> dt.date:
        """Return the first due day that is not before the given one."""
        if self.every == Every.WEEK:
            return day + dt.timedelta(days=(FRIDAY - day.weekday()) % 7)
        if not self.days:
            return _end_of_period(day, MONTHS[self.every])
        years = (day.year, day.year + 1)
        months = ((year, month) for year in years for month in range(1, 13))
        if self.every == Every.MONTH:
            dues = (_day(year, month, number) for year, month in months for _, number in self.days)
        else:
            dues = (_day(year, month, number) for year in years for month, number in self.days)
        return min(due for due in dues if due >= day)

    def after(self, due: dt.date) -> dt.date:
        """Return the due day that follows one."""
        return self.first_from(due + dt.timedelta(days=1))


def from_code(code: str) -> Rhythm | None:
    """Return the rhythm of a code, or None for the empty one.

    :raises ValueError: if it is no code.
    """
    if not code:
        return None
    every, _, days = code.partition(":")
    pairs = []
    for one in filter(None, days.split(",")):
        month, dash, day = one.partition("-")
        pairs.append((int(month), int(day)) if dash else (0, int(month)))
    return Rhythm(Every(every), tuple(sorted(pairs)))


_BEFORE = r"(?P<before>truoc|khong qua)?\s*(?:ngay\s*)?"
_DATE = re.compile(_BEFORE + r"(?P<day>\d{1,2})\s*(?:/|thang\s*)\s*(?P<month>\d{1,2})(?!\s*/?\s*\d{4})\b")
_MONTH = re.compile(r"\bthang\s*(?P<month>\d{1,2})\b")
_DAY_OF_MONTH = re.compile(_BEFORE + r"(?P<day>\d{1,2})\s*(?:hang|moi)\s*thang")
_YEARLY = re.compile(r"\b(?:hang nam|moi nam|thuong nien)\b")
_WORDS = (
    (re.compile(r"\b(?:hang tuan|moi tuan)\b"), Every.WEEK),
    (re.compile(r"\b(?:hang thang|moi thang)\b"), Every.MONTH),
    (re.compile(r"\b(?:hang quy|moi quy)\b"), Every.QUARTER),
    (re.compile(r"\b(?:6|06|sau) thang\b|\bnua nam\b"), Every.HALF_YEAR),
    (_YEARLY, Every.YEAR),
)


def read_rhythm(words: str) -> Rhythm | None:
    """Return how often work of these words recurs, or None where they do not say: then a person is asked.

    "Tháng 12 hằng năm" is due on 31/12 of each year, "trước ngày 01/6 và 15/11 hằng năm" on 31/5 and 14/11.
    """
    text = fold(words)
    of_month = _DAY_OF_MONTH.search(text)
    if of_month:
        day = int(of_month["day"]) - (of_month["before"] == "truoc")
        return Rhythm(Every.MONTH, ((0, day),)) if 1 <= day <= 31 else None
    dates = _dates(text)
    if dates:
        return Rhythm(Every.YEAR, dates)
    for pattern, every in _WORDS:
        if pattern.search(text):
            return Rhythm(every)
    return None


def _dates(text: str) -> tuple[tuple[int, int], ...]:
    """Return the days of a year that the words name; "trước" holds for all that follow it ("trước 01/6 và 15/11")."""
    found, before = [], False
    for match in _DATE.finditer(text):
        month, number = int(match["month"]), int(match["day"])
        if not (1 <= month <= 12 and 1 <= number <= calendar.monthrange(2024, month)[1]):
            return ()
        before = before or match["before"] == "truoc"
        # A leap year, so that 29/02 may be said; the day before 01/3 is the end of February of any year.
        day = dt.date(2024, month, number) - dt.timedelta(days=before)
        found.append((day.month, day.day))
    if not found and _YEARLY.search(text):
        months = [int(match["month"]) for match in _MONTH.finditer(text)]
        found = [(month, 31) for month in months if 1 <= month <= 12]
    return tuple(sorted(set(found)))


def _day(year: int, month: int, number: int) -> dt.date:
    """Return the day, or the month's last where it is shorter."""
    return dt.date(year, month, min(number, calendar.monthrange(year, month)[1]))


def _end_of_period(day: dt.date, months: int) -> dt.date:
    last = (day.month - 1) // months * months + months
    return _day(day.year, last, 31)
