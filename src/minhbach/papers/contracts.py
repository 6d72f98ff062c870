"""What other rooms may hold of papers: the document as a value, and what the actions here refuse."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from minhbach.domain.lifecycles.letter import LetterState

LETTER_KIND = "Công văn"
"""The one kind without a title of its own: its subject stands under the number, after “V/v”."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number as written: "I. MỤC ĐÍCH". Level 0 stands alone in the middle: "QUYẾT ĐỊNH:"."""

    text: str
    level: int = 1
    tag: ClassVar[str] = "heading"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `ground` where it names what the document rests on (căn cứ), which is set in italics."""

    text: str
    ground: bool = False
    tag: ClassVar[str] = "paragraph"


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered or dashed part of an enumeration, with its label as written: "1.", "a)", "-"."""

    label: str
    text: str
    tag: ClassVar[str] = "item"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on each page.

    :param widths: parts of the whole width, one a column, in any unit; none: all alike.
    :param rows: each with as many cells as the head. A line break inside a cell is kept.
    :param centred: columns (from 0) whose cells stand in the middle, as ordinal numbers do.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    centred: tuple[int, ...] = ()
    tag: ClassVar[str] = "table"

    def __post_init__(self) -> None:
        """Refuse a table whose rows or widths do not fit its head."""
        if not self.head or any(len(row) != len(self.head) for row in self.rows):
            raise ValueError("every row of a table has as many cells as its head")
        if self.widths and (len(self.widths) != len(self.head) or min(self.widths) <= 0):
            raise ValueError("a table has one width above 0 for each column")


Block = Heading | Paragraph | Item | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and in whose stead.

    :param authority: lines above the position: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"; none where the head signs alone.
    :param position: "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "GIÁM ĐỐC".
    :param name: may be empty, to be filled in by hand.
    """

    authority: tuple[str, ...] = ()
    position: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A text that a document issues (ban hành kèm theo): a regulation behind its decision, on pages of its own.

    :param title: "QUY CHẾ"; `subject`: what it is about, under the title.
    """

    title: str
    subject: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it is laid out (Decree 30/2020, Annex I), from which DOCX, PDF and pages are made alike.

    :param kind: "Công văn", "Kế hoạch", "Báo cáo" …
    :param body_above: the body that the issuing one belongs to; empty for committees and councils.
    :param issuing_body: line breaks are kept: "ỦY BAN NHÂN DÂN\\nPHƯỜNG MẪU MỘT".
    :param number: 0 while none is given: "Số:      /KH-UBND" is left to be filled in by hand.
    :param symbol: without number: "KH-UBND", "UBND-VP".
    :param day: None leaves day and month open; `year` is then the year that is printed, 0 for none.
    :param addressees: after "Kính gửi:"; none for documents that are addressed to nobody.
    :param recipients: under "Nơi nhận:", the last one "Lưu: VT, …".
    :param annex: what it issues, behind the signature.
    """

    kind: str
    issuing_body: str
    symbol: str
    place: str
    subject: str
    blocks: tuple[Block, ...]
    signature: Signature
    body_above: str = ""
    number: int = 0
    day: date | None = None
    year: int = 0
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    annex: Annex | None = None

    @property
    def is_letter(self) -> bool:
        """True for a công văn, whose subject stands under its number."""
        return self.kind == LETTER_KIND


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What of a document's head follows from the body that issues it."""

    body_above: str
    issuing_body: str
    place: str
    abbreviation: str
    authority: tuple[str, ...]
    position: str


@dataclass(frozen=True, slots=True)
class LetterInShort:
    """A letter as rooms name it that refer to it. `name`: "Công văn 05/UBND-VP", its kind alone without a number."""

    state: LetterState
    name: str
    issued_on: date | None


class LetterNotVisible(Exception):
    """The asker may not see this letter, or it does not exist."""


class LetterRefused(Exception):
    """A letter cannot be drafted, changed, numbered, signed or dropped; `reason` is a sentence for who asked.

    `field` names the box of a form that the reason belongs to, where it belongs to one.
    """

    def __init__(self, reason: str, *, field: str = "") -> None:
        super().__init__(reason)
        self.reason, self.field = reason, field


class FontsMissing(Exception):
    """No Times-like font with Vietnamese letters is installed, so no PDF can be made; the text says which would do."""
