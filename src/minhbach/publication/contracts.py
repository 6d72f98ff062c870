"""What other rooms may hold of a publication."""

from dataclasses import dataclass
from datetime import datetime

from minhbach.domain.lifecycles.publication import PublicationState


@dataclass(frozen=True, slots=True)
class PublicationRecord:
    """How far something has come on its way to the public."""

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

    @property
    def is_public(self) -> bool:
        """True while the public may see the subject."""
        return self.state == PublicationState.PUBLIC


class PublicationNotVisible(Exception):
    """The asker may not see this publication, or it does not exist."""


class PublicationRefused(Exception):
    """The gate stays shut; `reason` is a sentence for the person at the page."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
