"""What lists of batches and scans are narrowed to and sorted by."""

from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.queries.counting import TO_LOOK_AT
from minhbach.domain.lifecycles.scan import BatchState, ScanState
from minhbach.domain.text import fold

BATCH_COLUMNS = {"lo": ("year", "number"), "ngay": ("started_at",), "hop": ("box", "folder"), "tep": ("files",)}
SCAN_COLUMNS = {"thu-tu": "place", "ngay": "head__issued_on", "so": "head__number", "chac": "sure"}
DOUBTFUL = 0.85


@dataclass(frozen=True, slots=True)
class BatchFilters:
    """What a list of batches is narrowed to; "" and None narrow nothing. `standing` as `standing_of` names it."""

    words: str = ""
    body_id: int | None = None
    standing: str = ""
    box: str = ""
    year: int | None = None


def narrowed_batches(rows: QuerySet[Batch], to: BatchFilters) -> QuerySet[Batch]:
    """Return the batches that fit."""
    rows = rows.filter(body_id=to.body_id) if to.body_id else rows
    rows = rows.filter(year=to.year) if to.year else rows
    rows = rows.filter(box__iexact=to.box) if to.box else rows
    for word in to.words.split():
        rows = rows.filter(
            Q(title__icontains=word) | Q(box__iexact=word) | Q(folder__iexact=word) | Q(store__icontains=word)
        )
    return rows.filter(_standing(to.standing)) if to.standing else rows


def _standing(asked: str) -> Q:
    scans = Scan.objects.filter(batch=OuterRef("pk"))
    waiting = Exists(scans.filter(state=ScanState.WAITING))
    due = Exists(scans.filter(Q(state__in=TO_LOOK_AT) | Q(state=ScanState.REFUSED, minuted_at__isnull=True)))
    running = Q(state=BatchState.RUNNING)
    conditions = {
        "reading": running & Q(waiting),
        "to_check": running & ~Q(waiting) & Q(due),
        "done": running & Q(Exists(scans)) & ~Q(waiting) & ~Q(due),
        "empty": running & ~Q(Exists(scans)),
        BatchState.PAUSED.value: Q(state=BatchState.PAUSED),
        BatchState.CANCELLED.value: Q(state=BatchState.CANCELLED),
    }
    return conditions.get(asked, Q(pk__in=()))


def sorted_batches(rows: QuerySet[Batch], asked: str) -> QuerySet[Batch]:
    """Return the batches sorted by one of `BATCH_COLUMNS`, the newest first unless asked otherwise."""
    chosen = asked if asked.removeprefix("-") in BATCH_COLUMNS else "-ngay"
    columns = BATCH_COLUMNS[chosen.removeprefix("-")]
    rows = rows.annotate(files=Count("scans")) if columns == ("files",) else rows
    backwards = chosen.startswith("-")
    return rows.order_by(*(F(one).desc() if backwards else F(one).asc() for one in columns), "-pk")


def narrowed_scans(rows: QuerySet[Scan], *, words: str = "", state: str = "", kind: str = "") -> QuerySet[Scan]:
    """Return the scans that fit; words are compared without marks."""
    for word in fold(words).split():
        rows = rows.filter(search_text__contains=word)
    rows = rows.filter(state=state) if state else rows
    return rows.filter(head__kind=kind) if kind else rows


def sorted_scans(rows: QuerySet[Scan], asked: str) -> QuerySet[Scan]:
    """Return the scans sorted by one of `SCAN_COLUMNS`, in the order of the batch unless asked otherwise."""
    chosen = asked if asked.removeprefix("-") in SCAN_COLUMNS else "thu-tu"
    column = F(SCAN_COLUMNS[chosen.removeprefix("-")])
    order = column.desc(nulls_last=True) if chosen.startswith("-") else column.asc(nulls_last=True)
    return rows.order_by(order, "pk")


def next_to_check(after: Scan) -> Scan | None:
    """Return the scan of the batch to be looked at next: those put off come after all that nobody has seen."""
    rows = after.batch.scans.exclude(pk=after.pk)
    fresh = rows.filter(state=ScanState.TO_CHECK)
    following = fresh.filter(place__gt=after.place).order_by("place").first()
    return following or fresh.order_by("place").first() or _put_off(after)


def _put_off(after: Scan) -> Scan | None:
    rows = after.batch.scans.exclude(pk=after.pk).filter(state=ScanState.PUT_OFF).order_by("place")
    return rows.filter(place__gt=after.place).first() or rows.first()


def first_to_check(batch: Batch) -> Scan | None:
    """Return the scan to begin with."""
    rows = batch.scans.filter(state__in=TO_LOOK_AT)
    return rows.filter(state=ScanState.TO_CHECK).order_by("place").first() or rows.order_by("place").first()


def scans_to_check(rows: QuerySet[Scan]) -> QuerySet[Scan]:
    """Return those that a person must look at."""
    return rows.filter(state__in=TO_LOOK_AT)
