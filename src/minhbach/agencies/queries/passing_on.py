"""Who goes on with the work of bodies that ended."""

from collections.abc import Collection
from datetime import date

from minhbach.agencies.contracts import Following
from minhbach.agencies.models import Body, Succession


def ended_bodies(ids: Collection[int], *, on: date) -> frozenset[int]:
    """Return those of the bodies that are no longer there on the day."""
    rows = Body.objects.filter(pk__in=ids, exists_until__lte=on)
    return frozenset(rows.values_list("pk", flat=True))


def who_follows(ids: Collection[int], *, on: date) -> dict[int, Following]:
    """Return, for each of the bodies that ended by the day and has a successor, who followed it directly: one query.

    A successor may itself have ended since: then it has a `Following` of its own.
    """
    rows = Succession.objects.filter(older__in=ids, older__exists_until__lte=on, on__lte=on)
    found: dict[int, list[tuple[int, bool, date]]] = {}
    for older, newer, main, day in rows.order_by("older", "-main", "newer__sort_key", "newer").values_list(
        "older", "newer", "main", "on"
    ):
        found.setdefault(older, []).append((newer, main, day))
    return {older: _following(older, steps) for older, steps in found.items()}


def _following(older: int, steps: list[tuple[int, bool, date]]) -> Following:
    mains = [newer for newer, main, _day in steps if main]
    clear = steps[0][0] if len(steps) == 1 else mains[0] if len(mains) == 1 else None
    days = {newer: day for newer, _main, day in steps}
    return Following(older=older, successors=days, clear=clear)
