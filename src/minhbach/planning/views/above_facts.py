"""What pages of a document under review say of the plan above it."""

from typing import Any

from minhbach.domain.access import Actor
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import DraftTask, PlanImport
from minhbach.planning.queries import name_of, visible_plan
from minhbach.planning.queries.above import cited_plans, plans_to_carry_out


def above_of_import(row: PlanImport, *, actor: Actor) -> dict[str, Any]:
    """Return the plan above with its name, or the one that the document cites and a person has not looked at yet."""
    above = row.above
    if above is None:
        cited = cited_plans(row.head, plans_to_carry_out(row.body_id, actor=actor))
        proposed = cited[0] if cited else None
        return {"above_plan": None, "cited": proposed, "cited_name": name_of(proposed) if proposed else ""}
    return {"above_plan": above, "above_name": name_of(above), "above_opens": _opens(above.pk, actor)}


def task_above(draft: DraftTask) -> dict[str, Any] | None:
    """Return the task of the plan above that a draft carries out, as the page shows it beside the boxes."""
    task = draft.above_task
    if task is None:
        return None
    return {"task": task, "plan": task.plan, "name": name_of(task.plan)}


def _opens(plan_id: int, actor: Actor) -> bool:
    try:
        visible_plan(plan_id, actor=actor)
    except PlanNotVisible:
        return False
    return True
