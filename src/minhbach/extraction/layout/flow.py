"""What a word processor or a web page holds, before it becomes lines: paragraphs, and tables whose cells hold the same.

DOCX, ODT and HTML are each brought into this one shape; `lines_of` turns it into lines for the reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from minhbach.domain.reading.source import Line
from minhbach.extraction import limits
from minhbach.extraction.layout.grid import Spanning, filled, joined
from minhbach.extraction.layout.sides import only_sets_side_by_side, read_by_column
from minhbach.extraction.text.characters import one_line, paragraphs, readable, with_gaps

_DEEPEST = 70  # XML is refused below 256 levels, of which a table takes three or more
_MANY_PARAGRAPHS = 40  # a cell with more is no cell of data: the page is laid out with a table


@dataclass(slots=True)
class Paragraph:
    """A paragraph. A line end in `text` is the writer's. `number` is its line in the file, where it has one."""

    text: str
    number: int | None = None
    heading: int | None = None
    bold: bool = False


@dataclass(slots=True)
class TableCell:
    """A cell and how far it spans; `rows` 0 means to the end of the table."""

    items: "list[Paragraph | Table]" = field(default_factory=list)
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class Table:
    """A table; `ruled` says whether it draws lines, which layout tables do not."""

    rows: list[list[TableCell]] = field(default_factory=list)
    ruled: bool = True
    numbers: list[int | None] = field(default_factory=list)  # the line of each row in the file, where it has one


Item: TypeAlias = Paragraph | Table


def lines_of(items: Sequence[Item]) -> tuple[Line, ...]:
    """Return the lines of a document; without numbers of the file, paragraphs and rows are counted in order."""
    lines: list[Line] = []
    for item in items:
        last = lines[-1].number if lines else 0
        lines += _paragraph(item, last + 1) if isinstance(item, Paragraph) else _table(item, last + 1, 0)
        if len(lines) > limits.MAX_LINES:
            break
    return tuple(lines[: limits.MAX_LINES])


def _paragraph(item: Paragraph, counted: int) -> Iterator[Line]:
    number = item.number or counted
    for part in (with_gaps(line) for line in readable(item.text).split("\n")):
        while len(part) > limits.MAX_LINE_CHARACTERS:
            cut = part.rfind(" ", 1, limits.MAX_LINE_CHARACTERS) + 1 or limits.MAX_LINE_CHARACTERS
            yield Line(number, part[:cut].strip())
            part = part[cut:]
        yield Line(number, part, heading=item.heading, bold=item.bold)


def _table(table: Table, counted: int, depth: int) -> list[Line]:
    if depth < _DEEPEST and _lays_out_the_page(table):
        return _cells_in_order(table, counted, depth)
    rows = filled([[Spanning(_text(cell, 0), cell.columns, cell.rows) for cell in row] for row in table.rows])
    numbers = [given or counted + index for index, given in enumerate(_numbers(table))]
    if only_sets_side_by_side(rows, ruled=table.ruled):
        return [Line(numbers[row], one_line(text)) for row, text in read_by_column(rows)]
    return [
        Line(number, one_line(joined(cells)), cells=cells)
        for number, cells in zip(numbers, rows, strict=False)
        if any(cell.text for cell in cells)
    ]


def _cells_in_order(table: Table, counted: int, depth: int) -> list[Line]:
    lines: list[Line] = []
    for cell in (cell for row in table.rows for cell in row):
        for item in cell.items:
            last = lines[-1].number if lines else counted - 1
            lines += _paragraph(item, last + 1) if isinstance(item, Paragraph) else _table(item, last + 1, depth + 1)
    return lines


def _lays_out_the_page(table: Table) -> bool:
    """Say whether a table frames a whole page: a cell has very many paragraphs, or most words are in inner tables."""
    cells = [cell for row in table.rows for cell in row]
    if any(sum(isinstance(item, Paragraph) for item in cell.items) > _MANY_PARAGRAPHS for cell in cells):
        return True
    inner = [item for cell in cells for item in cell.items if isinstance(item, Table)]
    if not any(max(map(len, item.rows), default=0) > 1 for item in inner):
        return False
    return 2 * sum(map(_length, inner)) > _length(table)


def _length(table: Table) -> int:
    return sum(len(_text(cell, 0)) for row in table.rows for cell in row)


def _numbers(table: Table) -> list[int | None]:
    return table.numbers or [None] * len(table.rows)


def _text(cell: TableCell, depth: int) -> str:
    """Return the text of a cell, one paragraph a line; a table inside a cell gives one line a row."""
    parts = []
    for item in cell.items:
        if isinstance(item, Paragraph):
            parts.append(item.text)
        elif depth < _DEEPEST:
            parts += [" ".join(one_line(_text(inner, depth + 1)) for inner in row) for row in item.rows]
    return paragraphs("\n".join(parts))
