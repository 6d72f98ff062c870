"""What public plans give to a body, one row a task: to itself, its own parts and those that it came from."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.own_parts import with_own_parts
from minhbach.domain.lifecycles.assignment import OPEN, AssignmentState
from minhbach.domain.plans.standing import Standing
from minhbach.planning.contracts import PartOfTask, TaskOfBody
from minhbach.planning.models import Assignment, AssignmentRole, AssignmentSpan, Task
from minhbach.planning.ordering import ordered
from minhbach.planning.queries.counting import Counts, stands
from minhbach.planning.queries.plans import PLAN, name_of
from minhbach.planning.queries.tasks import ASSIGNMENT_COLUMNS, TaskFilters, narrowed_assignments
from minhbach.publication.queries import public_ids

COLUMNS = {"han": "due_on", "ke-hoach": "plan__issued_on", "viec": "search_text"}


def bodies_of_page(body_id: int) -> frozenset[int]:
    """Return whose tasks and plans stand on a body's page: its own, its parts', and those of all they came from."""
    return frozenset(with_predecessors(with_own_parts({body_id})))


def public_assignments_of(body_id: int, filters: TaskFilters, *, asked: str = "") -> QuerySet[Assignment]:
    """Return every part in a public task that stands on the body's page; leads first, the newest plan first."""
    rows = Assignment.objects.filter(body_id__in=bodies_of_page(body_id), task__plan_id__in=public_ids(PLAN))
    rows = narrowed_assignments(rows, filters).select_related("task__plan", "body")
    newest = F("task__plan__issued_on").desc(nulls_first=True)
    then = (newest, "task__plan_id", "task__position", "pk")
    return ordered(rows, asked, ASSIGNMENT_COLUMNS, default="-vai", then=then)


def public_tasks_of(parts: QuerySet[Assignment], *, asked: str = "") -> QuerySet[Task]:
    """Return the tasks of these parts, each once: open ones first, of the newest plan, what is led before the rest.

    :param asked: another order, a column of `COLUMNS`.
    """
    here = parts.order_by().filter(task=OuterRef("pk"))
    rows = Task.objects.filter(pk__in=parts.order_by().values("task")).select_related("plan")
    rows = rows.annotate(
        is_open=Exists(here.filter(state__in=OPEN)), is_led=Exists(here.filter(role=AssignmentRole.LEAD))
    )
    newest = F("plan__issued_on").desc(nulls_first=True)
    then = (newest, "-plan_id", "-is_led", "position", "pk")
    if asked.removeprefix("-") in COLUMNS:
        return ordered(rows, asked, COLUMNS, default="han", then=("-is_open", *then))
    return rows.order_by("-is_open", *then)


def as_tasks_of_body(tasks: Sequence[Task], parts: QuerySet[Assignment], *, of: int) -> tuple[TaskOfBody, ...]:
    """Return the tasks as the page of the body `of` shows them, each with those that have it: one query."""
    by_task: dict[int, list[Assignment]] = {task.pk: [] for task in tasks}
    named = parts.filter(task__in=list(by_task)).select_related("body")
    for part in named.order_by("-role", "body__sort_key", "pk"):
        by_task[part.task_id].append(part)
    return tuple(_task(task, by_task[task.pk], of) for task in tasks)


def counts_of_tasks(spans: QuerySet[AssignmentSpan], *, on: dt.date) -> Counts:
    """Count tasks, not parts: one that several bodies have stands once in each class in which one of them has it."""
    each = {one.value: Count("assignment__task", filter=stands(one, on=on), distinct=True) for one in Standing}
    return Counts(**spans.order_by().aggregate(**each))


def _task(task: Task, parts: Sequence[Assignment], of: int) -> TaskOfBody:
    running = [part for part in parts if part.state in OPEN]
    return TaskOfBody(
        plan_slug=task.plan.slug,
        plan_name=name_of(task.plan),
        title=task.title,
        position=task.position,
        deadline_text=task.deadline_text,
        due_on=min((part.due_on for part in running or parts if part.due_on), default=None),
        parts=tuple(_part(role, [part for part in parts if part.role == role], of) for role in _roles(parts)),
        state=AssignmentState.IN_WORK if running else _end(parts),
    )


def _roles(parts: Iterable[Assignment]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.role for part in parts))


def _part(role: str, parts: Sequence[Assignment], of: int) -> PartOfTask:
    names = dict.fromkeys(part.body.name for part in parts)
    # The page's own body alone needs no name there.
    alone = all(part.body_id == of for part in parts)
    return PartOfTask(role=str(AssignmentRole(role).label), bodies=() if alone else tuple(names))


def _end(parts: Iterable[Assignment]) -> AssignmentState:
    done = any(part.state == AssignmentState.DONE for part in parts)
    return AssignmentState.DONE if done else AssignmentState.DROPPED
