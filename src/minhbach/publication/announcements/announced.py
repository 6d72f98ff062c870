"""What a body announces through the gate beside its information: kinds, and what holds for each of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class AnnouncementKind(StrEnum):
    """What is announced. The gate, the event log and pages name it so."""

    SERVICE_UNITS = "service_units"
    """The list of public service units with basic, essential services (Law 01/2026, Article 11(5))."""
    PROCEDURE = "procedure"
    """The procedure for requests for information (thủ tục hành chính; Law 01/2026, Article 11(5))."""
    REGULATION = "regulation"
    """The internal regulation on providing information (Law 104/2016, Article 34(1)(h))."""


class Stance(StrEnum):
    """What somebody who is asked for an opinion of a draft says."""

    AGREES = "agrees"
    CHANGES = "changes"


class OpinionAnswer(StrEnum):
    """What the drafter does with an opinion."""

    TAKEN = "taken"
    PARTLY = "partly"
    NOT_TAKEN = "not_taken"


@dataclass(frozen=True, slots=True)
class Heading:
    """The decision that announces it: its number with its symbol ("12/QĐ-UBND"), and its day. Drafts may lack both."""

    number: str = ""
    decided_on: date | None = None

    @property
    def is_whole(self) -> bool:
        """True if the public could be told by which decision it is announced."""
        return bool(self.number) and self.decided_on is not None


@dataclass(frozen=True, slots=True)
class ListedService:
    """A unit that a list names, and which basic, essential services it renders, in the committee's own words."""

    body_id: int
    services: str


MOST_STEPS = 20
"""Steps of an agency's own handling of a request."""


@dataclass(frozen=True, slots=True)
class StepGiven:
    """A step of an agency's own handling of a request: the unit of the agency, and the working days, in halves."""

    title: str
    unit_id: int
    days: Decimal


@dataclass(frozen=True, slots=True)
class ProcedureContent:
    """What an agency adds to the procedure that the law tells: where and when it receives requests, its own steps."""

    place: str = ""
    hours: str = ""
    remark: str = ""
    steps: tuple[StepGiven, ...] = ()


class Lack(StrEnum):
    """How bodies stand that must announce something; pages and addresses name it so."""

    NONE = "chua"
    """It has announced none."""
    OUTDATED = "luat-doi"
    """The law says something else than what it announced."""
    ANNOUNCED = "co"
