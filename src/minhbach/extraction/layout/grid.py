"""Tables as grids: cells with spans become rows of equal length, in which a merged cell repeats its text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minhbach.domain.reading.source import Cell
from minhbach.extraction import limits


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell as a file writes it. A row span of 0 runs to the end of the table, as in HTML."""

    text: str
    columns: int = 1
    rows: int = 1


def filled(table: Iterable[Sequence[Spanning]]) -> list[tuple[Cell, ...]]:
    """Return the rows of a table with every position filled; what a span covers is `merged` and has its text."""
    rows: list[tuple[Cell, ...]] = []
    hanging: dict[int, tuple[int, str]] = {}  # column → rows still covered from above, and the text
    spent = 0
    for given in table:
        row: list[Cell] = []
        pending = list(given)
        while (pending or len(row) in hanging) and len(row) < limits.MAX_TABLE_COLUMNS:
            if len(row) in hanging:
                row.append(_continued(hanging, len(row)))
            else:
                _place(row, pending.pop(0), hanging)
        spent += len(row)
        if spent > limits.MAX_TABLE_CELLS:
            break
        rows.append(tuple(row))
    return _even(rows)


def joined(cells: Sequence[Cell]) -> str:
    """Return a row as one line of text: each cell once, " | " between, line ends inside a cell as spaces."""
    return " | ".join(" ".join(cell.text.split()) for cell in cells if not cell.merged).rstrip(" |")


def _continued(hanging: dict[int, tuple[int, str]], column: int) -> Cell:
    left, text = hanging.pop(column)
    if left > 1:
        hanging[column] = (left - 1, text)
    return Cell(text, merged=True)


def _place(row: list[Cell], cell: Spanning, hanging: dict[int, tuple[int, str]]) -> None:
    text = cell.text[: limits.MAX_CELL_CHARACTERS]
    below = 1_000_000 if cell.rows == 0 else cell.rows - 1
    for offset in range(max(1, min(cell.columns, limits.MAX_TABLE_COLUMNS - len(row)))):
        if offset and len(row) in hanging:
            break
        if below > 0:
            hanging[len(row)] = (below, text)
        row.append(Cell(text, merged=offset > 0))


def _even(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Fill short rows with empty cells, so that a column keeps its place."""
    width = max(map(len, rows), default=0)
    return [row + (Cell(""),) * (width - len(row)) for row in rows]
