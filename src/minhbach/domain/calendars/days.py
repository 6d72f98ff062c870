"""The rows of a calendar: days that are not what their weekday says, each with why, source and state."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

WEEKEND = "weekend"
_SATURDAY = 5


class DayKind(StrEnum):
    """Why a day differs from its weekday."""

    DAY_OFF = "day_off"
    """A holiday (ngày lễ, Tết), also where it falls on a weekend."""
    COMPENSATION = "compensation"
    """Off because a holiday fell on a weekend (nghỉ bù)."""
    SWAPPED_OFF = "swapped_off"
    """Off because another day is worked for it (hoán đổi)."""
    WORKING_DAY = "working_day"
    """Worked although it is a weekend (làm bù), or although an earlier row had it off."""


class DayState(StrEnum):
    """Whether a competent body decided the day, or only proposed it."""

    CONFIRMED = "confirmed"
    PROPOSED = "proposed"


class DayRowInvalid(ValueError):
    """A row says something that cannot be. The message is Vietnamese and says what."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day of a list of days off.

    :param why: the name of the occasion, Vietnamese, as a page may show it.
    :param source: what was opened to see it.
    :param instead_of: the holiday that a compensation makes good, or the other day of a swap.
    :raises DayRowInvalid: where why or source is empty, or a day off by compensation or swap is a weekend anyway.
    """

    day: dt.date
    kind: DayKind
    why: str
    source: str
    state: DayState
    instead_of: dt.date | None = None

    def __post_init__(self) -> None:
        if not self.why.strip() or not self.source.strip():
            raise DayRowInvalid("thiếu lý do (why) hoặc nguồn (source)")
        if self.kind in (DayKind.COMPENSATION, DayKind.SWAPPED_OFF) and is_weekend(self.day):
            raise DayRowInvalid(f"nghỉ bù hoặc hoán đổi vào {self.day:%d/%m/%Y}, vốn đã là ngày nghỉ hằng tuần")

    @property
    def is_working_day(self) -> bool:
        """Tell what the day is where this row holds."""
        return self.kind is DayKind.WORKING_DAY


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day that is skipped, and why. `why` is `WEEKEND` and `row` None for a weekend without an occasion."""

    day: dt.date
    why: str
    row: DayRow | None


def is_weekend(day: dt.date) -> bool:
    """Tell whether the day is a Saturday or a Sunday: the weekly rest of bodies that work forty hours a week."""
    return day.weekday() >= _SATURDAY
