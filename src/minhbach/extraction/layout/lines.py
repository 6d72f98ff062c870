"""Words into rows across the page, and rows into pieces parted by wide gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minhbach.domain.reading.source import Place
from minhbach.domain.text import fold
from minhbach.extraction.layout.marks import Word

_OVERLAP = 0.45  # of the lower of two words: so much must stand beside the other to be on its row
_MOTTO = ("cong hoa xa", "doc lap -", "doc lap-")
_MOTTO_GAP = 0.4  # of the type size
COLUMN_GAP = 1.5  # of the type size: more white than that may part columns


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that follow each other on one row."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> tuple[float, float, float, float]:
        return box_of(self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def y0(self) -> float:
        return min(word.y0 for word in self.words)

    @property
    def y1(self) -> float:
        return max(word.y1 for word in self.words)

    @property
    def size(self) -> float:
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if any(c.isalpha() for c in word.text)) and any(
            word.bold for word in self.words
        )


Row = tuple[Piece, ...]  # the pieces of one row, from left to right


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the rows of a page or a cell, from the top; words stand on one row where their heights overlap."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.middle, word.x0)):
        row = next((row for row in reversed(rows[-3:]) if _beside(row, word)), None)
        if row is None:
            rows.append([word])
        else:
            row.append(word)
    return [_pieces(sorted(row, key=lambda word: word.x0)) for row in rows]


def joined(pieces: Sequence[Piece]) -> Piece:
    """Return several pieces as one."""
    return Piece(tuple(word for piece in pieces for word in piece.words))


def glued(above: str, below: str) -> str:
    """Return two rows as one text; "QĐ-" and "UBND", "31/12/" and "2025" are one word that the row's end cut."""
    if above.endswith("-") and below.startswith("-") and below[1:2].isalnum():
        return f"{above}{below[1:]}"  # a recogniser may see the hyphen on both rows
    cut = len(above) > 1 and above[-1] in "-/–" and above[-2].isalnum() and below[:1].isalnum()
    return f"{above}{'' if cut else ' '}{below}"


def box_of(words: Iterable[Word]) -> tuple[float, float, float, float]:
    """Return the smallest box around words."""
    boxes = [(word.x0, word.y0, word.x1, word.y1) for word in words]
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def place_of(page: int, words: Iterable[Word]) -> Place:
    """Return where words stand, to a tenth of a point."""
    x0, y0, x1, y1 = (round(edge, 1) for edge in box_of(words))
    return Place(page, (x0, y0, x1, y1))


def confidence_of(words: Iterable[Word]) -> float | None:
    """Return the mean confidence of words read from an image, weighed by their length; None for typed text."""
    guessed = [(word.confidence, len(word.text)) for word in words if word.confidence is not None]
    weight = sum(length for _, length in guessed)
    return round(sum(sure * length for sure, length in guessed) / weight, 3) if weight else None


def median(numbers: Iterable[float]) -> float:
    """Return the middle one of some numbers, 0 of none."""
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2] if ordered else 0.0


def _beside(row: Sequence[Word], word: Word) -> bool:
    """Say whether a word stands on a row: beside its nearest words, so that a slight slope does no harm."""
    near = min(row[-12:], key=lambda other: max(other.x0 - word.x1, word.x0 - other.x1))
    overlap = min(near.y1, word.y1) - max(near.y0, word.y0)
    return overlap > _OVERLAP * max(0.1, min(near.y1 - near.y0, word.y1 - word.y0))


def _starts_motto(words: Sequence[Word], index: int) -> bool:
    """Say whether the name of the country or its motto starts here: what stands before it is the agency's column."""
    ahead = fold(" ".join(word.text for word in words[index : index + 3]))
    return ahead.startswith(_MOTTO) and fold(words[index - 1].text) != "nuoc"


def _pieces(words: Sequence[Word]) -> Row:
    pieces: list[list[Word]] = [[words[0]]]
    for index, word in enumerate(words[1:], start=1):
        last = pieces[-1][-1]
        gap = (word.x0 - last.x1) / max(last.size, word.size, 0.1)
        if gap > COLUMN_GAP or (gap > _MOTTO_GAP and _starts_motto(words, index)):
            pieces.append([])
        pieces[-1].append(word)
    return tuple(Piece(tuple(piece)) for piece in pieces)
