"""Pages into the lines that the reader wants: reading order, paragraphs whole, table rows with their cells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minhbach.domain.reading.head.marks import secrecy_mark
from minhbach.domain.reading.source import Line
from minhbach.extraction import limits
from minhbach.extraction.layout.across import joined_pages
from minhbach.extraction.layout.blocks import TableBlock, blocks_of
from minhbach.extraction.layout.furniture import without_furniture
from minhbach.extraction.layout.grid import filled
from minhbach.extraction.layout.grid import joined as joined_cells
from minhbach.extraction.layout.lines import confidence_of, place_of
from minhbach.extraction.layout.marks import Page, Word
from minhbach.extraction.layout.paragraphs import Paragraph
from minhbach.extraction.layout.sides import only_sets_side_by_side, read_by_column
from minhbach.extraction.text.characters import one_line

_FEW_LETTERS = 4
_UNSURE = 0.75


def lines_of(pages: Sequence[Page]) -> tuple[Line, ...]:
    """Return the lines of a document of pages, numbered from 1, each with its place."""
    whole = joined_pages([blocks_of(page) for page in without_furniture(pages)])
    lines: list[Line] = []
    for block in whole:
        made = _paragraph(block) if isinstance(block, Paragraph) else _table(block)
        kept = (line for line in made if not _is_scrawl(line))
        lines += [replace(line, number=number) for number, line in enumerate(kept, len(lines) + 1)]
        if len(lines) > limits.MAX_LINES:
            break
    return tuple(lines)


def _is_scrawl(line: Line) -> bool:
    """Say whether a line read from an image is what a recogniser makes of a signature: a few unsure letters."""
    if line.confidence is None or line.cells is not None or secrecy_mark(line.text):
        return False
    letters = sum(c.isalnum() for c in line.text)
    return letters == 0 or (letters <= _FEW_LETTERS and line.confidence < _UNSURE and not line.text[0].isdigit())


def _paragraph(block: Paragraph) -> Iterator[Line]:
    words = [word for piece in block.pieces for word in piece.words]
    on_page = [w for piece in block.pieces[:1] for w in piece.words]
    for piece in block.pieces[1:]:
        # A paragraph that runs over a page has its place where it starts.
        if piece.y1 < on_page[-1].y1:
            on_page += piece.words
        else:
            break
    text = one_line(block.text)[: limits.MAX_LINE_CHARACTERS]
    bold = all(piece.bold for piece in block.pieces)
    yield Line(0, text, place=place_of(block.page, on_page), confidence=confidence_of(words), bold=bold)


def _table(block: TableBlock) -> Iterator[Line]:
    rows = filled([row.cells for row in block.rows])
    if only_sets_side_by_side(rows, ruled=block.ruled):
        for index, text in read_by_column(rows):
            yield _line(text, block, index)
        return
    for index, cells in enumerate(rows):
        if any(cell.text for cell in cells):
            line = _line(joined_cells(cells), block, index)
            yield Line(0, line.text, cells=cells, place=line.place, confidence=line.confidence)


def _line(text: str, block: TableBlock, index: int) -> Line:
    words: list[Word] = block.rows[index].words
    place = place_of(block.rows[index].page, words) if words else None
    return Line(0, one_line(text)[: limits.MAX_LINE_CHARACTERS], place=place, confidence=confidence_of(words))
