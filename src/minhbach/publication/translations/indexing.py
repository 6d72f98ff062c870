"""Lets the public find texts in other languages, while their original is public."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from minhbach.agencies.queries.beneath import bodies_above
from minhbach.domain.access import Actor
from minhbach.foundation.actions.index_entry import drop_entry, index_entry
from minhbach.foundation.search.contracts import PUBLIC, Description, Entry
from minhbach.publication.queries.translations import TRANSLATION, names_of_languages, public_translations
from minhbach.register.indexing import body_token


def index_translation(row: Any) -> None:
    """Let it be found by its title, its text and the agency."""
    index_entry(
        Entry(
            kind=TRANSLATION,
            subject_id=row.pk,
            title=row.title,
            body=f"{row.body.name}\n{row.text}",
            on=row.public_from,
            visible_to=frozenset({PUBLIC}),
            bodies=tuple(body_token(one) for one in (row.body_id, *bodies_above(row.body_id))),
            number="",
            year=row.public_from.year,
        )
    )


def drop_translation(translation_id: int) -> None:
    """Let it be found no more."""
    drop_entry(TRANSLATION, translation_id)


def describe_translations(ids: tuple[int, ...], actor: Actor) -> Mapping[int, Description]:  # noqa: ARG001
    """Return where hits lead, the same for everybody, while the original is public."""
    names = names_of_languages()
    rows = public_translations().filter(pk__in=ids).select_related("body", "item")
    return {
        row.pk: Description(address_of(row), f"{names.get(row.language, row.language)} · {row.body.name}")
        for row in rows.distinct()
    }


def address_of(row: Any) -> str:
    """Return where the public reads it."""
    if row.item_id:
        return reverse("publication:item_translation", args=[row.item.public_id, row.version_number, row.language])
    return reverse("publication:body_translation", args=[row.body.slug, row.language])
