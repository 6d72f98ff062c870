"""Starting in mid-year with the book that an office kept before; dates by hand.

Received on Thursday 01/10/2026 under Law 01/2026: 12 days from 02/10 end on Tuesday 13/10/2026. Received on Monday
05/10/2026: they end on Saturday 17/10, so on Monday 19/10/2026. Under Law 104/2016 a request of 26/8/2026 that nobody
called simple or complex has no date yet.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.foundation.models import OutgoingMail
from minhbach.intake.models import Submission
from minhbach.intake.queries import sender_of
from minhbach.requests.actions.import_book import (
    choose_columns,
    forget_waiting_books,
    receive_book,
    take_book_in,
)
from minhbach.requests.actions.undo_book_import import undo_book_import
from minhbach.requests.actions.write_in_thread import reply
from minhbach.requests.books.columns import BookColumn, propose_columns
from minhbach.requests.contracts import CaseNotVisible, CaseRefused
from minhbach.requests.models import BookImport, BookLine, Case
from minhbach.requests.queries.book_imports import rows_of
from minhbach.requests.tests.conftest import CALENDAR, NOW, TODAY, World, case_of, online
from minhbach.requests.tests.test_officer_pages import pages_of, text_of

MakeCase = Callable[..., Case]
HEAD = "Số;Ngày nhận;Họ và tên;Địa chỉ;Số căn cước;Nội dung yêu cầu;Hình thức;Hạn trả lời;Ngày trả lời;Kết quả"
BOOK = f"""SỔ THEO DÕI CUNG CẤP THÔNG TIN NĂM 2026
{HEAD}
12;01/9/2026;Bà Một;thôn Một;001085000001;Bảng giá đất;trực tiếp;;10/9/2026;Đã cung cấp
13;01/10/2026;Ông Hai;thôn Hai;001085000002;Quy hoạch thôn Hai;qua bưu chính;13/10/2026;;
15;05/10/2026;Bà Ba;thôn Ba;;Danh sách hộ nghèo;trực tiếp;20/10/2026;;đang giải quyết
"""
OLD = f"{HEAD}\n9;26/8/2026;Ông Bốn;thôn Bốn;;Quyết toán năm 2025;trực tiếp;;;\n"


@pytest.fixture
def focal(world: World) -> Actor:
    return world.officer(Role.FOCAL_POINT)


def handed_in(world: World, actor: Actor, text: str = BOOK) -> BookImport:
    """Hand a book in and take the columns as they are proposed."""
    import_id = receive_book(content=text.encode(), body_id=world.ward.pk, year=2026, actor=actor, now=NOW)
    row = BookImport.objects.get(pk=import_id)
    columns = propose_columns(HEAD.split(";"))
    choose_columns(import_id=import_id, sheet=0, head_row=row.head_row, columns=columns, actor=actor)
    return BookImport.objects.get(pk=import_id)


def taken_in(row: BookImport, actor: Actor, left_out: tuple[int, ...] = ()) -> int:
    """Take a book in."""
    return take_book_in(import_id=row.pk, left_out=left_out, calendar=CALENDAR, actor=actor, now=NOW)


def lines() -> list[tuple[int, str, date | None]]:
    """Return number, state and date of the cases of the book."""
    rows = BookLine.objects.order_by("number").select_related("case")
    return [(row.number, row.case.state, row.case.due_on) for row in rows]


def test_columns_are_known_by_their_headings() -> None:
    assert [one.value for one in propose_columns(HEAD.split(";"))] == [
        "number", "received_on", "name", "address", "identity", "what", "way", "due_on", "answered_on", "result",
    ]  # fmt: skip
    assert propose_columns(["STT", "Số vào sổ", "Ghi chú"]) == [
        BookColumn.NUMBER, BookColumn.IGNORED, BookColumn.IGNORED
    ]  # fmt: skip


def test_open_cases_keep_their_numbers_and_their_dates_by_law_and_the_next_one_follows(
    world: World, focal: Actor
) -> None:
    row = handed_in(world, focal)
    assert taken_in(row, focal) == 2
    assert lines() == [(13, "in_work", date(2026, 10, 13)), (15, "in_work", date(2026, 10, 19))]
    first = Case.objects.get(book_line__number=13)
    sender = sender_of(first.submission_id)
    assert sender is not None and (sender.name, sender.identity_number) == ("Ông Hai", "001085000002")
    assert (first.submission.way, first.valid_on) == ("post", date(2026, 10, 1))
    assert not OutgoingMail.objects.exists()
    assert BookImport.objects.get().content == {}
    assert case_of(online(world)).book_line.number == 16


def test_the_book_that_tells_another_date_is_shown_and_does_not_bind(world: World, focal: Actor) -> None:
    row = handed_in(world, focal)
    found = rows_of(row, calendar=CALENDAR, today=TODAY)
    assert [one.is_answered for one in found] == [True, False, False]
    assert [one.remarks for one in found[1:]] == [[], ["Sổ ghi hạn 20/10/2026; theo luật là 19/10/2026."]]
    assert not Case.objects.exists()


def test_a_request_of_the_old_law_waits_to_be_checked(world: World, focal: Actor) -> None:
    assert taken_in(handed_in(world, focal, OLD), focal) == 1
    case = Case.objects.get()
    assert (case.statute, case.state, case.due_on) == ("104/2016/QH13", "received", None)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x;05/10/2026;A;B;;Bảng giá;trực tiếp;;;", "Số vào sổ phải là số"),
        ("17;;A;B;;Bảng giá;trực tiếp;;;", "Thiếu ngày nhận"),
        ("17;31/02/2026;A;B;;Bảng giá;trực tiếp;;;", "không phải là ngày"),
        ("17;14/10/2026;A;B;;Bảng giá;trực tiếp;;;", "chưa tới"),
        ("17;05/10/2025;A;B;;Bảng giá;trực tiếp;;;", "không thuộc sổ năm 2026"),
        ("17;05/10/2026;A;B;;;trực tiếp;;;", "Thiếu nội dung"),
        ("17;05/10/2026;A;B;;Bảng giá;fax;;;", "không có hình thức"),
        ("13;05/10/2026;A;B;;Bảng giá;trực tiếp;;;", "Trùng số với dòng 4"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_nothing_is(world: World, focal: Actor, line: str, said: str) -> None:
    row = handed_in(world, focal, f"{BOOK}{line}\n")
    bad = [one for one in rows_of(row, calendar=CALENDAR, today=TODAY) if one.is_bad]
    assert [one.place for one in bad] == [6] and said in bad[0].complaints[0]
    with pytest.raises(CaseRefused, match="Còn dòng phải sửa: 6"):
        taken_in(row, focal)
    assert not Case.objects.exists() and not Submission.objects.exists()
    assert taken_in(row, focal, left_out=(6,)) == 2


def test_a_number_is_taken_once(world: World, focal: Actor) -> None:
    taken_in(handed_in(world, focal), focal)
    found = rows_of(handed_in(world, focal), calendar=CALENDAR, today=TODAY)
    assert ["đã có trong sổ" in " ".join(one.complaints) for one in found] == [False, True, True]


def test_undone_while_nobody_acted_the_book_is_as_it_was(world: World, focal: Actor) -> None:
    row = handed_in(world, focal)
    taken_in(row, focal)
    assert undo_book_import(import_id=row.pk, actor=focal, now=NOW) == 2
    assert not Case.objects.exists() and not Submission.objects.exists()
    assert case_of(online(world)).book_line.number == 1
    with pytest.raises(CaseRefused, match="đã hoàn tác"):
        undo_book_import(import_id=row.pk, actor=focal, now=NOW)


def test_who_acted_on_a_case_keeps_the_book(world: World, focal: Actor) -> None:
    row = handed_in(world, focal)
    taken_in(row, focal)
    case = Case.objects.get(book_line__number=13)
    reply(case_id=case.pk, text="Đang tìm.", actor=focal, now=NOW)
    with pytest.raises(CaseRefused, match=case.number):
        undo_book_import(import_id=row.pk, actor=focal, now=NOW)
    assert Case.objects.count() == 2


def test_another_commune_and_other_roles_take_no_book_in(world: World, focal: Actor) -> None:
    row, stranger = handed_in(world, focal), world.officer(Role.FOCAL_POINT, body=world.other_ward)
    with pytest.raises(CaseNotVisible):
        taken_in(row, stranger)
    with pytest.raises(CaseRefused, match="Vai trò"):
        handed_in(world, world.officer(Role.SPECIALIST))


def test_a_book_that_nobody_took_in_is_emptied_after_a_week(world: World, focal: Actor) -> None:
    handed_in(world, focal)
    assert forget_waiting_books(now=datetime(2026, 10, 20, 1, 0, tzinfo=UTC)) == 0
    assert forget_waiting_books(now=datetime(2026, 10, 20, 3, 0, tzinfo=UTC)) == 1
    assert BookImport.objects.get().content == {}


@pytest.fixture
def the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let pages open on the day of the made-up commune."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    yield


@pytest.mark.usefixtures("the_day")
def test_a_book_goes_from_its_file_to_the_printed_book_and_back(world: World, focal: Actor) -> None:
    client, url = pages_of(focal), "/lam-viec/yeu-cau/so-theo-doi/nhap/"
    assert "Nhập sổ đang có" in text_of(client, "/lam-viec/yeu-cau/so-theo-doi/")
    table = SimpleUploadedFile("so.csv", BOOK.encode())
    handed = client.post(url, {"body": world.ward.pk, "year": 2026, "table": table})
    row = BookImport.objects.get()
    assert handed["Location"] == f"{url}{row.pk}/cot/"
    shown = text_of(client, handed["Location"])
    assert "Họ và tên" in shown and "Ông Hai" in shown
    chosen = {f"cot_{place}": one.value for place, one in enumerate(propose_columns(HEAD.split(";")))}
    assert client.post(handed["Location"], chosen | {"cot_5": "ignored"}).status_code == 422
    assert client.post(handed["Location"], chosen).status_code == 302
    preview = text_of(client, f"{url}{row.pk}/xem-truoc/")
    assert "Quy hoạch thôn Hai" in preview and "theo luật là 19/10/2026" in preview and "có số 16" in preview
    assert client.post(f"{url}{row.pk}/xem-truoc/").status_code == 302
    case = Case.objects.get(book_line__number=13)
    assert "13/2026" in text_of(client, f"/lam-viec/yeu-cau/{case.pk}/")
    assert "Quy hoạch thôn Hai" in text_of(client, "/lam-viec/yeu-cau/so-theo-doi/")
    assert client.get(f"{url}{row.pk}/cot/").status_code == 404
    assert client.post(f"{url}{row.pk}/hoan-tac/").status_code == 302
    assert "Đã hoàn tác" in text_of(client, url) and not Case.objects.exists()
