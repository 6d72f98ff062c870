"""Lines cut into pieces in reading order: two columns that stand side by side become one under the other."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from minhbach.domain.reading.head.columns import split_row
from minhbach.domain.reading.source import Line
from minhbach.domain.text import fold, squeeze

_RULER = re.compile(r"^[\W_]+$")
_TRAILING_RULER = re.compile(r"\s*(?:[-–—_=*.~]\s?){3,}$")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|>\s+)|\*{2,}|^\*(?=\w)|(?<=\w)\*$|__+(?=\w)|(?<=\w)__+")
_PAGE = re.compile(r"^Trang \d{1,3}(?:/\d{1,3})?\s*(?=[A-ZÀ-ỸĐ]{2}|$)")
_LONGEST = 4000  # A piece of a head is a line or a cell; what goes on longer is cut before patterns see it.


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that stands together. `line` is an index into `source.lines`; `column` 1 is the right one."""

    text: str
    line: int
    column: int = 0
    after_gap: bool = False  # a blank line or a ruler stands before it

    @property
    def plain(self) -> str:
        """The words without marks and capitals, for patterns."""
        return _plain(self.text)

    @property
    def is_capitals(self) -> bool:
        """True where the words are set in capitals, but for the small letters of a symbol ("QĐ-TTg")."""
        return share_of_capitals(self.text) > 0.8

    def with_text(self, text: str) -> "Piece":
        """Return a piece that stands in the same place and says something else."""
        return Piece(text, self.line, self.column, self.after_gap)


def pieces_of(lines: tuple[Line, ...], start: int, stop: int) -> list[Piece]:
    """Return the pieces of `lines[start:stop]`. Rows of two columns that follow each other are read column by"
    " column."""
    found: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for row in _rows(lines, start, stop):
        if any(piece.column for piece in row):
            left += [piece for piece in row if piece.column == 0]
            right += [piece for piece in row if piece.column]
        elif row:
            found += [*left, *right, *row]
            left, right = [], []
    return [*found, *left, *right]


def _rows(lines: tuple[Line, ...], start: int, stop: int) -> Iterator[list[Piece]]:
    gap = False
    before = lines[start - 1].number if start else 0
    for index in range(start, min(stop, len(lines))):
        line = lines[index]
        gap = gap or line.number > before + 1
        before = line.number
        row = list(_row(line, index, gap))
        if row:
            yield row
        gap = not row


def _row(line: Line, index: int, gap: bool) -> Iterator[Piece]:
    for column, text in _columns(line):
        cleaned = _clean(text[:_LONGEST])
        if cleaned:
            yield Piece(cleaned, index, column, gap)


def _columns(line: Line) -> Iterable[tuple[int, str]]:
    """Yield (column, text) for each line of each cell, or for each half of a row of text."""
    if line.cells:
        for column, cell in enumerate(line.cells):
            if not cell.merged:
                for text in cell.text.split("\n"):
                    yield from ((column + more, part) for more, part in split_row(text))
        return
    for text in line.text.split("\n"):
        yield from split_row(text)


def _clean(text: str) -> str:
    text = _PAGE.sub("", squeeze(_MARKUP.sub("", text)))
    text = _TRAILING_RULER.sub("", text) if not text.rstrip().endswith("...") else text
    return "" if _RULER.match(text) else text.strip(" |")


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    return fold(text)


def share_of_capitals(text: str) -> float:
    """Return the share of letters that are capitals; 0 for a text without letters."""
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) / len(letters) if letters else 0.0
