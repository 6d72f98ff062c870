"""What the columns of a follow-up book hold: proposed from their headings, corrected by a person."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from minhbach.domain.text import lower_one_tone, squeeze


class BookColumn(StrEnum):
    """What a column may be read as. Each is read once."""

    IGNORED = "ignored"
    NUMBER = "number"
    RECEIVED_ON = "received_on"
    NAME = "name"
    ADDRESS = "address"
    IDENTITY = "identity"
    TELEPHONE = "telephone"
    EMAIL = "email"
    WHAT = "what"
    WAY = "way"
    DUE_ON = "due_on"
    COMPLEXITY = "complexity"
    ANSWERED_ON = "answered_on"
    RESULT = "result"


COLUMN_LABELS: Mapping[BookColumn, Promise] = {
    BookColumn.IGNORED: _("không nhập"),
    BookColumn.NUMBER: _("số vào sổ"),
    BookColumn.RECEIVED_ON: _("ngày nhận"),
    BookColumn.NAME: _("họ tên người yêu cầu"),
    BookColumn.ADDRESS: _("nơi cư trú, địa chỉ"),
    BookColumn.IDENTITY: _("số căn cước, hộ chiếu"),
    BookColumn.TELEPHONE: _("điện thoại"),
    BookColumn.EMAIL: _("thư điện tử"),
    BookColumn.WHAT: _("nội dung yêu cầu"),
    BookColumn.WAY: _("cách nhận"),
    BookColumn.DUE_ON: _("hạn trả lời"),
    BookColumn.COMPLEXITY: _("đơn giản hay phức tạp (Luật 2016)"),
    BookColumn.ANSWERED_ON: _("ngày trả lời"),
    BookColumn.RESULT: _("kết quả"),
}
_PATTERNS: tuple[tuple[BookColumn, str], ...] = (
    (BookColumn.IDENTITY, r"căn cước|cmnd|cccd|hộ chiếu|giấy tờ"),
    (BookColumn.TELEPHONE, r"điện thoại|đt\b|sđt"),
    (BookColumn.EMAIL, r"e-?mail|thư điện tử"),
    (BookColumn.DUE_ON, r"hạn|thời hạn"),
    (BookColumn.ANSWERED_ON, r"ngày.*(?:trả lời|cung cấp|giải quyết|trả kết quả)"),
    (BookColumn.RECEIVED_ON, r"ngày.*(?:nhận|đến|vào sổ|tháng)|^ngày$|^ngày,? tháng"),
    (BookColumn.RESULT, r"kết quả|tình trạng|trạng thái"),
    (BookColumn.WAY, r"cách|hình thức|phương thức|kênh"),
    (BookColumn.COMPLEXITY, r"đơn giản|phức tạp"),
    (BookColumn.ADDRESS, r"địa chỉ|nơi cư trú|nơi ở|thường trú"),
    (BookColumn.NAME, r"họ.*tên|người yêu cầu|tên người"),
    (BookColumn.WHAT, r"nội dung|thông tin|trích yếu|yêu cầu"),
    (BookColumn.NUMBER, r"^số(?: (?:vào sổ|yêu cầu|thứ tự|tt|đến))?$|^stt$|^tt$"),
)
NEEDED = (BookColumn.NUMBER, BookColumn.RECEIVED_ON, BookColumn.WHAT)
_SEARCHED, _LONGEST_HEADING = 40, 80


def column_of(heading: str) -> BookColumn:
    """Return what a column with this heading is likely to hold; `IGNORED` where nothing fits."""
    low = lower_one_tone(squeeze(heading)).strip(" .:*")
    if not low or len(low) > _LONGEST_HEADING:
        return BookColumn.IGNORED
    return next((column for column, pattern in _PATTERNS if re.search(pattern, low)), BookColumn.IGNORED)


def propose_columns(headings: Sequence[str]) -> list[BookColumn]:
    """Return what each column is likely to hold. Where two say the same, the first is believed."""
    kept: set[BookColumn] = set()
    found = []
    for heading in headings:
        column = column_of(heading)
        found.append(BookColumn.IGNORED if column in kept else column)
        kept.add(column)
    return found


def find_head(rows: Sequence[Sequence[str]]) -> int:
    """Return the place (from 0) of the row whose cells name most columns; the first where none looks like a head."""
    named = [len({column_of(cell) for cell in row} - {BookColumn.IGNORED}) for row in rows[:_SEARCHED]]
    return max(range(len(named)), key=lambda place: (named[place], -place)) if named else 0
