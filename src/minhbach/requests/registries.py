"""What requests ask later rooms: which further ways a case may take. `config.registries` connects the answers."""

from collections.abc import Callable

from django.utils.functional import Promise

from minhbach.domain.access import Actor
from minhbach.requests.models import Case

WayOut = Callable[[Case, Actor], tuple[str | Promise, str] | None]
"""Returns the words and the address of a button, or None where the way is not open to the actor."""

_ways_out: list[WayOut] = []


def lead_cases_out(way: WayOut) -> None:
    """Let a room take a case over that is no request at all; its button stands last."""
    if way not in _ways_out:
        _ways_out.append(way)


def ways_out(case: Case, actor: Actor) -> list[tuple[str | Promise, str]]:
    """Return the buttons of the rooms that take cases over."""
    return [found for way in _ways_out if (found := way(case, actor)) is not None]
