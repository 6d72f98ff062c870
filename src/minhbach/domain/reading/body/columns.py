"""Tells from the head of a table what each of its columns holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.reading.body.remembering import lowered, remembered


class Column(StrEnum):
    """What a column of a task table holds."""

    NUMBER = "number"
    TITLE = "title"
    DETAIL = "detail"  # what is done, beside a group of tasks that the title column names
    LEAD = "lead"
    PERFORMER = "performer"
    COORDINATING = "coordinating"
    BOTH = "both"
    DEADLINE = "deadline"
    START = "start"
    END = "end"
    TIME = "time"  # one of several columns, each for a time, with crosses below
    PRODUCT = "product"
    SCOPE = "scope"
    NOTE = "note"


_NUMBER = re.compile(r"^(?:số )?(?:stt|tt|số tt|số thứ tự|thứ tự|no\.?|#)$")
_TITLE = re.compile(
    r"^(?:tên |các |danh mục )*(?:nội dung|nhiệm vụ|công việc|hoạt động|đề án|dự án|văn bản|chương trình"
    r"|giải pháp|mục tiêu|chỉ tiêu|đầu việc|việc|danh mục|thủ tục|nhóm nhiệm vụ|tên|yêu cầu|chuyên đề"
    r"|lĩnh vực, nội dung|kế hoạch)"
)
_COORDINATING = re.compile(r"phối hợp|cùng thực hiện")
_LEAD = re.compile(r"chủ trì|đầu mối|chịu trách nhiệm|phụ trách|chủ quản|soạn thảo|tham mưu|được giao|phân công")
_PERFORMER = re.compile(
    r"(?:cơ quan|đơn vị|bộ phận|phòng|người|địa phương|trách nhiệm|tổ chức|cá nhân|nơi)[ ,/\w]*(?:thực hiện"
    r"|triển khai)|^thực hiện$|^(?:cơ quan|đơn vị|bộ phận)(?:, đơn vị)?$"
)
_DEADLINE = re.compile(
    r"thời gian|thời hạn|tiến độ|thời điểm|lộ trình|^hạn|hoàn thành|^ngày (?:trình|ban hành)|^năm thực hiện|mốc"
)
_PRODUCT = re.compile(r"sản phẩm|kết quả|đầu ra|hình thức văn bản|mục tiêu cần đạt")
_NOTE = re.compile(
    r"ghi chú|căn cứ|cơ sở|kinh phí|nguồn|dự toán|địa điểm|đối tượng|thành phần|lãnh đạo|người chỉ đạo|theo dõi"
    r"|hình thức|trang|số lượng|đơn vị tính|đvt|thẩm quyền|cấp trình|phê duyệt|thẩm định"
)
_SCOPE = re.compile(r"^(?:phạm vi|cấp thực hiện|địa bàn)")
_ORDINALS = re.compile(r"^\(?\[?(?:\d{1,2}|[a-hivx]{1,4})\)?\]?\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, in order; null for those that say nothing of a task."""

    kinds: tuple[Column | None, ...]
    headings: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.kinds)

    def at(self, column: Column) -> tuple[int, ...]:
        """Return the places of the columns of a kind."""
        return tuple(i for i, kind in enumerate(self.kinds) if kind is column)


@remembered
def column_of(heading: str) -> Column | None:
    """Return what a column with this heading holds."""
    low = " ".join(lowered(heading).split()).strip(" .:*")
    if not low or len(low) > 90:
        return None
    return next((column for column, pattern in _ORDER if pattern.search(low)), None)


