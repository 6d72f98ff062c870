"""A paper's text as officers type it in one box: a line a paragraph, marks before headings, tables held by a name."""

import re
from collections.abc import Iterator, Sequence

from minhbach.domain.text import squeeze
from minhbach.papers.contracts import Block, Heading, Item, Paragraph, Table

LEVELS = {"=": 0, "#": 1, "##": 2, "###": 3}
GROUND = ">"
_MARKS = {level: mark for mark, level in LEVELS.items()}
_HEADING = re.compile(r"(={1}|#{1,3})\s*(?=\S)")
_ROMAN = re.compile(r"[IVXL]+\.\s+(?=\S)")
_LABEL = re.compile(r"(\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}(?:\.\d{1,2})+|[a-zđ]\)|[-–+])\s+(?=\S)")
_TABLE = re.compile(r"\[\s*bảng\s+(\d+)\s*\]", re.IGNORECASE)


class NoSuchTable(ValueError):
    """The text names a table that the paper does not have."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def to_text(blocks: Sequence[Block]) -> str:
    """Return the text of the box."""
    return "\n".join(_lines(blocks))


def from_text(text: str, *, tables: Sequence[Table]) -> tuple[Block, ...]:
    """Return the blocks that the text means.

    :param tables: those of the paper so far; "[Bảng 1]" alone on a line stands for the first.
    :raises NoSuchTable: if the text names another.
    """
    lines = (squeeze(line) for line in text.splitlines())
    return tuple(_block(line, tables) for line in lines if line)


def tables_of(blocks: Sequence[Block]) -> tuple[Table, ...]:
    """Return the tables of a paper, in their order."""
    return tuple(block for block in blocks if isinstance(block, Table))


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    tables = 0
    for block in blocks:
        match block:
            case Heading(text, level):
                yield f"{_MARKS[level]} {text}"
            case Paragraph(text, ground):
                yield f"{GROUND} {text}" if ground else text
            case Item(label, text):
                yield f"{label} {text}"
            case Table():
                tables += 1
                yield f"[Bảng {tables}]"  # words: a mark in the officer's box, read back by `_TABLE`


def _block(line: str, tables: Sequence[Table]) -> Block:
    if table := _TABLE.fullmatch(line):
        number = int(table[1])
        if not 1 <= number <= len(tables):
            raise NoSuchTable(number)
        return tables[number - 1]
    if marked := _HEADING.match(line):
        return Heading(line[marked.end() :], LEVELS[marked[1]])
    if line.startswith(GROUND):
        return Paragraph(line[1:].strip(), ground=True)
    if _ROMAN.match(line) and line.isupper():
        return Heading(line)
    if label := _LABEL.match(line):
        return Item(label[1].replace("–", "-"), line[label.end() :])
    return Paragraph(line)
