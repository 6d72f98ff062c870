"""What is marked, what comes out, and what was looked for in it. The gate and the command line hold these values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Rectangle = tuple[float, float, float, float]
WHERE = ("text", "bytes", "metadata", "ocr")


@dataclass(frozen=True, slots=True)
class Box:
    """What is to go from one page (from 1): x0, y0, x1, y1 in the units of the page's unrotated MediaBox.

    `ground` is why, for the reader of the copy: "Điều 15 khoản 2". `label` says what screening saw there.
    """

    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    ground: str = ""
    label: str | None = None

    @property
    def rectangle(self) -> Rectangle:
        return self.x0, self.y0, self.x1, self.y1


@dataclass(frozen=True, slots=True)
class Shape:
    """How large a page is: MediaBox and the part of it that is shown, quarter turns clockwise, points a unit."""

    media: Rectangle
    crop: Rectangle
    turn: int = 0
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class Written:
    """A word that stands on a page, its box in the units of the page; `sure` is 0 to 1, None where nobody guessed."""

    text: str
    box: Rectangle
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line that a person may mark: its number on the page (from 1), its text, its box."""

    number: int
    text: str
    box: Rectangle


@dataclass(frozen=True, slots=True)
class MarkablePage:
    """A page as whoever marks sees it. `picture` is a PNG of it as shown; boxes are drawn in the space of `shape`."""

    number: int
    shape: Shape
    picture: bytes
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must be gone. `page` is where they stood; `box_only` words are too short for elsewhere."""

    text: str
    label: str | None = None
    page: int | None = None
    box_only: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that are still there: `where` is text, bytes, metadata or ocr; `box` is set where they stand on a page."""

    text: str
    where: str
    page: int | None = None
    box: Rectangle | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """What was looked for in the copy, by what, and what was found. `left` must be empty for the copy to be clean.

    `elsewhere` are words of the boxes that stand outside them too; `removed` is what the copy no longer has besides the
    boxes; `notes` is what a person should know.
    """

    terms: tuple[Term, ...]
    boxes: tuple[Box, ...]
    searched: dict[str, str]
    left: tuple[Hit, ...]
    elsewhere: tuple[Hit, ...] = ()
    elsewhere_accepted: bool = False
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        return not self.left and (not self.elsewhere or self.elsewhere_accepted)


@dataclass(frozen=True, slots=True)
class Redacted:
    """A copy that was proved clean. `sha256` is the copy's, `source_sha256` the file's."""

    pdf: bytes
    pages: int
    format: str
    sha256: str
    source_sha256: str
    proof: Proof


class NotProved(Exception):
    """The copy could not be proved clean and is not given out. `message` is a Vietnamese sentence, `proof` says why."""

    def __init__(self, message: str, proof: Proof) -> None:
        super().__init__(message)
        self.message = message
        self.proof = proof


@dataclass(frozen=True, slots=True)
class Page:
    """One page on its way: which of the sources it comes from, its number there, its shape, the words of the file.

    `set_here` pages were made from words that are known, so nothing on them can be missed.
    """

    source: int
    number: int
    shape: Shape
    words: tuple[Written, ...] = ()
    may_be_left_out: bool = False
    set_here: bool = False


def shape_to_plain(shape: Shape) -> dict[str, Any]:
    """Return a shape as JSON can hold it."""
    return {"media": list(shape.media), "crop": list(shape.crop), "turn": shape.turn, "unit": shape.unit}


def shape_from_plain(plain: dict[str, Any]) -> Shape:
    """Return what `shape_to_plain` wrote."""
    return Shape(_rectangle(plain["media"]), _rectangle(plain["crop"]), int(plain["turn"]), float(plain["unit"]))


def words_to_plain(words: Sequence[Written]) -> list[Any]:
    """Return words as JSON can hold them."""
    return [[word.text, *word.box, word.sure] for word in words]


def words_from_plain(plain: list[Any]) -> tuple[Written, ...]:
    """Return what `words_to_plain` wrote."""
    return tuple(Written(str(w[0]), _rectangle(w[1:5]), w[5]) for w in plain)


def boxes_to_plain(boxes: Sequence[Box]) -> list[Any]:
    """Return boxes as JSON can hold them."""
    return [[box.page, *box.rectangle, box.ground, box.label] for box in boxes]


def boxes_from_plain(plain: list[Any]) -> tuple[Box, ...]:
    """Return what `boxes_to_plain` wrote."""
    return tuple(Box(*row) for row in plain)


def _rectangle(plain: list[Any]) -> Rectangle:
    x0, y0, x1, y1 = (float(edge) for edge in plain)
    return x0, y0, x1, y1
