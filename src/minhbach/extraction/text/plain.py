"""Plain text and Markdown as lines, numbered as in the file delivered."""

import re
from collections.abc import Iterator, Sequence

from minhbach.domain.reading.source import Cell, Line
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.layout.grid import joined
from minhbach.extraction.layout.sides import only_sets_side_by_side, read_by_column
from minhbach.extraction.text.characters import paragraphs, readable, with_gaps
from minhbach.extraction.text.markdown import inline, unmark
from minhbach.extraction.text.rows import Row, rows_by_line

_LINE_END = re.compile(r"\r\n|\r|\n")
_TOO_LONG = "Văn bản quá dài (hơn {lines:,} dòng hoặc {characters:,} ký tự). Hãy tách thành nhiều tệp."
_HEADING = re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE)
_MARKDOWN = re.compile(r"^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t:|-]*$|\]\(https?://", re.MULTILINE)
_FIRST_CHARACTERS = 1500


def format_of(text: str) -> str:
    """Return "md" for a text that is written in Markdown: headings from its start, or tables, or links; else "txt".

    A copied web page that kept a few ** or ## marks further down is plain text with residue.
    """
    return "md" if _HEADING.search(text.lstrip()[:_FIRST_CHARACTERS]) or _MARKDOWN.search(text) else "txt"


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text, blank ones included; head and foot that stand side by side follow one another.

    :raises CannotRead: if there are too many lines or characters.
    """
    raw = _LINE_END.split(text)
    if len(raw) > limits.MAX_LINES or len(text) > limits.MAX_CHARACTERS:
        message = _TOO_LONG.format(lines=limits.MAX_LINES, characters=limits.MAX_CHARACTERS)
        raise CannotRead("too_long", message.replace(",", "."))
    rows = rows_by_line(raw)
    return tuple(_written(raw, rows))


def _written(raw: Sequence[str], rows: dict[int, Row | None]) -> Iterator[Line]:
    index = 0
    while index < len(raw):
        if index in rows:
            end = _end_of_table(raw, rows, index)
            yield from _table_lines({i: rows[i] for i in range(index, end) if i in rows})
            index = end
        else:
            yield from _text_lines(raw[index], index + 1)
            index += 1


def _end_of_table(raw: Sequence[str], rows: dict[int, Row | None], start: int) -> int:
    """Return the index after the last row of the table that begins at `start`; blank lines may stand between rows."""
    end = look = start
    while look < len(raw) and (look in rows or not raw[look].strip()):
        look += 1
        if look - 1 in rows:
            end = look
    return end


def _table_lines(rows: dict[int, Row | None]) -> Iterator[Line]:
    numbers = [index + 1 for index, cells in rows.items() if cells is not None]
    table = [tuple(Cell(_cell(text)) for text in cells) for cells in rows.values() if cells is not None]
    if only_sets_side_by_side(table, ruled=True):
        for row, text in read_by_column(table):
            yield from _text_lines(text, numbers[row])
        return
    for number, cells in zip(numbers, table, strict=True):
        yield Line(number, joined(cells), cells=cells)


def _cell(text: str) -> str:
    return paragraphs(inline(text))[: limits.MAX_CELL_CHARACTERS]


def _text_lines(raw: str, number: int) -> Iterator[Line]:
    """Yield one line, or several with the same number where the file has `<br>` or no line end for very long."""
    plain = unmark(raw)
    for part in readable(plain.text).split("\n") if plain.text else ("",):
        text = with_gaps(part)
        while len(text) > limits.MAX_LINE_CHARACTERS:
            cut = text.rfind(" ", 1, limits.MAX_LINE_CHARACTERS) + 1 or limits.MAX_LINE_CHARACTERS
            yield Line(number, text[:cut].strip())
            text = text[cut:]
        yield Line(number, text, heading=plain.heading, bold=plain.bold)
