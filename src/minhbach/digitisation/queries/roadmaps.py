"""How far the roadmap is: pages and boxes of confirmed scans, line by line, beside the register's backlog."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, Sum

from minhbach.digitisation.models import RoadmapLine, Scan
from minhbach.digitisation.queries.visible import roadmap_visible_to
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import ScanState
from minhbach.register.queries.backlog import backlog_items, backlog_of


@dataclass(frozen=True, slots=True)
class LineProgress:
    """A line of the roadmap and what is done of it."""

    line: RoadmapLine
    pages_done: int
    boxes_done: int
    scans_done: int

    @property
    def share(self) -> int:
        """Return how much is done in percent, at most 100: by pages where they were estimated, else by boxes."""
        whole, done = (self.line.pages, self.pages_done) if self.line.pages else (self.line.boxes, self.boxes_done)
        return min(100, done * 100 // whole) if whole else 0

    @property
    def pages_left(self) -> int:
        """Return how many pages are left by the estimate."""
        return max(0, self.line.pages - self.pages_done)

    def standing(self, on: date) -> str:
        """Return "done", "late" or "open" on a day."""
        if self.share >= 100:
            return "done"
        return "late" if self.line.due_on < on else "open"


@dataclass(frozen=True, slots=True)
class LetterBacklog:
    """One letter of the register's backlog: its items, those public, those with a digitised file, planned days."""

    letter: str
    every: int
    public: int
    digitised: int
    planned_until: date | None


def roadmap_of(body_id: int, *, actor: Actor) -> list[LineProgress]:
    """Return the lines of a body's roadmap with what is done, the earliest first: two queries."""
    lines = list(roadmap_visible_to(actor).filter(body_id=body_id).order_by("due_on", "pk"))
    confirmed = Scan.objects.filter(state=ScanState.CONFIRMED, batch__roadmap__in=lines).order_by()
    counted = confirmed.values_list("batch__roadmap").annotate(
        pages=Sum("pages"),
        boxes=Count("batch__box", distinct=True, filter=~Q(batch__box="")),
        scans=Count("pk"),
    )
    done = {line_id: (pages or 0, boxes, scans) for line_id, pages, boxes, scans in counted}
    return [LineProgress(line, *done.get(line.pk, (0, 0, 0))) for line in lines]


def backlog_beside(body_id: int, *, letters: Sequence[str], actor: Actor) -> list[LetterBacklog]:
    """Return the register's backlog by letter, with how many of its items came out of scans: two queries."""
    backlog = backlog_of(body_id, letters=letters, actor=actor)
    items = backlog_items(body_id, actor=actor).order_by()
    scanned = Scan.objects.filter(state=ScanState.CONFIRMED, item__in=items).order_by()
    digitised = dict(scanned.values_list("item__letter").annotate(count=Count("item", distinct=True)))
    return [
        LetterBacklog(
            letter=letter,
            every=backlog.of(letter).every,
            public=backlog.of(letter).done,
            digitised=digitised.get(letter, 0),
            planned_until=max((day for one, day in backlog.shares if one == letter and day), default=None),
        )
        for letter in backlog.letters
    ]


def pages_without_a_line(body_id: int) -> int:
    """Return how many confirmed pages of a body belong to no line of its roadmap."""
    rows = Scan.objects.filter(state=ScanState.CONFIRMED, batch__body_id=body_id, batch__roadmap__isnull=True)
    return int(rows.aggregate(pages=Sum(F("pages")))["pages"] or 0)
