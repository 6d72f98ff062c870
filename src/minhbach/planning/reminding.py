"""Which reminder of a limit fits a day."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minhbach.domain.calendars.calendar import Calendar
from minhbach.planning.models import ReminderKind
from minhbach.planning.rules import ESCALATE_AFTER, REMIND_AGAIN, REMIND_BEFORE


@dataclass(frozen=True, slots=True)
class Call:
    """One reminder: its kind, and which repetition of it this is."""

    kind: ReminderKind
    turn: int = 0


def calls_on(due_on: dt.date, *, today: dt.date, calendar: Calendar) -> tuple[Call, ...]:
    """Return what fits the day for work with this limit: to who must do it, and to its leaders once it is late.

    After a silence only what fits today is left, never what was missed. On a day off nobody is reminded; a limit on a
    day off is called "today" on the last working day before it.
    """
    if not calendar.is_working_day(today):
        return ()
    if today > due_on:
        return tuple(_late(due_on, today, calendar))
    last_day = due_on if calendar.is_working_day(due_on) else calendar.working_days_before(due_on, 1)
    if today >= last_day:
        return (Call(ReminderKind.ON),)
    return (Call(ReminderKind.BEFORE),) if today >= first_call(due_on, calendar) else ()


def first_call(due_on: dt.date, calendar: Calendar) -> dt.date:
    """Return the day of the first reminder."""
    return calendar.working_days_before(due_on, REMIND_BEFORE)


def last_limit_called(today: dt.date, calendar: Calendar) -> dt.date:
    """Return the latest limit of which anybody is reminded today."""
    return calendar.add_working_days(today, REMIND_BEFORE)


def _late(due_on: dt.date, today: dt.date, calendar: Calendar) -> Iterator[Call]:
    yield Call(ReminderKind.AFTER, ((today - due_on).days - 1) // REMIND_AGAIN)
    if calendar.add_working_days(due_on, ESCALATE_AFTER) <= today:
        yield Call(ReminderKind.ESCALATION)
