"""What other rooms may hold of what came in from outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class SubmissionKind(StrEnum):
    """What was sent in."""

    REQUEST = "request"
    """A request for information (yêu cầu cung cấp thông tin)."""
    FEEDBACK = "feedback"
    """A difficulty, suggestion, praise or report (vướng mắc, góp ý, kiến nghị, phản ánh)."""
    MAIL = "mail"
    """An e-mail of which no person has said yet what it is, or that proved to be neither."""


class Way(StrEnum):
    """How it came. Each belongs to a channel of the statutes (`rules.CHANNELS`)."""

    PORTAL = "portal"
    EMAIL = "email"
    SERVICE_PORTAL = "service_portal"
    """The National Public Service Portal."""
    COUNTER = "counter"
    POST = "post"
    FAX = "fax"


class Behalf(StrEnum):
    """For whom somebody asks."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    """For another, with a paper that says so."""
    MINOR = "minor"
    """A legal representative or guardian, for somebody under 18 or without full civil capacity."""
    ORGANISATION = "organisation"
    """For several people of an organisation, union or enterprise, with their list."""
    FOREIGNER = "foreigner"
    """A foreigner who resides in Viet Nam, on what directly concerns their rights and duties."""


class Delivery(StrEnum):
    """How the requester wants to have the information."""

    DOWNLOAD = "download"
    EMAIL = "email"
    POST = "post"
    COUNTER = "counter"
    FAX = "fax"


class FileRole(StrEnum):
    """What a file is that came along."""

    ATTACHMENT = "attachment"
    AUTHORISATION = "authorisation"
    """Shows that somebody may act for another."""
    CONSENT = "consent"
    """The consent of whom the information concerns."""
    PEOPLE = "people"
    """The list of an organisation's people."""
    SCAN = "scan"
    """The paper itself, as it came by post or over the counter."""


@dataclass(frozen=True, slots=True)
class PersonListed:
    """One of an organisation's people who want the same information (Decree 13/2018, Article 4)."""

    name: str
    identity_number: str = ""
    purpose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who sent something in, sealed at rest. Empty parts were not told.

    :param represented: whom a representative acts for.
    :param concern: how the information concerns a requester from elsewhere (Law 01/2026, Article 10(2)(e)).
    :param others: by their key, further fields that a statute asks for.
    """

    name: str = ""
    address: str = ""
    identity_number: str = ""
    telephone: str = ""
    email: str = ""
    fax: str = ""
    postal_address: str = ""
    represented: str = ""
    organisation: str = ""
    people: tuple[PersonListed, ...] = ()
    concern: str = ""
    purpose: str = ""
    others: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file that lies in quarantine under `place`, flushed to the disk, and that nobody has read yet."""

    name: str
    role: FileRole
    size: int
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What somebody sends in.

    :param text: what is asked for, in the sender's words.
    :param sent_on: the local day on which it was sent, which chooses the statute; None: today.
    :param received_on: the local day on which the body had it; None: today.
    :param is_elsewhere: a commune's body was asked by somebody who does not live there; None: not asked.
    """

    text: str
    sender: Sender = field(default_factory=Sender)
    behalf: Behalf = Behalf.SELF
    delivery: Delivery = Delivery.DOWNLOAD
    way: Way = Way.PORTAL
    sent_on: date | None = None
    received_on: date | None = None
    is_elsewhere: bool | None = None
    is_agency_unsure: bool = False
    files: tuple[WaitingFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender gets. The secret is known here alone: only its hash is kept.

    :param is_new: false where the same form came again, which gives the same number and a fresh secret.
    """

    submission_id: int
    number: str
    secret: str
    received_at: datetime
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file of a submission as pages show it; `file_id` names the stored file once it is known to be no secret."""

    id: int
    name: str
    role: FileRole
    size: int
    state: str
    file_id: int | None
    sentence: str


class SubmissionNotVisible(Exception):
    """There is no such submission for the one who asks."""


class SubmissionRefused(Exception):
    """It cannot be taken in; `reason` is a sentence for the person at the page, `field` the box it belongs to."""

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field
