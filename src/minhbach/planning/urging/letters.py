"""What bodies are urged about, as values."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Urged(StrEnum):
    """Why a body is urged; the values stand in addresses."""

    LATE = "qua-han"
    NOT_TAKEN = "chua-nhan"
    NO_PLAN = "chua-co-ke-hoach"


@dataclass(frozen=True, slots=True)
class UrgedPart:
    """A part of a task about which its body is urged. `due_on` None: no date is known, only the document's words."""

    assignment_id: int
    body_id: int
    body: str
    title: str
    deadline_text: str
    due_on: dt.date | None


def by_body(parts: Iterable[UrgedPart]) -> dict[int, list[UrgedPart]]:
    """Return the parts of each body, in their order."""
    found: dict[int, list[UrgedPart]] = {}
    for part in parts:
        found.setdefault(part.body_id, []).append(part)
    return found
