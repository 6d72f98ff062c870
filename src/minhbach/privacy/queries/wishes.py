"""What people ask about their own data."""

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.privacy.contracts import MatterNotVisible, WishState
from minhbach.privacy.models import DataWish
from minhbach.privacy.rules import SEES
from minhbach.register.queries.visible import bodies_of_holders


def wishes_visible_to(actor: Actor) -> QuerySet[DataWish]:
    """Return the wishes about matters of the actor's bodies."""
    rows = DataWish.objects.filter(submission__body_id__in=bodies_of_holders(actor, SEES))
    return rows.select_related("submission__body", "answered_by")


def open_wishes(actor: Actor) -> QuerySet[DataWish]:
    """Return those that wait for an answer, the nearest term first."""
    return wishes_visible_to(actor).filter(state=WishState.OPEN).order_by("due_on", "pk")


def wish_for_change(wish_id: int, *, actor: Actor) -> DataWish:
    """Return one wish, locked until the end of the transaction.

    :raises MatterNotVisible: if it is not there for the actor.
    """
    rows = wishes_visible_to(actor).select_related(None).select_for_update(of=("self",))
    row = rows.filter(pk=wish_id).first()
    if row is None:
        raise MatterNotVisible
    return row


def wishes_of(submission_id: int) -> QuerySet[DataWish]:
    """Return the wishes about a submission, the latest first, for who has been asked whether they may see them."""
    return DataWish.objects.filter(submission=submission_id).select_related("answered_by")
