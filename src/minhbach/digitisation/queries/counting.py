"""How far batches are: scans by state, pages, and what the machine got right, in one question for all of a page."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, Q, Sum

from minhbach.digitisation.models import Batch, Scan
from minhbach.domain.lifecycles.scan import BatchState, ScanState

TO_LOOK_AT = (ScanState.TO_CHECK, ScanState.PUT_OFF)


@dataclass(frozen=True, slots=True)
class Progress:
    """How many scans of a batch stand in each state, and the pages of those that are read and confirmed."""

    states: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0
    pages_confirmed: int = 0
    minutes_due: int = 0

    @property
    def total(self) -> int:
        """Return how many scans there are."""
        return sum(self.states.values())

    @property
    def waiting(self) -> int:
        """Return how many nobody has read."""
        return self.states.get(ScanState.WAITING, 0)

    @property
    def read(self) -> int:
        """Return how many the machine is done with."""
        return self.total - self.waiting

    @property
    def to_check(self) -> int:
        """Return how many a person must look at."""
        return sum(self.states.get(state, 0) for state in TO_LOOK_AT)

    @property
    def confirmed(self) -> int:
        """Return how many are in the register."""
        return self.states.get(ScanState.CONFIRMED, 0)


def progress_of(batches: Collection[int]) -> dict[int, Progress]:
    """Return how far each of the batches is: one question whatever their number."""
    rows = Scan.objects.filter(batch_id__in=list(batches)).order_by().values_list("batch_id", "state")
    counted = rows.annotate(
        count=Count("pk"),
        pages=Sum("pages"),
        due=Count("pk", filter=Q(state=ScanState.REFUSED, minuted_at__isnull=True)),
    )
    found: dict[int, list[tuple[str, int, int, int]]] = {}
    for batch_id, state, count, pages, due in counted:
        found.setdefault(batch_id, []).append((state, count, pages or 0, due))
    return {batch_id: _progress(found.get(batch_id, [])) for batch_id in batches}


def _progress(rows: Collection[tuple[str, int, int, int]]) -> Progress:
    return Progress(
        states={state: count for state, count, _pages, _due in rows},
        pages=sum(pages for _state, _count, pages, _due in rows),
        pages_confirmed=sum(pages for state, _count, pages, _due in rows if state == ScanState.CONFIRMED),
        minutes_due=sum(due for _state, _count, _pages, due in rows),
    )


def standing_of(row: Batch, progress: Progress) -> str:
    """Return how a batch stands, as `BATCH_TAGS` names it."""
    if row.state != BatchState.RUNNING:
        return row.state
    if not progress.total:
        return "empty"
    if progress.waiting:
        return "reading"
    return "to_check" if progress.to_check or progress.minutes_due else "done"
