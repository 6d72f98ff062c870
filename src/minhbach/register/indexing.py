"""Lets items be found, in the transaction of the change: by the public what is public, by officers the newest."""

from datetime import date

from minhbach.agencies.queries.beneath import bodies_above
from minhbach.domain.access import Actor
from minhbach.foundation.actions.index_entry import drop_entry, index_entry
from minhbach.foundation.search.contracts import PUBLIC, Entry
from minhbach.register.models import Item, ItemState
from minhbach.register.queries import ITEM, latest_version
from minhbach.register.queries.visible import FOR_MANY, bodies_of_holders
from minhbach.register.rules import SEES, SEES_CLOSED, reference_of


def index_item(row: Item) -> None:
    """Let the item be found as it is now, by those who may see it; struck lines are found by nobody.

    What is public is found by the text of its public version alone, also by officers: a version that waits for
    approval must not be read out of the highlights of a search.
    """
    if row.state != ItemState.ACTIVE:
        drop_entry(ITEM, row.pk)
        return
    version = row.public_version or latest_version(row)
    index_entry(entry_of(row, text=version.text, above=bodies_above(row.body_id)))


def entry_of(row: Item, *, text: str, above: tuple[int, ...]) -> Entry:
    """Return the item as the index holds it.

    :param above: the bodies that its body is a part of.
    """
    day: date | None = row.created_on or row.issued_on
    number = reference_of(number=row.number, symbol=row.symbol)
    # Titles leave the kind out ("Phát triển kinh tế - xã hội năm 2026"), and people ask for it first: "kế hoạch 2026".
    head = " ".join(filter(None, (row.kind, number)))
    return Entry(
        kind=ITEM,
        subject_id=row.pk,
        title=row.title,
        body=f"{head}\n{text}" if head else text,
        on=day,
        visible_to=frozenset(_tokens(row)),
        bodies=tuple(body_token(body) for body in (row.body_id, *above)),
        number=number,
        letter=row.letter,
        document_kind=row.kind,
        year=day.year if day else None,
    )


def body_token(body_id: int) -> str:
    """Return the token of a body: of the officers who read its register, and of what belongs to it."""
    return f"b{body_id}"


def closed_token(body_id: int) -> str:
    """Return the token of the officers of a body who also read what is closed or not classified."""
    return f"b{body_id}-closed"


def tokens_of(actor: Actor) -> frozenset[str]:
    """Return the tokens with which somebody searches: what the public may see, and the registers that one reads."""
    reads, reads_closed = bodies_of_holders(actor, SEES), bodies_of_holders(actor, SEES_CLOSED)
    return frozenset({PUBLIC, *map(body_token, reads), *map(closed_token, reads_closed)})


def _tokens(row: Item) -> set[str]:
    own = body_token(row.body_id) if row.access in FOR_MANY else closed_token(row.body_id)
    return {own, PUBLIC} if row.public_version_id else {own}
