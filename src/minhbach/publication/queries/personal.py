"""In which information at the gate personal data were found, for who may see the items."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.text import fold
from minhbach.publication.models import Publication, ScreeningFinding, ScreeningRun
from minhbach.register.queries import ITEM, items_kept_for

UNANSWERED, ANSWERED = "chua", "roi"


@dataclass(frozen=True, slots=True)
class PersonalFilters:
    """What the list is narrowed to; "" and None narrow nothing. `kind` is a label of `extraction.screening`."""

    words: str = ""
    kind: str = ""
    standing: str = ""
    body_id: int | None = None
    year: int | None = None


def looks_with_personal_data(actor: Actor, to: PersonalFilters) -> QuerySet[Any]:
    """Return the latest look through the newest version of each item, where something was found.

    Each has `found` and `left`: how many places there are, and how many nobody has answered. Of the words found
    nothing is read here.
    """
    items = items_kept_for(actor)
    for word in fold(to.words).split():
        items = items.filter(search_text__contains=word)
    later_run = ScreeningRun.objects.filter(publication=OuterRef("publication"), pk__gt=OuterRef("pk"))
    later_version = Publication.objects.filter(
        subject_kind=ITEM,
        subject_id=OuterRef("publication__subject_id"),
        version_id__gt=OuterRef("publication__version_id"),
    )
    rows = ScreeningRun.objects.filter(
        ~Exists(later_run), ~Exists(later_version), _found(to.kind),
        publication__subject_kind=ITEM, publication__subject_id__in=items.values("pk"),
    )  # fmt: skip
    rows = rows.filter(publication__body_id=to.body_id) if to.body_id else rows
    rows = rows.filter(done_at__year=to.year) if to.year else rows
    unanswered = Exists(ScreeningFinding.objects.filter(run=OuterRef("pk"), ground=""))
    if to.standing:
        rows = rows.filter(unanswered if to.standing == UNANSWERED else ~unanswered)
    counted = rows.annotate(found=Count("findings"), left=Count("findings", filter=Q(findings__ground="")))
    return counted.select_related("publication__body")


def _found(kind: str) -> Exists:
    rows = ScreeningFinding.objects.filter(run=OuterRef("pk"))
    return Exists(rows.filter(label=kind) if kind else rows)


def kinds_found(run_ids: Collection[int]) -> Mapping[int, list[tuple[str, int]]]:
    """Return what was found in looks, and how often: the most frequent first. One query."""
    kinds: dict[int, list[tuple[str, int]]] = {}
    rows = ScreeningFinding.objects.filter(run_id__in=run_ids).values_list("run_id", "label").annotate(n=Count("pk"))
    for run, label, count in rows.order_by("run_id", "-n", "label"):
        kinds.setdefault(run, []).append((label, count))
    return kinds
