"""Rows into paragraphs: a line end that the width forced is no line end of the writer."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce

from minhbach.domain.reading.head.marks import secrecy_mark
from minhbach.extraction.layout.lines import Piece, Row, glued, median
from minhbach.extraction.layout.markers import is_ended, starts_paragraph

_GOES_ON = re.compile(r"\b(?:bí|bảo|giải|độ)\s*$", re.IGNORECASE)
_SPACE = 0.25  # of the type size
_INDENT = 0.9  # of the type size: further in than that is an indent
_FARTHEST = 1.7  # of the type size: more white than that between rows parts paragraphs
_SAME_EDGE = 3.0  # points
_RAGGED_SLACK = 2.5  # of the type size
_CENTRED = 8.0  # points by which the white on both sides of a centred row may differ


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the rows of a page start and end, whether paragraphs start with an indent, and whether rows end anyhow.

    Where rows are ragged, the true margin lies somewhere to the right of the longest one.
    """

    left: float
    right: float
    indents: bool
    ragged: bool = False


@dataclass(slots=True)
class Paragraph:
    """Rows that belong together. `across` is false for what stands in a column of a letterhead."""

    page: int
    pieces: list[Piece] = field(default_factory=list)
    across: bool = True

    @property
    def text(self) -> str:
        return reduce(glued, (piece.text for piece in self.pieces))


def margins_of(rows: Sequence[Row], width: float) -> Margins:
    """Return the margins that the long rows of a page keep; rows of letterheads are not among them."""
    lone = [row[0] for row in rows if len(row) == 1]
    long = [p for p in lone if p.x1 - p.x0 > 0.45 * width] or lone or [p for row in rows for p in row]
    if not long:
        return Margins(0.0, width, indents=False)
    left, _ = _most_common([p.x0 for p in long], lowest=True)
    right, justified = _most_common([p.x1 for p in long], lowest=False)
    size = median(p.size for p in long) or 12.0
    indented = sum(_INDENT * size < p.x0 - left < 6 * size for p in long)
    return Margins(left, right, indented >= 2 or (indented == 1 and len(long) < 12), not justified)


def _most_common(edges: Sequence[float], *, lowest: bool) -> tuple[float, bool]:
    """Return the edge that most rows share and True; else the outermost one but for a tenth of them and False."""
    ordered = sorted(edges)
    best, count = ordered[0], 0
    for index, edge in enumerate(ordered):
        near = bisect_right(ordered, edge + _SAME_EDGE) - index
        if near > count or (near == count and not lowest):
            best, count = edge, near
    if count >= max(2, 0.3 * len(ordered)):
        return (best if lowest else best + _SAME_EDGE / 2), True
    return (ordered[len(ordered) // 10] if lowest else ordered[-1 - len(ordered) // 10]), False


def goes_on(above: Piece, below: Piece, margins: Margins, next_margins: Margins | None = None) -> bool:
    """Say whether the lower row continues the paragraph of the upper one.

    :param next_margins: of the lower row's page, where that is another page than the upper one's.
    """
    # A stamp stands by itself, however near: joined to its neighbour it would no longer be seen.
    if secrecy_mark(above.text) or secrecy_mark(below.text) and not _GOES_ON.search(above.text):
        return False
    lower = next_margins or margins
    size = max(above.size, below.size)
    if next_margins is None and above.y0 - below.y1 > _FARTHEST * size:
        return False
    if _is_centred(above, margins) or _is_centred(below, lower):
        return False
    if not _was_forced(above, below, margins):
        return not is_ended(above.text) and below.text[:1].islower() and not starts_paragraph(below.text)
    if above.bold != below.bold and above.bold and starts_paragraph(below.text):
        return False
    inset = below.x0 - lower.left
    if inset < _INDENT * size:
        return _at_margin(above, below, margins)
    if _hangs(above, below, margins, lower):
        return True
    return not starts_paragraph(below.text) and not is_ended(above.text) and _is_small(below.text)


def _at_margin(above: Piece, below: Piece, margins: Margins) -> bool:
    """Decide for a row at the left margin: where paragraphs are indented, that alone says that it goes on."""
    if not starts_paragraph(below.text):
        return margins.indents or not is_ended(above.text) or _is_small(below.text)
    heading = is_ended(above.text) and (below.bold or below.text.isupper())
    return margins.indents and not heading


def _hangs(above: Piece, below: Piece, margins: Margins, lower: Margins) -> bool:
    """Say whether the lower row stands under the words after the upper row's number or dash."""
    after_marker = above.words[1].x0 if starts_paragraph(above.text) and len(above.words) > 1 else above.x0
    same = abs((below.x0 - lower.left) - (after_marker - margins.left)) < 0.4 * below.size
    return same and not starts_paragraph(below.text) and (starts_paragraph(above.text) or _is_small(below.text))


def _was_forced(above: Piece, below: Piece, margins: Margins) -> bool:
    """Say whether the first word below would not have fitted on the row above."""
    first = below.words[0]
    needed = first.x1 - first.x0 + _SPACE * above.size
    slack = _RAGGED_SLACK if margins.ragged else 0.3
    return above.x1 + needed > margins.right - slack * above.size


def _is_centred(piece: Piece, margins: Margins) -> bool:
    before, after = piece.x0 - margins.left, margins.right - piece.x1
    return before > 1.5 * piece.size and after > piece.size and abs(before - after) < max(_CENTRED, 0.15 * before)


def _is_small(text: str) -> bool:
    """Say whether a text goes on in mid-sentence: a small letter, a digit, or a closing sign first."""
    return bool(text) and (text[0].islower() or text[0].isdigit() or text[0] in '),;.”"(/')
