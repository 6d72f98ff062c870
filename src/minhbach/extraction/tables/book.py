"""XLSX, XLS and ODS into sheets. Formulas give the values that were saved with them; nothing is computed or run."""

import io
from collections.abc import Callable
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.office.package import Package
from minhbach.extraction.tables.grid import sheet_of
from minhbach.extraction.tables.values import Sheet, Workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = "Tệp hỏng hoặc không phải bảng tính. Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi tải lại."
_ENCRYPTED = "Tệp được đặt mật khẩu nên không đọc được. Hãy bỏ mật khẩu rồi tải lại."
_NOT_A_BOOK = "Tệp này không phải bảng tính. Chọn tệp .xlsx, .xls, .ods hoặc .csv."
_TOO_MANY = "Tệp có hơn {most} trang tính. Hãy xóa bớt trang tính rồi tải lại."


def read_book(data: bytes, *, most_rows: int = limits.MAX_SHEET_ROWS) -> Workbook:
    """Return the visible sheets that hold anything.

    :raises CannotRead: if this is no spreadsheet, is encrypted or broken, or goes beyond the limits.
    """
    return _read(data, _is_seen, most_rows)


def read_hidden_sheets(data: bytes) -> Workbook:
    """Return the hidden sheets that hold anything, as far as a long list may go.

    :raises CannotRead: as `read_book`.
    """
    hidden = (SheetVisibleEnum.Hidden, SheetVisibleEnum.VeryHidden)
    return _read(
        data, lambda sheet: sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible in hidden, limits.MAX_LIST_ROWS
    )


def read_whole_book(data: bytes) -> Workbook:
    """Return every sheet that holds anything, hidden ones too: they go out with the file.

    :raises CannotRead: as `read_book`.
    """
    return _read(data, lambda sheet: bool(sheet.typ == SheetTypeEnum.WorkSheet), limits.MAX_SHEET_ROWS)


def _read(data: bytes, is_wanted: Callable[[Any], bool], most_rows: int) -> Workbook:
    kind = _kind_of(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = [one.name for one in book.sheets_metadata if is_wanted(one)]
        if len(names) > limits.MAX_SHEETS:
            raise CannotRead("too_long", _TOO_MANY.format(most=limits.MAX_SHEETS))
        sheets = tuple(_sheet(book, name, most_rows) for name in names)
    except PasswordError as error:
        raise CannotRead("encrypted", _ENCRYPTED) from error
    except (CalamineError, ValueError, OSError) as error:
        raise CannotRead("broken", _BROKEN) from error
    return Workbook(kind, tuple(sheet for sheet in sheets if sheet.rows))


def _kind_of(data: bytes) -> str:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise CannotRead("encrypted", _ENCRYPTED)
        if "Workbook".encode("utf-16-le") not in data and "Book".encode("utf-16-le") not in data:
            raise CannotRead("not_a_table", _NOT_A_BOOK)
        return "xls"
    package = Package(data)
    if any(name.startswith("xl/") for name in package.names):
        kind = "xlsx"
    elif "mimetype" in package.names and b"opendocument.spreadsheet" in package.read("mimetype")[:100]:
        kind = "ods"
    else:
        raise CannotRead("not_a_table", _NOT_A_BOOK)
    # The reader unpacks on its own: each part is unpacked here first, where claimed and true size are compared.
    for name in package.names:
        if name.endswith((".xml", ".bin", ".rels")):
            package.read(name)
    return kind


def _is_seen(sheet: Any) -> bool:
    # A hidden sheet holds lists for choosing, or what nobody wanted to hand in.
    return bool(sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet)


def _sheet(book: CalamineWorkbook, name: str, most_rows: int) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    if sheet.end is None:
        return Sheet(name, ())
    try:
        merged = sheet.merged_cell_ranges or []
    except CalamineError:
        merged = []
    return sheet_of(name, sheet.to_python(skip_empty_area=False), merged, most_rows=most_rows)
