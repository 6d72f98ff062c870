"""Where items are published, for who may see the items."""

from datetime import date
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.publication.channelling import REMOVABLE
from minhbach.publication.contracts import PublicationNotVisible, WithdrawalReason
from minhbach.publication.models import Channel, Withdrawal
from minhbach.publication.rules import MAY_TEND
from minhbach.register.queries import items_kept_for
from minhbach.register.queries.visible import bodies_of_holders

TO_DO = Q(done_on__isnull=True, dropped_because="")
HANGS = Q(stays_until__isnull=False, taken_down_on__isnull=True)
STANDS = Q(done_on__isnull=False, taken_down_on__isnull=True, form__in=REMOVABLE)


def must_come_down() -> Q:
    """Return the condition that something still stands there though the item is withdrawn from the public."""
    return Q(STANDS, Exists(Withdrawal.objects.filter(item=OuterRef("item"), until_on__isnull=True)))


def channels_visible_to(actor: Actor) -> QuerySet[Channel]:
    """Return the channels of items of the registers that the actor reads."""
    return Channel.objects.filter(item__in=items_kept_for(actor))


def channels_of(item_id: int) -> QuerySet[Channel]:
    """Return the channels of an item, the newest version first. The caller has asked who may see the item."""
    rows = Channel.objects.filter(item_id=item_id).select_related("done_by", "taken_down_by")
    return rows.order_by("-version_number", "pk")


def visible_channel(channel_id: int, *, actor: Actor) -> Channel:
    """Return one channel with its item.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    rows = channels_visible_to(actor).select_related("item", "body", "done_by", "taken_down_by")
    row = rows.filter(pk=channel_id).first()
    if row is None:
        raise PublicationNotVisible
    return row


def channel_for_change(channel_id: int, *, actor: Actor) -> Channel:
    """Return one channel, locked until the end of the transaction.

    :raises PublicationNotVisible: if it is not there for the actor.
    """
    row = channels_visible_to(actor).select_for_update(of=("self",)).filter(pk=channel_id).first()
    if row is None:
        raise PublicationNotVisible
    return row


def channels_for_today(actor: Actor, *, on: date) -> QuerySet[Any]:
    """Return what is planned for the day or before and not done, the postings that have hung for long enough, and
    what still stands elsewhere though it is withdrawn; each with `comes_down`."""
    rows = channels_visible_to(actor).filter(body_id__in=bodies_of_holders(actor, MAY_TEND))
    waits = (TO_DO & Q(planned_on__lte=on)) | (HANGS & Q(stays_until__lt=on)) | Q(comes_down=True)
    found: QuerySet[Any] = rows.annotate(comes_down=ExpressionWrapper(must_come_down(), output_field=BooleanField()))
    return found.filter(waits).select_related("item").order_by("planned_on", "pk")


def withdrawn_because(item_id: int) -> WithdrawalReason | None:
    """Return why an item is withdrawn from the public; None: it is not. The caller has asked who may see it."""
    why = Withdrawal.objects.filter(item_id=item_id, until_on__isnull=True).values_list("why", flat=True).first()
    return WithdrawalReason(why) if why else None