_TIME = re.compile(
    r"^(?:qu[ýí] )?(?:i{1,3}|iv)(?:[/ ]20\d{2})?$|^qu[ýí] [1-4]|^tháng \d{1,2}|^t\d{1,2}$|^(?:năm )?20\d{2}$"
)
_ORDER = (
    (Column.NUMBER, _NUMBER),
    (Column.TIME, _TIME),
    (Column.BOTH, re.compile(r"chủ trì.{0,16}phối hợp|phối hợp.{0,16}chủ trì")),
    (Column.START, re.compile(r"bắt đầu|khởi công")),
    (Column.END, re.compile(r"kết thúc")),
    (Column.COORDINATING, _COORDINATING),
    (Column.DEADLINE, re.compile(r"^(?:dự kiến )?(?:thời gian|thời hạn|tiến độ|thời điểm|hạn)")),
    (Column.PRODUCT, re.compile(r"^(?:dự kiến )?(?:sản phẩm|kết quả|đầu ra)")),
    (
        Column.NOTE,
        re.compile(
            r"^(?:ghi chú|căn cứ|cơ sở|nguồn|kinh phí|lãnh đạo|người chỉ đạo)|(?:theo dõi|thẩm định|phê duyệt"
            r"|kiểm tra)$"
        ),
    ),
    (Column.LEAD, _LEAD),
    (Column.PERFORMER, _PERFORMER),
    (Column.DEADLINE, _DEADLINE),
    (Column.PRODUCT, _PRODUCT),
    (Column.SCOPE, _SCOPE),
    (Column.TITLE, _TITLE),
    (Column.NOTE, _NOTE),
)


def read_columns(header: Sequence[str], above: Sequence[str] | None = None) -> Columns | None:
    """Return the columns of a table from its header row, or null where the row heads no table of tasks.

    :param above: the row above in a header of two rows; a heading that spans columns stands over several of these.
    """
    kinds = [_kind(header, above, i) for i in range(len(header))]
    assigning = {
        Column.LEAD,
        Column.PERFORMER,
        Column.COORDINATING,
        Column.BOTH,
        Column.DEADLINE,
        Column.END,
        Column.TIME,
        Column.PRODUCT,
    }
    found = set(kinds)
    if Column.TITLE not in found:
        _name_title(kinds, header)
    if Column.TITLE not in kinds or not found & assigning or not found & (assigning - {Column.PRODUCT}):
        return None
    if len([kind for kind in kinds if kind]) < 2 or len(header) < 3:
        return None
    return Columns(tuple(_once(kinds)), tuple(header))


def _kind(header: Sequence[str], above: Sequence[str] | None, i: int) -> Column | None:
    own = column_of(header[i])
    if above is None or i >= len(above):
        return own
    over = column_of(above[i])
    if own in (None, Column.PERFORMER) or (own is Column.TITLE and over):
        return over or own
    return own


def _name_title(kinds: list[Column | None], header: Sequence[str]) -> None:
    """The column after the number, or the first one, holds the work where no heading says so."""
    after = next((i + 1 for i, kind in enumerate(kinds) if kind is Column.NUMBER), 0)
    if after < len(kinds) and kinds[after] is None and header[after].strip():
        kinds[after] = Column.TITLE


def _once(kinds: list[Column | None]) -> list[Column | None]:
    """A second column that looks like the title details the first; a third says nothing."""
    titles = [i for i, kind in enumerate(kinds) if kind is Column.TITLE]
    for place, i in enumerate(titles[1:]):
        kinds[i] = None if place else Column.DETAIL
    return kinds


def ticked(columns: Columns, texts: Sequence[str]) -> str:
    """Return the times whose columns a row ticks, as words (“Quý II, Quý III”)."""
    times = [columns.headings[i] for i in columns.at(Column.TIME) if i < len(texts) and texts[i].strip()]
    return ", ".join(f"Quý {time}" if _BARE_QUARTER.match(time.strip()) else time for time in times)


_BARE_QUARTER = re.compile(r"^(?:I{1,3}|IV)(?:[/ ]|$)")


def is_ordinals(cells: Sequence[str]) -> bool:
    """Tell whether a row only counts the columns: “(1) | (2) | (3)”."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) >= 3 and all(_ORDINALS.match(cell) for cell in filled)
