"""Take an item away from the public, everywhere and at once (rút khỏi công khai)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.publication import PUBLICATION, PublicationEvent, PublicationState
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.publication.channelling import SUPERSEDED
from minhbach.publication.contracts import PublicationRefused, WithdrawalReason
from minhbach.publication.models import Channel, Publication, Withdrawal
from minhbach.publication.queries.items import locked_item
from minhbach.publication.rights import refuse_what_moved_on, refuse_who_does_not_lead
from minhbach.publication.stamp import mark_changed
from minhbach.publication.translations.ending import take_translations_away
from minhbach.register.actions.set_public_state import set_public_state
from minhbach.register.queries import ITEM

STANDING = (PublicationState.PUBLIC, PublicationState.CORRECTED)


@transaction.atomic
def withdraw_item(
    *,
    item_id: int,
    why: WithdrawalReason,
    remark: str,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    seen_public: int | None = None,
) -> None:
    """Let the public read nothing of the item any more, in no version: not on pages, nor in search, feeds and files.

    Its address goes on saying since when it is withdrawn, and why where that may be told.

    :param why: what the public reads of the reason.
    :param remark: the leader's own words, for the body alone.
    :param seen_public: the id of the version that was public on the leader's page; None: there was no page.
    :raises PublicationNotVisible: if the item is not there for the actor.
    :raises PublicationRefused: if the actor is no leader of the body, gives no reason, nothing is public, or
        it is another version by now.
    """
    row = locked_item(item_id, actor=actor)
    refuse_who_does_not_lead(row, actor=actor)
    refuse_what_moved_on(row, seen_public)
    remark = squeeze(remark)[:500]
    if not remark:
        raise PublicationRefused(_("Ghi lý do rút."), field="remark")
    standing = list(Publication.objects.filter(subject_kind=ITEM, subject_id=row.pk, state__in=STANDING))
    if not any(one.state == PublicationState.PUBLIC for one in standing):
        raise PublicationRefused(_("Thông tin này không còn công khai. Mở lại trang để xem tình trạng hiện nay."))
    today = timezone.localdate(now)
    for one in standing:
        one.state = PUBLICATION.next(PublicationState(one.state), PublicationEvent.WITHDRAW)
        one.remark = remark
        one.save(update_fields=["state", "remark"])
    set_public_state(item_id=row.pk, version_id=None, on=today, calendar=calendar, actor=actor, now=now)
    take_translations_away(row.pk, remark=remark, actor=actor, now=now)
    Channel.objects.filter(item_id=row.pk, done_on__isnull=True, dropped_because="").update(dropped_because=SUPERSEDED)
    Withdrawal.objects.create(
        item_id=row.pk, withdrawn_on=today, why=why.value, remark=remark, withdrawn_by_id=actor.person
    )
    record_event(
        chain=body_chain(row.body_id),
        kind="publication.withdrawn",
        subject=Subject(ITEM, row.pk),
        actor=actor,
        now=now,
        facts={"why": why.value},
    )
    mark_changed(now=now)
