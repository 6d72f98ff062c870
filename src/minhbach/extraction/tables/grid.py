"""Rows of values into a sheet within limits: blank edges away, merged cells filled downward, nothing dropped unsaid."""

from collections.abc import Iterable, Sequence
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.tables.cells import cell_of
from minhbach.extraction.tables.values import EMPTY, Sheet, TableCell

Merged = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged area, rows and columns from 0."""
_TOO_LONG = "Trang tính “{name}” có hơn {most} dòng. Hãy xóa bớt dòng thừa hoặc tách thành nhiều tệp."
_TOO_WIDE = "Trang tính “{name}” có hơn {most} cột có chữ. Hãy xóa bớt cột thừa rồi tải lại."


def sheet_of(
    name: str, rows: Iterable[Sequence[Any]], merged: Sequence[Merged] = (), *, most_rows: int = limits.MAX_SHEET_ROWS
) -> Sheet:
    """Return the sheet.

    :raises CannotRead: if it has more rows or columns than a person could check.
    """
    kept: list[list[TableCell]] = []
    last = 0
    for number, values in enumerate(rows, start=1):
        row = [cell_of(value) for value in values]
        while row and not row[-1].text:
            row.pop()
        if len(row) > limits.MAX_TABLE_COLUMNS:
            raise CannotRead("too_wide", _TOO_WIDE.format(name=name[:60], most=limits.MAX_TABLE_COLUMNS))
        if row:
            last = number
        if last > most_rows:
            raise CannotRead("too_long", _TOO_LONG.format(name=name[:60], most=most_rows))
        if number <= most_rows:
            kept.append(row)
    width = max(map(len, kept), default=0)
    grid = [row + [EMPTY] * (width - len(row)) for row in kept[:last]]
    for area in merged:
        _fill_down(grid, area)
    return Sheet(name[:100], tuple(map(tuple, grid)))


def _fill_down(grid: list[list[TableCell]], area: Merged) -> None:
    """Write the value of a cell that is merged over several rows into each of them.

    Across columns it stays where it is: a title over the whole table is no value of each column.
    """
    (top, left), (bottom, _right) = area
    if bottom <= top or top >= len(grid) or left >= len(grid[top]):
        return
    for row in grid[top + 1 : bottom + 1]:
        row[left] = grid[top][left]
