"""Reads the rows of a list of running work, and names in each what is wrong: which cell, and what it says."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from minhbach.domain.reading.body.bodies import bodies_of_leaders, read_bodies
from minhbach.domain.reading.body.columns import is_ordinals
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.domain.reading.sheets.columns import SheetColumn
from minhbach.domain.reading.sheets.values import (
    ONE_CELL_SAYS,
    Cell,
    NoSuchDay,
    NotADay,
    day_in_words,
    read_day,
    read_limit,
    read_share,
    says_done,
    serial_day,
)
from minhbach.domain.text import fold, squeeze

NO_LIMIT = Deadline(text=None, kind=DeadlineKind.NONE)
EMPTY = Cell()
_TOTAL = re.compile(r"^(?:tong(?: cong| so)?|cong)\b")
_FOOT = re.compile(r"^(?:nguoi lap|nguoi tong hop|ke toan|thu truong|chu tich|tm\.|kt\.|noi nhan|ghi chu:)")
_FEW = 3
"""Cells of a line under the table: who made it, who signs, a note."""


class Wrong(StrEnum):
    """What may be wrong with a cell."""

    NO_TITLE = "no_title"
    NO_LEAD = "no_lead"
    NO_SUCH_DAY = "no_such_day"
    NUMBER_FOR_DAY = "number_for_day"
    NOT_A_DAY = "not_a_day"
    DONE_AHEAD = "done_ahead"
    TOO_LONG = "too_long"
    LIMIT_UNCLEAR = "limit_unclear"
    DONE_WITHOUT_DAY = "done_without_day"
    SHARE_UNCLEAR = "share_unclear"
    TWICE = "twice"


BLOCKING = frozenset(
    {
        Wrong.NO_TITLE,
        Wrong.NO_LEAD,
        Wrong.NO_SUCH_DAY,
        Wrong.NUMBER_FOR_DAY,
        Wrong.NOT_A_DAY,
        Wrong.DONE_AHEAD,
        Wrong.TOO_LONG,
    }
)
"""What must be mended in the file, or its row left out; the rest is told, and the review asks what it needs."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that is wrong: the column (from 0; None where the list has no such column), and what the cell says.

    `hint` is what the cell may mean (a day as text) or the row that it repeats.
    """

    wrong: Wrong
    column: int | None
    said: str = ""
    hint: str = ""

    @property
    def blocks(self) -> bool:
        """True where the row cannot be taken in as it is."""
        return self.wrong in BLOCKING


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task of the list. `row` is its number in the file, from 1."""

    row: int
    number: str
    section: str
    title: str
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    deadline: Deadline
    product: str
    state: str
    percent: int | None
    done_on: dt.date | None
    note: str
    document: str
    complaints: tuple[Complaint, ...] = ()

    @property
    def is_bad(self) -> bool:
        """True where something in it must be mended, or the row left out."""
        return any(one.blocks for one in self.complaints)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no task: `why` is "heading", "total" or "foot"."""

    row: int
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class TasksRead:
    """What a list gives."""

    rows: tuple[TaskRow, ...]
    skipped: tuple[Skipped, ...]


@dataclass(slots=True)
class _Reader:
    columns: Mapping[SheetColumn, int]
    year: int | None
    default_lead: str
    today: dt.date
    section: str = ""
    seen: dict[str, int] = field(default_factory=dict)


def read_rows(
    rows: Sequence[Sequence[Cell]],
    *,
    head: int,
    columns: Sequence[SheetColumn],
    today: dt.date,
    year: int | None = None,
    default_lead: str = "",
) -> TasksRead:
    """Read the rows under the head.

    :param head: place of the head's row, from 0. :param columns: what each column holds.
    :param year: of the list, for limits that leave it out. :param default_lead: who leads where a cell is empty.
    """
    places: dict[SheetColumn, int] = {one: place for place, one in enumerate(columns) if one != SheetColumn.IGNORED}
    reader = _Reader(places, year, squeeze(default_lead), today)
    found: list[TaskRow] = []
    skipped: list[Skipped] = []
    for place, row in enumerate(rows[head + 1 :], start=head + 2):
        texts = [cell.text for cell in row]
        if not any(texts) or (not found and is_ordinals(texts)):
            continue
        if why := _no_task(reader, row):
            skipped.append(Skipped(place, why, squeeze(" ".join(filter(None, texts)))[:200]))
        else:
            found.append(_task(reader, row, place))
    return TasksRead(tuple(found), tuple(skipped))


def _at(reader: _Reader, row: Sequence[Cell], column: SheetColumn) -> Cell:
    place = reader.columns.get(column)
    return row[place] if place is not None and place < len(row) else EMPTY


def _no_task(reader: _Reader, row: Sequence[Cell]) -> str:
    """Return why the row is no task, or nothing. A heading is remembered for the rows beneath."""
    number, title = (_at(reader, row, one).text for one in (SheetColumn.NUMBER, SheetColumn.TITLE))
    rest = [one for one in reader.columns if one not in (SheetColumn.NUMBER, SheetColumn.TITLE)]
    words = [cell.text for cell in row if cell.text]
    if len(words) <= _FEW and not number and any(_FOOT.match(fold(word)) for word in words):
        return "foot"
    if any(_at(reader, row, one).text for one in rest):
        return "total" if _TOTAL.match(fold(title or number)) else ""
    if _TOTAL.match(fold(words[0])):
        return "total"
    if len(words) > 2 or not (title or number):
        return "foot"
    # Alone in its row, a title heads what follows; a numbered one as well ("I | Công tác tuyên truyền").
    label = number if title and re.fullmatch(r"[IVXLC]+|[A-ZĐ]|\d+(?:\.\d+)*\.?", squeeze(number)) else ""
    reader.section = squeeze(label or title or number).rstrip(".")[:60]
    return "heading"


def _task(reader: _Reader, row: Sequence[Cell], place: int) -> TaskRow:
    complaints: list[Complaint] = []
    for index in reader.columns.values():
        if index < len(row) and len(row[index].text) > ONE_CELL_SAYS:
            complaints.append(Complaint(Wrong.TOO_LONG, index, row[index].text[:60]))
    title = _at(reader, row, SheetColumn.TITLE).text
    if not title:
        complaints.append(Complaint(Wrong.NO_TITLE, reader.columns.get(SheetColumn.TITLE)))
    lead_text = _at(reader, row, SheetColumn.LEAD).text or reader.default_lead
    lead = bodies_of_leaders(read_bodies(_lines(lead_text)))
    if not lead:
        complaints.append(Complaint(Wrong.NO_LEAD, reader.columns.get(SheetColumn.LEAD), lead_text[:60]))
    deadline = _deadline(reader, row, complaints)
    done_on, state = _done(reader, row, complaints)
    _note_twice(reader, place, title, lead, deadline, complaints)
    return TaskRow(
        row=place,
        number=squeeze(_at(reader, row, SheetColumn.NUMBER).text).rstrip(".")[:60],
        section=reader.section,
        title=title,
        lead=lead,
        coordinating=read_bodies(_lines(_at(reader, row, SheetColumn.COORDINATING).text)),
        deadline=deadline,
        product=_at(reader, row, SheetColumn.PRODUCT).text,
        state=state,
        percent=_percent(reader, row, complaints),
        done_on=done_on,
        note=_at(reader, row, SheetColumn.NOTE).text,
        document=squeeze(_at(reader, row, SheetColumn.DOCUMENT).text)[:200],
        complaints=tuple(complaints),
    )


def _lines(text: str) -> str:
    """Return a cell of several lines as one list: "- Sở A" over "- Sở B" are two names."""
    return "; ".join(squeeze(line).lstrip("-–+•* ").strip() for line in text.split("\n") if line.strip())


def _deadline(reader: _Reader, row: Sequence[Cell], complaints: list[Complaint]) -> Deadline:
    cell, place = _at(reader, row, SheetColumn.DEADLINE), reader.columns.get(SheetColumn.DEADLINE)
    if not cell.text:
        return NO_LIMIT
    if (day := serial_day(cell)) is not None:
        complaints.append(Complaint(Wrong.NUMBER_FOR_DAY, place, cell.text, f"{day.day:02}/{day.month:02}/{day.year}"))
        return NO_LIMIT
    try:
        deadline = read_limit(cell, year=reader.year)
    except NoSuchDay as missing:
        complaints.append(Complaint(Wrong.NO_SUCH_DAY, place, str(missing)))
        return NO_LIMIT
    if deadline.kind == DeadlineKind.UNCLEAR:
        complaints.append(Complaint(Wrong.LIMIT_UNCLEAR, place, cell.text[:60]))
    return deadline


def _done(reader: _Reader, row: Sequence[Cell], complaints: list[Complaint]) -> tuple[dt.date | None, str]:
    cell, place = _at(reader, row, SheetColumn.DONE_ON), reader.columns.get(SheetColumn.DONE_ON)
    state = _at(reader, row, SheetColumn.STATE).text
    day: dt.date | None = None
    if cell.text:
        try:
            if (serial := serial_day(cell)) is not None:
                hint = f"{serial.day:02}/{serial.month:02}/{serial.year}"
                complaints.append(Complaint(Wrong.NUMBER_FOR_DAY, place, cell.text, hint))
            else:
                day = read_day(cell)
        except NoSuchDay as missing:
            complaints.append(Complaint(Wrong.NO_SUCH_DAY, place, str(missing)))
        except NotADay:
            complaints.append(Complaint(Wrong.NOT_A_DAY, place, cell.text[:60]))
    elif says_done(state):
        place, day = reader.columns.get(SheetColumn.STATE), day_in_words(state)
        if day is None:
            complaints.append(Complaint(Wrong.DONE_WITHOUT_DAY, place, state[:60]))
    if day is not None and day > reader.today:
        complaints.append(Complaint(Wrong.DONE_AHEAD, place, cell.text or state[:60]))
        day = None
    return day, state


def _percent(reader: _Reader, row: Sequence[Cell], complaints: list[Complaint]) -> int | None:
    cell = _at(reader, row, SheetColumn.PERCENT)
    percent = read_share(cell) if cell.text else None
    if cell.text and percent is None:
        complaints.append(Complaint(Wrong.SHARE_UNCLEAR, reader.columns.get(SheetColumn.PERCENT), cell.text[:60]))
    return percent


def _note_twice(
    reader: _Reader, place: int, title: str, lead: tuple[str, ...], deadline: Deadline, complaints: list[Complaint]
) -> None:
    key = "|".join((fold(squeeze(title)), fold(";".join(lead)), fold(deadline.text or "")))
    first = reader.seen.setdefault(key, place)
    if title and first != place:
        complaints.append(Complaint(Wrong.TWICE, reader.columns.get(SheetColumn.TITLE), title[:60], str(first)))
