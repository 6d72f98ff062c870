"""Say where the table of a spreadsheet begins and what its columns hold (chọn cột)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.reading.sheets.columns import SheetColumn, heading_key
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.planning.contracts import ImportRefused
from minhbach.planning.models import ColumnChoice, SheetUpload
from minhbach.planning.queries.sheets import headings_of, rows_of, sheet_for_change, sheet_names


@transaction.atomic
def choose_head(*, sheet_id: int, sheet: int, head_row: int, actor: Actor, now: datetime) -> None:
    """Choose the sheet (from 0) and the row (from 0) with the headings; another head makes the columns unknown again.

    :raises PlanNotVisible: if it is not there for the actor.
    :raises ImportRefused: if there is no such sheet or row, or the row is empty.
    """
    row = sheet_for_change(sheet_id, actor=actor)
    if not 0 <= sheet < len(sheet_names(row)):
        raise ImportRefused(_("Tệp không có trang tính này."))
    rows = rows_of(row, sheet)
    if not 0 <= head_row < len(rows) or not any(cell.text for cell in rows[head_row]):
        raise ImportRefused(_("Dòng này trống hoặc không có trong trang tính: chọn dòng ghi tên các cột."))
    if (row.sheet, row.head_row) != (sheet, head_row):
        row.sheet, row.head_row, row.columns, row.document, row.left_out = sheet, head_row, None, "", []
        row.save()
        _note(row, "head_chosen", actor, now)


@transaction.atomic
def map_columns(
    *,
    sheet_id: int,
    columns: Sequence[SheetColumn],
    year: int | None,
    default_lead: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Say what each column holds, and remember it for the body's next list.

    :param year: of the list, for limits that leave it out. :param default_lead: who leads where the cell is empty.
    :raises PlanNotVisible: if it is not there for the actor.
    :raises ImportRefused: if no column, or more than one, holds the tasks; or two columns are said to hold the same.
    """
    row = sheet_for_change(sheet_id, actor=actor)
    headings = headings_of(rows_of(row), row.head_row or 0)
    if row.head_row is None or len(columns) != len(headings):
        raise ImportRefused(_("Trang tính đã đổi. Chọn lại dòng tiêu đề."))
    used = [one for one in columns if one != SheetColumn.IGNORED]
    if SheetColumn.TITLE not in used:
        raise ImportRefused(_("Chọn cột ghi nhiệm vụ."))
    if len(set(used)) < len(used):
        raise ImportRefused(_("Hai cột được chọn giống nhau: mỗi thứ chỉ lấy từ một cột."))
    row.columns, row.year, row.default_lead = [one.value for one in columns], year, squeeze(default_lead)[:300]
    row.left_out = []
    row.save()
    _remember(row, headings, columns)
    _note(row, "columns_chosen", actor, now)


def _remember(row: SheetUpload, headings: Sequence[str], columns: Sequence[SheetColumn]) -> None:
    chosen = {heading_key(heading): one for heading, one in zip(headings, columns, strict=True) if heading}
    for heading, column in chosen.items():
        ColumnChoice.objects.update_or_create(body_id=row.body_id, heading=heading, defaults={"column": column.value})


def _note(row: SheetUpload, kind: str, actor: Actor, now: datetime) -> None:
    record_event(
        chain=body_chain(row.body_id), kind=f"sheet.{kind}", subject=Subject("sheet", row.pk), actor=actor, now=now
    )
