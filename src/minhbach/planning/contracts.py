"""What other rooms may hold of planning."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from minhbach.domain.lifecycles.assignment import AssignmentState


class NameOnDraft(TypedDict):
    """A body as the document writes it, and the bodies that it was found or chosen to be.

    `how`: "found" (one certain answer), "chosen" (by a person), "asked" (none or several fit), "kept" (a person keeps
    the words alone: it is no body of the tree).
    """

    text: str
    bodies: list[int]
    how: str
    note: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that shows a result, as it was handed in."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PartOfTask:
    """Who has a task in one role. `bodies` is empty where it is the body alone on whose page the task stands."""

    role: str
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskOfBody:
    """One task as a body's page shows it, with those of its parts and predecessors that have it.

    `due_on` is the earliest limit that runs; `state` is in work as long as one of them has not done it.
    """

    plan_slug: str
    plan_name: str
    title: str
    position: int
    deadline_text: str
    due_on: date | None
    parts: tuple[PartOfTask, ...]
    state: AssignmentState


@dataclass(frozen=True, slots=True)
class IssuedDocument:
    """The document that is a task's product: number and symbol ("12/QĐ-UBND"), and the day on which it was issued."""

    reference: str
    issued_on: date


class PlanNotVisible(Exception):
    """The asker may not see this plan or import, or it does not exist."""


class AssignmentNotVisible(Exception):
    """The asker may not see this part of a task, or it does not exist."""


class DifficultyNotVisible(Exception):
    """The asker may not see this difficulty, or it does not exist."""


class WorkRefused(Exception):
    """Something cannot be done with a task now; `reason` says why and what to do, in the reader's language."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ImportRefused(Exception):
    """A document cannot be taken in, changed or confirmed; `reason` says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class AlreadyImported(ImportRefused):
    """The same document was imported before; nothing was changed."""

    def __init__(self, reason: str, *, import_id: int) -> None:
        super().__init__(reason)
        self.import_id = import_id
