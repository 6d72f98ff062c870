"""One page as blocks in reading order: paragraphs and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from minhbach.extraction.layout.cells import cell_text, text_of_rows
from minhbach.extraction.layout.grid import Spanning
from minhbach.extraction.layout.lines import Piece, box_of, rows_of
from minhbach.extraction.layout.markers import is_ended, starts_paragraph
from minhbach.extraction.layout.marks import Page, Word
from minhbach.extraction.layout.paragraphs import Margins, Paragraph, goes_on, margins_of
from minhbach.extraction.layout.regions import Across, Aligned, Columns, regions_of
from minhbach.extraction.layout.ruled import Grid, grids_of


@dataclass(slots=True)
class TableRow:
    """One row of a table as it stands on a page: cells with their spans, and the words in it."""

    cells: list[Spanning]
    words: list[Word]
    page: int


@dataclass(slots=True)
class TableBlock:
    """A table, or the part of one that stands on a page. `edges` are its upright lines, for what runs over pages."""

    page: int
    rows: list[TableRow]
    edges: tuple[float, ...]
    ruled: bool
    parts: int = field(default=1)


Block: TypeAlias = Paragraph | TableBlock


@dataclass(frozen=True, slots=True)
class PageBlocks:
    """The blocks of one page, and the margins that its rows keep."""

    blocks: list[Block]
    margins: Margins


def blocks_of(page: Page) -> PageBlocks:
    """Return the blocks of a page from top to bottom; columns one after the other."""
    grids = [(grid, inside) for grid in grids_of(page) if any(inside := _inside(grid, page.words))]
    taken = {id(word) for _, inside in grids for word in inside}
    free = [word for word in page.words if id(word) not in taken]
    rows = rows_of(free)
    margins = margins_of(rows, page.width)
    blocks: list[Block] = []
    for grid, inside in grids:
        above = [row for row in rows if row[0].words[0].middle > grid.ys[0]]
        rows = rows[len(above) :]
        blocks += _free(above, page.number, margins)
        blocks.append(_table(grid, inside, page.number))
    return PageBlocks(blocks + _free(rows, page.number, margins), margins)


def _inside(grid: Grid, words: Iterable[Word]) -> list[Word]:
    x0, y0, x1, y1 = grid.box
    return [w for w in words if x0 - 2 <= (w.x0 + w.x1) / 2 <= x1 + 2 and y0 - 2 <= w.middle <= y1 + 2]


def _table(grid: Grid, words: Sequence[Word], page: int) -> TableBlock:
    held: dict[int, list[Word]] = {}
    rows: dict[int, list[Spanning]] = {}
    row_words: dict[int, list[Word]] = {}
    for word in words:
        held.setdefault(_slot_at(grid, word), []).append(word)
    for index, slot in enumerate(grid.slots):
        own = held.get(index, [])
        text = cell_text(own, slot.box[2] - slot.box[0]) if own else ""
        rows.setdefault(slot.row, []).append(Spanning(text, slot.columns, slot.rows))
        row_words.setdefault(slot.row, []).extend(own)
    return TableBlock(
        page,
        [TableRow(rows.get(r, []), row_words.get(r, []), page) for r in range(len(grid.ys) - 1)],
        grid.xs,
        ruled=True,
    )


def _slot_at(grid: Grid, word: Word) -> int:
    """Return the cell that holds the middle of a word, or the nearest one."""
    x, y = (word.x0 + word.x1) / 2, word.middle

    def distance(index: int) -> float:
        x0, y0, x1, y1 = grid.slots[index].box
        return max(x0 - x, x - x1, 0.0) + max(y0 - y, y - y1, 0.0)

    return min(range(len(grid.slots)), key=distance)


def _free(rows: Sequence[tuple[Piece, ...]], page: int, margins: Margins) -> list[Block]:
    blocks: list[Block] = []
    for region in regions_of(rows):
        if isinstance(region, Columns):
            for column in region.columns:
                blocks += _column(column, page)
        elif isinstance(region, Aligned):
            blocks.append(_aligned(region, page))
        else:
            _add(blocks, region, page, margins)
    return blocks


def _column(pieces: Sequence[Piece], page: int) -> list[Block]:
    """Return the rows of a column, each a block; only the rest of an item of a list joins the row above."""
    found: list[Block] = []
    last: Paragraph | None = None
    for piece in pieces:
        if last is not None and _is_rest_of_item(last, piece):
            last.pieces.append(piece)
        else:
            last = Paragraph(page, [piece], across=False)
            found.append(last)
    return found


def _is_rest_of_item(item: Paragraph, below: Piece) -> bool:
    above = item.pieces[-1]
    if not starts_paragraph(item.text) or is_ended(above.text) or starts_paragraph(below.text) or below.bold:
        return False
    return above.y0 - below.y1 < above.size and below.x0 > item.pieces[0].x0 - 3 and abs(above.size - below.size) < 1.5


def _add(blocks: list[Block], region: Across, page: int, margins: Margins) -> None:
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and last.across and goes_on(last.pieces[-1], region.piece, margins):
        last.pieces.append(region.piece)
    else:
        blocks.append(Paragraph(page, [region.piece]))


def _aligned(region: Aligned, page: int) -> TableBlock:
    """Return a table without lines; rows whose first cell is empty go on with the row above."""
    groups: list[list[tuple[tuple[Piece, ...], ...]]] = []
    for row in region.rows:
        if row[0] or not groups:
            groups.append([])
        groups[-1].append(row)
    columns = [[p for row in region.rows for p in row[c]] for c in range(len(region.rows[0]))]
    spans = [box_of(w for p in column for w in p.words) for column in columns]
    rows = []
    for group in groups:
        cells = [
            Spanning(text_of_rows([p for row in group for p in row[c]], spans[c][2] - spans[c][0]))
            for c in range(len(columns))
        ]
        rows.append(TableRow(cells, [w for row in group for cell in row for p in cell for w in p.words], page))
    return TableBlock(page, rows, tuple(span[0] for span in spans), ruled=False)
