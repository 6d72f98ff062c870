"""What other rooms may hold of personal data: finished matters, holds, wishes, erasures, breaches."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from minhbach.intake.contracts import SubmissionKind


@dataclass(frozen=True, slots=True)
class FinishedMatter:
    """A submission with all that came of it, ended on a day and with nothing pending; not erased yet."""

    submission_id: int
    number: str
    body_id: int
    ended_on: date


@dataclass(frozen=True, slots=True)
class Erased:
    """How much was erased of a matter, by what it was: {"files": 2, "letters": 1}; no word of it."""

    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Matter:
    """A submission whose personal data are looked after; `erased_at` None while they are there."""

    submission_id: int
    number: str
    body_id: int
    body: str
    kind: SubmissionKind
    received_on: date
    erased_at: datetime | None


@dataclass(frozen=True, slots=True)
class DueMatter:
    """A finished matter with the first day on which its data are kept no longer, and whether a hold stops that."""

    finished: FinishedMatter
    kind: SubmissionKind
    erased_from: date
    is_held: bool


class HoldKind(StrEnum):
    """Why data are kept beyond their time."""

    COMPLAINT = "complaint"
    LAWSUIT = "lawsuit"
    INSPECTION = "inspection"
    ORDER = "order"
    """A body with the power to do so asked in writing."""


class WishKind(StrEnum):
    """What somebody asks about their own data (Law 91/2025, Article 4)."""

    CORRECT = "correct"
    ERASE = "erase"


class WishState(StrEnum):
    """Where a wish stands."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"


class ErasureCause(StrEnum):
    """Why data were erased."""

    RETENTION = "retention"
    """Their time was over."""
    WISH = "wish"
    AGAIN = "again"
    """They came back with a backup that was made before they were erased."""


class DataKind(StrEnum):
    """Which data a breach concerns."""

    NAME = "name"
    CONTACT = "contact"
    IDENTITY = "identity"
    WORDS = "words"
    FILES = "files"
    HEALTH = "health"
    ACCOUNT = "account"
    OTHER = "other"


class MatterNotVisible(Exception):
    """The asker may not see this, or it does not exist."""


class PrivacyRefused(Exception):
    """The act is not done; `reason` is a sentence for the person at the page, `field` the box it belongs to."""

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachFacts:
    """What is known of a breach. Words name no person.

    :param people: how many it concerns; None: not known yet. `whom`: which people, in words.
    :param is_grave: it may do the harm for which the law asks a notice; else `why_not_grave` says why not.
    """

    what: str
    kinds: tuple[DataKind, ...]
    found_at: datetime
    happened_on: date | None = None
    people: int | None = None
    whom: str = ""
    is_grave: bool = False
    why_not_grave: str = ""
    measures: str = ""
