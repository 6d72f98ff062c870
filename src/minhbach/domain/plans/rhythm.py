"""How often recurring work falls due: kept as a short code, asked for the next day.

Codes: `weekly`, `monthly`, `quarterly`, `half_yearly`, `yearly`, with days where the words give them: `monthly:25`,
`quarterly:03-20,06-20,09-20,12-20`, `yearly:05-31,11-14`.
"""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

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

    :param days: (month, day) pairs of a year, or of a monthly rhythm (0, day) for a day of each month.
    :raises ValueError: if a day is none that there is, or of the other sort.
    """

    every: Every
    days: tuple[tuple[int, int], ...] = ()

    def __post_init__(self) -> None:
        months = range(1) if self.every == Every.MONTH else range(1, 13)
        if any(month not in months or not 1 <= day <= 31 for month, day in self.days):
            raise ValueError(f"{self.every}: no such days {self.days}")

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


def _day(year: int, month: int, number: int) -> dt.date:
    """Return the day, or the month's last where it is shorter."""
    return dt.date(year, month, min(number, calendar.monthrange(year, month)[1]))


def _end_of_period(day: dt.date, months: int) -> dt.date:
    last = (day.month - 1) // months * months + months
    return _day(day.year, last, 31)
