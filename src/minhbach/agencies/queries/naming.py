"""From names in documents to bodies."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from minhbach.agencies.contracts import KNOWN_FROM, OLD_DATA_NOTE, CandidateBody, FoundIssuer, NameResolution
from minhbach.agencies.models import Body, BodyName
from minhbach.agencies.queries.adding import body_to_add
from minhbach.agencies.queries.bodies import bodies
from minhbach.agencies.queries.registry import registry_around, registry_of
from minhbach.agencies.rules import name_key
from minhbach.domain.bodies.answers import Resolution
from minhbach.domain.bodies.names import normalise_name
from minhbach.domain.bodies.resolution import find_issuer, resolve
from minhbach.domain.text import fold

LATEST = dt.date.max
"""The day to ask for where a document bears none: what is there after every change that is known."""
_MOST_ISSUERS, _MOST_OFFERED = 500, 12


def resolve_names(names: Sequence[str], *, issuing_body_id: int, on: dt.date | None) -> tuple[NameResolution, ...]:
    """Say which bodies the names mean in a document that the body issued on the day.

    A document older than the data is answered with the territories and bodies of 30/6/2025 and those that are known to
    have ended before; `data_note` says so. One without a date is answered for the issuing body's last day.

    :raises BodyNotVisible: if there is no such issuing body.
    """
    day = on or _last_day(issuing_body_id)
    around = registry_around(issuing_body_id, on=max(day, KNOWN_FROM))
    note = _data_note(day)
    return tuple(_answer(resolve(name, around.registry, within=around.within, on=day), note) for name in names)


def find_body_from_head(issuing_body: str, place: str, on: dt.date | None) -> FoundIssuer:
    """Say which body the head of a document names: "Sở Ngoại vụ tỉnh Vĩnh Phúc", signed at "Vĩnh Phúc" in 2018."""
    day = on or LATEST
    registry = registry_of(_bearing(issuing_body, place), on=max(day, KNOWN_FROM))
    found = find_issuer(issuing_body, registry, on=day, place=place)
    offered = [int(one.body) for one in found.candidates]
    known = bodies({*map(int, found.bodies), *offered})
    sure = known.get(int(found.bodies[0])) if found.sure and len(found.bodies) == 1 else None
    to_add = None if sure else body_to_add(issuing_body, place=place, on=day)
    return FoundIssuer(sure, tuple(known[one] for one in offered if one in known), found.why, _data_note(day), to_add)


def find_issuing_body(name: str, *, place: str = "", on: dt.date | None = None) -> int | None:
    """Return the id of the body that a document's head names; None where none or several fit."""
    found = find_body_from_head(name, place, on).body if name else None
    return found.id if found else None


def _data_note(day: dt.date) -> str:
    return OLD_DATA_NOTE if day < KNOWN_FROM else ""


def _last_day(body_id: int) -> dt.date:
    until = Body.objects.filter(pk=body_id).values_list("exists_until", flat=True).first()
    return until - dt.timedelta(days=1) if until else LATEST


def _bearing(name: str, place: str) -> QuerySet[Body]:
    """Return the bodies that may bear the name: those of the place, and a few of the same name elsewhere to offer."""
    key = normalise_name(name)
    where = key.place or normalise_name(f"x {place}").place or place
    named = Q(core__startswith=fold(key.initials[0])) if key.initials else Q(core=fold(key.core))
    there = Q(body__territory__versions__name_key=name_key(where))
    rows = BodyName.objects.filter(named)
    near = set(rows.filter(there).values_list("body", flat=True)[:_MOST_ISSUERS])
    return Body.objects.filter(pk__in=near | set(rows.order_by("pk").values_list("body", flat=True)[:_MOST_OFFERED]))


def _answer(found: Resolution, note: str) -> NameResolution:
    return NameResolution(
        name=found.name,
        bodies=tuple(int(key) for key in found.bodies),
        collective=found.collective,
        sure=found.sure,
        candidates=tuple(CandidateBody(int(one.body), one.why, left_out=one.left_out) for one in found.candidates),
        why=found.why,
        data_note=note,
    )
