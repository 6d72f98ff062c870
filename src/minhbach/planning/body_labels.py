"""How bodies are called where one must be told from another: with their place, and with their end where they ended."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, search_bodies
from minhbach.foundation.dates import written


def body_labels(ids: Iterable[int]) -> dict[int, str]:
    """Return the labels of bodies by id, in the order asked: one query."""
    asked = list(dict.fromkeys(ids))
    known = bodies(asked)
    return {body: _label(known[body]) for body in asked if body in known}


def bodies_like(words: str, *, limit: int, near: str = "") -> list[int]:
    """Return the ids of bodies whose name holds all the words: those of the place `near` first, then those of today."""
    found = [
        *(search_bodies(f"{words} {near}", limit=limit) if near and words else ()),
        *search_bodies(words, limit=limit),
    ]
    return list(dict.fromkeys(body for body, _name in found))[:limit]


def _label(body: BodyRecord) -> str:
    if body.exists_until is None:
        return body.full_name
    last = written(body.exists_until - timedelta(days=1))
    return _("%(name)s (đến hết %(day)s)") % {"name": body.full_name, "day": last}
