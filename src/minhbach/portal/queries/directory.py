"""Bodies and plans for the first page and the search; only what everybody may see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, search_bodies
from minhbach.domain.bodies.values import Kind
from minhbach.planning.queries import PlanFilters, name_of, narrowed, public_plans

BODIES_SHOWN = 8
BODIES_SEARCHED = 200
NEW_SHOWN = 5
KINDS = tuple(Kind)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A public plan as a line of a list."""

    name: str
    title: str
    slug: str
    issuer: str
    issued_on: date | None


def new_plans() -> tuple[PlanLine, ...]:
    """Return the public plans that were issued last."""
    return plan_lines(public_plans().select_related("issuing_body")[:NEW_SHOWN])


def plans_found(words: str) -> QuerySet[Any]:
    """Return the public plans that hold all the words, with or without marks, newest first; no words: none."""
    rows = narrowed(public_plans(), PlanFilters(words=words)).select_related("issuing_body")
    return rows if words else rows.none()


def plan_lines(rows: Iterable[Any]) -> tuple[PlanLine, ...]:
    """Return plans as lines of a list."""
    return tuple(
        PlanLine(name_of(row), row.title, row.slug, str(row.issuing_body or row.issuer_name), row.issued_on)
        for row in rows
    )


def publishing_bodies() -> tuple[BodyRecord, ...]:
    """Return the bodies that have made a plan public, those with the newest first."""
    latest = public_plans().values_list("body_id", flat=True)[: BODIES_SHOWN * 10]
    return in_order(list(dict.fromkeys(latest))[:BODIES_SHOWN])


def found_bodies(words: str) -> tuple[BodyRecord, ...]:
    """Return the bodies whose names hold all the words: those that exist first, a committee before what is under it."""
    found = in_order([pk for pk, _name in search_bodies(words, limit=BODIES_SEARCHED)])
    return tuple(sorted(found, key=lambda body: (body.exists_until is not None, KINDS.index(body.kind))))


def in_order(ids: Sequence[int]) -> tuple[BodyRecord, ...]:
    """Return the bodies in the order of the ids."""
    known = bodies(ids)
    return tuple(known[pk] for pk in ids if pk in known)
