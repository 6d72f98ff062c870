"""CSV into a sheet: the encoding found from the bytes, the separator from how evenly it divides the lines."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.tables.grid import sheet_of
from minhbach.extraction.tables.values import Workbook
from minhbach.extraction.text.decode import decode

SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 60
_NOT_A_TABLE = "Tệp không chia thành cột. Hãy lưu bảng thành .xlsx, hoặc .csv có dấu ; hoặc , giữa các cột."
_A_PAGE = (
    "Tệp mang đuôi .xls nhưng bên trong là trang web hoặc XML. "
    "Mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi tải lại."
)
_NAME = "CSV"


def read_separated(data: bytes, *, most_rows: int = limits.MAX_SHEET_ROWS) -> Workbook:
    """Return the one sheet.

    :raises CannotRead: if this is no text, its encoding cannot be told, or no separator divides it into columns.
    """
    text = decode(data).text
    if text.lstrip().startswith("<"):
        # Office programs save web pages under this name, and Excel opens them.
        raise CannotRead("not_a_table", _A_PAGE)
    separator = separator_of(text)
    if separator is None:
        raise CannotRead("not_a_table", _NOT_A_TABLE)
    try:
        # A row number is that of the sheet: an empty line counts, and is not swallowed by the reader.
        sheet = sheet_of(_NAME, _rows(text, separator), most_rows=most_rows)
    except csv.Error as error:
        raise CannotRead("broken", _NOT_A_TABLE) from error
    return Workbook("csv", (sheet,))


def separator_of(text: str) -> str | None:
    """Return what divides most lines into the same number of columns, two at least; None where nothing does."""
    rated = []
    for separator in SEPARATORS:
        try:
            widths = Counter(len(row) for row in islice(_rows(text, separator), _SAMPLE) if any(row))
        except csv.Error:
            continue
        width, lines = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(0, 0))
        if width > 1:
            rated.append((lines, width, separator))
    return max(rated)[2] if rated else None


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(limits.MAX_LINE_CHARACTERS * 10)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
