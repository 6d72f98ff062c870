"""Open the gate: a named leader lets the public see the subject (duyệt công khai)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.publication.contracts import PublicationRecord, PublicationRefused
from minhbach.publication.queries import others_may_approve, record, visible_publication
from minhbach.publication.rules import reason_not_to_approve
from minhbach.publication.stamp import mark_changed


@transaction.atomic
def approve_publication(
    *, subject_kind: str, subject_id: int, seen_with_own_eyes: bool, actor: Actor, now: datetime
) -> PublicationRecord:
    """Make the subject public in the approver's name.

    :param seen_with_own_eyes: the approver's statement “đã kiểm tra bằng mắt”; without it nothing goes out.
    :raises PublicationNotVisible: if the actor holds no post in the body.
    :raises PublicationRefused: if the actor may not approve, or has not looked.
    :raises MoveNotAllowed: if nothing waits for approval.
    """
    row = visible_publication(subject_kind, subject_id, actor=actor)
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=timezone.localdate(now))
    reason = reason_not_to_approve(
        actor=actor, body=row.body_id, submitted_by=row.submitted_by_id, others_may_approve=others
    )
    if reason:
        raise PublicationRefused(reason)
    if not seen_with_own_eyes:
        raise PublicationRefused(_("Đánh dấu “Tôi đã xem bản sẽ đăng” trước khi duyệt."))
    row.state = PUBLICATION.next(PublicationState(row.state), PublicationEvent.APPROVE)
    row.approved_by_id, row.approved_at = actor.person, now
    row.approved_by_drafter = actor.person == row.submitted_by_id
    row.save()
    record_event(
        chain=f"body:{row.body_id}",
        kind="publication.approved",
        subject=Subject(subject_kind, subject_id),
        actor=actor,
        now=now,
        facts={"approved_by_drafter": row.approved_by_drafter, "screening": "head_and_eyes"},
    )
    mark_changed(now=now)
    return record(row)
