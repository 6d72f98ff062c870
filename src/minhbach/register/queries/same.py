"""Whether a document is in a body's register already: by its bytes, or by its number, symbol, kind and year."""

from collections.abc import Collection, Mapping

from minhbach.foundation.queries import subjects_with_bytes
from minhbach.register.contracts import ItemFacts
from minhbach.register.models import Item, ItemState, ItemVersion
from minhbach.register.queries.lists import of_bodies
from minhbach.register.queries.visible import VERSION_FILE


def items_with_bytes(sha256s: Collection[str], *, body_id: int) -> Mapping[str, int]:
    """Return which items of a body's register hold files with these bytes, by their hash: a few queries for all."""
    held = subjects_with_bytes(sha256s, kind=VERSION_FILE)
    versions = {int(subject) for _sha256, subject in held}
    items = dict(
        ItemVersion.objects.filter(
            pk__in=versions, item__body_id__in=of_bodies([body_id]), item__state=ItemState.ACTIVE
        ).values_list("pk", "item_id")
    )
    return {sha256: items[int(subject)] for sha256, subject in held if int(subject) in items}


def item_like(facts: ItemFacts, *, body_id: int) -> int | None:
    """Return the item with the same number, symbol and year, and the same issuer where both say one.

    Number and symbol are unique in a body's year (Decree 30/2020, Article 15); what is not numbered is like nothing.
    """
    day = facts.issued_on or facts.created_on
    if not facts.number or not facts.symbol or day is None:
        return None
    rows = Item.objects.filter(
        body_id=body_id, state=ItemState.ACTIVE, number=facts.number, symbol=facts.symbol, created_on__year=day.year
    )
    for row in rows.order_by("pk")[:50]:
        if facts.issuing_body_id is None or row.issuing_body_id in (None, facts.issuing_body_id):
            return row.pk
    return None
