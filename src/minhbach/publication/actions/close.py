"""Shut the gate: send back or take back what waits, or withdraw what is public."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.publication.contracts import PublicationRecord, PublicationRefused
from minhbach.publication.models import Publication
from minhbach.publication.queries import record, visible_publication
from minhbach.publication.rules import MAY_APPROVE, MAY_SUBMIT
from minhbach.publication.stamp import mark_changed


def send_back(*, subject_kind: str, subject_id: int, remark: str, actor: Actor, now: datetime) -> PublicationRecord:
    """Give the subject back to its drafter with a remark that says what to mend (trả lại)."""
    return _close(subject_kind, subject_id, PublicationEvent.SEND_BACK, "publication.sent_back", remark, actor, now)


def withdraw_publication(
    *, subject_kind: str, subject_id: int, remark: str, actor: Actor, now: datetime
) -> PublicationRecord:
    """Take what is public away from the public at once, with its reason (rút khỏi công khai)."""
    return _close(subject_kind, subject_id, PublicationEvent.WITHDRAW, "publication.withdrawn", remark, actor, now)


@transaction.atomic
def take_back_submission(*, subject_kind: str, subject_id: int, actor: Actor, now: datetime) -> PublicationRecord:
    """Take back what waits for approval, before the leader has answered (lấy lại bản trình).

    :raises PublicationNotVisible: if the actor holds no post in the body.
    :raises PublicationRefused: if the actor's posts do not include one that submits.
    :raises MoveNotAllowed: if it does not wait any more.
    """
    row = visible_publication(subject_kind, subject_id, actor=actor)
    if not actor.holds(*MAY_SUBMIT, body=row.body_id):
        raise PublicationRefused(_("Vai trò của người này không trình công khai được."))
    return _move(row, PublicationEvent.TAKE_BACK, "publication.taken_back", "", actor, now)


@transaction.atomic
def _close(
    subject_kind: str, subject_id: int, event: PublicationEvent, kind: str, remark: str, actor: Actor, now: datetime
) -> PublicationRecord:
    """Do either.

    :raises PublicationNotVisible: if the actor holds no post in the body.
    :raises PublicationRefused: if the actor is no leader of the body, or gives no reason.
    :raises MoveNotAllowed: if the state does not allow it.
    """
    row = visible_publication(subject_kind, subject_id, actor=actor)
    if not actor.holds(*MAY_APPROVE, body=row.body_id):
        raise PublicationRefused(_("Chỉ lãnh đạo của cơ quan mới làm được việc này."))
    if not remark.strip():
        raise PublicationRefused(_("Ghi lý do để người trình biết phải sửa gì."))
    return _move(row, event, kind, remark.strip()[:500], actor, now)


def _move(
    row: Publication, event: PublicationEvent, kind: str, remark: str, actor: Actor, now: datetime
) -> PublicationRecord:
    row.state = PUBLICATION.next(PublicationState(row.state), event)
    row.remark = remark
    row.save()
    subject = Subject(row.subject_kind, row.subject_id)
    record_event(chain=f"body:{row.body_id}", kind=kind, subject=subject, actor=actor, now=now)
    if event is PublicationEvent.WITHDRAW:
        mark_changed(now=now)
    return record(row)
