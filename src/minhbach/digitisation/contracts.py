"""What other rooms may hold of digitisation, and what its actions refuse."""

from dataclasses import dataclass, field
from enum import StrEnum

from minhbach.register.contracts import Classification, ItemFacts, PaperPlace


class Way(StrEnum):
    """How the files of a batch came in."""

    UPLOAD = "upload"
    FOLDER = "folder"
    COMMAND = "command"


class VirusCheck(StrEnum):
    """Whether a file was looked through for viruses; where no antivirus is there it is said to be unscanned."""

    CLEAN = "clean"
    NOT_SCANNED = "not_scanned"


@dataclass(frozen=True, slots=True)
class NewScan:
    """A file as it came from the scanner."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class BatchFacts:
    """What a batch is: a word for it, where its paper lies, and the line of the roadmap that it carries out."""

    title: str = ""
    place: PaperPlace = field(default_factory=PaperPlace)
    roadmap_id: int | None = None


@dataclass(frozen=True, slots=True)
class CheckedScan:
    """What a person confirmed of a scan. `classification` is None where it is to be classified later."""

    facts: ItemFacts
    classification: Classification | None = None


class BatchNotVisible(Exception):
    """There is no such batch, scan or line of a roadmap, or the asker may not know of it."""


class DigitisationRefused(Exception):
    """An act cannot be done so; `reason` is a sentence for who asked, `field` the box that it belongs to, if one."""

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field
