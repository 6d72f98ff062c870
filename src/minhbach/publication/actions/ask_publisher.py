"""Ask another body that published our information wrongly to put it right (Article 22(3))."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.dues import article_of_other_publishers
from minhbach.publication.models import CorrectionRequest
from minhbach.publication.queries.items import gate_item
from minhbach.publication.rights import refuse_who_does_not_tend
from minhbach.register.queries import ITEM


@transaction.atomic
def ask_publisher(*, item_id: int, publisher: str, place: str, what: str, actor: Actor, now: datetime) -> int:
    """Write down that the publisher was asked, and return the request's id; its letter goes out on paper.

    :param publisher: the body that published it; `place` is where, `what` says what is wrong there.
    :raises PublicationNotVisible: if the item is not there for the actor.
    :raises PublicationRefused: if the actor may not, or a part is missing.
    """
    row = gate_item(item_id, actor=actor)
    refuse_who_does_not_tend(row, actor=actor)
    publisher, place, what = squeeze(publisher)[:300], squeeze(place)[:500], squeeze(what)[:1000]
    for field, given in (("publisher", publisher), ("place", place), ("what", what)):
        if not given:
            raise PublicationRefused(_("Ghi đủ: cơ quan nào đăng, đăng ở đâu, sai chỗ nào."), field=field)
    request = CorrectionRequest.objects.create(
        item_id=row.pk,
        body_id=row.body_id,
        publisher=publisher,
        place=place,
        what=what,
        asked_on=timezone.localdate(now),
        asked_by_id=actor.person,
    )
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.publisher_asked",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        ground=article_of_other_publishers(request.asked_on),
        facts={"request": request.pk},
    )
    return request.pk


@transaction.atomic
def note_publisher_corrected(*, request_id: int, actor: Actor, now: datetime) -> int:
    """Write down that the publisher put it right, and return the item's id.

    :raises PublicationNotVisible: if there is no such open request, or its item is not there for the actor.
    :raises PublicationRefused: if the actor may not.
    """
    request = CorrectionRequest.objects.select_for_update().filter(pk=request_id, done_on__isnull=True).first()
    if request is None:
        raise PublicationNotVisible
    row = gate_item(request.item_id, actor=actor)
    refuse_who_does_not_tend(row, actor=actor)
    request.done_on = timezone.localdate(now)
    request.save(update_fields=["done_on"])
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.publisher_corrected",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={"request": request.pk},
    )
    return int(row.pk)
