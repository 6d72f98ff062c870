"""Spreadsheets typed for TCVN3 and VNI fonts in Unicode: by the looks of their cells, since readers give no fonts."""

from collections.abc import Sequence
from dataclasses import replace

from minhbach.extraction.legacy.looks import Typed, mended, typed_as
from minhbach.extraction.tables.values import TableCell, Workbook


def in_unicode(book: Workbook) -> Workbook:
    """Return the workbook with what was typed for old fonts in Unicode; dates and numbers are not touched."""
    typed = typed_as(_cells_of(book))
    if typed is None:
        return book
    return replace(
        book,
        sheets=tuple(replace(sheet, rows=tuple(_row(row, typed) for row in sheet.rows)) for sheet in book.sheets),
    )


def _cells_of(book: Workbook) -> list[str]:
    return [cell.text for sheet in book.sheets for row in sheet.rows for cell in row if _is_text(cell)]


def _row(row: Sequence[TableCell], typed: Typed) -> tuple[TableCell, ...]:
    return tuple(replace(cell, text=mended(cell.text, typed)) if _is_text(cell) else cell for cell in row)


def _is_text(cell: TableCell) -> bool:
    return bool(cell.text) and cell.day is None and cell.number is None
