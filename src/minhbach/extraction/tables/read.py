"""The door for spreadsheets: one file in, its sheets out, or a refusal that says why."""

from minhbach.domain.reading.head.stamped import secrecy_of
from minhbach.extraction import limits
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.sandbox.run import Folder, run
from minhbach.extraction.tables.values import Workbook, from_plain

SECRET = "secrecy_mark"  # noqa: S105
_TOO_BIG = "Tệp quá lớn (hơn {most} MB). Hãy bỏ ảnh và trang tính thừa rồi tải lại."
_EMPTY = "Tệp không có ô nào có chữ."
_SECRET = "Bảng có dấu “{mark}”, không được đưa vào hệ thống này. Tệp không được lưu."  # noqa: S105


def read_long_list(data: bytes) -> Workbook:
    """Return the sheets of a spreadsheet that may have `limits.MAX_LIST_ROWS` rows, as a list of items has.

    :raises CannotRead: as `read_tables`.
    """
    return _read(data, "long_list")


def read_tables(data: bytes) -> Workbook:
    """Return the sheets of a spreadsheet; its name is never asked.

    :raises CannotRead: if it gives none; its `message` is for people, in Vietnamese. A mark of secrecy is refused.
    """
    return _read(data, "tables")


def _read(data: bytes, task: str) -> Workbook:
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise CannotRead("empty", _EMPTY)
    if len(data) > limits.MAX_TABLE_BYTES:
        raise CannotRead("too_big", _TOO_BIG.format(most=limits.MAX_TABLE_BYTES // limits.MB))
    with Folder(data) as folder:
        book = from_plain(run(task, folder))
    if not book.sheets:
        raise CannotRead("empty", _EMPTY)
    _refuse_secret(book)
    # What is hidden is not read, but it is kept and goes out with the file.
    with Folder(data) as folder:
        _refuse_secret(from_plain(run("hidden_sheets", folder)))
    return book


def _refuse_secret(book: Workbook) -> None:
    for sheet in book.sheets:
        cells = (cell.text for row in sheet.rows for cell in row if cell.text and len(cell.text) < limits.MAX_MARK_CELL)
        if found := secrecy_of([line for text in cells for line in text.split("\n")]):
            raise CannotRead(SECRET, _SECRET.format(mark=found[1]))
