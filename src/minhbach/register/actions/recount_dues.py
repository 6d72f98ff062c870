"""Move the days by which items must be public after days off were changed."""

from collections.abc import Iterator
from datetime import datetime

from minhbach.domain.access import Actor
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.register.dues import due_of
from minhbach.register.journal import note
from minhbach.register.models import Item, ItemState


def open_dues_moving(move: CalendarMove) -> int:
    """Return how many open days would move; changes nothing."""
    return sum(1 for _ in _moving(move, locked=False))


def recount_dues(move: CalendarMove, *, actor: Actor, now: datetime) -> int:
    """Write the days anew, each with an event that says which days off moved it, and return how many moved."""
    moved = 0
    for row in _moving(move, locked=True):
        was, due = row.publish_due_on, due_of(row, calendar=move.after)
        row.publish_due_on, row.is_due_provisional = due.due_on, due.is_provisional
        row.version += 1
        row.save(update_fields=["publish_due_on", "is_due_provisional", "version"])
        facts = {"was": was.isoformat() if was else None, "due": due.due_on.isoformat() if due.due_on else None}
        note(row, "due_moved", actor=actor, now=now, ground=move.ground, facts=facts)
        moved += 1
    return moved


def _moving(move: CalendarMove, *, locked: bool) -> Iterator[Item]:
    """Yield the items that are not public yet and whose day is another one now."""
    rows = Item.objects.filter(state=ItemState.ACTIVE, public_version__isnull=True, publish_due_on__isnull=False)
    rows = rows.filter(special_due_on__isnull=True, publish_due_on__gte=move.days[0]).order_by("pk")
    for row in rows.select_for_update(of=("self",)) if locked else rows.iterator():
        if due_of(row, calendar=move.after).due_on != row.publish_due_on:
            yield row
