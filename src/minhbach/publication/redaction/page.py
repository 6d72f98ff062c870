"""What the page of a redaction shows of one page of its file: its picture, its lines, what is marked on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from minhbach.extraction.redaction.contracts import WHERE, shape_from_plain
from minhbach.publication.contracts import MarkState
from minhbach.publication.labels import FINDING_LABELS, GROUND_LABELS
from minhbach.publication.models import Redaction, RedactionMark, RedactionPage
from minhbach.publication.redaction.grounds import short, worded
from minhbach.publication.redaction.labels import MARK_TAGS, SOURCE_WORDS, WHERE_WORDS
from minhbach.publication.redaction.places import seen_boxes, size_seen

UNSURE = 0.6


@dataclass(frozen=True, slots=True)
class PageSeen:
    """One page. `size` is its width and height as shown, in points; `lines` are numbered from 1."""

    number: int
    size: tuple[float, float]
    lines: Sequence[tuple[int, str]]
    marks: Sequence[dict[str, Any]]


def page_seen(row: Redaction, number: int) -> PageSeen | None:
    """Return one page with its marks, or None where there is none: two queries."""
    page = row.own_pages.filter(number=number).first()
    if page is None:
        return None
    marks = row.marks.filter(page=number).select_related("decided_by")
    lines = [(at, str(line[0])) for at, line in enumerate(page.lines, 1)]
    shape = shape_from_plain(page.shape)
    return PageSeen(number, size_seen(shape), lines, [_mark(row, page, one) for one in marks])


def counts_by_page(row: Redaction) -> list[dict[str, int]]:
    """Return for every page how many places are marked and how many wait: one query."""
    waits = Count("pk", filter=Q(state=MarkState.PROPOSED))
    rows = row.marks.order_by().values("page").annotate(every=Count("pk"), waits=waits)
    by_page: dict[int, dict[str, int]] = {one["page"]: {"all": one["every"], "open": one["waits"]} for one in rows}
    nothing = {"all": 0, "open": 0}
    return [{**by_page.get(number, nothing), "page": number} for number in range(1, row.pages + 1)]


def marks_by_state(row: Redaction) -> dict[str, int]:
    """Return how many places there are in each state: one query."""
    rows = row.marks.order_by().values("state").annotate(every=Count("pk"))
    counted: dict[str, int] = {one["state"]: one["every"] for one in rows}
    return {state.value: counted.get(state.value, 0) for state in MarkState}


def first_page_to_answer(row: Redaction) -> int:
    """Return the first page on which a proposal waits, or the first of all."""
    waiting = row.marks.filter(state=MarkState.PROPOSED).order_by("page").values_list("page", flat=True).first()
    return waiting or 1


def record_of(row: Redaction) -> list[dict[str, Any]]:
    """Return what was decided about every place, without the words that stood there: one query."""
    return [{"mark": mark, **mark_words(row, mark)} for mark in row.marks.select_related("decided_by")]


def proof_lines(row: Redaction) -> list[dict[str, Any]]:
    """Return where it was looked for what went, by what reader, and how much is left there; nothing without a copy."""
    where = row.proof.get("where", {})
    return [
        {"words": WHERE_WORDS[one], "by": where[one]["by"], "none": _("còn %(count)s") % {"count": where[one]["found"]}}
        for one in WHERE
        if one in where
    ]


def _mark(row: Redaction, page: RedactionPage, mark: RedactionMark) -> dict[str, Any]:
    return {
        "mark": mark,
        "boxes": seen_boxes(mark.boxes, shape_from_plain(page.shape)),
        **mark_words(row, mark),
    }


def mark_words(row: Redaction, mark: RedactionMark) -> dict[str, Any]:
    """Return what a mark is called, where it comes from, and what was decided about it."""
    return {
        "what": FINDING_LABELS.get(mark.label, SOURCE_WORDS[mark.source]),
        "source": SOURCE_WORDS[mark.source],
        "tag": MARK_TAGS[mark.state],
        "article": short(row.statute, mark.ground) if mark.ground else "",
        "ground": worded(row.statute, mark.ground) if mark.ground else "",
        "kept": GROUND_LABELS.get(mark.kept, ""),
        "unsure": mark.confidence is not None and mark.confidence < UNSURE,
    }
