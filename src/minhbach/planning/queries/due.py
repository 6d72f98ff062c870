"""What needs an act of one officer now, and what of theirs waits for somebody else."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from minhbach.accounts.queries import bodies_where_held, person_names
from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.planning.models import Assignment, AssignmentRole, Difficulty, WorkReport
from minhbach.planning.queries.plans import name_of
from minhbach.planning.queries.staff import Work, staff_of
from minhbach.planning.queries.work import Reach
from minhbach.planning.rules import MAY_GIVE, WORKING, plan_name

TO_DO = (AssignmentState.GIVEN, AssignmentState.IN_WORK)
"""A reported result waits for a leader; who reported it has nothing to do."""
KEYS = ("pk", "body_id", "task__plan__body_id", "person_id", "unit_id", "due_on", "reported_on")


@dataclass(frozen=True, slots=True)
class Due:
    """A leading part of a task with a limit. `to_give` where it is given to nobody, so that giving it comes first."""

    assignment_id: int
    due_on: dt.date
    to_give: bool


def due_for(
    actor: Actor, reach: Reach, *, on: dt.date, until: dt.date | None = None, otherwise: Collection[Role] = MAY_GIVE
) -> tuple[Due, ...]:
    """Return the work that the actor must do, nearest limit first: given to them, or to nobody where they see to it.

    :param reach: `reach_of` the actor.
    :param until: the latest limit, itself included; None: all.
    :param otherwise: the roles that see to work that nobody has.
    """
    if not actor.holds(*WORKING):
        return ()
    rows = Assignment.objects.filter(role=AssignmentRole.LEAD, state__in=TO_DO, due_on__isnull=False)
    rows = rows if until is None else rows.filter(due_on__lte=until)
    named = Q(person_id__in=reach.stands_for, body_id__in=reach.above)
    near = _keys(rows, Q(body_id__in=reach.works), Q(unit_id__in=reach.works), named)
    found = {row[0]: (Work(*row[1:5]), row[5]) for row in sorted(near, key=lambda row: (row[5], row[0]))}
    staff = staff_of([work for work, _due in found.values()], on=on)
    # What a body without anybody left behind is seen to by who may act for its successors.
    heirs = frozenset({actor.person} if actor.holds(*otherwise) else ())
    return tuple(
        Due(pk, due, to_give=not staff.named(work))
        for pk, (work, due) in found.items()
        if actor.person in (staff.doers(work, otherwise=otherwise) or heirs)
    )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a task as other pages name it: title with the document's number, the plan for short, and the body."""

    assignment_id: int
    title: str
    plan: str
    body: str
    due_on: dt.date | None


def parts_named(ids: Collection[int]) -> dict[int, Part]:
    """Return parts of tasks by id, for who has been told of them: one query."""
    rows = Assignment.objects.filter(pk__in=ids).select_related("task__plan", "body")
    return {row.pk: _part(row) for row in rows}


def _part(row: Assignment) -> Part:
    title = f"{row.task.number} {row.task.title}".strip()
    return Part(row.pk, title, name_of(row.task.plan), str(row.body), row.due_on)


def results_waiting(actor: Actor, reach: Reach, *, on: dt.date) -> tuple[int, ...]:
    """Return the ids of the works whose reported result waits for this leader's word, the longest waiting first."""
    led = actor.bodies_where(Role.LEADER)
    if not led:
        return ()
    # Bodies of a plan's carrying out that have leaders answer for themselves: a province's plan has thousands.
    without = Q(task__plan__body_id__in=led) & ~Q(body_id__in=bodies_where_held(roles=[Role.LEADER], on=on))
    rows = Assignment.objects.filter(state=AssignmentState.REPORTED)
    near = _keys(rows, Q(body_id__in=reach.leads), without)
    found = {row[0]: Work(*row[1:3]) for row in sorted(near, key=lambda row: (row[6] or on, row[0]))}
    reporters = _reporters(found)
    staff = staff_of(list(found.values()), on=on)
    return tuple(pk for pk, work in found.items() if actor.person in staff.answering(work, reporter=reporters.get(pk)))


