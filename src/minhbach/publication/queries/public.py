"""What the public may learn of an item's way: what a version was called, and that the item was withdrawn."""

from collections.abc import Mapping
from typing import Any

from minhbach.publication.contracts import WithdrawalReason, WithdrawnNotice
from minhbach.publication.models import Petition, Publication, Withdrawal
from minhbach.publication.queries.petitions import ANSWERS
from minhbach.register.queries import ITEM


def withdrawn_notice(public_id: str) -> WithdrawnNotice | None:
    """Return what the address of a withdrawn item says; None where there is nothing, or it is public (again)."""
    rows = Withdrawal.objects.filter(item__public_id=public_id, until_on__isnull=True, item__public_version=None)
    row = rows.select_related("item").first()
    if row is None:
        return None
    return WithdrawnNotice(public_id, row.item.body_id, row.withdrawn_on, WithdrawalReason(row.why))


def words_when_approved(item_id: int, version_id: int) -> Mapping[str, Any] | None:
    """Return what an item was called in a version when it was approved, in the register's form of public facts.

    A later version may have renamed the item, and the register keeps no words of the first one. None where the version
    did not go through the gate. The caller has asked who may read the version.
    """
    rows = Publication.objects.filter(subject_kind=ITEM, subject_id=item_id, version_id=version_id)
    words: Mapping[str, Any] | None = rows.values_list("words", flat=True).first()
    return words or None


def answered_petitions(item_id: int) -> int:
    """Return how many petitions about an item were answered. The caller has asked who may see the item."""
    return Petition.objects.filter(item_id=item_id, state__in=[one.value for one in ANSWERS]).count()
