"""What a spreadsheet gives: sheets of rows of cells, each cell as it reads, and as a date or number too."""

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell. `text` is what a person reads; `day` is set where it holds a date, `number` where it holds a number."""

    text: str = ""
    day: dt.date | None = None
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the first one of the file on, all of one width. Row `n` of the file is `rows[n - 1]`."""

    name: str
    rows: tuple[tuple[TableCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file that a person sees and that hold anything. `format` is xlsx, xls, ods or csv."""

    format: str
    sheets: tuple[Sheet, ...]


EMPTY = TableCell()


def cell_to_plain(cell: TableCell) -> Any:
    """Return the cell as JSON can hold it: text alone, or text, date and number."""
    if cell.day is None and cell.number is None:
        return cell.text
    return [cell.text, cell.day.isoformat() if cell.day else None, cell.number]


def cell_from_plain(plain: Any) -> TableCell:
    """Return what `cell_to_plain` wrote."""
    if isinstance(plain, str):
        return TableCell(plain) if plain else EMPTY
    text, day, number = plain
    return TableCell(text, dt.date.fromisoformat(day) if day else None, number)


def to_plain(book: Workbook) -> dict[str, Any]:
    """Return the workbook as JSON can hold it."""
    sheets = [{"name": s.name, "rows": [[cell_to_plain(c) for c in row] for row in s.rows]} for s in book.sheets]
    return {"format": book.format, "sheets": sheets}


def from_plain(plain: dict[str, Any]) -> Workbook:
    """Return what `to_plain` wrote."""
    sheets = (
        Sheet(sheet["name"], tuple(tuple(map(cell_from_plain, row)) for row in sheet["rows"]))
        for sheet in plain["sheets"]
    )
    return Workbook(plain["format"], tuple(sheets))
