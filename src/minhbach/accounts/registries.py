"""What this room asks later ones: which work is open on a person, how to move it, what their acts on one are called.

`config.registries` connects them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils.functional import Promise

from minhbach.domain.access import Actor


@dataclass(frozen=True, slots=True)
class HandOver:
    """A person leaves a body, and a successor takes over what is open there."""

    person_id: int
    body_id: int
    successor_id: int


class Move(Protocol):
    """Moves the open work of one kind and returns how many pieces it moved. Called inside the transaction."""

    def __call__(self, hand_over: HandOver, *, actor: Actor, now: datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class OpenWork:
    """How many pieces of one kind of work are open on a person in a body; `label` as the page says it: "nhiệm vụ"."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class _Kind:
    label: str | Promise
    count: Callable[[int, int], int]
    move: Move


_kinds: dict[str, _Kind] = {}


def on_hand_over(name: str, *, label: str | Promise, count: Callable[[int, int], int], move: Move) -> None:
    """Tell of one kind of work that a person may leave behind.

    :param name: the room and what it is, as `planning.tasks`; a second line for a name replaces the first.
    :param label: the noun as pages say it after a number: "nhiệm vụ".
    :param count: `count(person_id, body_id)` returns how many are open.
    """
    _kinds[name] = _Kind(label, count, move)


def open_work(*, person_id: int, body_id: int) -> tuple[OpenWork, ...]:
    """Return what is open on the person in the body, without the kinds of which nothing is."""
    found = (OpenWork(str(kind.label), kind.count(person_id, body_id)) for kind in _kinds.values())
    return tuple(work for work in found if work.count)


def move_open_work(hand_over: HandOver, *, actor: Actor, now: datetime) -> dict[str, int]:
    """Move all that is open to the successor and return how many of each name were moved."""
    return {name: kind.move(hand_over, actor=actor, now=now) for name, kind in _kinds.items()}


@dataclass(frozen=True, slots=True)
class QuickLogIn:
    """A made-up officer of the demonstration, whom the log-in page offers: one button, nothing to type."""

    url: str
    value: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class QuickLogInGroup:
    """The made-up officers of one body."""

    title: str
    lines: tuple[QuickLogIn, ...]


_quick_log_ins: list[Callable[[], tuple[QuickLogInGroup, ...]]] = []


def offer_quick_log_ins(answer: Callable[[], tuple[QuickLogInGroup, ...]]) -> None:
    """Say whom the log-in page offers; only `demonstration` does, and only in its own mode."""
    _quick_log_ins[:] = [answer]


def quick_log_ins() -> tuple[QuickLogInGroup, ...]:
    """Return whom the log-in page offers: nobody, but in the demonstration."""
    return _quick_log_ins[0]() if _quick_log_ins else ()


_act_names: dict[str, str | Promise] = {}


def name_acts(names: Mapping[str, str | Promise]) -> None:
    """Say what the acts of a later room on a person are called in that person's history, by kind of event."""
    _act_names.update(names)


def act_name(kind: str) -> str:
    """Return what a later room calls the act; the kind itself where no room does."""
    return str(_act_names.get(kind, kind))
