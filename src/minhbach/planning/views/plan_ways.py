"""The ways up and down from a plan, for its page."""

import datetime as dt
from typing import Any

from minhbach.domain.access import Actor
from minhbach.planning.models import Plan
from minhbach.planning.queries import name_of, plans_visible_to
from minhbach.planning.queries.drawing import bodies_that_may_draw
from minhbach.planning.queries.handing_on import left_behind
from minhbach.planning.rules import MAY_CONFIRM, MAY_FOLLOW


def ways_from(plan: Plan, *, actor: Actor, on: dt.date) -> dict[str, Any]:
    """Return the plan above, and what of looking up, looking down and drawing the actor may do."""
    above = plan.above
    follows = actor.holds(*MAY_FOLLOW, body=plan.body_id)
    return {
        "above": above,
        "above_name": name_of(above) if above else "",
        "above_opens": above is not None and plans_visible_to(actor).filter(pk=above.pk).exists(),
        "sets_above": actor.holds(*MAY_CONFIRM, body=plan.body_id),
        "looks_down": plan.body_id in actor.bodies(),
        "left": len(left_behind([plan], on=on)) if follows else 0,
        "draws": bool(bodies_that_may_draw(plan, actor=actor)),
    }
