"""What bodies have to do, with due dates of every kind."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from minhbach.agencies.queries import with_predecessors
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.plans.standing import Standing
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.text import fold
from minhbach.domain.units.values import Level
from minhbach.planning.models import Assignment, Plan, Task, WorkReport
from minhbach.planning.ordering import ordered
from minhbach.planning.queries.counting import spans_on, standing_as_of, stands

Row = TypeVar("Row", bound=Model)
TASK_COLUMNS = {"muc": "position", "han": "due_on"}
ASSIGNMENT_COLUMNS = {
    "muc": "task__position",
    "han": "due_on",
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
    level: Level | None = None
    plan_id: int | None = None
    person_id: int | None = None
    states: Collection[AssignmentState] = ()
    product_is_document: bool = False
    standing: Standing | None = None
    """How the leading part of the task stands on the day `on`; the day must be given with it."""
    on: date | None = None


def tasks_of(plan: Plan, filters: TaskFilters | None = None, *, asked: str = "") -> QuerySet[Task]:
    """Return the plan's tasks in the document's order, or sorted by a column of `TASK_COLUMNS`."""
    rows = _fitting_tasks(plan.tasks.all(), filters or TaskFilters())
    return ordered(rows, asked, TASK_COLUMNS, default="muc", then=("position",))


def assignments_of(bodies: Collection[int], filters: TaskFilters, *, asked: str = "") -> QuerySet[Assignment]:
    """Return what the bodies have to do, their predecessors' tasks included; those with a date first, by date.

    The caller has checked that the actor holds a post in each of the bodies, or that only public plans are asked.

    :param asked: another order, a column of `ASSIGNMENT_COLUMNS`.
    """
    rows = Assignment.objects.filter(body_id__in=with_predecessors(bodies))
    rows = rows.select_related("task__plan", "body", "person")
    then = ("task__plan_id", "task__position", "-role", "pk")
    return ordered(narrowed_assignments(rows, filters), asked, ASSIGNMENT_COLUMNS, default="han", then=then)


def issued_documents(plan: Plan) -> dict[int, list[tuple[str, date]]]:
    """Return number and day of the documents that were issued as products of the plan's tasks, once accepted."""
    rows = WorkReport.objects.filter(assignment__task__plan=plan, accepted=True).exclude(document="")
    named = rows.order_by("document_on", "pk").values_list("assignment__task", "document", "document_on")
    found: dict[int, list[tuple[str, date]]] = {}
    for task, reference, issued_on in named:
        if issued_on is not None:
            found.setdefault(task, []).append((reference, issued_on))
    return found


def assignments_in(plan: Plan, filters: TaskFilters, *, asked: str = "") -> QuerySet[Assignment]:
    """Return every body's part in the plan's tasks, in the document's order unless asked otherwise.

    The caller has checked that the actor may see the plan.
    """
    rows = Assignment.objects.filter(task__plan=plan).select_related("task__plan", "body", "person")
    then = ("task__position", "-role", "body__sort_key", "pk")
    return ordered(narrowed_assignments(rows, filters), asked, ASSIGNMENT_COLUMNS, default="muc", then=then)


def _fitting_tasks(rows: QuerySet[Task], filters: TaskFilters) -> QuerySet[Task]:
    conditions = _words_and_kinds(filters, "")
    if filters.due_from:
        conditions &= Q(due_on__gte=filters.due_from)
    if filters.due_until:
        conditions &= Q(due_on__lte=filters.due_until)
    if filters.standing and filters.on:
        counted = spans_on(filters.on).filter(stands(filters.standing, on=filters.on), assignment__task=OuterRef("pk"))
        conditions &= Q(Exists(counted))
    return rows.filter(conditions)


def narrowed_assignments(rows: QuerySet[Assignment], filters: TaskFilters) -> QuerySet[Assignment]:
    """Return those of the assignments that fit the filters."""
    conditions = _words_and_kinds(filters, "task__")
    if filters.due_from:
        conditions &= Q(due_on__gte=filters.due_from)
    if filters.due_until:
        conditions &= Q(due_on__lte=filters.due_until)
    if filters.role:
        conditions &= Q(role=filters.role)
    if filters.body_id:
        conditions &= Q(body_id__in=with_predecessors({filters.body_id}))
    if filters.level:
        conditions &= Q(body__level=filters.level)
    if filters.plan_id:
        conditions &= Q(task__plan_id=filters.plan_id)
    if filters.person_id:
        conditions &= Q(person_id=filters.person_id)
    if filters.states:
        conditions &= Q(state__in=[state.value for state in filters.states])
    rows = rows.filter(conditions)
    if filters.standing and filters.on:
        return standing_as_of(rows, filters.standing, on=filters.on)
    return rows


def _words_and_kinds(filters: TaskFilters, prefix: str) -> Q:
    conditions = Q()
    for word in fold(filters.words).split():
        conditions &= Q(**{f"{prefix}search_text__contains": word})
    if filters.kinds:
        conditions &= Q(**{f"{prefix}deadline_kind__in": list(filters.kinds)})
    if filters.product_is_document:
        conditions &= Q(**{f"{prefix}product_is_document": True})
    return conditions
