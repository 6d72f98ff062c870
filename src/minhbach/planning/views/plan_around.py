"""What is kept around a plan, for its page: difficulties, money, commendations."""

from typing import Any

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Plan
from minhbach.planning.queries.commendations import plan_commended_in
from minhbach.planning.queries.difficulties import difficulties_visible_to
from minhbach.planning.queries.taking_part import plan_taken_part_in


def around(plan: Plan, *, actor: Actor) -> dict[str, Any]:
    """Return which of these pages are open to the actor, and how many difficulties wait for an answer."""
    takes_part = _opens(plan_taken_part_in, plan, actor)
    waiting = difficulties_visible_to(actor).filter(plan=plan, state=DifficultyState.RAISED)
    return {
        "takes_part": takes_part,
        "commends": takes_part and _opens(plan_commended_in, plan, actor),
        "unanswered": waiting.count() if takes_part else 0,
    }


def _opens(door: Any, plan: Plan, actor: Actor) -> bool:
    try:
        door(plan.pk, actor=actor)
    except PlanNotVisible:
        return False
    return True
