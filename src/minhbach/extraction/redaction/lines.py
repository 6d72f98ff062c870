"""The words of a page as lines from the top, each with its place in the words."""

from collections.abc import Sequence

from minhbach.extraction.layout.lines import rows_of
from minhbach.extraction.layout.marks import Word
from minhbach.extraction.redaction.contracts import PageLine, Rectangle, Shape, Written
from minhbach.extraction.redaction.space import view_of


def rows(words: Sequence[Written], shape: Shape, turn: int = 0) -> list[list[Written]]:
    """Return the words of each line, from left to right as a reader sees them.

    :param turn: by how much further, clockwise, the page must be turned until its text stands upright.
    """
    view = view_of(shape, turn)
    seen: dict[int, Written] = {}
    placed = []
    for word in words:
        box = view.box(*word.box)
        mark = Word(word.text, *box, size=box[3] - box[1])
        seen[id(mark)] = word
        placed.append(mark)
    return [[seen[id(mark)] for piece in row for mark in piece.words] for row in rows_of(placed)]


def lines_of(words: Sequence[Written], shape: Shape, turn: int = 0) -> tuple[PageLine, ...]:
    """Return the lines of a page, numbered from 1."""
    found = rows(words, shape, turn)
    return tuple(
        PageLine(number, " ".join(word.text for word in row), around([word.box for word in row]))
        for number, row in enumerate(found, 1)
    )


def around(boxes: Sequence[Rectangle]) -> Rectangle:
    """Return the smallest rectangle around some."""
    return (
        min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes),
    )  # fmt: skip
