"""The pieces of a small picture: inked pixels that hang together, as a letter, a mark above it, or a frame."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

_RUN = re.compile(b"\xff+")


@dataclass(slots=True)
class Piece:
    """One piece: its box (right and lower edges exclusive) and its runs, each a row, a first pixel and one past the
    last."""

    x0: int
    y0: int
    x1: int
    y1: int
    runs: list[tuple[int, int, int]] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Return the breadth in pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        """Return the height in pixels."""
        return self.y1 - self.y0

    @property
    def inked(self) -> int:
        """Return how many pixels are inked."""
        return sum(end - start for _row, start, end in self.runs)

    def take(self, other: "Piece") -> None:
        """Take in another piece, which turned out to hang together with this one."""
        self.x0, self.y0 = min(self.x0, other.x0), min(self.y0, other.y0)
        self.x1, self.y1 = max(self.x1, other.x1), max(self.y1, other.y1)
        self.runs += other.runs


def pieces_of(dark: Image.Image) -> list[Piece]:
    """Return the pieces of a picture whose ink is 255 and whose paper is less."""
    width, pixels = dark.width, dark.tobytes()
    done: list[Piece] = []
    above: list[tuple[int, int, Piece]] = []
    for row in range(dark.height):
        here: list[tuple[int, int, Piece]] = []
        for start, end in _runs(pixels, row * width, width):
            piece = Piece(start, row, end, row + 1, [(row, start, end)])
            for piece_above in _distinct(p for a, b, p in above if a <= end and b >= start):
                smaller, larger = sorted((piece, piece_above), key=lambda one: len(one.runs))
                larger.take(smaller)
                above = [(a, b, larger if p is smaller else p) for a, b, p in above]
                here = [(a, b, larger if p is smaller else p) for a, b, p in here]
                piece = larger
            here.append((start, end, piece))
        going_on = {id(piece) for _a, _b, piece in here}
        done += [piece for piece in _distinct(p for _a, _b, p in above) if id(piece) not in going_on]
        above = here
    return done + _distinct(piece for _a, _b, piece in above)


def drawn_pieces(pieces: Iterable[Piece], size: tuple[int, int]) -> Image.Image:
    """Return a picture of some pieces alone, ink 255."""
    picture = Image.new("L", size, 0)
    draw = ImageDraw.Draw(picture)
    for piece in pieces:
        for row, start, end in piece.runs:
            draw.line((start, row, end - 1, row), fill=255)
    return picture


def _runs(pixels: bytes, first: int, width: int) -> Iterator[tuple[int, int]]:
    for run in _RUN.finditer(pixels, first, first + width):
        yield run.start() - first, run.end() - first


def _distinct(pieces: Iterable[Piece]) -> list[Piece]:
    return list({id(piece): piece for piece in pieces}.values())
