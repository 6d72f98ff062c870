"""The words of one table cell as text: forced line ends joined, items each on a line of its own."""

from collections.abc import Sequence

from minhbach.extraction.layout.lines import Piece, glued, joined, rows_of
from minhbach.extraction.layout.markers import is_ended, starts_paragraph
from minhbach.extraction.layout.marks import Word

_PADDING = 11.0  # points: Word leaves 5.4 on either side
_SPACE = 0.25


def cell_text(words: Sequence[Word], width: float) -> str:
    """Return the text of a cell that is `width` points wide; paragraphs are parted by line ends."""
    return text_of_rows([joined(row) for row in rows_of(words)], width)


def text_of_rows(rows: Sequence[Piece], width: float) -> str:
    """Return the text of rows that stand in a cell `width` points wide."""
    parts: list[str] = []
    for index, row in enumerate(rows):
        if index and not _starts_anew(rows[index - 1], row, width):
            parts[-1] = glued(parts[-1], row.text)
        else:
            parts.append(row.text)
    return "\n".join(parts)


def _starts_anew(above: Piece, row: Piece, width: float) -> bool:
    """Say whether a row of a cell starts a new item: the one above had room left, and this one looks like a start."""
    text = row.text
    if starts_paragraph(text) and (is_ended(above.text) or _had_room(above, row, width)):
        return True
    if above.y0 - row.y1 > 1.2 * row.size:
        return True
    return text[:1].isupper() and _had_room(above, row, width)


def _had_room(above: Piece, row: Piece, width: float) -> bool:
    first = row.words[0]
    used = above.x1 - above.x0 + _SPACE * row.size + first.x1 - first.x0
    return used < width - _PADDING - 0.35 * row.size
