"""What the register asks later rooms: which items wait at the gate, and under which paths they go and are public.

`config.registries` connects them.
"""

from collections.abc import Callable, Collection, Sequence

WaitingItems = Callable[[Collection[int]], frozenset[int]]
PublicAddress = Callable[[str], str]
GateAddress = Callable[[int], str]
_answers: list[WaitingItems] = []
_addresses: list[PublicAddress] = []
_gates: list[GateAddress] = []
BATCH = 500


def hold_while_waiting(answer: WaitingItems) -> None:
    """Say which of some items wait for approval or are scheduled, and may therefore not be changed."""
    if answer not in _answers:
        _answers.append(answer)


def waits_at_the_gate(item_id: int) -> bool:
    """True while the item is before somebody who approves."""
    return bool(waiting_among([item_id]))


def waiting_among(ids: Sequence[int]) -> frozenset[int]:
    """Return those of the items that are before somebody who approves."""
    parts = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    return frozenset(one for answer in _answers for part in parts for one in answer(part))


def show_public_at(answer: PublicAddress) -> None:
    """Say under which path the public reads the item with a public id."""
    _addresses[:] = [answer]


def public_path(public_id: str) -> str:
    """Return the path under which the public reads an item, or "" where no room shows it."""
    return _addresses[0](public_id) if _addresses else ""


def bring_to_public_at(answer: GateAddress) -> None:
    """Say under which path an item is brought to the public."""
    _gates[:] = [answer]


def gate_path(item_id: int) -> str:
    """Return the path under which an item is brought to the public, or "" where no room does so."""
    return _gates[0](item_id) if _gates else ""
