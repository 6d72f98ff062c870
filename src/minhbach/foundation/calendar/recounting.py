"""Lets every room count its open dates anew, once the calendar became another."""

from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.foundation.calendar.contracts import CalendarMove, MovedDates
from minhbach.foundation.calendar.using import counted, days_to_recount, note_counted
from minhbach.foundation.models import CalendarState
from minhbach.foundation.registries import recounts


def dates_that_would_move(state: CalendarState, after: Calendar, *, source: str) -> tuple[MovedDates, ...]:
    """Return how many open dates of each kind would move, without the kinds of which none would."""
    move = _move(state, after, source)
    if not move.days:
        return ()
    counts = (MovedDates(str(one.label), one.count(move)) for one in recounts())
    return tuple(moved for moved in counts if moved.count)


def recount(state: CalendarState, after: Calendar, *, source: str, actor: Actor, now: datetime) -> int:
    """Move what moves, inside the transaction of the change, and return how many dates that were."""
    move = _move(state, after, source)
    moved = sum(one.move(move, actor=actor, now=now) for one in recounts()) if move.days else 0
    note_counted(state, after)
    return moved


def _move(state: CalendarState, after: Calendar, source: str) -> CalendarMove:
    before = counted(state)
    return CalendarMove(before, after, days_to_recount(before, after), source)
