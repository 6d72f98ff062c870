"""Writes down how assignments stand from which day on. `AssignmentSpan` has no other writer."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q

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


def note_limits(assignments: Iterable[Assignment], *, on: dt.date) -> None:
    """Let many assignments stand with their present limits from the day on, as `note_stand` does for one."""
    leading = {one.pk: one for one in assignments if one.role == AssignmentRole.LEAD}
    running = AssignmentSpan.objects.select_for_update().filter(assignment__in=leading, until_on=None)
    same_day, ended, begun = [], [], []
    for span in running.order_by("pk"):
        assignment = leading[span.assignment_id]
        if span.due_on == assignment.due_on:
            continue
        if span.from_on >= on:
            span.due_on = assignment.due_on
            same_day.append(span)
            continue
        span.until_on = on
        ended.append(span)
        begun.append(_span(assignment, stand_of(assignment), plan_id=span.plan_id, on=on))
    AssignmentSpan.objects.bulk_update(same_day, ["due_on"])
    AssignmentSpan.objects.bulk_update(ended, ["until_on"])
    AssignmentSpan.objects.bulk_create(begun)


def pass_on(assignment: Assignment, *, on: dt.date) -> None:
    """Let the assignment be of its present body from the day on, whenever that is written down, and not before it."""
    for span in _from(assignment, on=on):
        span.body_id = assignment.body_id
        span.save(update_fields=["body"])


def stop_counting(assignment: Assignment, *, on: dt.date) -> None:
    """Count the assignment nowhere from the day on, whenever that is written down; until then it counts as it did."""
    for span in _from(assignment, on=on):
        span.dropped = True
        span.save(update_fields=["dropped"])


def _from(assignment: Assignment, *, on: dt.date) -> list[AssignmentSpan]:
    """Return the spans from the day on, the one that runs over it cut in two at the day."""
    spans = AssignmentSpan.objects.select_for_update().filter(assignment=assignment)
    over = spans.filter(Q(until_on=None) | Q(until_on__gt=on), from_on__lt=on).first()
    if over is not None:
        later = AssignmentSpan(
            assignment=assignment, plan_id=over.plan_id, body_id=over.body_id, from_on=on, until_on=over.until_on,
            due_on=over.due_on, done_on=over.done_on, dropped=over.dropped,
        )  # fmt: skip
        over.until_on = on
        over.save(update_fields=["until_on"])
        later.save(force_insert=True)
    return list(spans.filter(from_on__gte=on))


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
