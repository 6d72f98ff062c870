"""Other channels than this installation: what was done there, and when a posting was taken down."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.dates import written
from minhbach.publication.channelling import PORTAL, POSTING, REMOVABLE
from minhbach.publication.contracts import PublicationRefused, WithdrawalReason
from minhbach.publication.dues import end_of_posting
from minhbach.publication.models import Channel
from minhbach.publication.queries.channels import channel_for_change, withdrawn_because
from minhbach.publication.queries.items import gate_item
from minhbach.publication.rights import refuse_who_does_not_tend
from minhbach.register.law import statute_of_publication
from minhbach.register.queries import ITEM


@transaction.atomic
def add_channel(*, item_id: int, form: str, planned_on: date, place: str, actor: Actor, now: datetime) -> int:
    """Plan one more form for what is public, and return the row's id.

    :param form: a key of the statute's forms, other than the portal's, which this installation is.
    :raises PublicationNotVisible: if the item is not there for the actor.
    :raises PublicationRefused: if the actor may not, the law has no such form, or nothing is public.
    """
    row = gate_item(item_id, actor=actor)
    refuse_who_does_not_tend(row, actor=actor)
    if row.public_version is None:
        raise PublicationRefused(_("Thông tin này chưa công khai. Duyệt đăng trước, rồi mới ghi nơi khác."))
    statute = statute_of_publication(row.created_on, on=timezone.localdate(now))
    if form == PORTAL or form not in {one.key for one in statute.publication_forms}:
        raise PublicationRefused(_("Luật không có hình thức công khai này."), field="form")
    channel = Channel.objects.create(
        item_id=row.pk,
        body_id=row.body_id,
        version_number=row.public_version.number,
        statute=statute.number,
        form=form,
        planned_on=planned_on,
        place=squeeze(place)[:500],
    )
    _note(channel, "planned", actor, now)
    return channel.pk


@transaction.atomic
def mark_channel_done(
    *, channel_id: int, done_on: date, place: str, evidence: str, calendar: Calendar, actor: Actor, now: datetime
) -> None:
    """Write down that it was published there: when, where, and what shows it.

    Of a posting the last day on which it must still hang follows: at least thirty days (Article 21(2)).

    :raises PublicationNotVisible: if the row is not there for the actor.
    :raises PublicationRefused: if the actor may not, it is done or dropped, or day or place cannot be.
    """
    channel = channel_for_change(channel_id, actor=actor)
    refuse_who_does_not_tend(channel, actor=actor)
    if channel.done_on is not None or channel.dropped_because:
        raise PublicationRefused(_("Việc này không còn làm được ở bước hiện tại."))
    _refuse_future(done_on, now, "done_on")
    place = squeeze(place)[:500]
    if not place:
        raise PublicationRefused(_("Ghi nơi đăng: địa chỉ trang, số báo, nơi niêm yết."), field="place")
    channel.done_on, channel.done_by_id = done_on, actor.person
    channel.place, channel.evidence = place, squeeze(evidence)[:500]
    if channel.form == POSTING:
        channel.stays_until = end_of_posting(done_on, calendar=calendar).due_on
    channel.save()
    _note(channel, "done", actor, now)


@transaction.atomic
def take_down(*, channel_id: int, taken_on: date, actor: Actor, now: datetime) -> None:
    """Write down that it was taken down there: a posting, no earlier than the law allows; or what was withdrawn.

    :raises PublicationNotVisible: if the row is not there for the actor.
    :raises PublicationRefused: if the actor may not, nothing stands there to be taken down, or it is too early.
    """
    channel = channel_for_change(channel_id, actor=actor)
    refuse_who_does_not_tend(channel, actor=actor)
    withdrawn = withdrawn_because(channel.item_id)
    if not may_come_down(channel, withdrawn):
        raise PublicationRefused(_("Việc này không còn làm được ở bước hiện tại."))
    _refuse_future(taken_on, now, "taken_on")
    if channel.stays_until and taken_on <= channel.stays_until and not _goes_early(channel, withdrawn):
        raise PublicationRefused(
            _("Phải niêm yết đến hết ngày %(day)s (khoản 2 Điều 21).") % {"day": written(channel.stays_until)},
            field="taken_on",
        )
    channel.taken_down_on, channel.taken_down_by_id = taken_on, actor.person
    channel.save(update_fields=["taken_down_on", "taken_down_by"])
    _note(channel, "taken_down", actor, now)


def may_come_down(channel: Channel, withdrawn: WithdrawalReason | None) -> bool:
    """True if something stands there that can be taken down: a posting, or anything else once it is withdrawn."""
    stands = channel.done_on is not None and channel.taken_down_on is None and channel.form in REMOVABLE
    return stands and (channel.form == POSTING or withdrawn is not None)


def _goes_early(channel: Channel, withdrawn: WithdrawalReason | None) -> bool:
    """True if a posting goes before the law's days are over.

    What is wrong, private or secret must hang no longer. What was replaced hangs on in the one that took its place.
    """
    replaced = channel.corrected_by.filter(done_on__isnull=False).exists()
    return replaced or withdrawn not in (None, WithdrawalReason.ENDED)


@transaction.atomic
def drop_channel(*, channel_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Say why something planned will not be done there.

    :raises PublicationNotVisible: if the row is not there for the actor.
    :raises PublicationRefused: if the actor may not, gives no reason, or it is done or dropped.
    """
    channel = channel_for_change(channel_id, actor=actor)
    refuse_who_does_not_tend(channel, actor=actor)
    reason = squeeze(reason)[:300]
    if channel.done_on is not None or channel.dropped_because:
        raise PublicationRefused(_("Việc này không còn làm được ở bước hiện tại."))
    if not reason:
        raise PublicationRefused(_("Ghi vì sao không đăng ở đây nữa."), field="reason")
    channel.dropped_because = reason
    channel.save(update_fields=["dropped_because"])
    _note(channel, "dropped", actor, now)


def _refuse_future(day: date, now: datetime, field: str) -> None:
    if day > timezone.localdate(now):
        raise PublicationRefused(_("Ngày này chưa tới. Xem lại ngày, tháng, năm."), field=field)


def _note(channel: Channel, what: str, actor: Actor, now: datetime) -> None:
    facts: dict[str, Any] = {"channel": channel.pk, "form": channel.form, "version": channel.version_number}
    record_event(
        chain=body_chain(channel.body_id),
        kind=f"publication.channel_{what}",
        subject=Subject(ITEM, channel.item_id),
        actor=actor,
        now=now,
        facts=facts,
    )
