"""What a hit of the search looks like, for whoever shows hits of several rooms."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.access import Actor
from minhbach.foundation.dates import written
from minhbach.foundation.search.contracts import Description
from minhbach.register.indexing import body_token
from minhbach.register.labels import called
from minhbach.register.queries import items_visible_to


def describe_items(ids: tuple[int, ...], actor: Actor) -> Mapping[int, Description]:
    """Return where items lead this actor: to the public page, or to the register that one reads."""
    rows = items_visible_to(actor).filter(pk__in=ids).select_related("body")
    return {row.pk: Description(_url(row), _line(row)) for row in rows}


def token_of_body(slug: str) -> str | None:
    """Return the token of the agency whose page has this address, None if there is none."""
    try:
        return body_token(body_by_slug(slug).id)
    except BodyNotVisible:
        return None


def _url(row: Any) -> str:
    if row.public_version_id:
        return reverse("portal:item", args=[row.public_id])
    return reverse("register:item", args=[row.pk])


def _line(row: Any) -> str:
    day = row.issued_on or row.created_on
    return " · ".join(part for part in (called(row), row.body.name, written(day) if day else "") if part)
