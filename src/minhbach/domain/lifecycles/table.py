"""A table of moves: which event leads from which state to which."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

State = TypeVar("State", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)


class MoveNotAllowed(Exception):
    """The event is not possible in this state; the message names both."""


@dataclass(frozen=True, slots=True)
class Lifecycle(Generic[State, Event]):
    """All allowed moves of one kind of thing."""

    moves: Mapping[tuple[State, Event], State]

    def next(self, state: State, event: Event) -> State:
        """Return the state after the event.

        :raises MoveNotAllowed: if the table has no such move.
        """
        try:
            return self.moves[state, event]
        except KeyError:
            raise MoveNotAllowed(f"{event} is not possible in state {state}") from None

    def events(self, state: State) -> tuple[Event, ...]:
        """Return what may happen in this state: one button each."""
        return tuple(event for from_state, event in self.moves if from_state == state)
