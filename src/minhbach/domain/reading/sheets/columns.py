"""Proposes what each column of a spreadsheet of tasks holds, and where its head is. A person corrects both."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from minhbach.domain.reading.body.columns import Column, column_of, is_ordinals
from minhbach.domain.text import fold, lower_one_tone, squeeze


class SheetColumn(StrEnum):
    """What a column may be read as. Each is read once."""

    NUMBER = "number"
    TITLE = "title"
    LEAD = "lead"
    COORDINATING = "coordinating"
    DEADLINE = "deadline"
    PRODUCT = "product"
    STATE = "state"
    PERCENT = "percent"
    DONE_ON = "done_on"
    NOTE = "note"
    DOCUMENT = "document"
    IGNORED = "ignored"


# Before the words of plans: what a list of running work has beside them.
_FIRST = (
    (
        SheetColumn.DONE_ON,
        re.compile(
            r"^(?:ngày|ngày tháng|ngày, tháng)(?: đã)? (?:hoàn thành|hoàn tất|xong|thực hiện xong)(?: thực tế)?$"
            r"|(?:hoàn thành|hoàn tất|kết thúc) thực tế$|hoàn thành ngày|^ngày xong"
        ),
    ),
    (SheetColumn.PERCENT, re.compile(r"^%|%$|\(%\)|phần trăm|tỷ lệ|tỉ lệ")),
    (
        SheetColumn.STATE,
        re.compile(
            r"^kết quả(?: thực hiện| đạt được| đã thực hiện| đến nay| công việc)?$|tình trạng|trạng thái|tình hình"
            r"|^(?:mức độ )?hoàn thành$|^đánh giá"
        ),
    ),
    (
        SheetColumn.DOCUMENT,
        re.compile(
            r"^(?:số|số hiệu|số, ký hiệu|số/ký hiệu|số ký hiệu|ký hiệu|số và ký hiệu)(?: của)?"
            r"(?: văn bản| kế hoạch| kh| vb)?$|^(?:văn bản|kế hoạch)(?: giao| chỉ đạo)(?: việc| nhiệm vụ)?$"
            r"|^(?:số )?(?:kế hoạch|văn bản)(?: số)?$|văn bản giao|^nguồn giao"
        ),
    ),
    (SheetColumn.DEADLINE, re.compile(r"^(?:hạn|deadline|ngày đến hạn|đến hạn|ngày hết hạn)")),
)
_HOW_FAR = re.compile(r"^tiến độ(?: thực hiện| đến nay)?$")
"""In a plan the limit, in a list of running work often how far it is: that, where another column has the limit."""
_NOTE = re.compile(r"^(?:ghi chú|chú thích|lưu ý)")
_BOUGHT = {
    Column.NUMBER: SheetColumn.NUMBER,
    Column.TITLE: SheetColumn.TITLE,
    Column.LEAD: SheetColumn.LEAD,
    Column.PERFORMER: SheetColumn.LEAD,
    Column.COORDINATING: SheetColumn.COORDINATING,
    Column.DEADLINE: SheetColumn.DEADLINE,
    Column.END: SheetColumn.DEADLINE,
    Column.PRODUCT: SheetColumn.PRODUCT,
}
_SEARCHED = 30
"""A head lower than that stands under something that is no table of tasks."""


def sheet_column_of(heading: str) -> SheetColumn:
    """Return what a column with this heading is likely to hold; `IGNORED` where nothing fits."""
    low = lower_one_tone(squeeze(heading)).strip(" .:*")
    if not low or len(low) > 90:
        return SheetColumn.IGNORED
    if _NOTE.match(low):
        return SheetColumn.NOTE
    first = next((column for column, pattern in _FIRST if pattern.search(low)), None)
    known = column_of(heading)
    return first or (_BOUGHT.get(known, SheetColumn.IGNORED) if known else SheetColumn.IGNORED)


def heading_key(heading: str) -> str:
    """Return the heading in the form by which what a person chose for it is remembered."""
    return squeeze(fold(heading))[:120]


def propose_columns(
    headings: Sequence[str], remembered: Mapping[str, SheetColumn] | None = None
) -> tuple[SheetColumn, ...]:
    """Return what each column is likely to hold: as remembered for its heading, otherwise as the heading says.

    Where two headings say the same, the first is believed; the other is left for the person.
    """
    known = remembered or {}
    found = [known.get(heading_key(heading), sheet_column_of(heading)) for heading in headings]
    for place, heading in enumerate(headings):
        elsewhere = SheetColumn.DEADLINE in found[:place] + found[place + 1 :]
        if _HOW_FAR.match(lower_one_tone(squeeze(heading))) and elsewhere and heading_key(heading) not in known:
            found[place] = SheetColumn.STATE
    kept: set[SheetColumn] = set()
    proposed = []
    for column in found:
        proposed.append(SheetColumn.IGNORED if column in kept else column)
        kept.add(column)
    if SheetColumn.TITLE not in kept:
        _name_title(proposed, headings)
    return tuple(proposed)


def _name_title(proposed: list[SheetColumn], headings: Sequence[str]) -> None:
    """Take the column after the number for the task where no heading says which it is."""
    after = next((i + 1 for i, one in enumerate(proposed) if one == SheetColumn.NUMBER), None)
    if after is not None and after < len(proposed) and proposed[after] == SheetColumn.IGNORED and headings[after]:
        proposed[after] = SheetColumn.TITLE


def find_head(rows: Sequence[Sequence[str]]) -> int | None:
    """Return the place (from 0) of the row whose cells name most columns; None where no row looks like a head."""
    best: tuple[int, int] | None = None
    for place, row in enumerate(rows[:_SEARCHED]):
        named = {sheet_column_of(cell) for cell in row if len(cell) <= 60} - {SheetColumn.IGNORED}
        filled = sum(bool(cell) for cell in row)
        if len(named) < 3 or filled < 3 or SheetColumn.TITLE not in named or is_ordinals(row):
            continue
        # The lower of two rows of a head that name as much is nearer to the tasks.
        if best is None or len(named) >= best[0]:
            best = (len(named), place)
    return best[1] if best else None
