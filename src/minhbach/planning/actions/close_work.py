"""Open finished work again, or say that it need not be done any more (mở lại, thôi thực hiện)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentEvent
from minhbach.domain.text import nfc
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import AssignmentNotVisible, WorkRefused
from minhbach.planning.models import Assignment, Remark, RemarkKind
from minhbach.planning.moving import finish, move, person_of
from minhbach.planning.queries.work import assignment_for_change, may_follow, who_accepts


@transaction.atomic
def reopen_work(*, assignment_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Open accepted work again; the limit stays, and lateness counts on from it.

    :raises AssignmentNotVisible: if it is not there for the actor, or they neither accept its results nor follow it.
    :raises WorkRefused: if it is not done, or no reason is given.
    """
    row = _for_word(assignment_id, actor, now)
    move(row, AssignmentEvent.REOPEN)
    row.done_on = row.reported_on = None
    row.progress = min(row.progress, 99)
    _say(row, reason, actor, now)
    finish(row, "reopened", actor=actor, now=now)


@transaction.atomic
def drop_work(*, assignment_id: int, ground: str, actor: Actor, now: datetime) -> None:
    """Say that the body need not do its part any more; it is counted nowhere from today on.

    :param ground: the document or decision that takes the duty away.
    :raises AssignmentNotVisible: as `reopen_work`.
    :raises WorkRefused: if it is closed, or no ground is given.
    """
    row = _for_word(assignment_id, actor, now)
    move(row, AssignmentEvent.DROP)
    row.reported_on = None
    _say(row, ground, actor, now)
    finish(row, "dropped", actor=actor, now=now)


@transaction.atomic
def resume_work(*, assignment_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take up again what was dropped.

    :raises AssignmentNotVisible: as `reopen_work`.
    :raises WorkRefused: if it was not dropped, or no reason is given.
    """
    row = _for_word(assignment_id, actor, now)
    move(row, AssignmentEvent.RESUME)
    _say(row, reason, actor, now)
    finish(row, "resumed", actor=actor, now=now)


def _for_word(assignment_id: int, actor: Actor, now: datetime) -> Assignment:
    row = assignment_for_change(assignment_id, actor=actor)
    if actor.person not in who_accepts(row, on=local_date(now)) and not may_follow(actor, row):
        raise AssignmentNotVisible
    return row


def _say(row: Assignment, reason: str, actor: Actor, now: datetime) -> None:
    reason = nfc(reason).strip()
    if not reason:
        raise WorkRefused(_("Ghi lý do hoặc căn cứ, để người sau hiểu."))
    # The reason is free text, so it stands beside the work and not in the log, from which nothing can be erased.
    Remark.objects.create(
        task_id=row.task_id,
        kind=RemarkKind.COMMENT,
        body_id=row.task.plan.body_id if may_follow(actor, row) else row.body_id,
        about_id=row.body_id,
        text=reason,
        written_by_id=person_of(actor),
        written_at=now,
    )
