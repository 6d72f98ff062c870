"""Whom an officer may urge about a plan, and which letters have urged whom."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Q

from minhbach.agencies.queries import body_names
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.letter import LetterState
from minhbach.papers.queries import letters_in_short
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Assignment, AssignmentRole, Plan, Urging
from minhbach.planning.queries.cascade import cascade_of
from minhbach.planning.queries.due import TO_DO
from minhbach.planning.queries.plans import visible_plan
from minhbach.planning.rules import MAY_FOLLOW
from minhbach.planning.urging.letters import Urged, UrgedPart


def plan_to_urge(plan_id: int, *, actor: Actor) -> Plan:
    """Return a plan that the actor follows for the body that keeps it.

    :raises PlanNotVisible: if it is not there for the actor, or not theirs to follow.
    """
    plan = visible_plan(plan_id, actor=actor)
    if not actor.holds(*MAY_FOLLOW, body=plan.body_id):
        raise PlanNotVisible
    return plan


def parts_to_urge(plan: Plan, reason: Urged, *, on: dt.date, actor: Actor) -> tuple[UrgedPart, ...]:
    """Return the parts of the plan's tasks about which their bodies may be urged, by body, the longest late first.

    Who lacks a plan of their own is urged as the cascade counts it: the body itself, for the tasks of its units too.

    :raises PlanNotVisible: if the actor does not look down from the plan.
    """
    whose = _lacking_plans(plan, on, actor) if reason == Urged.NO_PLAN else None
    rows = Assignment.objects.filter(_condition(reason, on), task__plan=plan)
    nearest = F("due_on").asc(nulls_last=True)
    rows = rows.select_related("task").order_by("body__sort_key", "body_id", nearest, "task__position", "pk")
    found = [(whose.get(row.body_id) if whose is not None else row.body_id, row) for row in rows]
    names = body_names({body for body, _row in found if body})
    return tuple(
        UrgedPart(
            assignment_id=row.pk,
            body_id=body,
            body=names[body],
            title=row.task.title,
            deadline_text=row.task.deadline_text,
            due_on=row.due_on,
        )
        for body, row in found
        if body
    )


def _condition(reason: Urged, on: dt.date) -> Q:
    leading = Q(role=AssignmentRole.LEAD)
    match reason:
        case Urged.LATE:
            return leading & Q(state__in=TO_DO, due_on__lt=on)
        case Urged.NOT_TAKEN:
            return leading & Q(state=AssignmentState.GIVEN)
        case Urged.NO_PLAN:
            # Who only takes part in a task makes a plan of their own as well.
            return ~Q(state=AssignmentState.DROPPED)


def _lacking_plans(plan: Plan, on: dt.date, actor: Actor) -> dict[int, int]:
    """Return, for each body that acts for one without a plan of its own, that one."""
    rows = cascade_of(plan, on=on, actor=actor).bodies
    return {member: row.body.id for row in rows if row.lacks_plan for member in (row.body.id, *row.members)}


@dataclass(frozen=True, slots=True)
class Urgence:
    """That a letter urged a body about its part. `on` is the letter's date; None while it is only drafted."""

    assignment_id: int
    letter_id: int
    letter: str
    on: dt.date | None


def urgings_of(assignments: Collection[int], *, drafts: bool) -> Mapping[int, Sequence[Urgence]]:
    """Return the letters that urged each part, the latest first; dropped ones urged nobody: two queries.

    :param drafts: also those that bear no number yet, for who keeps the plan: nobody else knows of them.
    """
    rows = list(Urging.objects.filter(assignment__in=assignments).order_by("-pk"))
    letters = letters_in_short({row.letter_id for row in rows})
    found: dict[int, list[Urgence]] = {}
    for row in rows:
        letter = letters.get(row.letter_id)
        known = (LetterState.NUMBERED, LetterState.SIGNED, *((LetterState.DRAFT,) if drafts else ()))
        if letter and letter.state in known:
            one = Urgence(row.assignment_id, row.letter_id, letter.name, letter.issued_on)
            found.setdefault(row.assignment_id, []).append(one)
    return found
