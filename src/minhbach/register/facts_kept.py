"""What is known of an item, between the value that rooms hand over and the row that keeps it."""

from dataclasses import asdict, fields
from datetime import date
from typing import Any

from minhbach.register.contracts import ItemFacts, Origin, PaperPlace, PublicationTerms
from minhbach.register.models import Item
from minhbach.register.rows import ItemRow
from minhbach.register.rules import item_name, searched, title_key

PUBLIC_FACTS = ("title", "kind", "number", "symbol", "issuer_name", "issuing_body_id", "issued_on", "created_on")
"""What the public reads of an item beside its files; a public item is corrected in these by a new version alone."""
DAYS = ("issued_on", "created_on")


def facts_of(row: ItemRow) -> ItemFacts:
    """Return what the row says."""
    place = PaperPlace(**{one.name: getattr(row, one.name) for one in fields(PaperPlace)})
    own = {one.name: getattr(row, one.name) for one in fields(ItemFacts) if one.name not in ("place", "origin")}
    return ItemFacts(**own, place=place, origin=Origin(row.origin))


def terms_of(row: Item) -> PublicationTerms:
    """Return how the row says that the item is to be public."""
    values = {one.name: getattr(row, one.name) for one in fields(PublicationTerms)}
    return PublicationTerms(**{**values, "forms": tuple(row.forms)})


def apply_facts(row: Item, facts: ItemFacts) -> None:
    """Write the facts into the row, with what it is found and sorted by."""
    for one in fields(ItemFacts):
        if one.name not in ("place", "origin"):
            setattr(row, one.name, getattr(facts, one.name))
    for name, part in asdict(facts.place).items():
        setattr(row, name, part)
    row.origin = facts.origin.value
    note_searched(row)


def apply_terms(row: Item, terms: PublicationTerms) -> None:
    """Write the terms into the row."""
    for one in fields(PublicationTerms):
        setattr(row, one.name, getattr(terms, one.name))
    row.forms = list(terms.forms)


def note_searched(row: Item) -> None:
    """Write what the register's own lists find and sort the row by."""
    name = item_name(kind=row.kind, number=row.number, symbol=row.symbol)
    row.search_text = searched(row.title, name, row.issuer_name)
    row.sort_key = title_key(row.title)


def as_json(facts: ItemFacts) -> dict[str, Any]:
    """Return the public facts as a version keeps them."""
    kept = {name: getattr(facts, name) for name in PUBLIC_FACTS}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in kept.items()}


def apply_json(row: Item, kept: dict[str, Any]) -> None:
    """Write the public facts that a version keeps into the row."""
    for name in PUBLIC_FACTS:
        value = kept[name]
        setattr(row, name, date.fromisoformat(value) if value and name in DAYS else value)
    note_searched(row)
