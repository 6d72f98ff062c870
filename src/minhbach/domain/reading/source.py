"""What extraction hands to the reader: lines in reading order, each knowing where it stands in the original."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page something stands: page from 1, box in points (x0, y0, x1, y1), origin at the lower left."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row.

    `merged` is true where the cell continues one above or to the left of it; its text is then the text of that one.
    Paragraphs inside a cell are parted by line ends; the line's own `text` has spaces there.
    """

    text: str
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text, or one row of a table (`cells` is then set and `text` joins them with " | ").

    `number` counts from 1 in the file as delivered (in DOCX and ODT: paragraphs and rows in order). `place` is set for
    PDF and scans. `confidence` is the recogniser's, 0 to 1, for text that was read from an image.
    """

    number: int
    text: str
    cells: tuple[Cell, ...] | None = None
    place: Place | None = None
    confidence: float | None = None
    heading: int | None = None  # level of a Markdown, HTML or DOCX heading, where the file says so
    bold: bool = False


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A whole document, ready to be read. Text is NFC; Markdown and HTML marks are already gone from `text`."""

    lines: tuple[Line, ...]
    ocr: bool = False
    pages: int | None = None
    marks: dict[str, str] = field(default_factory=dict)  # stamps that extraction saw, e.g. {"secrecy": "Mật"}
