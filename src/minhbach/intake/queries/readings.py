"""Who opened a sender's identity number."""

from dataclasses import dataclass
from datetime import datetime

from minhbach.intake.models import IdentityReading


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One opening: when, by whom, why."""

    at: datetime
    who: str
    purpose: str


def identity_readings_of(submission_id: int) -> tuple[ReadingLine, ...]:
    """Return the openings, the latest first, for the sender or for a room that has asked who may see them."""
    rows = IdentityReading.objects.filter(submission=submission_id).select_related("read_by")
    return tuple(ReadingLine(row.read_at, row.read_by.name, row.purpose) for row in rows)
