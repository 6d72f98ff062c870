"""What bodies that are no more announced: it stays readable where their successors tell of themselves."""

from dataclasses import dataclass
from datetime import date, timedelta

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies, with_predecessors
from minhbach.publication.announcements.announced import AnnouncementKind
from minhbach.publication.announcements.labels import decision_words
from minhbach.publication.models import Announcement
from minhbach.publication.queries.announcements import public_announcements


@dataclass(frozen=True, slots=True)
class Before:
    """What a predecessor announced: the body, its last day where it is known, and by which decision."""

    row: Announcement
    body: BodyRecord
    last_day: date | None
    decision: str


def announced_before(body_id: int, kind: AnnouncementKind) -> tuple[Before, ...]:
    """Return what the predecessors of a body announced of a kind, however far back: by name, the newest first."""
    older = with_predecessors([body_id]) - {body_id}
    if not older:
        return ()
    rows = list(public_announcements(kind).filter(body_id__in=older).order_by("body__sort_key", "-decided_on", "-pk"))
    known = bodies({one.body_id for one in rows})
    return tuple(_before(one, known[one.body_id]) for one in rows)


def _before(row: Announcement, body: BodyRecord) -> Before:
    last_day = body.exists_until - timedelta(days=1) if body.exists_until else None
    return Before(row, body, last_day, decision_words(row.number, row.decided_on))
