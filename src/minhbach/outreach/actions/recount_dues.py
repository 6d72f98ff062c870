"""Move promised days after days off were changed."""

from collections.abc import Iterator
from datetime import date, datetime

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.feedback import OPEN
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.outreach.dues import promised_day
from minhbach.outreach.models import Feedback, FeedbackTerm
from minhbach.outreach.queries.feedback import FEEDBACK


def open_promises_moving(move: CalendarMove) -> int:
    """Return how many promised days would move; changes nothing."""
    return sum(1 for _ in _moving(move))


def recount_promises(move: CalendarMove, *, actor: Actor, now: datetime) -> int:
    """Write the days anew, each with an event that says which days off moved it, and return how many moved."""
    moved = 0
    for row, due_on in list(_moving(move)):
        was, row.due_on = row.due_on, due_on
        row.is_due_provisional = move.after.provisional_between(row.received_on, due_on)
        row.save(update_fields=["due_on", "is_due_provisional"])
        record_event(
            chain=body_chain(row.body_id),
            kind="feedback.due_moved",
            subject=Subject(FEEDBACK, row.pk),
            actor=actor,
            now=now,
            ground=move.ground,
            facts={"was": str(was), "due": due_on.isoformat()},
        )
        moved += 1
    return moved


def _moving(move: CalendarMove) -> Iterator[tuple[Feedback, date]]:
    promised = dict(FeedbackTerm.objects.values_list("body_id", "working_days"))
    for row in Feedback.objects.filter(state__in=OPEN, due_on__gte=move.days[0]).order_by("pk"):
        due_on = promised_day(row.received_on, promised.get(row.body_id), calendar=move.after)
        if due_on is not None and due_on != row.due_on:
            yield row, due_on
