"""What a change would do, before it is made: the days, and how many open dates would move."""

import datetime as dt
from dataclasses import dataclass

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.changes import Act, ChangeRefused, YearAnnounced, changed, check, entries_of
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.foundation.calendar.contracts import CalendarRefused, MovedDates
from minhbach.foundation.calendar.recounting import dates_that_would_move
from minhbach.foundation.calendar.using import ONLY, calendar_in_use, standing_changes, with_changes
from minhbach.foundation.calendar.words import KINDS, objection_in_words
from minhbach.foundation.models import CalendarChange, CalendarState


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A day as it would be; `kind` is empty where it would be what its weekday says."""

    day: dt.date
    kind: str
    why: str
    is_proposed: bool = False


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
    lines = (PreviewLine(one.day, _word(one.kind), one.why) for one in entries)
    return Preview(tuple(lines), _would_move(after, source))


def preview_without(change: CalendarChange) -> Preview:
    """Return what taking a change back would do.

    :raises CalendarRefused: if a later change rests on it.
    """
    after = with_changes(one for one in standing_changes() if one.pk != change.pk)
    try:
        check(after, before=calendar_in_use())
    except ChangeRefused as refused:
        raise CalendarRefused(objection_in_words(refused)) from refused
    rows = {row.day: row for row in after.rows}
    lines = (_again(day.day, rows.get(day.day)) for day in change.days.order_by("day"))
    return Preview(tuple(lines), _would_move(after, change.source))


def _again(day: dt.date, row: DayRow | None) -> PreviewLine:
    if row is None:
        return PreviewLine(day, "", "")
    return PreviewLine(day, _word(row.kind), row.why, row.state is DayState.PROPOSED)


def _would_move(after: Calendar, source: str) -> tuple[MovedDates, ...]:
    state = CalendarState.objects.filter(pk=ONLY).first() or CalendarState()
    return dates_that_would_move(state, after, source=source)


def _word(kind: DayKind | None) -> str:
    return str(KINDS[kind]) if kind else ""
