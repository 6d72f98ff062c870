"""What a list of days off must not say, whoever wrote it: the files of the law, or an administrator on a page."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.calendars.days import DayKind, DayRow, is_weekend

PAIRED = frozenset({DayKind.COMPENSATION, DayKind.SWAPPED_OFF, DayKind.WORKING_DAY})
"""Kinds that stand for another day, which must be named."""


class FaultKind(StrEnum):
    """What is wrong with a row."""

    WORKED_ANYWAY = "worked_anyway"
    """A make-up day on a weekday, which is worked anyway."""
    OTHER_DAY = "other_day"
    """Another day is named where there may be none, or is not where there must be one."""
    NO_FIT = "no_fit"
    """The other day is not there, or does not point back: a compensation without its holiday, half a swap."""
    TWICE = "twice"
    """Two compensations stand for one holiday."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The row that cannot be, and why."""

    kind: FaultKind
    row: DayRow

    @property
    def day(self) -> dt.date:
        """Return the day of the row."""
        return self.row.day

    @property
    def other(self) -> dt.date | None:
        """Return the other day that the row names."""
        return self.row.instead_of


def fault_of_row(row: DayRow) -> Fault | None:
    """Return what is wrong with a row by itself."""
    if row.is_working_day and not is_weekend(row.day):
        return Fault(FaultKind.WORKED_ANYWAY, row)
    if (row.kind in PAIRED) != (row.instead_of is not None):
        return Fault(FaultKind.OTHER_DAY, row)
    return None


def faults_between(rows: Iterable[DayRow]) -> Iterator[Fault]:
    """Yield the rows that do not fit what they point to, in the order of the rows.

    Every compensation stands for one holiday on a weekend, alone; both days of a swap point to each other and are
    equally sure.
    """
    by_day = {row.day: row for row in rows}
    made_good: set[dt.date] = set()
    for row in by_day.values():
        if row.instead_of is None:
            continue
        other = by_day.get(row.instead_of)
        if row.kind is not DayKind.COMPENSATION:
            wanted = DayKind.SWAPPED_OFF if row.is_working_day else DayKind.WORKING_DAY
            fits = other is not None and (other.kind, other.instead_of, other.state) == (wanted, row.day, row.state)
        else:
            fits = other is not None and other.kind is DayKind.DAY_OFF and is_weekend(other.day)
            if row.instead_of in made_good:
                yield Fault(FaultKind.TWICE, row)
            made_good.add(row.instead_of)
        if not fits:
            yield Fault(FaultKind.NO_FIT, row)
