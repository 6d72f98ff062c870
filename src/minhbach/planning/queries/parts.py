"""The leading parts of plans as plain values, for who walks through them one by one."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass
from minhbach.planning.models import Assignment, AssignmentRole, Task

AWAITED = [kind for kind, its in CLASS_OF_KIND.items() if its == DeadlineClass.AWAITED]


@dataclass(frozen=True, slots=True)
class LeadingPart:
    """One leading body's part in a task. `given_on` is the day of the plan, `due_on` the limit that runs now."""

    assignment_id: int
    body_id: int
    body_slug: str
    rhythm: str
    product_is_document: bool
    given_on: dt.date
    due_on: dt.date | None


def leading_parts(plans: Collection[int]) -> tuple[LeadingPart, ...]:
    """Return every open leading part of the plans, in the order of the documents.

    The caller has checked that the asker may see the plans.
    """
    rows = Assignment.objects.filter(task__plan__in=plans, role=AssignmentRole.LEAD, done_on=None)
    rows = rows.select_related("task__plan", "body").order_by("task__plan_id", "task__position", "body__slug", "pk")
    return tuple(
        LeadingPart(
            assignment_id=row.pk,
            body_id=row.body_id,
            body_slug=row.body.slug,
            rhythm=row.task.rhythm,
            product_is_document=row.task.product_is_document,
            given_on=row.task.plan.issued_on or row.task.plan.confirmed_at.date(),
            due_on=row.due_on,
        )
        for row in rows
    )


def awaited_tasks(plans: Collection[int]) -> tuple[int, ...]:
    """Return the ids of the tasks that wait for an event."""
    rows = Task.objects.filter(plan__in=plans, deadline_kind__in=AWAITED).order_by("plan_id", "position")
    return tuple(rows.values_list("pk", flat=True))
