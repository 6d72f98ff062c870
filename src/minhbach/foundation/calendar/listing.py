"""A year of days off as its page shows it: month by month, each day with why, and what was changed by whom."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch, Q

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.changes import ActKind
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.foundation.calendar.words import ACTS, KINDS
from minhbach.foundation.models import AddedDay, CalendarChange
from minhbach.foundation.registries import names_of_actors


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day of the list; `added_by` is empty where it stands in the files of the law."""

    row: DayRow
    kind: str
    is_proposed: bool
    added_by: str = ""


@dataclass(frozen=True, slots=True)
class MonthOfDays:
    """A month that has any; `first` is its first day."""

    first: dt.date
    lines: tuple[DayLine, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change as its list shows it, with the names of who made it and who took it back."""

    change: CalendarChange
    what: str
    days: tuple[tuple[AddedDay, str], ...]
    made_by: str
    taken_back_by: str


def changes_of(year: int) -> list[CalendarChange]:
    """Return what was changed of a year, the latest first, taken back or not."""
    rows = CalendarChange.objects.filter(Q(year=year) | Q(days__day__year=year)).distinct()
    return list(rows.order_by("-pk").prefetch_related(Prefetch("days", AddedDay.objects.order_by("day"))))


def lines_of(changes: Sequence[CalendarChange]) -> list[ChangeLine]:
    """Return the changes with words and names."""
    names = _names(changes)
    return [
        ChangeLine(
            change,
            str(ACTS[ActKind(change.act)]),
            tuple((day, str(KINDS[DayKind(day.kind)]) if day.kind else "") for day in change.days.all()),
            names.get(change.made_by, ""),
            names.get(change.taken_back_by, ""),
        )
        for change in changes
    ]


def months_of(calendar: Calendar, year: int, changes: Sequence[CalendarChange]) -> list[MonthOfDays]:
    """Return the days of a year by months."""
    lines = sorted(_day_lines(calendar, year, changes), key=lambda line: (line.row.day, line.is_proposed))
    by_month = groupby(lines, key=lambda line: line.row.day.replace(day=1))
    return [MonthOfDays(first, tuple(found)) for first, found in by_month]


def _day_lines(calendar: Calendar, year: int, changes: Sequence[CalendarChange]) -> Iterator[DayLine]:
    names = _names(changes)
    by_day = {
        day.day: names.get(change.made_by, "")
        for change in reversed(changes)
        if not change.taken_back_at
        for day in change.days.all()
    }
    for row in calendar.rows:
        if row.day.year == year:
            proposed = row.state is DayState.PROPOSED
            yield DayLine(row, str(KINDS[row.kind]), proposed, "" if proposed else by_day.get(row.day, ""))


def _names(changes: Sequence[CalendarChange]) -> Mapping[str, str]:
    told = {change.made_by for change in changes} | {change.taken_back_by for change in changes}
    return names_of_actors(frozenset(told - {""}))


def working_days_in(calendar: Calendar, year: int) -> int:
    """Return how many days of the year are worked, as far as is known."""
    return calendar.working_days_between(dt.date(year - 1, 12, 31), dt.date(year, 12, 31))
