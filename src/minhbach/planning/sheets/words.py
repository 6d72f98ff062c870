"""The words for columns of a spreadsheet and for what is wrong with a cell: where it is, and how to mend it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from minhbach.domain.reading.sheets.columns import SheetColumn
from minhbach.domain.reading.sheets.rows import Complaint, TaskRow, Wrong

COLUMN_LABELS: Mapping[SheetColumn, Promise] = {
    SheetColumn.NUMBER: _("Số thứ tự, mục"),
    SheetColumn.TITLE: _("Nhiệm vụ"),
    SheetColumn.LEAD: _("Cơ quan chủ trì"),
    SheetColumn.COORDINATING: _("Cơ quan phối hợp"),
    SheetColumn.DEADLINE: _("Thời hạn"),
    SheetColumn.PRODUCT: _("Sản phẩm"),
    SheetColumn.STATE: _("Kết quả, tình trạng"),
    SheetColumn.PERCENT: _("Tiến độ (%)"),
    SheetColumn.DONE_ON: _("Ngày hoàn thành"),
    SheetColumn.NOTE: _("Ghi chú"),
    SheetColumn.DOCUMENT: _("Văn bản giao (số, ký hiệu)"),
    SheetColumn.IGNORED: _("Không lấy cột này"),
}
WRONG: Mapping[Wrong, Promise] = {
    Wrong.NO_TITLE: _("Chưa có tên nhiệm vụ: điền vào ô này."),
    Wrong.NO_LEAD: _(
        "Chưa có cơ quan chủ trì: điền vào ô này, hoặc ở trang Các cột ghi cơ quan chủ trì cho các ô trống."
    ),
    Wrong.NO_SUCH_DAY: _("Không có ngày %(said)s. Xem lại ngày, tháng, năm."),
    Wrong.NUMBER_FOR_DAY: _(
        "Ô chứa số %(said)s, không phải ngày. Nếu là ngày %(hint)s: đặt lại định dạng ô thành ngày."
    ),
    Wrong.NOT_A_DAY: _("“%(said)s” không phải ngày. Ghi như 05/3/2026, hoặc chuyển lời sang cột kết quả."),
    Wrong.DONE_AHEAD: _("Ngày hoàn thành %(said)s chưa tới. Xem lại ngày, hoặc để trống nếu chưa xong."),
    Wrong.TOO_LONG: _("Ô dài quá 5.000 ký tự, bắt đầu bằng “%(said)s”. Rút gọn lại."),
    Wrong.LIMIT_UNCLEAR: _("Chưa hiểu hạn “%(said)s”: sẽ hỏi khi kiểm tra từng nhiệm vụ."),
    Wrong.DONE_WITHOUT_DAY: _(
        "Ghi “%(said)s” mà không có ngày hoàn thành: giữ làm lời báo cáo, việc vẫn tính là chưa xong."
    ),
    Wrong.SHARE_UNCLEAR: _("Chưa hiểu tiến độ “%(said)s”: không lấy ô này."),
    Wrong.TWICE: _("Giống hệt dòng %(hint)s: bỏ dòng này nếu ghi thừa."),
}
SKIPPED: Mapping[str, Promise] = {
    "heading": _("tiêu đề nhóm"),
    "total": _("dòng tổng cộng"),
    "foot": _("dòng chân bảng"),
}


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong with a cell: where ("C12"), under which heading, the sentence, and whether it must be mended."""

    row: int
    cell: str
    heading: str
    sentence: str
    blocks: bool


def column_name(index: int) -> str:
    """Return how a spreadsheet calls its column: A, B, … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def problems_of(row: TaskRow, headings: Sequence[str]) -> list[CellProblem]:
    """Return what is wrong with a row, in the reader's language."""
    return [_problem(row.row, one, headings) for one in row.complaints]


def _problem(row: int, one: Complaint, headings: Sequence[str]) -> CellProblem:
    known = one.column is not None and one.column < len(headings)
    return CellProblem(
        row=row,
        cell=f"{column_name(one.column)}{row}" if one.column is not None else gettext("dòng %(row)s") % {"row": row},
        heading=headings[one.column] if known and one.column is not None else "",
        sentence=str(WRONG[one.wrong]) % {"said": one.said, "hint": one.hint},
        blocks=one.blocks,
    )