def _keys(rows: QuerySet[Assignment], *ways: Q) -> set[tuple[Any, ...]]:
    """Return the rows that fit one of the ways; asked one by one, for "or" over columns uses no index."""
    return {row for way in ways for row in rows.filter(way).order_by().values_list(*KEYS)}


def _reporters(ids: Collection[int]) -> Mapping[int, int]:
    waiting = WorkReport.objects.filter(is_result=True, answered_at=None, taken_back_at=None)
    reports = waiting.filter(assignment_id__in=ids).order_by("pk")
    return dict(reports.values_list("assignment_id", "reported_by_id"))


@dataclass(frozen=True, slots=True)
class Answerless:
    """A result that the actor reported and nobody has answered, with the names of those whose word it waits for."""

    part: Part
    who: tuple[str, ...]
    since: dt.date


def own_results_unanswered(actor: Actor, reach: Reach, *, on: dt.date, limit: int) -> tuple[Answerless, ...]:
    """Return the first results of the actor that wait for others, the longest waiting first."""
    waiting = WorkReport.objects.filter(
        is_result=True, answered_at=None, taken_back_at=None, reported_by=actor.person,
        assignment__state=AssignmentState.REPORTED, assignment__body_id__in=reach.sees,
    )  # fmt: skip
    reports = list(
        waiting.select_related("assignment__task__plan", "assignment__body").order_by("reported_on", "pk")[:limit]
    )
    works = {one.pk: Work(one.assignment.body_id, one.assignment.task.plan.body_id) for one in reports}
    staff = staff_of(list(works.values()), on=on)
    asked = {pk: staff.answering(work, reporter=actor.person) for pk, work in works.items()}
    names = person_names(frozenset[int]().union(*asked.values()))
    return tuple(
        Answerless(_part(one.assignment), tuple(sorted(names[who] for who in asked[one.pk])), one.reported_on)
        for one in reports
        # What only they themself can accept waits for nobody else.
        if asked[one.pk] != {actor.person}
    )


@dataclass(frozen=True, slots=True)
class LateBelow:
    """How much work of other bodies is late in a plan that an own body keeps. `body` names one that is alone."""

    plan_id: int
    plan: str
    works: int
    bodies: int
    body: str
    since: dt.date


def late_below(reach: Reach, *, on: dt.date, limit: int) -> tuple[LateBelow, ...]:
    """Return the plans with late work of other bodies that the actor follows, the longest late first: two queries."""
    if not reach.follows:
        return ()
    late = Assignment.objects.filter(
        role=AssignmentRole.LEAD, state__in=TO_DO, due_on__lt=on, task__plan__body_id__in=reach.follows
    ).exclude(body_id__in=reach.works)
    plan = ("doc_type", "number", "symbol")
    counted = late.values("task__plan_id", *(f"task__plan__{one}" for one in plan)).annotate(
        works=Count("pk"), bodies=Count("body_id", distinct=True), one=Min("body_id"), since=Min("due_on")
    )
    rows = list(counted.order_by("since", "task__plan_id")[:limit])
    names = body_names(row["one"] for row in rows if row["bodies"] == 1)
    return tuple(
        LateBelow(
            plan_id=row["task__plan_id"],
            plan=plan_name(**{one: row[f"task__plan__{one}"] for one in plan}),
            works=row["works"],
            bodies=row["bodies"],
            body=names.get(row["one"], ""),
            since=row["since"],
        )
        for row in rows
    )


def own_difficulties_unanswered(actor: Actor, reach: Reach, *, limit: int) -> Sequence[Difficulty]:
    """Return the first difficulties that the actor raised and nobody has answered, the oldest first."""
    rows = Difficulty.objects.filter(
        raised_by=actor.person, body_id__in=reach.sees,
        state__in=(DifficultyState.RAISED, DifficultyState.PASSED_UP),
    )  # fmt: skip
    return list(rows.select_related("asked", "plan").order_by("raised_at", "pk")[:limit])
