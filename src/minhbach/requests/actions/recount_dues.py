"""Move the dates of open cases after days off were changed."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RUNNING
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.requests.dues import settle
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE

DATES = ("due_on", "notice_due_on", "is_due_provisional")


def open_dues_moving(move: CalendarMove) -> int:
    """Return how many open cases have a date that would move; changes nothing."""
    return sum(1 for _ in _moving(move, move.after))


def recount_dues(move: CalendarMove, *, actor: Actor, now: datetime) -> int:
    """Write the dates anew, each with an event that says which days off moved it, and return how many moved."""
    moved = 0
    for case, was in _moving(move, move.after):
        case.save(update_fields=DATES)
        record_event(
            chain=body_chain(case.body_id),
            kind="case.due_moved",
            subject=Subject(CASE, case.pk),
            actor=actor,
            now=now,
            ground=move.ground,
            facts={"number": case.number, "was": str(was), "due": str(case.due_on)},
        )
        moved += 1
    return moved


def _moving(move: CalendarMove, calendar: Calendar) -> Iterator[tuple[Case, object]]:
    """Yield each case with its new dates set, unsaved, and the day that it was due on."""
    first = move.days[0]
    rows = Case.objects.filter(Q(due_on__gte=first) | Q(notice_due_on__gte=first), state__in=RUNNING)
    for case in rows.order_by("pk").iterator(chunk_size=500):
        before = tuple(getattr(case, name) for name in DATES)
        settle(case, calendar=calendar)
        if tuple(getattr(case, name) for name in DATES) != before:
            yield case, before[0]
