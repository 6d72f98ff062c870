"""What other rooms may hold of mail, and what the settings say of its servers."""

from dataclasses import dataclass, field
from datetime import datetime
from email.message import Message
from enum import StrEnum

from minhbach.domain.lifecycles.mail import MailState
from minhbach.foundation.contracts import Subject


class Trouble(StrEnum):
    """Why a mail is not at its reader yet, or never came there."""

    UNREACHABLE = "unreachable"
    """The server did not answer, or did not let us in: nothing was tried with this mail."""
    PUT_OFF = "put_off"
    """The server said: not now (4xx), or broke off before it had the mail."""
    REFUSED = "refused"
    """The server said: never (5xx), or the mail cannot be written for it."""
    TOO_OFTEN = "too_often"
    """Put off until the last try."""
    UNCLEAR = "unclear"
    """Twice nobody could know whether the server had taken it: a person decides."""
    BOUNCED = "bounced"
    """The server took it, and a later one sent it back."""


@dataclass(frozen=True, slots=True)
class MailRecord:
    """A mail as whoever has asked who may see what it is about may hold it. Moments have their zone.

    :param trouble: None where all is well so far. `said` is what the server said of it, in its own words.
    """

    id: int
    to: str
    subject: str
    about: Subject
    state: MailState
    attempts: int
    queued_at: datetime
    sent_at: datetime | None
    trouble: Trouble | None
    said: str


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mail goes out. `encryption` is "tls" from the first byte, "starttls", or "" on this very machine."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    encryption: str = ""


@dataclass(frozen=True, slots=True)
class MailboxAddress:
    """The mailbox that is read, and one of its folders."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    encrypted: bool = True

    @property
    def name(self) -> str:
        """Return how the mailbox is called where it is noted what was left in it."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message in the mailbox: `uid` as the server numbers it, `message` as the standard library reads it."""

    uid: str
    message: Message


class MailRefused(ValueError):
    """The mail cannot be queued or sent again as it is; the sentence says what to mend."""


class MailNotVisible(Exception):
    """There is no such mail for the one who asks."""


class MailboxUnreachable(Exception):
    """The mailbox does not answer, or does not let us in."""
