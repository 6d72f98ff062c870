"""Whose work it is: who may see an assignment, work on it, lead it, follow it."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from minhbach.accounts.queries import active_holders
from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import chains_of, own_line, with_bodies_beneath, with_own_units
from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import Subject
from minhbach.planning.contracts import AssignmentNotVisible
from minhbach.planning.models import Assignment, Task, WorkReport
from minhbach.planning.queries.openness import progress_open_through_the_task, reports_open_through_the_task
from minhbach.planning.rules import MAY_FOLLOW, MAY_GIVE, WORKING


def bodies_worked_in(actor: Actor) -> frozenset[int]:
    """Return whose tasks are the actor's: a specialist's in a unit are the unit's, otherwise the body's with its units.

    A focal point answers for the whole body, whichever unit they sit in; so do leaders and Justice coordinators.
    """
    posts = [post for post in actor.posts if post.role in WORKING]
    whole = with_own_units({post.body for post in posts if post.unit is None or post.role in MAY_GIVE})
    return whole | {post.unit for post in posts if post.unit is not None}


def bodies_led(actor: Actor) -> frozenset[int]:
    """Return the bodies whose results the actor may accept: those led, with their units."""
    return with_own_units(actor.bodies_where(Role.LEADER))


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the actor's arms reach, found once a request: ids of bodies, their predecessors included."""

    works: frozenset[int]
    leads: frozenset[int]
    sees: frozenset[int]
    follows: frozenset[int]
    """Bodies whose plans the actor follows: there they urge, inspect, and (a leader) change limits."""
    person: int | None = None
    stands_for: frozenset[int] = frozenset()
    """The actor, and the absent colleagues whose posts they exercise: what is given to these by name is theirs."""
    above: frozenset[int] = frozenset()
    """Own bodies, what stands beneath and above them: where a work may be given to the actor by name."""


def reach_of(actor: Actor) -> Reach:
    """Return how far the actor reaches."""
    sees = with_bodies_beneath(actor.bodies())
    return Reach(
        works=frozenset(with_predecessors(bodies_worked_in(actor))),
        leads=frozenset(with_predecessors(bodies_led(actor))),
        sees=frozenset(with_predecessors(sees)),
        follows=actor.bodies_where(*MAY_FOLLOW),
        person=actor.person,
        stands_for=frozenset(filter(None, (actor.person, *(post.delegated_by for post in actor.posts)))),
        above=sees.union(*chains_of(actor.bodies()).values()),
    )


def assignments_visible_to(reach: Reach, *, keeps: frozenset[int]) -> QuerySet[Assignment]:
    """Return the assignments of which the actor may see how far they are: own ones, those of plans that an own body
    keeps, and those beside an own part in a task, unless both are one of many.

    :param keeps: the bodies in which the actor holds a post.
    """
    return Assignment.objects.filter(_own(reach, keeps) | progress_open_through_the_task(reach.sees))


def assignments_read_by(reach: Reach, *, keeps: frozenset[int]) -> QuerySet[Assignment]:
    """Return the assignments of which the actor may read what was reported, with its evidence.

    :param keeps: the bodies in which the actor holds a post.
    """
    return Assignment.objects.filter(_own(reach, keeps) | reports_open_through_the_task(reach.sees))


def _own(reach: Reach, keeps: frozenset[int]) -> Q:
    named = Q(person_id__in=reach.stands_for, body_id__in=reach.above)
    return Q(body_id__in=reach.sees) | Q(task__plan__body_id__in=keeps) | named


def works_open_to(actor: Actor, ids: Collection[int]) -> frozenset[int]:
    """Return those of the assignments of which the actor may see how far they are, and not only how they stand."""
    visible = assignments_visible_to(reach_of(actor), keeps=actor.bodies())
    return frozenset(visible.filter(pk__in=ids).values_list("pk", flat=True))


def visible_assignment(assignment_id: int, *, actor: Actor) -> Assignment:
    """Return one assignment with its task, plan, body, unit and person.

    :raises AssignmentNotVisible: if it is not there for the actor.
    """
    rows = assignments_visible_to(reach_of(actor), keeps=actor.bodies())
    row = rows.select_related("task__plan", "body", "unit", "person", "given_body").filter(pk=assignment_id).first()
    if row is None:
        raise AssignmentNotVisible
    return row


def reads_reports(assignment: Assignment, *, actor: Actor) -> bool:
    """True if the actor may read what was reported of it, with its evidence."""
    return assignments_read_by(reach_of(actor), keeps=actor.bodies()).filter(pk=assignment.pk).exists()


def sees_work(task: Task, *, actor: Actor) -> bool:
    """True if the actor takes part in the task, or keeps its plan, and so may comment on it.

    How far into each body's part they see, `works_open_to` and `reads_reports` say.
    """
    return task.assignments.filter(body_id__in=reach_of(actor).sees).exists() or task.plan.body_id in actor.bodies()


def assignment_for_change(assignment_id: int, *, actor: Actor) -> Assignment:
    """Return one assignment, locked until the end of the transaction.

    :raises AssignmentNotVisible: if it is not there for the actor.
    """
    visible_assignment(assignment_id, actor=actor)
    return Assignment.objects.select_for_update(of=("self",)).select_related("task__plan").get(pk=assignment_id)


def may_work(actor: Actor, assignment: Assignment) -> bool:
    """True if the actor's posts include one that works on it, or it was given to them or to their unit."""
    reach = reach_of(actor)
    named = assignment.person_id in reach.stands_for and assignment.body_id in reach.above
    return assignment.body_id in reach.works or assignment.unit_id in reach.works or (named and actor.holds(*WORKING))


def may_follow(actor: Actor, assignment: Assignment) -> bool:
    """True if the actor follows the plan for the body that keeps it."""
    return actor.holds(*MAY_FOLLOW, body=assignment.task.plan.body_id)


def who_accepts(assignment: Assignment, *, on: dt.date) -> frozenset[int]:
    """Return the people who may accept its result on the day.

    They are the leaders of its body; of a unit without leaders of its own, those of the body that it is a part of. A
    body whose leaders are not here yet has its results accepted by the leaders of the body that keeps the plan.
    """
    for body in (*own_line(assignment.body_id), assignment.task.plan.body_id):
        found = active_holders(body_id=body, roles=[Role.LEADER], on=on)
        if found:
            return found
    return frozenset()


def may_read_report_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open the evidence of a report: whoever reads the report."""
    read = assignments_read_by(reach_of(actor), keeps=actor.bodies()) if actor.is_officer else None
    return read is not None and WorkReport.objects.filter(pk=int(subject.id), assignment__in=read).exists()
