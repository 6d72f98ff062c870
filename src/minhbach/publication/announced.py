"""What a body announces through the gate beside its information: kinds, and what holds for each of them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AnnouncementKind(StrEnum):
    """What is announced. The gate, the event log and pages name it so."""

    SERVICE_UNITS = "service_units"
    """The list of public service units with basic, essential services (Law 01/2026, Article 11(5))."""


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
