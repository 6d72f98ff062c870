"""What a mail says, as a value."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Machine(StrEnum):
    """Why a mail seems to be written by no person."""

    AUTOMATIC = "automatic"
    """It says so itself (RFC 3834), as holiday notices and receipts do."""
    LIST = "list"
    """A newsletter or mailing list."""
    SERVER = "server"
    """A mail server's report."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came along, unread; `name` as the sender gives it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMail:
    """A mail as it was read. Nothing of it is true because it says so.

    :param message_id: without its brackets; "" where it has none.
    :param answers: Message-IDs that it answers or refers to, with their brackets, the nearest first.
    :param sent_at: when its sender says; `arrived_at`: when the last mail server says. None: not said, or nonsense.
    :param machine: None for a mail that seems to be a person's.
    """

    message_id: str
    sender_name: str
    sender_address: str
    subject: str
    text: str
    answers: tuple[str, ...] = ()
    sent_at: datetime | None = None
    arrived_at: datetime | None = None
    machine: Machine | None = None
    files: tuple[Attached, ...] = ()
