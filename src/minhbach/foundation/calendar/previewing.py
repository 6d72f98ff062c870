"""What a change would do, before it is made: the days, and how many open dates would move."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.changes import Act, ChangeRefused, Entry, YearAnnounced, changed, check, entries_of
from minhbach.domain.calendars.days import DayKind
from minhbach.foundation.calendar.contracts import CalendarRefused, MovedDates
from minhbach.foundation.calendar.recounting import dates_that_would_move
from minhbach.foundation.calendar.using import ONLY, calendar_in_use, entry_of, standing_changes, with_changes
from minhbach.foundation.calendar.words import KINDS, objection_in_words
from minhbach.foundation.models import CalendarChange, CalendarState


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A day as it would be; `kind` is empty where it would be what its weekday says."""

    day: dt.date
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would change."""

    lines: tuple[PreviewLine, ...]
    moved: tuple[MovedDates, ...]


def preview(act: Act, *, source: str) -> Preview:
    """Return what an act would do.

    :raises CalendarRefused: if the calendar does not take it.
    """
    before = calendar_in_use()
    confirming = (act.year,) if isinstance(act, YearAnnounced) else ()
    try:
        entries = entries_of(act, before)
        after = changed(before, entries, source=source, confirming=confirming)
    except ChangeRefused as refused:
        raise CalendarRefused(objection_in_words(refused)) from refused
    return _preview(entries, after, source)


def preview_without(change: CalendarChange) -> Preview:
    """Return what taking a change back would do.

    :raises CalendarRefused: if a later change rests on it.
    """
    after = with_changes(one for one in standing_changes() if one.pk != change.pk)
    try:
        check(after, before=calendar_in_use())
    except ChangeRefused as refused:
        raise CalendarRefused(objection_in_words(refused)) from refused
    entries = sorted((entry_of(day) for day in change.days.all()), key=lambda entry: entry.day)
    rows = {row.day: row for row in after.rows}
    again = [
        Entry(one.day, rows[one.day].kind, rows[one.day].why) if one.day in rows else Entry(one.day) for one in entries
    ]
    return _preview(again, after, change.source)


def _preview(entries: Sequence[Entry], after: Calendar, source: str) -> Preview:
    state = CalendarState.objects.filter(pk=ONLY).first() or CalendarState()
    lines = (PreviewLine(one.day, _word(one.kind), one.why) for one in entries)
    return Preview(tuple(lines), dates_that_would_move(state, after, source=source))


def _word(kind: DayKind | None) -> str:
    return str(KINDS[kind]) if kind else ""
