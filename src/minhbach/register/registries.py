"""What the register asks later rooms: which items wait at the gate, so that nobody changes what is being approved.

`config.registries` connects them.
"""

from collections.abc import Callable, Collection

WaitingItems = Callable[[Collection[int]], frozenset[int]]
_answers: list[WaitingItems] = []


def hold_while_waiting(answer: WaitingItems) -> None:
    """Say which of some items wait for approval or are scheduled, and may therefore not be changed."""
    if answer not in _answers:
        _answers.append(answer)


def waits_at_the_gate(item_id: int) -> bool:
    """True while the item is before somebody who approves."""
    return any(item_id in answer([item_id]) for answer in _answers)
