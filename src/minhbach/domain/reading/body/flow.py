"""Tells how the lines of a document end: each with its paragraph, or where the width ended."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minhbach.domain.reading.body.labels import starts_label
from minhbach.domain.reading.body.marks import read_mark
from minhbach.domain.reading.source import Cell, Line

_NOISE = re.compile(
    r"^(?:[-–—_=*.\s]{3,}|(?:trang|page)?\s*[-–]?\s*\d{1,3}\s*[-–]?(?:\s*/\s*\d{1,3})?)$", re.IGNORECASE
)
_MARKUP = re.compile(r"^\s{0,3}#{1,6}\s+|\*\*|__|^\s*>\s+")
_ENDS = re.compile(r"[.;:!?…][\s\"”')*]*$|/\.$")


@dataclass(frozen=True, slots=True)
class Flow:
    """How lines flow: broken at a width, in characters; with empty lines between paragraphs or without."""

    wrapped: bool
    parted: bool
    width: int


def flow_of(kept: Sequence[tuple[Line, bool]]) -> Flow:
    """Return how the lines of a document flow, each given with whether empty lines stand before it."""
    pairs = broken = starts = parted = 0
    widths = []
    for (above, _), (line, gap) in zip(kept, kept[1:], strict=False):
        if above.cells is not None or line.cells is not None:
            continue
        begins = read_mark(line.text.strip())[0] is not None or starts_label(line.text.strip())
        starts += begins
        parted += begins and gap
        if gap:
            continue
        pairs += 1
        if line.text[:1].islower() and not begins and not ends(above.text):
            broken += 1
            widths.append(len(above.text.rstrip()))
    widths.sort()
    wrapped = broken >= 2 and broken >= 0.12 * pairs
    return Flow(wrapped, bool(starts) and parted >= 0.6 * starts, widths[(3 * len(widths)) // 4] if widths else 0)


def ends(text: str) -> bool:
    """Tell whether a text ends as a sentence or a part of one does."""
    return bool(_ENDS.search(text[-24:]))


def row_cells(line: Line) -> tuple[Cell, ...] | None:
    """Return the cells of a table row, also of one written with bars or tabs in plain text."""
    if line.cells is not None:
        return line.cells
    text = line.text
    if text.count("|") >= 2 or (text.count("|") == 1 and " | " in text):
        inner = text.strip()
        framed = inner.startswith("|") and inner.endswith("|") and not text.startswith(" ")
        return tuple(Cell(part.strip()) for part in (inner[1:-1] if framed else text).split("|"))
    if text.strip().count("\t") >= 2:
        return tuple(Cell(part.strip()) for part in text.strip("\n").split("\t"))
    return None


def with_gaps(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Yield the lines that say something, and whether empty ones stand before each."""
    gap, last = True, None
    for line in lines:
        text = _MARKUP.sub("", line.text) if line.cells is None else line.text
        if not text.strip(" |\t\u00a0\ufeff") or (line.cells is None and _NOISE.match(text.strip())):
            gap = gap or not text.strip(" |\t\u00a0\ufeff")
            last = line.number
            continue
        plain = (
            line
            if text == line.text
            else Line(line.number, text, None, line.place, line.confidence, line.heading, line.bold)
        )
        yield plain, gap or (last is not None and line.number > last + 1)
        gap, last = False, line.number
