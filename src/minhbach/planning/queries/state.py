"""A plan and its state as of any day, as reports, tables and data give it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import FilteredRelation, OuterRef, Q, Subquery

from minhbach.agencies.queries import body_names
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.domain.plans.standing import Stand, Standing, standing
from minhbach.domain.units.values import Level
from minhbach.planning.models import Assignment, AssignmentRole, Difficulty, Plan, Task, WorkReport
from minhbach.planning.queries.counting import Counts, counts, counts_by, spans_on
from minhbach.planning.queries.difficulties import as_they_stood


@dataclass(frozen=True, slots=True)
class PartState:
    """One body's part in a task as of the day. `stands` is None for who coordinates and for what was dropped."""

    task_position: int
    task_number: str
    task_title: str
    deadline_text: str
    body_id: int
    body: str
    role: str
    due_on: dt.date | None
    done_on: dt.date | None
    stands: Standing | None
    dropped: bool
    evidence: str = ""
    """What the accepted result says; empty where the asker may not read it."""


@dataclass(frozen=True, slots=True)
class BodyCounts:
    """How one body stands in a plan."""

    body_id: int
    name: str
    counts: Counts


def parts_on(plan: Plan, day: dt.date, *, with_evidence: bool, only_leads: bool = False) -> Iterator[PartState]:
    """Yield every body's part in the plan's tasks as it stood on the day, in the plan's order, from one query.

    Who coordinates is shown as it is today, for no history is kept of it. A leading part that was not there yet on the
    day is left out.
    """
    rows = Assignment.objects.filter(task__plan=plan).annotate(
        at=FilteredRelation(
            "spans",
            condition=Q(spans__from_on__lte=day) & (Q(spans__until_on=None) | Q(spans__until_on__gt=day)),
        )
    )
    leading = Q(role=AssignmentRole.LEAD, at__isnull=False)
    rows = rows.filter(leading if only_leads else leading | Q(role=AssignmentRole.COORDINATING))
    if with_evidence:
        accepted = WorkReport.objects.filter(
            assignment=OuterRef("pk"), is_result=True, accepted=True, answered_at__date__lte=day
        ).order_by("-answered_at", "-pk")
        rows = rows.annotate(evidence_text=Subquery(accepted.values("text")[:1]))
    rows = rows.order_by("task__position", "-role", "body__sort_key", "pk")
    columns = (
        "task__position", "task__section", "task__number", "task__title", "task__deadline_text", "role",
        "body_id", "body__name", "body__place", "at__body_id", "at__body__name", "at__body__place",
        "at__due_on", "at__done_on", "at__dropped",
    )  # fmt: skip
    for row in rows.values_list(*columns, *(("evidence_text",) if with_evidence else ())).iterator(chunk_size=2000):
        yield _part(row, day)


def _part(row: Sequence[object], day: dt.date) -> PartState:
    position, section, number, title, deadline, role, *rest = row
    body, name, place, at_body, at_name, at_place, due, done, dropped, *more = rest
    leads = role == AssignmentRole.LEAD
    stand = Stand(at_body, due, done, bool(dropped)) if leads else None  # type: ignore[arg-type]
    return PartState(
        task_position=position,  # type: ignore[arg-type]
        task_number=".".join(filter(None, (str(section), str(number)))),
        task_title=str(title),
        deadline_text=str(deadline),
        body_id=at_body if leads else body,  # type: ignore[arg-type]
        body=_named(at_name, at_place) if leads else _named(name, place),
        role=str(role),
        due_on=due if leads else None,  # type: ignore[arg-type]
        done_on=done if leads else None,  # type: ignore[arg-type]
        stands=standing(stand, on=day) if stand else None,
        dropped=bool(dropped),
        evidence=str(more[0] or "") if more else "",
    )


def _named(name: object, place: object) -> str:
    return f"{name}, {place}" if place else str(name)


def counts_on(plan: Plan, day: dt.date) -> Counts:
    """Count the plan's work as of the day."""
    return counts(spans_on(day).filter(plan=plan), on=day)


def counts_of_bodies(plan: Plan, day: dt.date) -> list[BodyCounts]:
    """Count for each body that led on the day; those with most late work first, then by name. Two queries."""
    found = counts_by(spans_on(day).filter(plan=plan), "body", on=day)
    names = body_names(found)
    rows = [BodyCounts(body, names.get(body, ""), counted) for body, counted in found.items() if counted.every]
    return sorted(rows, key=lambda row: (-row.counts.open_late, -row.counts.open_in_time, row.name))


def counts_of_levels(plan: Plan, day: dt.date) -> Mapping[Level, Counts]:
    """Count for each level of government whose bodies led on the day, the highest first: one query."""
    found = counts_by(spans_on(day).filter(plan=plan), "body__level", on=day)
    return {one: found[one.value] for one in Level if one.value in found and found[one.value].every}


def counts_of_tasks(plan: Plan, day: dt.date) -> Mapping[int, Counts]:
    """Count for each task, by its id: one query."""
    return counts_by(spans_on(day).filter(plan=plan), "assignment__task", on=day)


def tasks_in_order(plan: Plan) -> Iterator[Task]:
    """Yield the plan's tasks in the document's order."""
    return plan.tasks.order_by("position").iterator(chunk_size=500)


@dataclass(frozen=True, slots=True)
class DifficultyCounts:
    """How many difficulties stood on the day, and how many of them were answered."""

    raised: int
    answered: int


def difficulties_on(plan: Plan, day: dt.date) -> DifficultyCounts:
    """Count what was raised on the plan or its tasks until the day and is not withdrawn.

    What was passed up counts once, for who raised it.
    """
    raised = Difficulty.objects.filter(Q(plan=plan) | Q(task__plan=plan), carries=None)
    rows = as_they_stood(raised.exclude(state=DifficultyState.WITHDRAWN), on=day)
    return DifficultyCounts(rows.count(), rows.filter(state_then=DifficultyState.ANSWERED).count())
