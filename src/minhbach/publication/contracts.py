"""What other rooms may hold of a publication, and what the gate refuses."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState


class KeepGround(StrEnum):
    """Why a piece of personal data that was found may go out as it is."""

    OFFICIAL = "official"
    """Name, post and office address of who has the power to decide: the law has them published."""
    CONSENT = "consent"
    """The person agreed (Law 01/2026, Article 16(1))."""
    LAW = "law"
    """Another law has it published; its article stands in words."""
    INTEREST = "interest"
    """The head decided so for the public's interest or health (Article 16(4))."""
    MISTAKEN = "mistaken"
    """It is no personal data; the machine was wrong."""


NEEDS_WORDS = frozenset({KeepGround.CONSENT, KeepGround.LAW, KeepGround.INTEREST})
"""Grounds that must say more: which law, whose consent of which day, which decision."""


class WithdrawalReason(StrEnum):
    """What the public reads of why something was withdrawn."""

    WRONG = "wrong"
    """It is not right and is being put right (Article 22)."""
    PERSONAL = "personal"
    """It holds what concerns people's private life (Article 15(2))."""
    ENDED = "ended"
    """The time for which it had to be public is over."""
    UNTOLD = "untold"
    """Saying why would itself tell what must not be told: only the day is shown."""


class KeepOpenGround(StrEnum):
    """Why something stays public though its time is over; the law orders neither, so a leader says."""

    LAW = "law"
    """Another law has it public for longer; its article stands in words."""
    INTEREST = "interest"
    """It serves the public's interest or health (Article 17(2))."""
    IN_FORCE = "in_force"
    """The document is in force still, and people's affairs are settled by it."""


class MarkSource(StrEnum):
    """Who or what saw a place that may have to go from a file."""

    FOUND = "found"
    """Screening."""
    LEFT = "left"
    """The proof of a copy: the same words stand here too."""
    LINES = "lines"
    """A person, by the numbers of lines."""
    STRIP = "strip"
    """A person, as a strip across the page."""
    PAGE = "page"
    """A person: all of the page."""
    DRAWN = "drawn"
    """A person, on the picture."""


class MarkState(StrEnum):
    """What was decided about a place."""

    PROPOSED = "proposed"
    REMOVED = "removed"
    KEPT = "kept"


class EvidenceKind(StrEnum):
    """What a file shows of a publication in a place."""

    MINUTES = "minutes"
    """The signed minutes of a posting, or of its end."""
    PHOTO = "photo"
    CLIPPING = "clipping"
    """What a newspaper printed, or a page on the web looked like."""
    GAZETTE = "gazette"
    RECORDING = "recording"
    """What a broadcaster or a loudspeaker confirms in writing."""


class SecretDecision(StrEnum):
    """What a leader says of a kept file in which newer rules found a mark of secrecy."""

    SECRET = "secret"  # noqa: S105
    """It is one: it is dealt with by the law on state secrets, and nobody opens it here."""
    MISTAKEN = "mistaken"
    """It is none; the machine was wrong."""


class PetitionWay(StrEnum):
    """How a petition came in."""

    ONLINE = "online"
    COUNTER = "counter"
    POST = "post"
    TELEPHONE = "telephone"


class PublisherAnswer(StrEnum):
    """What another body answered that was asked to correct what it published of ours (Article 22(3))."""

    CORRECTED = "corrected"
    DECLINED = "declined"
    """It did not correct it, and said why."""


@dataclass(frozen=True, slots=True)
class PublicationRecord:
    """How far something has come on its way to the public.

    `submitted_by` is who drafted it until somebody submits it; `publish_on` the day that an approver chose.
    """

    id: int
    subject_kind: str
    subject_id: int
    body_id: int
    state: PublicationState
    submitted_by: int
    submitted_at: datetime
    approved_by: int | None
    approved_at: datetime | None
    approved_by_drafter: bool
    remark: str
    version_id: int = 0
    version_number: int = 0
    publish_on: date | None = None
    opened_on: date | None = None

    @property
    def is_public(self) -> bool:
        """True while the public may see the subject."""
        return self.state == PublicationState.PUBLIC


@dataclass(frozen=True, slots=True)
class FileToRedact:
    """A file that may not go out whole: whose it is, and the law (its number) whose grounds its marks name."""

    file_id: int
    name: str
    sha256: str
    body_id: int
    statute: str


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """An approved copy on its way to where the original stood. `why` is what everybody may read of it."""

    subject_id: int
    file_id: int
    name: str
    content: bytes
    why: str
    actor: Actor
    now: datetime


@dataclass(frozen=True, slots=True)
class WithdrawnNotice:
    """What the address of a withdrawn item says: since when, and why where that may be told. Never what it held."""

    public_id: str
    body_id: int
    withdrawn_on: date
    why: WithdrawalReason


class PublicationNotVisible(Exception):
    """The asker may not see this publication, or it does not exist."""


class PublicationRefused(Exception):
    """The gate stays shut; `reason` is a sentence for the person at the page.

    `field` names the box of a form that the reason belongs to, where it belongs to one.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field
