"""Reads of who followed whom."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import chain

from django.db.models import QuerySet

from minhbach.agencies.contracts import EndedBody, SuccessionRecord
from minhbach.agencies.models import Body, Succession
from minhbach.agencies.queries.bodies import bodies
from minhbach.domain.units.values import Extent
from minhbach.foundation.once import asked_once_each


def predecessors_of(body_id: int) -> tuple[SuccessionRecord, ...]:
    """Return what the body took over, and from whom; whole bodies first, then by name."""
    return _as_records(Succession.objects.filter(newer=body_id).order_by("-extent", "older__sort_key", "older"))


def successors_of(body_id: int) -> tuple[SuccessionRecord, ...]:
    """Return who took over what the body had; the main successor first."""
    return _as_records(Succession.objects.filter(older=body_id).order_by("-main", "newer__sort_key", "newer"))


def with_predecessors(ids: Collection[int]) -> frozenset[int]:
    """Return the ids with those of all bodies, however far back, whose tasks came to them in whole or in part."""
    found = set(ids)
    fresh = set(ids)
    while fresh:
        fresh = set().union(*_followed(fresh).values()) - found
        found |= fresh
    return frozenset(found)


@asked_once_each
def _followed(ids: Iterable[int]) -> dict[int, set[int]]:
    """Return for each of the bodies that followed others these others."""
    found: dict[int, set[int]] = {}
    for newer, older in Succession.objects.filter(newer__in=ids).values_list("newer", "older"):
        found.setdefault(newer, set()).add(older)
    return found


def successor_today(body_id: int, on: date) -> tuple[int, ...]:
    """Return the ids of the bodies that exist on the day and hold what this one had, through any number of changes.

    A body that still exists answers itself. Several: it was divided; the main one comes first.
    """
    reached: list[int] = []
    waiting, seen = [body_id], {body_id}
    while waiting:
        steps = _steps(waiting, on)
        reached += [one for one in waiting if one not in steps]
        waiting = [newer for newer in dict.fromkeys(chain.from_iterable(steps.values())) if newer not in seen]
        seen.update(waiting)
    return tuple(reached)


def end_of(body_id: int, *, on: date) -> EndedBody | None:
    """Return how the body ended that is no longer there on the day; None of one that is."""
    ended_on = Body.objects.filter(pk=body_id, exists_until__lte=on).values_list("exists_until", flat=True).first()
    if ended_on is None:
        return None
    ids = [one for one in successor_today(body_id, on) if one != body_id]
    known = bodies(ids)
    return EndedBody(ended_on, tuple(known[one] for one in ids))


def _steps(ids: Collection[int], on: date) -> dict[int, list[int]]:
    rows = Succession.objects.filter(older__in=ids, older__exists_until__lte=on, on__lte=on)
    steps: dict[int, list[int]] = {}
    for older, newer in rows.order_by("older", "-main", "newer__sort_key", "newer").values_list("older", "newer"):
        steps.setdefault(older, []).append(newer)
    return steps


def _as_records(rows: QuerySet[Succession]) -> tuple[SuccessionRecord, ...]:
    found = list(rows)
    known = bodies({one for row in found for one in (row.older_id, row.newer_id)})
    return tuple(
        SuccessionRecord(known[row.older_id], known[row.newer_id], row.on, Extent(row.extent), row.main)
        for row in found
    )
