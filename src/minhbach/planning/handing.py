"""Moves one assignment from a body that ended to the one that followed it; where that one has the task already, both
become one."""

import datetime as dt

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN, AssignmentEvent, AssignmentState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.planning.models import Assignment
from minhbach.planning.moving import ASSIGNMENT_KIND, move
from minhbach.planning.spans import pass_on, stop_counting

FURTHER = (AssignmentState.GIVEN, AssignmentState.IN_WORK, AssignmentState.REPORTED)
MOVED, MERGED, KEPT = "moved", "merged", "kept"


def hand_on(row: Assignment, *, to: int, from_day: dt.date, actor: Actor, now: dt.datetime) -> str:
    """Hand an open assignment on, and say what became of it: moved, merged with the successor's own, or kept.

    It is kept with the body that ended, where the successor closed its own part already: what is open must not vanish
    in what is closed. The successor sees it among its tasks all the same, as that of its predecessor.

    :param from_day: the first day on which the successor holds it.
    """
    there = Assignment.objects.select_for_update().filter(task=row.task_id, body=to, role=row.role).first()
    if there is not None:
        return _merge(row, there, from_day, actor, now) if there.state in OPEN else KEPT
    before = row.body_id
    row.given_body_id = row.given_body_id or before
    row.body_id = to
    # The units and officers of the body that ended have nothing to do with it any more.
    row.unit_id = row.person_id = None
    row.save()
    pass_on(row, on=from_day)
    _note(row, "handed_on", {"from": before, "to": to}, actor, now)
    return MOVED


def _merge(row: Assignment, there: Assignment, from_day: dt.date, actor: Actor, now: dt.datetime) -> str:
    """Let the successor's part go on with what the further of both has; the reports of both are read there."""
    if (FURTHER.index(AssignmentState(row.state)), row.progress) > (
        FURTHER.index(AssignmentState(there.state)),
        there.progress,
    ):
        there.state, there.progress, there.reported_on = row.state, row.progress, row.reported_on
    begun = [one for one in (row.taken_over_on, there.taken_over_on) if one]
    there.taken_over_on = min(begun, default=None)
    there.save()
    row.reports.update(assignment=there)
    move(row, AssignmentEvent.DROP)
    row.save()
    stop_counting(row, on=from_day)
    _note(there, "merged", {"other": row.pk, "from": row.body_id}, actor, now)
    _note(row, "merged_into", {"other": there.pk, "to": there.body_id}, actor, now)
    return MERGED


def _note(row: Assignment, kind: str, facts: dict[str, Fact], actor: Actor, now: dt.datetime) -> None:
    record_event(
        chain=body_chain(row.body_id),
        kind=f"assignment.{kind}",
        subject=Subject(ASSIGNMENT_KIND, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
