"""Which calendar is in use. Read anew only where somebody changed it, which one look at one row tells."""

import datetime as dt
from collections.abc import Iterable
from uuid import uuid4

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.changes import Entry, applied
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.foundation.models import AddedDay, CalendarChange, CalendarState
from minhbach.lawbook.calendars import load_calendar

ONLY = 1
"""The key of the only row of state."""

_known: dict[str, Calendar] = {}


def calendar_in_use() -> Calendar:
    """Return the days off that count now: the files of the law, with what an administrator added and did not take back.

    One cheap query, and the same object as long as nothing changes, in every process. Ask at the edge (view, job,
    command) and pass it in.
    """
    token = CalendarState.objects.filter(pk=ONLY).values_list("token", flat=True).first() or ""
    known = _known.get(token)
    if known is None:
        known = with_changes(standing_changes())
        # Tokens are drawn, never counted up: one that a rollback takes back is never met again.
        _known.clear()
        _known[token] = known
    return known


def standing_changes() -> list[CalendarChange]:
    """Return the changes that were not taken back, in the order in which they were made, with their days."""
    return list(CalendarChange.objects.filter(taken_back_at=None).order_by("pk").prefetch_related("days"))


def with_changes(changes: Iterable[CalendarChange]) -> Calendar:
    """Return the calendar of the files with these changes, one after the other.

    What once fitted is taken as it is: new files must never leave the installation without a calendar.
    """
    calendar = load_calendar()
    for change in changes:
        confirming = (change.year,) if change.year else ()
        calendar = applied(calendar, map(entry_of, change.days.all()), source=change.source, confirming=confirming)
    return calendar


def entry_of(row: AddedDay) -> Entry:
    """Return the day as the domain has it."""
    return Entry(row.day, DayKind(row.kind) if row.kind else None, row.why, row.instead_of)


def hold_state() -> CalendarState:
    """Return the state, locked until the end of the transaction: one change of the calendar at a time."""
    CalendarState.objects.get_or_create(pk=ONLY)
    return CalendarState.objects.select_for_update().get(pk=ONLY)


def renew(state: CalendarState) -> None:
    """Let every process read the calendar anew."""
    state.token = uuid4().hex
    state.save(update_fields=["token"])


def days_to_recount(before: Calendar, after: Calendar) -> tuple[dt.date, ...]:
    """Return the days that are worked in one of the calendars and not in the other, in order."""
    was, now = before.exceptions, after.exceptions
    return tuple(day for day in sorted(was.keys() | now.keys()) if was.get(day) != now.get(day))


def counted(state: CalendarState) -> Calendar:
    """Return the days off with which open dates were counted last; before the first count, those of the files."""
    if state.counted is None:
        return load_calendar()
    return Calendar(tuple(_as_counted(dt.date.fromisoformat(day), worked) for day, worked in state.counted.items()))


def _as_counted(day: dt.date, is_worked: bool) -> DayRow:
    kind = DayKind.WORKING_DAY if is_worked else DayKind.DAY_OFF
    return DayRow(day, kind, why="?", source="?", state=DayState.CONFIRMED)


def note_counted(state: CalendarState, after: Calendar) -> None:
    """Write down that open dates are counted with this calendar."""
    state.counted = {day.isoformat(): worked for day, worked in after.exceptions.items()}
    state.save(update_fields=["counted"])
