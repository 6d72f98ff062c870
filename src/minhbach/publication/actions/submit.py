"""Hand something to the leader for publication (trình công khai)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.publication.contracts import PublicationNotVisible, PublicationRecord, PublicationRefused
from minhbach.publication.models import Publication
from minhbach.publication.queries import record
from minhbach.publication.rules import MAY_SUBMIT
from minhbach.register.queries import ITEM


@transaction.atomic
def submit_for_publication(
    *, subject_kind: str, subject_id: int, body_id: int, actor: Actor, now: datetime
) -> PublicationRecord:
    """Ask the body's leader to publish the subject.

    :raises PublicationNotVisible: if the actor holds no post in the body.
    :raises PublicationRefused: if the actor's posts do not include one that submits.
    :raises MoveNotAllowed: if it waits already or is public.
    :raises ValueError: for an item of the register, which goes through `submit_item` and is looked through first.
    """
    if subject_kind == ITEM:
        raise ValueError(subject_kind)
    if actor.person is None or body_id not in actor.bodies():
        raise PublicationNotVisible
    if not actor.holds(*MAY_SUBMIT, body=body_id):
        raise PublicationRefused(_("Vai trò của người này không trình công khai được."))
    row = Publication.objects.select_for_update().filter(subject_kind=subject_kind, subject_id=subject_id).first()
    if row is None:
        row = Publication(subject_kind=subject_kind, subject_id=subject_id, body_id=body_id)
        state = PublicationState.SUBMITTED
    elif row.body_id != body_id:
        raise PublicationNotVisible
    else:
        state = PUBLICATION.next(PublicationState(row.state), PublicationEvent.SUBMIT)
    row.state, row.submitted_by_id, row.submitted_at, row.remark = state, actor.person, now, ""
    row.approved_by = row.approved_at = None
    row.approved_by_drafter = False
    row.save()
    record_event(
        chain=f"body:{body_id}",
        kind="publication.submitted",
        subject=Subject(subject_kind, subject_id),
        actor=actor,
        now=now,
    )
    return record(row)
