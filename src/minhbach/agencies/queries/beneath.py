"""Which bodies stand beneath others in the tree, and which beneath none."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.models import Body, BodyPosition
from minhbach.agencies.queries.rows import exists_on, records
from minhbach.agencies.rules import beyond
from minhbach.domain.bodies.values import Kind
from minhbach.foundation.once import asked_once, asked_once_each, told

ANSWERING = frozenset(
    {Kind.COMMITTEE, Kind.COUNCIL, Kind.DEPARTMENT, Kind.FRONT, Kind.MILITARY, Kind.PARTY, Kind.POLICE}
)
"""Kinds of bodies that answer for their work themselves; the others are parts of one that does."""


def with_bodies_beneath(ids: Collection[int]) -> frozenset[int]:
    """Return the bodies with all that stand beneath them now: a committee with its office, divisions and units.

    The committees of lower territories are not beneath: a ward is not a part of the province's committee.
    """
    return frozenset(ids) | frozenset(body for body, _path, _kind in _beneath(ids))


def with_own_units(ids: Collection[int]) -> frozenset[int]:
    """Return the bodies with the units that are parts of them: a ward's committee with its office and divisions.

    What stands beneath and answers for itself, as departments beneath a province's committee do, is left out with its
    own units.
    """
    rows = _beneath(ids)
    apart = tuple(path for body, path, kind in rows if kind in ANSWERING and body not in ids)
    kept = (body for body, path, _kind in rows if body in ids or not path.startswith(apart))
    return frozenset(ids) | frozenset(kept)


@asked_once
def _beneath(ids: Collection[int]) -> tuple[tuple[int, str, str], ...]:
    """Return id, path and kind of the bodies and of all beneath them, as far as they stand in the tree now."""
    if not ids:
        return ()
    current = BodyPosition.objects.filter(until_on__isnull=True)
    beneath = Q()
    for path in current.filter(body_id__in=ids).values_list("path", flat=True):
        beneath |= Q(path__gte=path, path__lt=beyond(path))
    rows = current.filter(beneath).values_list("body_id", "path", "body__kind", "parent_id") if beneath else ()
    # Who asks for bodies beneath often asks next what they are, and what they stand under.
    places: dict[int, tuple[int | None, str]] = {body: (parent, kind) for body, _path, kind, parent in rows}
    told(_in_the_tree, places)
    return tuple((body, path, kind) for body, path, kind, _parent in rows)


def bodies_above(body_id: int) -> tuple[int, ...]:
    """Return the ids of the bodies that it is a part of now, the nearest first: of a division its committee."""
    return chains_of([body_id])[body_id][1:]


def chains_of(ids: Collection[int]) -> dict[int, tuple[int, ...]]:
    """Return for each body itself and what it is a part of now, the nearest first: a query for each storey."""
    parents: dict[int, int | None] = {}
    fresh = set(ids)
    while fresh:
        parents |= dict.fromkeys(fresh) | {one: parent for one, (parent, _kind) in _in_the_tree(fresh).items()}
        fresh = {one for one in parents.values() if one is not None} - parents.keys()
    return {one: _up(one, parents) for one in ids}


def _up(body_id: int, parents: Mapping[int, int | None]) -> tuple[int, ...]:
    found = [body_id]
    parent = parents.get(body_id)
    while parent is not None and parent not in found:
        found.append(parent)
        parent = parents.get(parent)
    return tuple(found)


def own_line(body_id: int) -> tuple[int, ...]:
    """Return the body and those that it is a part of, the nearest first, up to the one that answers for itself.

    Of a ward's division: the division and the ward's committee. Of a department: itself, although the province's
    committee stands above it; of a ward's committee likewise.
    """
    line = (body_id, *bodies_above(body_id))
    kinds = {one: kind for one, (_parent, kind) in _in_the_tree(line).items()}
    for length, one in enumerate(line, start=1):
        if kinds.get(one) in ANSWERING:
            return line[:length]
    return line


def own_lines(chains: Mapping[int, tuple[int, ...]]) -> dict[int, tuple[int, ...]]:
    """Return the `own_line` of each body that `chains_of` was asked for, in one query at most."""
    found = _in_the_tree({one for chain in chains.values() for one in chain})
    answering = {one for one, (_parent, kind) in found.items() if kind in ANSWERING}
    return {one: _until(chain, answering) for one, chain in chains.items()}


@asked_once_each
def _in_the_tree(ids: Iterable[int]) -> dict[int, tuple[int | None, str]]:
    """Return the parent of each body in its latest position, and its kind."""
    rows = BodyPosition.objects.filter(body__in=ids).order_by("body", "from_on", "pk")
    return {body: (parent, kind) for body, parent, kind in rows.values_list("body_id", "parent_id", "body__kind")}


def _until(chain: tuple[int, ...], answering: Collection[int]) -> tuple[int, ...]:
    length = next((length for length, one in enumerate(chain, start=1) if one in answering), len(chain))
    return chain[:length]


def committees_at_the_top(*, on: date) -> tuple[BodyRecord, ...]:
    """Return the committees of that day that stand under no other body, by name: of one loaded province, its own."""
    return records(at_the_top(on).order_by("sort_key", "pk"))


def any_at_the_top(ids: Collection[int], *, on: date) -> bool:
    """Tell whether one of the bodies is a committee that stands under no other body on that day."""
    return bool(ids) and at_the_top(on).filter(pk__in=ids).exists()


def at_the_top(on: date) -> QuerySet[Body]:
    """Return the committees that stand under no other body on that day."""
    top = BodyPosition.objects.filter(body=OuterRef("pk"), until_on__isnull=True, parent__isnull=True)
    return Body.objects.filter(Exists(top), exists_on(on), kind=Kind.COMMITTEE)
