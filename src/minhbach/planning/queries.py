"""Reads of planning, always for a given asker."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from minhbach.agencies.queries import with_predecessors
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.text import fold
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import PlanNotVisible, TaskDue
from minhbach.planning.models import Assignment, AssignmentRole, DraftTask, Plan, PlanImport, Task
from minhbach.planning.rules import MAY_IMPORT, Doubt, doubts, plan_name
from minhbach.publication.queries import public_ids

PLAN = "plan"


def imports_visible_to(actor: Actor) -> QuerySet[PlanImport]:
    """Return the imports of the bodies in which the actor holds a post that imports; newest first."""
    return PlanImport.objects.filter(body_id__in=actor.bodies_where(*MAY_IMPORT)).order_by("-uploaded_at")


def visible_import(import_id: int, *, actor: Actor) -> PlanImport:
    """Return one import.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = imports_visible_to(actor).select_related("body", "issuing_body").filter(pk=import_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def import_for_change(import_id: int, *, actor: Actor) -> PlanImport:
    """Return one import, locked until the end of the transaction.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = imports_visible_to(actor).select_for_update().filter(pk=import_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def may_read_import_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open the original of an import."""
    return imports_visible_to(actor).filter(pk=int(subject.id)).exists()


def public_plans() -> QuerySet[Plan]:
    """Return the plans that a leader has let the public see."""
    return Plan.objects.filter(pk__in=public_ids(PLAN)).order_by(F("issued_on").desc(nulls_last=True), "-pk")


def plans_visible_to(actor: Actor) -> QuerySet[Plan]:
    """Return the plans that the actor may see: public ones, those of own bodies, and those that give them tasks."""
    if not actor.is_officer:
        return public_plans()
    bodies = with_predecessors(actor.bodies())
    assigned = Assignment.objects.filter(task__plan=OuterRef("pk"), body_id__in=bodies)
    visible = Q(pk__in=public_ids(PLAN)) | Q(body_id__in=actor.bodies()) | Exists(assigned)
    return Plan.objects.filter(visible).order_by(F("issued_on").desc(nulls_last=True), "-pk")


def visible_plan(plan_id: int, *, actor: Actor) -> Plan:
    """Return one plan.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    row = plans_visible_to(actor).select_related("body", "issuing_body").filter(pk=plan_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def public_plan(slug: str) -> Plan:
    """Return a plan that the public may see.

    :raises PlanNotVisible: if there is none with that slug.
    """
    row = public_plans().select_related("body", "issuing_body").filter(slug=slug).first()
    if row is None:
        raise PlanNotVisible
    return row


@dataclass(frozen=True, slots=True)
class PlanFilters:
    """What a list of plans is narrowed to. Words are compared without marks."""

    words: str = ""
    year: int | None = None
    body_id: int | None = None


def narrowed(plans: QuerySet[Plan], filters: PlanFilters) -> QuerySet[Plan]:
    """Return the plans that fit the filters."""
    for word in fold(filters.words).split():
        plans = plans.filter(search_text__contains=word)
    if filters.year:
        plans = plans.filter(issued_on__year=filters.year)
    if filters.body_id:
        plans = plans.filter(Q(body_id=filters.body_id) | Q(issuing_body_id=filters.body_id))
    return plans


def with_task_counts(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Return the plans, each with `task_count`."""
    return plans.annotate(task_count=Count("tasks", distinct=True))


def tasks_of(plan: Plan) -> QuerySet[Task]:
    """Return the plan's tasks in the document's order, their assignments at hand in two queries."""
    return plan.tasks.prefetch_related("assignments__body")


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """What an agency's list of tasks is narrowed to."""

    words: str = ""
    role: str = ""
    kinds: Collection[DeadlineKind] = ()
    due_from: date | None = None
    due_until: date | None = None
    body_id: int | None = None


def assignments_of(bodies: Collection[int], filters: TaskFilters) -> QuerySet[Assignment]:
    """Return what the bodies have to do, their predecessors' tasks included; those with a date first, by date.

    The caller has checked that the actor holds a post in each of the bodies, or that only public plans are asked.
    """
    rows = Assignment.objects.filter(body_id__in=with_predecessors(bodies)).select_related("task__plan", "body")
    for word in fold(filters.words).split():
        rows = rows.filter(task__search_text__contains=word)
    if filters.role:
        rows = rows.filter(role=filters.role)
    if filters.kinds:
        rows = rows.filter(task__deadline_kind__in=list(filters.kinds))
    if filters.due_from:
        rows = rows.filter(task__due_on__gte=filters.due_from)
    if filters.due_until:
        rows = rows.filter(task__due_on__lte=filters.due_until)
    return rows.order_by(F("task__due_on").asc(nulls_last=True), "task__plan_id", "task__position", "role", "pk")


def public_assignments_of(body_id: int, *, words: str = "") -> QuerySet[Assignment]:
    """Return what public plans give to the body and its predecessors: leads first, the newest plan first."""
    rows = Assignment.objects.filter(body_id__in=with_predecessors({body_id}), task__plan_id__in=public_ids(PLAN))
    for word in fold(words).split():
        rows = rows.filter(task__search_text__contains=word)
    newest = F("task__plan__issued_on").desc(nulls_first=True)
    return rows.select_related("task__plan", "body").order_by("-role", newest, "task__plan_id", "task__position", "pk")


def public_tasks_of_body(body_id: int, *, limit: int) -> tuple[TaskDue, ...]:
    """Return the first of `public_assignments_of` as values."""
    return tuple(task_due(row, of=body_id) for row in public_assignments_of(body_id)[:limit])


def doubts_of(draft: DraftTask) -> tuple[Doubt, ...]:
    """Return what of the draft is not sure yet; nothing for one that was left out."""
    if draft.left_out:
        return ()
    return doubts(
        title=draft.title,
        lead=draft.lead,
        coordinating=draft.coordinating,
        deadline_kind=DeadlineKind(draft.deadline_kind),
    )


def waiting_imports(actor: Actor) -> QuerySet[PlanImport]:
    """Return the imports that wait for a person to check and confirm them."""
    return imports_visible_to(actor).filter(state=ImportState.IN_REVIEW)


def name_of(plan: Plan) -> str:
    """Return how the plan is called for short."""
    return plan_name(doc_type=plan.doc_type, number=plan.number, symbol=plan.symbol)


def head_name(head: dict[str, Any]) -> str:
    """Return how a document under review is called for short, from its head as read."""
    return plan_name(
        doc_type=head.get("doc_type") or "", number=head.get("number") or "", symbol=head.get("symbol") or ""
    )


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
        role=AssignmentRole(row.role).label,
        deadline_text=task.deadline_text,
        due_on=task.due_on,
        given_to=row.body.name if row.body_id != of else "",
    )
