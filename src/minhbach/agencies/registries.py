"""What agencies ask later rooms: what else stands on a body's page. `config.registries` connects the answers."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from minhbach.agencies.contracts import BodyRecord
from minhbach.domain.access import Actor


@dataclass(frozen=True, slots=True)
class BodyPart:
    """A part of a body's public page: a template of the room that gives it, and its context.

    The template is included below the room's own parts, with `body` (a `BodyRecord`) beside the context; it begins with
    its own `<h2>`.
    """

    template: str
    context: Mapping[str, Any] = field(default_factory=dict)
    order: int = 50


PartOfPage = Callable[[BodyRecord, Actor], BodyPart | None]
_parts: list[PartOfPage] = []


def show_on_body_page(function: PartOfPage) -> None:
    """Let a room add a part to `/co-quan/<slug>/`; where it has nothing to show for a body it returns None."""
    if function not in _parts:
        _parts.append(function)


def parts_for(body: BodyRecord, actor: Actor) -> tuple[BodyPart, ...]:
    """Return the parts that the rooms add for this body and reader, in their order."""
    found = (function(body, actor) for function in _parts)
    return tuple(sorted((part for part in found if part is not None), key=lambda part: part.order))


@dataclass(frozen=True, slots=True)
class ServiceLists:
    """Which published list names each of some service units.

    :param address: of the page that shows which committees have published a list, and which have not.
    :param naming: by unit the list's decision, in words, and the list's address; a unit that none names is left out.
    """

    address: str
    naming: Mapping[int, tuple[str, str]]


ListsNaming = Callable[[Collection[int]], ServiceLists]
_service_lists: list[ListsNaming] = []


def show_service_lists(function: ListsNaming) -> None:
    """Say which published lists name service units (Law 01/2026, Article 11(5))."""
    _service_lists[:] = [function]


def service_lists_naming(unit_ids: Collection[int]) -> ServiceLists:
    """Return the lists that name the units; none where no room publishes any."""
    return _service_lists[0](unit_ids) if _service_lists else ServiceLists("", {})


Told = Callable[[], None]
_told: list[Told] = []


def tell_when_bodies_are_added(function: Told) -> None:
    """Let a room know of new bodies, inside the transaction that adds them: names may now be found."""
    if function not in _told:
        _told.append(function)


def bodies_were_added() -> None:
    """Tell the rooms that asked to be told."""
    for function in _told:
        function()


NamesOfActors = Callable[[frozenset[str]], Mapping[str, str]]
_names: list[NamesOfActors] = []


def name_actors(function: NamesOfActors) -> None:
    """Say how the actors of the event log ("person:12") are called, for histories that officers read."""
    _names[:] = [function]


def names_of_actors(references: frozenset[str]) -> Mapping[str, str]:
    """Return the names that are known; a reference without one is left out."""
    return _names[0](references) if _names else {}
