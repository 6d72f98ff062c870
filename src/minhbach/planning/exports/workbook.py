"""A plan and its state as a workbook: tasks, every body's part, sums. Written row by row, in bounded memory."""

import datetime as dt
import tempfile
from collections.abc import Iterable, Sequence
from typing import IO, Any

import xlsxwriter
from django.utils.translation import gettext as _

from minhbach.domain.plans.standing import Standing
from minhbach.domain.text import squeeze
from minhbach.foundation.dates import written
from minhbach.foundation.training import watermark
from minhbach.planning.labels import STANDING_TAGS
from minhbach.planning.models import AssignmentRole, Plan
from minhbach.planning.queries import Counts, name_of
from minhbach.planning.queries.state import (
    BodyCounts,
    PartState,
    counts_of_bodies,
    counts_of_tasks,
    counts_on,
    parts_on,
    tasks_in_order,
)

HEAD_ROW = 3
"""From 0: above stand the plan's name, its title and the day."""
LONGEST_CELL = 32_000
"""Excel takes 32,767 characters."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
Column = tuple[str, int]
"""A heading, and the width of its column in characters."""


def plan_workbook(plan: Plan, day: dt.date, *, full: bool) -> IO[bytes]:
    """Return the file, at its beginning.

    :param full: with what accepted results say; the public gets dates and how the work stands, no more.
    """
    # Not `delete` by name: the file has none, and is gone with its last reader.
    file = tempfile.TemporaryFile()  # noqa: SIM115 (its reader closes it)
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "dd/mm/yyyy",
    }
    book = _Book(xlsxwriter.Workbook(file, options), plan, day)
    _tasks(book, plan, day)
    _parts(book, parts_on(plan, day, with_evidence=full), full=full)
    _sums(book, counts_on(plan, day), counts_of_bodies(plan, day))
    book.book.close()
    file.seek(0)
    return file


class _Book:
    """The workbook with its formats. Text is written as text, whatever it begins with: nothing is ever a formula."""

    def __init__(self, book: Any, plan: Plan, day: dt.date) -> None:
        self.book = book
        self.title = ": ".join(filter(None, (watermark(), name_of(plan))))
        self.about = squeeze(plan.title)
        self.day = day
        cell = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "border": 1}
        self.text = book.add_format({**cell, "text_wrap": True})
        # The mark of a cell that was typed as text: it stays text when somebody edits it.
        self.quoted = book.add_format({**cell, "text_wrap": True, "quote_prefix": True})
        self.date = book.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "center"})
        self.number = book.add_format({**cell, "num_format": "#,##0"})
        self.head = book.add_format({**cell, "bold": True, "text_wrap": True, "align": "center", "bg_color": "#E9ECEE"})
        self.big = book.add_format({"font_name": "Times New Roman", "font_size": 14, "bold": True})
        self.plain = book.add_format({"font_name": "Times New Roman", "font_size": 12})
        book.set_properties({"title": self.title[:250], "subject": self.about[:250]})

    def sheet(self, name: str, columns: Sequence[Column]) -> Any:
        """Return a new sheet with titles and head, to be printed on A4, landscape, the head repeated."""
        sheet = self.book.add_worksheet(name[:31])
        for place, (_heading, width) in enumerate(columns):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(HEAD_ROW + 1, 0)
        sheet.repeat_rows(HEAD_ROW)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P/&N")
        sheet.write_string(0, 0, self.title, self.big)
        sheet.write_string(1, 0, self.about[:LONGEST_CELL], self.plain)
        sheet.write_string(2, 0, _("Tính đến ngày %(day)s") % {"day": written(self.day)}, self.plain)
        for place, (heading, _width) in enumerate(columns):
            sheet.write_string(HEAD_ROW, place, heading, self.head)
        return sheet

    def row(self, sheet: Any, place: int, cells: Iterable[Any]) -> None:
        """Write one row."""
        for column, cell in enumerate(cells):
            if isinstance(cell, dt.date):
                sheet.write_datetime(place, column, cell, self.date)
            elif isinstance(cell, int):
                sheet.write_number(place, column, cell, self.number)
            else:
                text = str(cell)[:LONGEST_CELL]
                sheet.write_string(place, column, text, self.quoted if text.startswith(FORMULA) else self.text)


def _counted(counted: Counts) -> tuple[int, ...]:
    return tuple(counted.of(one) for one in Standing)


def _count_heads() -> tuple[Column, ...]:
    return tuple((str(STANDING_TAGS[one][1]), 13) for one in Standing)


def _tasks(book: _Book, plan: Plan, day: dt.date) -> None:
    columns = (
        (_("Mục"), 8), (_("Nhiệm vụ"), 50), (_("Phạm vi"), 16), (_("Chủ trì"), 28), (_("Phối hợp"), 28),
        (_("Hạn (nguyên văn)"), 18), (_("Ngày cuối đúng hạn"), 13), (_("Sản phẩm"), 24), *_count_heads(),
    )  # fmt: skip
    sheet = book.sheet(_("Nhiệm vụ"), columns)
    by_task = counts_of_tasks(plan, day)
    last = HEAD_ROW
    for last, task in enumerate(tasks_in_order(plan), start=HEAD_ROW + 1):
        cells = (
            ".".join(filter(None, (task.section, task.number))), task.title, task.scope, "; ".join(task.lead_text),
            "; ".join(task.coordinating_text), task.deadline_text, task.due_on or "", task.product,
            *_counted(by_task.get(task.pk, Counts())),
        )  # fmt: skip
        book.row(sheet, last, cells)
    sheet.autofilter(HEAD_ROW, 0, max(last, HEAD_ROW), len(columns) - 1)


def _parts(book: _Book, parts: Iterable[PartState], *, full: bool) -> None:
    columns: tuple[Column, ...] = (
        (_("Mục"), 8), (_("Nhiệm vụ"), 50), (_("Cơ quan"), 36), (_("Vai trò"), 11), (_("Hạn (nguyên văn)"), 18),
        (_("Hạn"), 13), (_("Tình trạng"), 20), (_("Xong ngày"), 13),
    )  # fmt: skip
    if full:
        columns = (*columns, (_("Kết quả đã duyệt"), 44))
    sheet = book.sheet(_("Việc của các cơ quan"), columns)
    last = HEAD_ROW
    for last, part in enumerate(parts, start=HEAD_ROW + 1):
        cells = (
            part.task_number, part.task_title, part.body, AssignmentRole(part.role).label, part.deadline_text,
            part.due_on or "", standing_words(part), part.done_on or "",
        )  # fmt: skip
        book.row(sheet, last, (*cells, part.evidence) if full else cells)
    sheet.autofilter(HEAD_ROW, 0, max(last, HEAD_ROW), len(columns) - 1)


def standing_words(part: PartState) -> str:
    """Return in words how a part stood; nothing for who coordinates, of whom nobody counts."""
    if part.dropped:
        return _("Thôi thực hiện")
    return str(STANDING_TAGS[part.stands][1]) if part.stands else ""


def _sums(book: _Book, whole: Counts, rows: Iterable[BodyCounts]) -> None:
    columns = ((_("Cơ quan chủ trì"), 48), *_count_heads(), (_("Cộng"), 10))
    sheet = book.sheet(_("Tổng hợp"), columns)
    book.row(sheet, HEAD_ROW + 1, (_("Tất cả"), *_counted(whole), whole.every))
    for place, row in enumerate(rows, start=HEAD_ROW + 2):
        book.row(sheet, place, (row.name, *_counted(row.counts), row.counts.every))
