"""The task on spreadsheets, apart because it loads the reader of workbooks."""

from pathlib import Path
from typing import Any

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.tables.book import read_book, read_hidden_sheets, read_whole_book
from minhbach.extraction.tables.old_fonts import in_unicode
from minhbach.extraction.tables.separated import read_separated
from minhbach.extraction.tables.values import Workbook, to_plain

_BOOKS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_REFUSED = (b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf")
_NOT_A_TABLE = "Tệp này không phải bảng tính. Chọn tệp .xlsx, .xls, .ods hoặc .csv."
_TOO_LONG = "Các trang tính có quá nhiều ô. Hãy xóa bớt trang tính hoặc tách thành nhiều tệp."


def take_tables(file: Path) -> dict[str, Any]:
    """Take a spreadsheet apart; what it is is found from its content."""
    data = file.read_bytes()
    if data.startswith(_REFUSED):
        raise CannotRead("not_a_table", _NOT_A_TABLE)
    return _plain(read_book(data) if data.startswith(_BOOKS) else read_separated(data))


def take_long_list(file: Path) -> dict[str, Any]:
    """Take a spreadsheet with one long list apart."""
    data = file.read_bytes()
    if data.startswith(_REFUSED):
        raise CannotRead("not_a_table", _NOT_A_TABLE)
    most = limits.MAX_LIST_ROWS
    book = read_book(data, most_rows=most) if data.startswith(_BOOKS) else read_separated(data, most_rows=most)
    return _plain(book, most_cells=limits.MAX_LIST_CELLS)


def take_hidden_sheets(file: Path) -> dict[str, Any]:
    """Take the sheets apart that a workbook hides; a table of text hides none."""
    data = file.read_bytes()
    book = read_hidden_sheets(data) if data.startswith(_BOOKS) else Workbook("csv", ())
    return _plain(book, most_cells=limits.MAX_LIST_CELLS)


def take_whole_book(file: Path) -> dict[str, Any]:
    """Take a workbook apart with its hidden sheets."""
    return _plain(read_whole_book(file.read_bytes()))


def _plain(book: Workbook, *, most_cells: int = limits.MAX_TABLE_CELLS) -> dict[str, Any]:
    if sum(len(row) for sheet in book.sheets for row in sheet.rows) > most_cells:
        raise CannotRead("too_long", _TOO_LONG)
    return to_plain(in_unicode(book))
