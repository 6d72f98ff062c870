"""Pass a leaver's open tasks in a body to the colleague who takes over (bàn giao công việc)."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from minhbach.accounts.registries import HandOver
from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.planning.models import Assignment
from minhbach.planning.moving import finish


def open_tasks_of(person_id: int, body_id: int) -> int:
    """Return how many open parts of tasks are the person's in the body, or in what stands beneath it."""
    return _open(person_id, body_id).count()


@transaction.atomic
def pass_to_colleague(hand_over: HandOver, *, actor: Actor, now: datetime) -> int:
    """Give the successor every open part that is the leaver's in the body; return how many. `accounts` asks for it.

    Who may order it, and that the successor holds a post there, `accounts` has checked.
    """
    rows = list(_open(hand_over.person_id, hand_over.body_id).select_for_update(of=("self",)).order_by("pk"))
    for row in rows:
        row.person_id = hand_over.successor_id
        facts = {"from": hand_over.person_id, "person": hand_over.successor_id}
        finish(row, "passed_to_colleague", actor=actor, now=now, facts=facts)
    return len(rows)


def _open(person_id: int, body_id: int) -> QuerySet[Assignment]:
    bodies = with_predecessors(with_bodies_beneath({body_id}))
    return Assignment.objects.filter(person=person_id, body_id__in=bodies, state__in=OPEN)
