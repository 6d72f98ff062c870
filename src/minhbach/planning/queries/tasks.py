"""What bodies have to do, with due dates of every kind."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Count, F, Model, Q, QuerySet

from minhbach.agencies.queries import with_predecessors
from minhbach.domain.plans.deadlines import CLASS_OF_KIND, SOON, DeadlineClass, Timeliness
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.text import fold
from minhbach.planning.contracts import TaskDue
from minhbach.planning.models import Assignment, AssignmentRole, Plan, Task
from minhbach.planning.ordering import ordered
from minhbach.planning.queries.plans import PLAN, name_of
from minhbach.publication.queries import public_ids

Row = TypeVar("Row", bound=Model)
DATED = [kind for kind, its in CLASS_OF_KIND.items() if its == DeadlineClass.DATED]
TASK_COLUMNS = {"muc": "position", "han": "due_on"}
ASSIGNMENT_COLUMNS = {
    "han": "task__due_on",
    "vai": "role",
    "co-quan": "body__sort_key",
    "ke-hoach": "task__plan__issued_on",
    "viec": "task__search_text",
}


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """What a list of tasks is narrowed to."""

    words: str = ""
    role: str = ""
    kinds: Collection[DeadlineKind] = ()
    due_from: date | None = None
    due_until: date | None = None
    body_id: int | None = None
    standing: Timeliness | None = None
    """How the task stands on the day `on`, by its date alone; the day must be given with it."""
    on: date | None = None


def tasks_of(plan: Plan, filters: TaskFilters | None = None, *, asked: str = "") -> QuerySet[Task]:
    """Return the plan's tasks in the document's order, or sorted by a column of `TASK_COLUMNS`."""
    rows = _fitting(plan.tasks.all(), filters or TaskFilters(), "")
    return ordered(rows, asked, TASK_COLUMNS, default="muc", then=("position",))


def assignments_of(bodies: Collection[int], filters: TaskFilters, *, asked: str = "") -> QuerySet[Assignment]:
    """Return what the bodies have to do, their predecessors' tasks included; those with a date first, by date.

    The caller has checked that the actor holds a post in each of the bodies, or that only public plans are asked.

    :param asked: another order, a column of `ASSIGNMENT_COLUMNS`.
    """
    rows = Assignment.objects.filter(body_id__in=with_predecessors(bodies)).select_related("task__plan", "body")
    then = ("task__plan_id", "task__position", "-role", "pk")
    return ordered(_fitting(rows, filters, "task__"), asked, ASSIGNMENT_COLUMNS, default="han", then=then)


def public_assignments_of(body_id: int, filters: TaskFilters, *, asked: str = "") -> QuerySet[Assignment]:
    """Return what public plans give to the body and its predecessors: leads first, the newest plan first."""
    rows = Assignment.objects.filter(body_id__in=with_predecessors({body_id}), task__plan_id__in=public_ids(PLAN))
    rows = _fitting(rows, filters, "task__").select_related("task__plan", "body")
    newest = F("task__plan__issued_on").desc(nulls_first=True)
    then = (newest, "task__plan_id", "task__position", "pk")
    return ordered(rows, asked, ASSIGNMENT_COLUMNS, default="-vai", then=then)


def public_tasks_of_body(body_id: int, *, limit: int) -> tuple[TaskDue, ...]:
    """Return the first of `public_assignments_of` as values."""
    return tuple(task_due(row, of=body_id) for row in public_assignments_of(body_id, TaskFilters())[:limit])


def counts_by_standing(rows: QuerySet[Row], *, on: date, prefix: str) -> dict[str, int]:
    """Count the rows in one query: by `Timeliness` for those whose limit is a date, and under "without_date" the rest.

    :param prefix: "task__" for assignments, "" for tasks.
    """
    stands = {
        one.value: Count("pk", filter=_stands(one, on, prefix)) for one in Timeliness if one != Timeliness.WITHOUT_DATE
    }
    counted = rows.order_by().aggregate(every=Count("pk"), **stands)
    every = counted.pop("every")
    return {**counted, Timeliness.WITHOUT_DATE.value: every - sum(counted.values())}


def _fitting(rows: QuerySet[Row], filters: TaskFilters, prefix: str) -> QuerySet[Row]:
    conditions = Q()
    for word in fold(filters.words).split():
        conditions &= Q(**{f"{prefix}search_text__contains": word})
    if filters.kinds:
        conditions &= Q(**{f"{prefix}deadline_kind__in": list(filters.kinds)})
    if filters.due_from:
        conditions &= Q(**{f"{prefix}due_on__gte": filters.due_from})
    if filters.due_until:
        conditions &= Q(**{f"{prefix}due_on__lte": filters.due_until})
    if filters.standing and filters.on:
        conditions &= _stands(filters.standing, filters.on, prefix)
    if filters.role:
        conditions &= Q(role=filters.role)
    if filters.body_id:
        conditions &= Q(body_id__in=with_predecessors({filters.body_id}))
    return rows.filter(conditions)


def _stands(standing: Timeliness, on: date, prefix: str) -> Q:
    dated = Q(**{f"{prefix}deadline_kind__in": DATED, f"{prefix}due_on__isnull": False})
    match standing:
        case Timeliness.LATE:
            return dated & Q(**{f"{prefix}due_on__lt": on})
        case Timeliness.DUE_SOON:
            return dated & Q(**{f"{prefix}due_on__gte": on, f"{prefix}due_on__lte": on + SOON})
        case Timeliness.IN_TIME:
            return dated & Q(**{f"{prefix}due_on__gt": on + SOON})
        case Timeliness.WITHOUT_DATE:
            return ~dated


def task_due(row: Assignment, *, of: int) -> TaskDue:
    """Return the assignment as the page of the body `of` shows it, which may have it from a predecessor."""
    task = row.task
    return TaskDue(
        plan_id=task.plan_id,
        plan_slug=task.plan.slug,
        plan_name=name_of(task.plan),
        task_id=task.pk,
        title=task.title,
        position=task.position,
        role=str(AssignmentRole(row.role).label),
        deadline_text=task.deadline_text,
        due_on=task.due_on,
        given_to=row.body.name if row.body_id != of else "",
    )
