"""What stands on a page before anybody reads it: words with their boxes, and drawn lines. Points, origin lower left."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Word:
    """One word. `size` is the height of its type in points; `confidence` is 0 to 1, None where nobody guessed."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool = False
    confidence: float | None = None

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(frozen=True, slots=True)
class Page:
    """One page as seen, upright. `number` counts from 1.

    `turn` is by how many degrees clockwise (0, 90, 180, 270), `tilt` by how many anticlockwise after that, the image
    of a scanned page was turned before it was read.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    ocr: bool = False
    turn: int = 0
    tilt: float = 0.0


def to_plain(page: Page) -> dict[str, Any]:
    """Return the page as JSON can hold it."""
    return {
        "number": page.number,
        "size": [page.width, page.height],
        "ocr": page.ocr,
        "turned": [page.turn, page.tilt],
        "words": [[w.text, w.x0, w.y0, w.x1, w.y1, w.size, w.bold, w.confidence] for w in page.words],
        "rules": [[r.x0, r.y0, r.x1, r.y1] for r in page.rules],
    }


def from_plain(plain: dict[str, Any]) -> Page:
    """Return the page that `to_plain` wrote."""
    width, height = plain["size"]
    turn, tilt = plain.get("turned", (0, 0.0))
    return Page(
        number=plain["number"],
        width=width,
        height=height,
        ocr=plain["ocr"],
        turn=turn,
        tilt=tilt,
        words=tuple(Word(*word) for word in plain["words"]),
        rules=tuple(Rule(*rule) for rule in plain["rules"]),
    )
