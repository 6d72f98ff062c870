"""What needs an act of one officer now, and what of theirs waits for somebody else."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery

from minhbach.accounts.queries import bodies_where_held, person_names
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.planning.models import Assignment, AssignmentRole, Difficulty, WorkReport
from minhbach.planning.queries.plans import name_of
from minhbach.planning.queries.staff import Staff, Work, staff_of
from minhbach.planning.queries.work import Reach
from minhbach.planning.rules import MAY_GIVE, WORKING, numbered, plan_name

TO_DO = (AssignmentState.GIVEN, AssignmentState.IN_WORK)
"""A reported result waits for a leader; who reported it has nothing to do."""

WORK = ("body_id", "task__plan__body_id", "person_id", "unit_id")
"""The columns of an assignment that make a `Work`, in its order."""


@dataclass(frozen=True, slots=True)
class Due:
    """A leading part of a task with a limit. `to_give` where it is given to nobody, so that giving it comes first."""

    assignment_id: int
    due_on: dt.date
    to_give: bool


Near = Mapping[int, tuple[Work, dt.date]]
"""Works that may concern the actor, by id: each with its limit, or since when it waits, the first first."""


def due_for(
    actor: Actor, reach: Reach, *, on: dt.date, until: dt.date | None = None, otherwise: Collection[Role] = MAY_GIVE
) -> tuple[Due, ...]:
    """Return the work that the actor must do, nearest limit first: given to them, or to nobody where they see to it.

    :param reach: `reach_of` the actor.
    :param until: the latest limit, itself included; None: all.
    :param otherwise: the roles that see to work that nobody has.
    """
    near = works_near(actor, reach, until=until)
    return due_among(near, staff_of([work for work, _due in near.values()], on=on), actor, otherwise=otherwise)


def works_near(actor: Actor, reach: Reach, *, until: dt.date | None = None) -> Near:
    """Return the open works with a limit among which those that the actor must do are."""
    if not actor.holds(*WORKING):
        return {}
    rows = Assignment.objects.filter(role=AssignmentRole.LEAD, state__in=TO_DO, due_on__isnull=False)
    rows = rows if until is None else rows.filter(due_on__lte=until)
    named = Q(person_id__in=reach.stands_for, body_id__in=reach.above)
    found = _rows(rows, ("pk", "due_on", *WORK), Q(body_id__in=reach.works), Q(unit_id__in=reach.works), named)
    return {pk: (Work(*work), due) for pk, due, *work in sorted(found, key=lambda row: (row[1], row[0]))}


def due_among(near: Near, staff: Staff, actor: Actor, *, otherwise: Collection[Role] = MAY_GIVE) -> tuple[Due, ...]:
    """Return those of the works that the actor must do. `staff` is that of these works."""
    # What a body without anybody left behind is seen to by who may act for its successors.
    heirs = frozenset({actor.person} if actor.holds(*otherwise) else ())
    return tuple(
        Due(pk, due, to_give=not staff.named(work))
        for pk, (work, due) in near.items()
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
    title = numbered(row.task.number, row.task.title)
    return Part(row.pk, title, name_of(row.task.plan), str(row.body), row.due_on)


@dataclass(frozen=True, slots=True)
class Reported:
    """A work whose result waits for an answer, and who reported it."""

    work: Work
    reporter: int | None


def results_near(actor: Actor, reach: Reach, *, on: dt.date) -> Mapping[int, Reported]:
    """Return by id, the longest waiting first, the works among which those that wait for this leader's word are."""
    led = actor.bodies_where(Role.LEADER)
    if not led:
        return {}
    # Bodies of a plan's carrying out that have leaders answer for themselves: a province's plan has thousands.
    without = Q(task__plan__body_id__in=led) & ~Q(body_id__in=bodies_where_held(roles=[Role.LEADER], on=on))
    waiting = WorkReport.objects.filter(is_result=True, answered_at=None, taken_back_at=None, assignment=OuterRef("pk"))
    rows = Assignment.objects.filter(state=AssignmentState.REPORTED).annotate(
        reporter=Subquery(waiting.order_by("-pk").values("reported_by")[:1])
    )
    found = _rows(rows, ("pk", "reported_on", "reporter", *WORK[:2]), Q(body_id__in=reach.leads), without)
    first = sorted(found, key=lambda row: (row[1] or on, row[0]))
    return {pk: Reported(Work(*work), reporter) for pk, _since, reporter, *work in first}


