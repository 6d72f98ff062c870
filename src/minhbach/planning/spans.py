"""Writes down how assignments stand from which day on. `AssignmentSpan` has no other writer."""

import datetime as dt
from collections.abc import Iterable

from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.plans.standing import Stand
from minhbach.planning.models import Assignment, AssignmentRole, AssignmentSpan


def begin_spans(assignments: Iterable[Assignment], *, plan_id: int, on: dt.date) -> None:
    """Open the first span of each fresh assignment that leads; the others are not counted."""
    AssignmentSpan.objects.bulk_create(
        (_span(one, stand_of(one), plan_id=plan_id, on=on) for one in assignments if one.role == AssignmentRole.LEAD),
        batch_size=1000,
    )


def note_stand(assignment: Assignment, *, on: dt.date) -> None:
    """Let the assignment stand as it does from the day on; nothing where that is how it stood already.

    A second change on one day replaces the first: what counts of a day is how it ended.
    """
    if assignment.role != AssignmentRole.LEAD:
        return
    stand = stand_of(assignment)
    running = AssignmentSpan.objects.select_for_update().get(assignment=assignment, until_on=None)
    if stand == Stand(running.body_id, running.due_on, running.done_on, running.dropped):
        return
    if running.from_on >= on:
        running.body_id, running.due_on, running.done_on = stand.body, stand.due_on, stand.done_on
        running.dropped = stand.dropped
        running.save()
        return
    running.until_on = on
    running.save(update_fields=["until_on"])
    _span(assignment, stand, plan_id=running.plan_id, on=on).save(force_insert=True)


def stand_of(assignment: Assignment) -> Stand:
    """Return the facts by which the assignment is counted."""
    dropped = assignment.state == AssignmentState.DROPPED
    return Stand(assignment.body_id, assignment.due_on, assignment.done_on, dropped)


def _span(assignment: Assignment, stand: Stand, *, plan_id: int, on: dt.date) -> AssignmentSpan:
    return AssignmentSpan(
        assignment=assignment,
        plan_id=plan_id,
        body_id=stand.body,
        from_on=on,
        due_on=stand.due_on,
        done_on=stand.done_on,
        dropped=stand.dropped,
    )
