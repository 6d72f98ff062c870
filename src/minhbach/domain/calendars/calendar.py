"""Counting in working days (ngày làm việc). Days are local dates; nothing here asks the clock."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from minhbach.domain.calendars.days import WEEKEND, DayOff, DayRow, DayRowInvalid, DayState, is_weekend

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: Monday to Friday, as far as no confirmed row says otherwise.

    A proposed row changes nothing, so that no one waits longer on a guess; `assuming_proposed` shows what it would do.

    :param rows: at most one confirmed and one proposed row a day, in any order.
    :param confirmed_years: years whose list was announced. All others are provisional, also where rows stand for them.
    :raises DayRowInvalid: where a day has two rows of one state.
    """

    rows: tuple[DayRow, ...] = ()
    confirmed_years: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        seen: set[tuple[dt.date, DayState]] = set()
        for row in self.rows:
            if (row.day, row.state) in seen:
                raise DayRowInvalid(f"ngày {row.day:%d/%m/%Y} đứng hai lần")
            seen.add((row.day, row.state))

    def is_working_day(self, day: dt.date) -> bool:
        """Tell whether the day is worked."""
        row = self._confirmed.get(day)
        return row.is_working_day if row else not is_weekend(day)

    def next_working_day(self, day: dt.date) -> dt.date:
        """Return the day itself where it is worked, or the first one after it that is."""
        return day if self.is_working_day(day) else self.add_working_days(day, 1)

    def add_working_days(self, day: dt.date, n: int) -> dt.date:
        """Return the n-th working day after `day`, which is not counted itself.

        :raises ValueError: for n below 1.
        """
        return self._nth(day, n, _ONE_DAY)

    def working_days_before(self, day: dt.date, n: int) -> dt.date:
        """Return the n-th working day before `day`, which is not counted itself.

        :raises ValueError: for n below 1.
        """
        return self._nth(day, n, -_ONE_DAY)

    def working_days_between(self, start: dt.date, end: dt.date) -> int:
        """Return how many working days lie after `start` up to `end`, `end` included; negative where `end` is earlier.

        So `working_days_between(day, add_working_days(day, n)) == n`, and from today to a limit it is what is left.
        """
        if end < start:
            return -self.working_days_between(end, start)
        return sum(self.is_working_day(day) for day in _days(start + _ONE_DAY, end))

    def days_off_between(self, first: dt.date, last: dt.date) -> tuple[DayOff, ...]:
        """Return the days from `first` to `last`, both included, that are not worked, weekends too, each with why."""
        return tuple(self._day_off(day) for day in _days(first, last) if not self.is_working_day(day))

    def is_confirmed(self, year: int) -> bool:
        """Tell whether the year's list was announced. Single days in it may still be proposed."""
        return year in self.confirmed_years

    def provisional_between(self, first: dt.date, last: dt.date) -> bool:
        """Tell whether any day from `first` to `last`, both included, may turn out otherwise than it counts now.

        True in a year without an announced list, and where a proposed row would change a day. For a term, pass the
        first day that counts and the result. A swap that is proposed whole inside the term may still leave the result
        as it is: compare with the result of `assuming_proposed()` before telling people another date.
        """
        if any(not self.is_confirmed(year) for year in range(first.year, last.year + 1)):
            return True
        return any(first <= row.day <= last for row in self.proposed_changes)

    @cached_property
    def proposed_changes(self) -> tuple[DayRow, ...]:
        """The proposed rows that would change what their day is, by day."""
        changes = (row for row in self._proposed.values() if row.is_working_day != self.is_working_day(row.day))
        return tuple(sorted(changes, key=lambda row: row.day))

    def assuming_proposed(self) -> "Calendar":
        """Return the calendar that holds if all that is proposed is decided as proposed: for naming the other date."""
        return self.with_days(replace(row, state=DayState.CONFIRMED) for row in self._proposed.values())

    def with_days(
        self, rows: Iterable[DayRow], *, confirming: Iterable[int] = (), forgetting: Iterable[dt.date] = ()
    ) -> "Calendar":
        """Return this calendar with more rows, such as those that an administrator adds.

        A new row replaces the one of the same day and state; a confirmed one settles the proposal for its day too.

        :param confirming: years whose list is announced with these rows.
        :param forgetting: days of which no row is kept: without a new one they are what their weekday says.
        """
        new = tuple(rows)
        settled = {(row.day, row.state) for row in new}
        settled |= {(row.day, DayState.PROPOSED) for row in new if row.state is DayState.CONFIRMED}
        settled |= {(day, state) for day in forgetting for state in DayState}
        kept = tuple(row for row in self.rows if (row.day, row.state) not in settled)
        return Calendar(kept + new, self.confirmed_years | frozenset(confirming))

    @cached_property
    def exceptions(self) -> Mapping[dt.date, bool]:
        """The days that are not what their weekday says, each with whether it is worked."""
        worked = ((day, row.is_working_day) for day, row in sorted(self._confirmed.items()))
        return {day: is_worked for day, is_worked in worked if is_worked == is_weekend(day)}

    @cached_property
    def version(self) -> str:
        """Twelve hexadecimal digits that differ where any row or year differs: to be kept beside a counted date."""
        told = sorted(f"{r.day} {r.kind} {r.state} {r.instead_of} {r.why} {r.source}" for r in self.rows)
        told += [str(year) for year in sorted(self.confirmed_years)]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]

    @cached_property
    def _confirmed(self) -> Mapping[dt.date, DayRow]:
        return {row.day: row for row in self.rows if row.state is DayState.CONFIRMED}

    @cached_property
    def _proposed(self) -> Mapping[dt.date, DayRow]:
        return {row.day: row for row in self.rows if row.state is DayState.PROPOSED}

    def _nth(self, day: dt.date, n: int, step: dt.timedelta) -> dt.date:
        if n < 1:
            raise ValueError(f"{n} working days: at least 1 is needed")
        while n:
            day += step
            n -= self.is_working_day(day)
        return day

    def _day_off(self, day: dt.date) -> DayOff:
        row = self._confirmed.get(day)
        return DayOff(day, row.why if row else WEEKEND, row)


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    return (first + dt.timedelta(days=ahead) for ahead in range((last - first).days + 1))
