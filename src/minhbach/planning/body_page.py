"""What planning adds to a body's public page: the tasks that public plans give it, and the plans that it issued."""

from typing import Any

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.registries import BodyPart
from minhbach.domain.access import Actor
from minhbach.planning.queries import (
    PlanFilters,
    TaskFilters,
    as_tasks_of_body,
    bodies_of_page,
    name_of,
    narrowed,
    public_assignments_of,
    public_plans,
    public_tasks_of,
    sorted_plans,
)

SHOWN_TASKS, SHOWN_PLANS = 30, 10


def tasks_on_body_page(body: BodyRecord, actor: Actor) -> BodyPart | None:  # noqa: ARG001
    """Return the part, or None where public plans say nothing of the body: the same for every reader."""
    parts = public_assignments_of(body.id, TaskFilters())
    found = list(public_tasks_of(parts)[: SHOWN_TASKS + 1])
    issued = plans_issued_by(body)
    if not found and not issued["issued"]:
        return None
    tasks = as_tasks_of_body(found[:SHOWN_TASKS], parts, of=body.id)
    return BodyPart(
        "planning/parts/body_tasks.html", {"tasks": tasks, "more": len(found) > SHOWN_TASKS} | issued, order=40
    )


def plans_issued_by(body: BodyRecord) -> dict[str, Any]:
    """Return the newest public plans that the body, its parts or predecessors issued, and whether there are more."""
    rows = narrowed(public_plans(), PlanFilters(issued_by=bodies_of_page(body.id)))
    found = list(sorted_plans(rows, "").select_related("issuing_body")[: SHOWN_PLANS + 1])
    return {
        "issued": [
            {
                "plan": plan,
                "name": name_of(plan),
                "issuer": plan.issuing_body.name if plan.issuing_body and plan.issuing_body_id != body.id else "",
            }
            for plan in found[:SHOWN_PLANS]
        ],
        "issued_more": len(found) > SHOWN_PLANS,
    }
