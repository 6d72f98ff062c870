"""What requests ask later rooms: further ways of a case, and of its requester. `config.registries` has the answers."""

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


WayOn = Callable[[Case], tuple[str | Promise, str]]
"""Returns the words and the address of a link on the page where a requester follows a case."""

_ways_on: list[WayOn] = []


def lead_requesters_on(way: WayOn) -> None:
    """Let a room offer requesters something beside their case, as to say what they think of the agency's work."""
    if way not in _ways_on:
        _ways_on.append(way)


def ways_on(case: Case) -> list[tuple[str | Promise, str]]:
    """Return the links of the rooms that have something to offer to the requester of a case."""
    return [way(case) for way in _ways_on]
