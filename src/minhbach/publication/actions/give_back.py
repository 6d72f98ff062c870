"""A version of an item on its way back: the leader sends it back, or who submitted takes it back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.contracts import PublicationRefused
from minhbach.publication.models import Publication
from minhbach.publication.queries.items import item_publication
from minhbach.publication.rights import refuse_who_does_not_lead, who_drafts
from minhbach.register.queries import ITEM
from minhbach.register.rows import ItemRow


@transaction.atomic
def send_item_back(*, item_id: int, remark: str, actor: Actor, now: datetime) -> None:
    """Give what waits, or is scheduled, back to its drafter with a remark that says what to mend (trả lại).

    :raises PublicationNotVisible: if the item is not there for the actor, or not at the gate.
    :raises PublicationRefused: if the actor is no leader of the body, or says nothing.
    :raises MoveNotAllowed: if it does not wait any more.
    """
    row, publication = item_publication(item_id, actor=actor)
    refuse_who_does_not_lead(row, actor=actor)
    remark = squeeze(remark)[:500]
    if not remark:
        raise PublicationRefused(_("Ghi lý do để người trình biết phải sửa gì."), field="remark")
    publication.remark = remark
    _move(row, publication, PublicationEvent.SEND_BACK, "publication.sent_back", actor, now)


@transaction.atomic
def take_item_back(*, item_id: int, actor: Actor, now: datetime) -> None:
    """Take back what waits or is scheduled, before the public reads it (lấy lại bản trình).

    :raises PublicationNotVisible: if the item is not there for the actor, or not at the gate.
    :raises PublicationRefused: if the actor does not bring items to the gate.
    :raises MoveNotAllowed: if it does not wait any more.
    """
    row, publication = item_publication(item_id, actor=actor)
    who_drafts(row, actor=actor)
    _move(row, publication, PublicationEvent.TAKE_BACK, "publication.taken_back", actor, now)


def _move(
    row: ItemRow, publication: Publication, event: PublicationEvent, kind: str, actor: Actor, now: datetime
) -> None:
    publication.state = PUBLICATION.next(PublicationState(publication.state), event)
    publication.publish_on = None
    publication.save()
    record_event(
        chain=body_chain(row.body_id),
        kind=kind,
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={"version": publication.version_number},
    )
