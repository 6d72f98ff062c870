"""Take over the follow-up book that an office kept before: its open cases and its numbers (bắt đầu giữa năm)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.tables.read import read_tables
from minhbach.extraction.tables.values import to_plain
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.intake.actions.receive_submission import receive_submission
from minhbach.intake.contracts import Given, SubmissionKind
from minhbach.intake.queries import submission
from minhbach.requests.actions.enter_in_book import series_for_change
from minhbach.requests.books.columns import COLUMN_LABELS, NEEDED, BookColumn, find_head
from minhbach.requests.books.reading import BookRow
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import settle
from minhbach.requests.models import BookImport, BookImportState, BookLine, Case
from minhbach.requests.moving import move
from minhbach.requests.queries.book_imports import BOOK_IMPORT, book_import_for_change, rows_of
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.subjects import searched, subject_of

MOST_ROWS = 1000
KEPT_WAITING = timedelta(days=7)
"""How long a book that nobody took in lies here: it holds names of people."""


def receive_book(*, content: bytes, body_id: int, year: int, actor: Actor, now: datetime) -> int:
    """Take the file apart, in a process with limits, and return the id under which its columns are chosen.

    :raises CaseRefused: if it is no spreadsheet or too long, or the actor does not receive requests for the body.
    """
    if actor.person is None or not actor.holds(*MAY_RECEIVE, body=body_id):
        raise CaseRefused(_("Vai trò của người này không nhận yêu cầu được."))
    try:
        book = read_tables(content)
    except CannotRead as refusal:
        raise CaseRefused(refusal.message, field="table") from refusal
    longest = max(range(len(book.sheets)), key=lambda place: len(book.sheets[place].rows))
    rows = book.sheets[longest].rows
    if len(rows) > MOST_ROWS:
        raise CaseRefused(_("Sổ dài hơn %(most)s dòng. Chỉ giữ dòng của năm nay.") % {"most": MOST_ROWS}, field="table")
    return _keep(
        to_plain(book), longest, find_head([[cell.text for cell in row] for row in rows]), body_id, year, actor, now
    )


@transaction.atomic
def _keep(content: object, sheet: int, head: int, body_id: int, year: int, actor: Actor, now: datetime) -> int:
    person = actor.person
    assert person is not None
    row = BookImport.objects.create(
        body_id=body_id,
        year=year,
        handed_in_by_id=person,
        handed_in_at=now,
        content=content,
        sheet=sheet,
        head_row=head,
    )
    _record(row, "received", actor, now)
    return row.pk


@transaction.atomic
def choose_columns(
    *, import_id: int, sheet: int, head_row: int, columns: Sequence[BookColumn] | None, actor: Actor
) -> None:
    """Say where the head is and what each column holds.

    :param columns: None: only sheet and head were chosen.
    :raises CaseNotVisible: if it is not there for the actor.
    :raises CaseRefused: if it waits for this no more, or a column lacks that it cannot do without.
    """
    row = _waiting(import_id, actor)
    row.sheet, row.head_row, row.columns = sheet, head_row, None
    if columns is not None:
        lacking = [str(COLUMN_LABELS[one]) for one in NEEDED if one not in columns]
        if lacking:
            raise CaseRefused(_("Còn thiếu cột: %(columns)s.") % {"columns": ", ".join(lacking)})
        row.columns = [column.value for column in columns]
    row.save()


@transaction.atomic
def take_book_in(*, import_id: int, left_out: Sequence[int], calendar: Calendar, actor: Actor, now: datetime) -> int:
    """Write the open cases, all or none, each under its number of the book; return how many. Nobody is mailed.

    The clock runs from the day of receipt, by the law of that day; where that law must first be told how complex a
    request is, the case waits to be checked. The next new case has the number after the book's last one.

    :param left_out: places of rows in the file, from 1.
    :raises CaseNotVisible: if it is not there for the actor.
    :raises CaseRefused: if it waits for this no more, a row must be mended, or there is nothing to take in.
    """
    row, today = _waiting(import_id, actor), timezone.localdate(now)
    series = series_for_change(row.body_id, row.year)
    found = [one for one in rows_of(row, calendar=calendar, today=today) if one.place not in left_out]
    bad = [one.place for one in found if one.is_bad]
    if bad:
        raise CaseRefused(_("Còn dòng phải sửa: %(rows)s. Chưa nhập gì.") % {"rows": ", ".join(map(str, bad[:5]))})
    if not found:
        raise CaseRefused(_("Không có dòng nào để nhập."))
    opened = [_open(row, one, calendar, actor, now) for one in found if not one.is_answered]
    row.last_before, series.last = series.last, max(series.last, *(one.number for one in found))
    series.save(update_fields=["last"])
    row.state, row.rows, row.content = BookImportState.DONE, len(opened), {}
    row.save()
    _record(row, "done", actor, now, cases=len(opened), last=series.last)
    return len(opened)


@transaction.atomic
def drop_book(*, import_id: int, actor: Actor, now: datetime) -> None:
    """Drop a book of which nothing was taken in.

    :raises CaseNotVisible: if it is not there for the actor.
    :raises CaseRefused: if it was taken in.
    """
    row = _waiting(import_id, actor)
    row.state, row.content = BookImportState.DROPPED, {}
    row.save()
    _record(row, "dropped", actor, now)


def forget_waiting_books(*, now: datetime) -> int:
    """Empty books that nobody took in for a week, and return how many."""
    rows = BookImport.objects.filter(state=BookImportState.MAPPING, handed_in_at__lt=now - KEPT_WAITING)
    return rows.update(state=BookImportState.DROPPED, content={})


def _open(row: BookImport, told: BookRow, calendar: Calendar, actor: Actor, now: datetime) -> int:
    received_on = told.received_on
    assert isinstance(received_on, date)
    given = Given(text=told.text, sender=told.sender, way=told.way, sent_on=received_on, received_on=received_on)
    receipt = receive_submission(
        given=given, kind=SubmissionKind.REQUEST, body_id=row.body_id, statute=told.law, actor=actor, now=now
    )
    came = submission(receipt.submission_id)
    case = Case.objects.create(
        submission_id=came.pk,
        number=came.number,
        body_id=came.body_id,
        statute=came.statute,
        channel=came.channel,
        sent_on=came.sent_on,
        received_on=came.received_on,
        subject=subject_of(came.text),
        search_text=searched(came.number, came.text),
    )
    BookLine.objects.create(case=case, body_id=row.body_id, year=row.year, number=told.number, book_import=row)
    if told.due_on is not None:
        case.valid_on, case.complexity = received_on, told.complexity or ""
        settle(case, calendar=calendar)
        note = _("Nhập từ sổ đã có, số %(number)s.") % {"number": told.number}
        move(case, RequestEvent.FIND_VALID, actor=actor, now=now, on=received_on, note=note)
    return case.pk


def _waiting(import_id: int, actor: Actor) -> BookImport:
    row = book_import_for_change(import_id, actor=actor)
    if row.state != BookImportState.MAPPING:
        raise CaseRefused(_("Sổ này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay."))
    return row


def _record(row: BookImport, what: str, actor: Actor, now: datetime, **facts: Fact) -> None:
    record_event(
        chain=body_chain(row.body_id),
        kind=f"book_import.{what}",
        subject=Subject(BOOK_IMPORT, row.pk),
        actor=actor,
        now=now,
        facts={"year": row.year, **facts},
    )
