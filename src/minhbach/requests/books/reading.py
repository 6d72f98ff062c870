"""Rows of a follow-up book as cases: what each cell means, by when the answer is due, every row that cannot be taken.

What is answered already stays in the book that it stands in; its number is counted, so that none is given twice.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import Due, FactRefused, RequestFacts, request_dues
from minhbach.domain.statutes import ChannelKey, Complexity, Statute
from minhbach.domain.text import fold, nfc, squeeze
from minhbach.extraction.tables.values import EMPTY, TableCell
from minhbach.foundation import dates
from minhbach.foundation.dates import written
from minhbach.intake.contracts import Sender, Way
from minhbach.intake.rules import CHANNELS
from minhbach.requests.books.columns import BookColumn
from minhbach.requests.dues import answer_due, law_of_requests
from minhbach.requests.identity import wrong_identity

_WAYS = (
    (Way.POST, re.compile(r"buu")),
    (Way.FAX, re.compile(r"fax")),
    (Way.SERVICE_PORTAL, re.compile(r"dich vu cong")),
    (Way.EMAIL, re.compile(r"thu dien tu|e-?mail")),
    (Way.PORTAL, re.compile(r"truc tuyen|mang|cong thong tin|website|trang")),
)
_NUMBER = re.compile(r"^0*(\d{1,6})(?:\s*[/.-].*)?$")
_PENDING = re.compile(r"dang|chua|cho ")
LONGEST_TEXT = 20_000


@dataclass(slots=True)
class BookRow:
    """One row. `place` counts from 1, as spreadsheets show it. A row without complaints that is open becomes a case.

    :ivar due_on: by the law of the day of receipt; None: not known before somebody says how complex it is.
    :ivar remarks: what the person should see, which keeps nothing from being taken in.
    """

    place: int
    number: int = 0
    received_on: date | None = None
    text: str = ""
    way: Way = Way.COUNTER
    sender: Sender = field(default_factory=Sender)
    complexity: Complexity | None = None
    is_answered: bool = False
    law: Statute | None = None
    due_on: date | None = None
    complaints: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def is_bad(self) -> bool:
        """True if the row must be mended in the file."""
        return bool(self.complaints)


def read_book(
    rows: Sequence[Sequence[TableCell]],
    *,
    head: int,
    columns: Sequence[BookColumn],
    year: int,
    taken: frozenset[int],
    calendar: Calendar,
    today: date,
) -> list[BookRow]:
    """Return the rows below the head; what has fewer than two filled cells is a heading or a note, and skipped.

    :param taken: numbers that stand in the book of the year already.
    """
    places: dict[BookColumn, int] = {
        column: place for place, column in enumerate(columns) if column is not BookColumn.IGNORED
    }
    found = list(_rows(rows, head, places, year, calendar, today))
    seen: dict[int, int] = {}
    for row in found:
        if row.number in seen:
            row.complaints.append(_("Trùng số với dòng %(row)s.") % {"row": seen[row.number]})
        elif row.number in taken:
            row.complaints.append(_("Số này đã có trong sổ năm %(year)s.") % {"year": year})
        if row.number:
            seen.setdefault(row.number, row.place)
    return found


def _rows(
    rows: Sequence[Sequence[TableCell]],
    head: int,
    places: Mapping[BookColumn, int],
    year: int,
    calendar: Calendar,
    today: date,
) -> Iterator[BookRow]:
    for place, cells in enumerate(rows[head + 1 :], start=head + 2):
        told = {column: cells[at] for column, at in places.items() if at < len(cells) and cells[at].text.strip()}
        if len(told) >= 2:
            yield _read(place, told, year, calendar, today)


def _read(place: int, told: Mapping[BookColumn, TableCell], year: int, calendar: Calendar, today: date) -> BookRow:
    row = BookRow(place)
    number = _NUMBER.match(squeeze(_text(told, BookColumn.NUMBER)).removesuffix(".0"))
    row.number = int(number.group(1)) if number else 0
    if not row.number:
        row.complaints.append(_("Số vào sổ phải là số, ví dụ 17."))
    result = fold(_text(told, BookColumn.RESULT))
    answered = BookColumn.ANSWERED_ON in told
    row.is_answered = answered or bool(result and not _PENDING.search(f"{result} "))
    if row.is_answered:
        return row
    row.received_on = _day(told, BookColumn.RECEIVED_ON, row, _("Ngày nhận"))
    if row.received_on is None and not row.complaints:
        row.complaints.append(_("Thiếu ngày nhận."))
    row.text = nfc(_text(told, BookColumn.WHAT)).strip()[:LONGEST_TEXT]
    if not row.text:
        row.complaints.append(_("Thiếu nội dung yêu cầu."))
    row.sender, row.way = _sender(told, row), _way(_text(told, BookColumn.WAY))
    row.complexity = _complexity(_text(told, BookColumn.COMPLEXITY))
    _count(row, told, year, calendar, today)
    return row


def _sender(told: Mapping[BookColumn, TableCell], row: BookRow) -> Sender:
    identity, email = _text(told, BookColumn.IDENTITY), squeeze(_text(told, BookColumn.EMAIL))
    if wrong := wrong_identity(identity):
        row.remarks.append(wrong)
    try:
        validate_email(email or "a@vidu.vn")
    except ValidationError:
        row.complaints.append(_("Thư điện tử thiếu phần sau @, ví dụ ten@vidu.vn."))
    return Sender(
        name=squeeze(_text(told, BookColumn.NAME)),
        address=squeeze(_text(told, BookColumn.ADDRESS)),
        identity_number=identity,
        telephone=squeeze(_text(told, BookColumn.TELEPHONE)),
        email=email,
    )


def _count(row: BookRow, told: Mapping[BookColumn, TableCell], year: int, calendar: Calendar, today: date) -> None:
    """Set the law of the day and the due date, and say where the book tells another one."""
    if row.received_on is None:
        return
    if row.received_on > today:
        row.complaints.append(_("Ngày nhận chưa tới."))
        return
    if row.received_on.year != year:
        row.complaints.append(_("Ngày nhận không thuộc sổ năm %(year)s.") % {"year": year})
        return
    row.law = law_of_requests(row.received_on)
    channel = CHANNELS[row.way]
    if channel not in {one.key for one in row.law.channels}:
        row.complaints.append(_("%(law)s không có hình thức yêu cầu này.") % {"law": row.law.title})
        return
    row.due_on = _due(row, row.law, channel, calendar)
    if row.due_on is None:
        row.remarks.append(_("Chưa rõ đơn giản hay phức tạp: nhập để chờ kiểm tra, chưa tính hạn."))
    told_due = _day(told, BookColumn.DUE_ON, row, _("Hạn trả lời"))
    if told_due and row.due_on and told_due != row.due_on:
        facts = {"book": written(told_due), "law": written(row.due_on)}
        row.remarks.append(_("Sổ ghi hạn %(book)s; theo luật là %(law)s.") % facts)


def _due(row: BookRow, law: Statute, channel: ChannelKey, calendar: Calendar) -> date | None:
    assert row.received_on is not None
    facts = RequestFacts(
        sent_on=row.received_on, valid_on=row.received_on, channel=channel, complexity=row.complexity, extension=None
    )
    try:
        due: Due | None = answer_due(request_dues(facts, statute=law, calendar=calendar))
    except FactRefused:
        return None
    return due.due_on if due else None


def _day(told: Mapping[BookColumn, TableCell], column: BookColumn, row: BookRow, label: str) -> date | None:
    cell = told.get(column, EMPTY)
    if cell.day is not None or not cell.text.strip():
        return cell.day
    try:
        return dates.typed(squeeze(cell.text))
    except (dates.NoSuchDay, dates.NotADate):
        row.complaints.append(_("%(label)s: “%(text)s” không phải là ngày.") % {"label": label, "text": cell.text[:40]})
        return None


def _way(text: str) -> Way:
    low = fold(text)
    return next((way for way, pattern in _WAYS if pattern.search(low)), Way.COUNTER)


def _complexity(text: str) -> Complexity | None:
    low = fold(text)
    if "phuc tap" in low:
        return Complexity.COMPLEX
    return Complexity.SIMPLE if "don gian" in low else None


def _text(told: Mapping[BookColumn, TableCell], column: BookColumn) -> str:
    return told.get(column, EMPTY).text
