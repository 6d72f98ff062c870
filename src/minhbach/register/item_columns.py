"""What the columns of a list of items hold: proposed from their headings, corrected by a person."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from minhbach.domain.reading.sheets.columns import heading_key
from minhbach.domain.text import lower_one_tone, squeeze


class ItemColumn(StrEnum):
    """What a column may be read as. Each is read once."""

    IGNORED = "ignored"
    TITLE = "title"
    KIND = "kind"
    REFERENCE = "reference"
    NUMBER = "number"
    SYMBOL = "symbol"
    ISSUER = "issuer"
    ISSUED_ON = "issued_on"
    CREATED_ON = "created_on"
    UNIT = "unit"
    ORIGIN = "origin"
    ACCESS = "access"
    GROUND = "ground"
    LETTER = "letter"
    FORMS = "forms"
    ADDRESS_SINCE = "address_since"
    DURATION = "duration"
    ADDRESS = "address"
    STORE = "store"
    SHELF = "shelf"
    BOX = "box"
    FOLDER = "folder"
    SHEET = "sheet"
    RETENTION = "retention"


_PATTERNS: tuple[tuple[ItemColumn, str], ...] = (
    (ItemColumn.RETENTION, r"bảo quản|lưu giữ"),
    (ItemColumn.ADDRESS, r"địa chỉ|đường dẫn|liên kết|\blink\b|\burl\b|truy cập|tệp đính kèm"),
    (ItemColumn.ADDRESS_SINCE, r"thời điểm(?: công khai)?|ngày(?: đã)? (?:công khai|đăng)"),
    (ItemColumn.DURATION, r"thời hạn(?: công khai)?|thời gian công khai"),
    (ItemColumn.FORMS, r"hình thức"),
    (ItemColumn.LETTER, r"^điểm|nhóm thông tin|điều 17"),
    (ItemColumn.GROUND, r"căn cứ|lý do|điều kiện"),
    (ItemColumn.ACCESS, r"phân loại|loại tiếp cận|mức độ(?: tiếp cận)?|chế độ|tiếp cận"),
    (ItemColumn.ORIGIN, r"^nguồn|xuất xứ"),
    (ItemColumn.UNIT, r"đơn vị|phòng|bộ phận"),
    (ItemColumn.CREATED_ON, r"(?:ngày|thời gian|tháng).*(?:tạo|lập)|tạo ra"),
    (ItemColumn.ISSUED_ON, r"^ngày|ngày(?:,? tháng)?.*(?:ban hành|ký|văn bản)"),
    (ItemColumn.ISSUER, r"cơ quan|nơi ban hành|tác giả"),
    (ItemColumn.REFERENCE, r"số.*ký hiệu|số/ký hiệu|số hiệu|số văn bản|số kh"),
    (ItemColumn.SYMBOL, r"ký hiệu"),
    (ItemColumn.KIND, r"^loại|tên loại|thể loại|hình thức văn bản"),
    (ItemColumn.STORE, r"^kho\b"),
    (ItemColumn.SHELF, r"^(?:giá|kệ)\b"),
    (ItemColumn.BOX, r"^(?:hộp|cặp)\b"),
    (ItemColumn.FOLDER, r"^(?:hồ sơ số|số hồ sơ|mã hồ sơ|hồ sơ$)"),
    (ItemColumn.SHEET, r"^(?:tờ|số tờ)\b"),
    (ItemColumn.TITLE, r"tên|trích yếu|nội dung|thông tin|tiêu đề"),
    (ItemColumn.NUMBER, r"^số(?: vb)?$"),
)
_ORDINAL = re.compile(r"^(?:stt|tt|số tt|số thứ tự|số vào sổ)$")
_SEARCHED = 40
_LONGEST_HEADING = 80


def column_of(heading: str) -> ItemColumn:
    """Return what a column with this heading is likely to hold; `IGNORED` where nothing fits."""
    low = lower_one_tone(squeeze(heading)).strip(" .:*")
    if not low or len(low) > _LONGEST_HEADING or _ORDINAL.match(low):
        return ItemColumn.IGNORED
    return next((column for column, pattern in _PATTERNS if re.search(pattern, low)), ItemColumn.IGNORED)


def propose_columns(headings: Sequence[str], remembered: Mapping[str, ItemColumn]) -> list[ItemColumn]:
    """Return what each column is likely to hold: as remembered for its heading, otherwise as the heading says.

    Where two headings say the same, the first is believed; the other is left for the person.
    """
    kept: set[ItemColumn] = set()
    found = []
    for heading in headings:
        column = remembered.get(heading_key(heading), column_of(heading))
        found.append(ItemColumn.IGNORED if column in kept else column)
        kept.add(column)
    return found


def find_head(rows: Sequence[Sequence[str]]) -> int:
    """Return the place (from 0) of the row whose cells name most columns; the first where none looks like a head."""
    best, place = 0, 0
    for number, row in enumerate(rows[:_SEARCHED]):
        named = {column_of(cell) for cell in row if len(cell) <= _LONGEST_HEADING} - {ItemColumn.IGNORED}
        if ItemColumn.TITLE in named and len(named) > best:
            best, place = len(named), number
    return place
