"""What runs over a page's end: paragraphs, tables with their head repeated, and rows cut in two."""

from collections.abc import Sequence

from minhbach.extraction.layout.blocks import Block, PageBlocks, TableBlock, TableRow
from minhbach.extraction.layout.grid import Spanning
from minhbach.extraction.layout.lines import glued
from minhbach.extraction.layout.markers import is_ended
from minhbach.extraction.layout.paragraphs import Paragraph, goes_on

_SAME_EDGE = 6.0  # points
_HEAD_ROWS = 3


def joined_pages(pages: Sequence[PageBlocks]) -> list[Block]:
    """Return the blocks of all pages, with what a page's end cut joined again."""
    whole: list[Block] = []
    before: PageBlocks | None = None
    for page in pages:
        blocks = list(page.blocks)
        if before is not None and whole and blocks and _joins(whole[-1], blocks[0], before, page):
            blocks.pop(0)
        whole += blocks
        if page.blocks:
            before = page
    return whole


def _joins(last: Block, first: Block, before: PageBlocks, after: PageBlocks) -> bool:
    """Join the first block of a page to the last one before it, where they are one; say whether they were."""
    if isinstance(last, TableBlock) and isinstance(first, TableBlock):
        return _join_tables(last, first)
    if not isinstance(last, Paragraph) or not isinstance(first, Paragraph) or not (last.across and first.across):
        return False
    if not goes_on(last.pieces[-1], first.pieces[0], before.margins, after.margins):
        return False
    last.pieces += first.pieces
    return True


def _join_tables(upper: TableBlock, lower: TableBlock) -> bool:
    if not upper.ruled or not lower.ruled or not _same_edges(upper.edges, lower.edges):
        return False
    rows = _without_repeated_head(upper, lower)
    if rows and upper.rows and _is_rest_of_row(upper.rows[-1], rows[0]):
        upper.rows[-1] = _one_row(upper.rows[-1], rows[0])
        rows = rows[1:]
    upper.rows += rows
    upper.parts += 1
    return True


def _same_edges(upper: Sequence[float], lower: Sequence[float]) -> bool:
    """Say whether two tables have the same columns; each page may shift them a little, landscape scans by more."""
    if len(upper) != len(lower) or len(upper) < 3:
        return False
    shift = lower[0] - upper[0]
    return all(abs(b - a - shift) <= _SAME_EDGE for a, b in zip(upper, lower, strict=True))


def _without_repeated_head(upper: TableBlock, lower: TableBlock) -> list[TableRow]:
    """Return the lower rows without those that repeat the upper table's head, cell by cell."""
    same = 0
    for a, b in zip(upper.rows[:_HEAD_ROWS], lower.rows[:_HEAD_ROWS], strict=False):
        if _texts(a) != _texts(b) or not any(_texts(b)):
            break
        same += 1
    return lower.rows[same:]


def _texts(row: TableRow) -> list[str]:
    return [" ".join(cell.text.split()).casefold() for cell in row.cells]


def _is_rest_of_row(upper: TableRow, lower: TableRow) -> bool:
    """Say whether a row goes on with the one above it: no number of its own, and words that start in mid-sentence."""
    if len(upper.cells) != len(lower.cells) or lower.cells[0].text.strip():
        return False
    filled = [(a.text, b.text) for a, b in zip(upper.cells, lower.cells, strict=True) if b.text.strip()]
    if not filled:
        return True
    if any(above.strip() and _is_mid_sentence(above, below) for above, below in filled):
        return True
    return len(lower.cells) > 2 and not lower.cells[1].text.strip() and all(above.strip() for above, _ in filled)


def _is_mid_sentence(above: str, below: str) -> bool:
    return not below[0].isupper() and not is_ended(above)


def _one_row(upper: TableRow, lower: TableRow) -> TableRow:
    cells = [
        Spanning(_one_text(a.text, b.text), a.columns, a.rows) for a, b in zip(upper.cells, lower.cells, strict=True)
    ]
    return TableRow(cells, upper.words, upper.page)


def _one_text(above: str, below: str) -> str:
    if not above or not below:
        return above or below
    if is_ended(above) or below[0].isupper():
        return f"{above}\n{below}"
    return glued(above, below)
