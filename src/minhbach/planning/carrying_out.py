"""Takes over, in the plan above, what a confirmed plan carries out."""

import datetime as dt

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentEvent, AssignmentState
from minhbach.foundation.dates import local_date
from minhbach.planning.models import Assignment, Plan
from minhbach.planning.moving import finish, move


def take_over_above(plan: Plan, *, actor: Actor, now: dt.datetime) -> int:
    """Take over each part that the plan's body has in a task above and that a task of the plan carries out.

    What was taken over before stays as it is, so a plan that is confirmed a second time changes nothing here.

    :returns: how many parts were taken over.
    """
    carried = plan.tasks.filter(above_task__isnull=False).values_list("above_task", flat=True)
    own = with_predecessors(with_bodies_beneath({plan.body_id}))
    rows = Assignment.objects.select_for_update(of=("self",)).filter(
        task__in=list(carried), body_id__in=own, state=AssignmentState.GIVEN
    )
    taken = list(rows.order_by("pk"))
    for row in taken:
        move(row, AssignmentEvent.TAKE_OVER)
        row.taken_over_on = local_date(now)
        finish(row, "carried_out_by", actor=actor, now=now, facts={"plan": plan.pk})
    return len(taken)
