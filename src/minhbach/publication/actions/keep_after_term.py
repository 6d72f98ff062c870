"""Let something stay public though its time is over (để tiếp tục công khai khi hết thời hạn)."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.publication.contracts import KeepOpenGround, PublicationRefused
from minhbach.publication.models import TermDecision
from minhbach.publication.queries.items import locked_item
from minhbach.publication.queries.terms import end_of
from minhbach.publication.rights import refuse_who_does_not_lead
from minhbach.register.queries import ITEM


@transaction.atomic
def keep_after_term(
    *, item_id: int, ground: KeepOpenGround, words: str, stays_until: date | None, actor: Actor, now: datetime
) -> int:
    """Write down that a leader lets the item stay, why and until when, and return the decision's id.

    :param stays_until: the first day on which it need not be public any more; None: it stays without an end.
    :raises PublicationNotVisible: if the item is not there for the actor.
    :raises PublicationRefused: if the actor is no leader of the body, gives no reason, the new end is not later, or
        the item is not public or has no end.
    """
    row = locked_item(item_id, actor=actor)
    refuse_who_does_not_lead(row, actor=actor)
    end = end_of(row)
    if row.public_version_id is None or end is None:
        raise PublicationRefused(_("Thông tin này không công khai có thời hạn. Mở lại trang để xem tình trạng."))
    words = squeeze(words)[:300]
    if not words:
        raise PublicationRefused(_("Ghi lý do: điều, khoản, văn bản hoặc vì sao còn cần."), field="words")
    today = local_date(now)
    if stays_until is not None and stays_until <= max(end, today):
        raise PublicationRefused(_("Ngày hết thời hạn mới phải sau hôm nay và sau ngày cũ."), field="stays_until")
    decision = TermDecision.objects.create(
        item_id=row.pk,
        term_on=row.public_until,
        stays_until=stays_until,
        ground=ground.value,
        words=words,
        decided_on=today,
        decided_by_id=actor.person,
    )
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.kept_after_term",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={"ground": ground.value, "end": end.isoformat(), "until": stays_until.isoformat() if stays_until else ""},
    )
    return decision.pk