def waiting_among(near: Mapping[int, Reported], staff: Staff, actor: Actor) -> tuple[int, ...]:
    """Return the ids of those that wait for the actor's word. `staff` is that of these works."""
    return tuple(pk for pk, one in near.items() if actor.person in staff.answering(one.work, reporter=one.reporter))


def _rows(rows: QuerySet[Assignment], columns: Sequence[str], *ways: Q) -> set[tuple[Any, ...]]:
    """Return the rows that fit one of the ways, in one query; united, for "or" over columns uses no index."""
    first, *others = (rows.filter(way).order_by().values_list(*columns) for way in ways)
    return set(first.union(*others))


@dataclass(frozen=True, slots=True)
class Answerless:
    """A result that the actor reported and nobody has answered, with the names of those whose word it waits for."""

    part: Part
    who: tuple[str, ...]
    since: dt.date


def own_results(actor: Actor, reach: Reach, *, limit: int) -> Mapping[WorkReport, Work]:
    """Return the first results that the actor reported and nobody has answered, the longest waiting first."""
    waiting = WorkReport.objects.filter(
        is_result=True, answered_at=None, taken_back_at=None, reported_by=actor.person,
        assignment__state=AssignmentState.REPORTED, assignment__body_id__in=reach.sees,
    )  # fmt: skip
    rows = waiting.select_related("assignment__task__plan", "assignment__body").order_by("reported_on", "pk")[:limit]
    return {one: Work(one.assignment.body_id, one.assignment.task.plan.body_id) for one in rows}


def unanswered_among(reports: Mapping[WorkReport, Work], staff: Staff, actor: Actor) -> tuple[Answerless, ...]:
    """Return those that wait for others. `staff` is that of these works."""
    asked = {one: staff.answering(work, reporter=actor.person) for one, work in reports.items()}
    names = person_names(frozenset[int]().union(*asked.values()))
    return tuple(
        Answerless(_part(one.assignment), tuple(sorted(names[who] for who in people)), one.reported_on)
        for one, people in asked.items()
        # What only they themself can accept waits for nobody else.
        if people != {actor.person}
    )


@dataclass(frozen=True, slots=True)
class WorkDay:
    """What work on tasks has for one officer: what they must do, whose results wait for them, what of theirs waits."""

    due: tuple[Due, ...]
    waiting: tuple[int, ...]
    unanswered: tuple[Answerless, ...]


def work_day(actor: Actor, reach: Reach, *, on: dt.date, until: dt.date, limit: int) -> WorkDay:
    """Return the officer's day, up to the latest limit; who acts for all these works is asked at once.

    :param limit: so many of the actor's own results at most.
    """
    near, reported = works_near(actor, reach, until=until), results_near(actor, reach, on=on)
    own = own_results(actor, reach, limit=limit)
    works = (*(work for work, _due in near.values()), *(one.work for one in reported.values()), *own.values())
    staff = staff_of(works, on=on)
    return WorkDay(
        due_among(near, staff, actor), waiting_among(reported, staff, actor), unanswered_among(own, staff, actor)
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
    """Return the plans with late work of other bodies that the actor follows, the longest late first."""
    if not reach.follows:
        return ()
    late = Assignment.objects.filter(
        role=AssignmentRole.LEAD, state__in=TO_DO, due_on__lt=on, task__plan__body_id__in=reach.follows
    ).exclude(body_id__in=reach.works)
    plan = ("doc_type", "number", "symbol")
    counted = late.values("task__plan_id", *(f"task__plan__{one}" for one in plan)).annotate(
        works=Count("pk"), bodies=Count("body_id", distinct=True), since=Min("due_on"),
        name=Min("body__name"), place=Min("body__place"),
    )  # fmt: skip
    rows = counted.order_by("since", "task__plan_id")[:limit]
    return tuple(
        LateBelow(
            plan_id=row["task__plan_id"],
            plan=plan_name(**{one: row[f"task__plan__{one}"] for one in plan}),
            works=row["works"],
            bodies=row["bodies"],
            body=", ".join(filter(None, (row["name"], row["place"]))) if row["bodies"] == 1 else "",
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
