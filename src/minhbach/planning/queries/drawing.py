"""For whom an officer may draw a plan under a plan above."""

from collections.abc import Mapping

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.planning.models import Assignment, AssignmentRole, Plan
from minhbach.planning.rules import MAY_IMPORT


def bodies_that_may_draw(plan: Plan, *, actor: Actor) -> Mapping[int, int]:
    """Return the bodies for which the actor may draw a plan under this one, with how many parts each leads there."""
    found = {}
    for body in sorted(actor.bodies_where(*MAY_IMPORT) - {plan.issuing_body_id}):
        own = with_predecessors(with_bodies_beneath({body}))
        rows = Assignment.objects.filter(task__plan=plan, body_id__in=own, role=AssignmentRole.LEAD)
        count = rows.exclude(state=AssignmentState.DROPPED).count()
        if count:
            found[body] = count
    return found
