"""What other rooms may hold of the event log and of stored files."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext

from minhbach.extraction.signatures.contracts import Signature

INSTALLATION = "installation"
Fact = str | int | bool | None


def body_chain(body_id: int) -> str:
    """Return the name of the chain that holds the events of one body."""
    return f"body:{body_id}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event, a file or a job is about, named by kind and id so that early rooms need not know later ones."""

    kind: str
    id: int | str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One entry of the event log. `actor` is a reference (`Actor.reference`), `at` a moment with its zone."""

    id: int
    chain: str
    sequence: int
    kind: str
    subject: Subject
    actor: str
    at: datetime
    ground: str
    facts: Mapping[str, Fact]
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class StoredFileRecord:
    """A file that is on the disk: `size` in bytes, `sha256` in hexadecimal, `name` as it may be shown and saved."""

    id: int
    name: str
    media_type: str
    size: int
    sha256: str


class VirusCheck(StrEnum):
    """What the antivirus said of a file."""

    CLEAN = "clean"
    NOT_SCANNED = "not_scanned"
    INFECTED = "infected"


@dataclass(frozen=True, slots=True)
class FileLook:
    """What is known of a file's bytes. `looked_at` is the moment of the last look; None: nobody looked yet."""

    virus_check: VirusCheck = VirusCheck.NOT_SCANNED
    signatures: tuple[Signature, ...] = ()
    looked_at: datetime | None = None


class FileInfected(Exception):
    """The antivirus found something in a file, which may not be kept. `sentence` is for people."""

    def __init__(self, virus: str) -> None:
        super().__init__(virus)
        words = gettext("Phần mềm chống vi-rút tìm thấy “%(virus)s”. Tệp không được lưu.")
        self.sentence = words % {"virus": virus[:100]}


class NotInTransaction(Exception):
    """An event was to be recorded outside the transaction of the change that it tells of."""


class PersonalFact(ValueError):
    """A fact or ground of an event holds what looks like personal data; only references and digests may stand there."""


class AppendOnly(Exception):
    """Somebody tried to change or delete an entry of the event log."""


class FileNotStored(Exception):
    """No stored file has this id."""


class CorruptFile(Exception):
    """A stored file is missing on the disk, or its bytes no longer have the hash that they were stored under."""


class JobNotFailed(Exception):
    """There is no failed job with this id for the one who asks."""
