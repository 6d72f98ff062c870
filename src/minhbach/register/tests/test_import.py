"""Lists from spreadsheets: every bad row named, nothing half imported, undone as long as nothing is published."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.core.management import call_command
from django.core.management.base import CommandError
from django.urls import reverse

from minhbach.domain.access import Role, system_actor
from minhbach.foundation.models import Event
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import Question
from minhbach.register.actions.import_items import map_list, receive_list, start_import
from minhbach.register.actions.set_public_state import set_listed
from minhbach.register.actions.take_items_in import take_items_in
from minhbach.register.actions.undo_import import undo_import
from minhbach.register.contracts import ImportNotVisible, ImportRefused
from minhbach.register.importing import preview_of
from minhbach.register.indexing import tokens_of
from minhbach.register.item_columns import ItemColumn, column_of
from minhbach.register.models import Item, ItemImport
from minhbach.register.queries.imports import headings_of, proposed_columns
from minhbach.register.tests.conftest import CALENDAR, NOW, TODAY, World
from minhbach.register.tests.test_pages import client_of

KEEPER = system_actor("keeper")
HEAD = ("STT", "Tên văn bản", "Số, ký hiệu", "Ngày tạo ra", "Điểm", "Hình thức công khai", "Thời hạn bảo quản", "Kho")
GOOD = (
    ("1", "Kế hoạch sử dụng đất năm 2027", "45/KH-UBND", "12/10/2026", "l", "Cổng thông tin điện tử", "Vĩnh viễn", "A"),
    ("2", "Quyết định phê duyệt quyết toán", "46/QĐ-UBND", "5/10/2026", "d", "Niêm yết", "10 năm", "A"),
    ("3", "Thông báo lịch tiếp công dân", "7/TB-UBND", "", "", "", "", ""),
)


def csv_of(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> bytes:
    return "\n".join(";".join(row) for row in (("DANH MỤC", *[""] * (len(head) - 1)), head, *rows)).encode()


def received(world: World, content: bytes, actor: Any = None) -> ItemImport:
    keeper = actor or world.officer(Role.SPECIALIST)
    import_id = receive_list(content=content, name="danh-muc.csv", body_id=world.ward.pk, actor=keeper, now=NOW)
    row = ItemImport.objects.get(pk=import_id)
    columns = proposed_columns(row, headings_of(row))
    map_list(import_id=row.pk, sheet=row.sheet, head_row=row.head_row or 0, columns=columns, actor=keeper, now=NOW)
    row.refresh_from_db()
    return row


def taken_in(world: World, row: ItemImport, *, left_out: tuple[int, ...] = (), gives_classes: bool = False) -> str:
    keeper = world.officer(Role.SPECIALIST)
    start_import(import_id=row.pk, left_out=left_out, gives_classes=gives_classes, actor=keeper, now=NOW)
    take_items_in(import_id=row.pk, calendar=CALENDAR, actor=KEEPER, now=NOW)
    row.refresh_from_db()
    return row.state


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("STT", ItemColumn.IGNORED),
        ("Tên văn bản, hồ sơ, tài liệu", ItemColumn.TITLE),
        ("Trích yếu nội dung", ItemColumn.TITLE),
        ("Số, ký hiệu văn bản", ItemColumn.REFERENCE),
        ("Ngày, tháng, năm tạo ra", ItemColumn.CREATED_ON),
        ("Ngày ban hành", ItemColumn.ISSUED_ON),
        ("Hình thức công khai", ItemColumn.FORMS),
        ("Thời điểm công khai", ItemColumn.ADDRESS_SINCE),
        ("Thời hạn công khai", ItemColumn.DURATION),
        ("Thời hạn bảo quản", ItemColumn.RETENTION),
        ("Địa chỉ truy cập", ItemColumn.ADDRESS),
        ("Cơ quan ban hành", ItemColumn.ISSUER),
        ("Đơn vị tạo ra thông tin", ItemColumn.UNIT),
        ("Loại văn bản", ItemColumn.KIND),
        ("Hộp số", ItemColumn.BOX),
        ("Hồ sơ số", ItemColumn.FOLDER),
    ],
)
def test_headings_say_what_columns_hold(heading: str, column: ItemColumn) -> None:
    assert column_of(heading) is column


def test_the_rows_become_items_with_numbers_days_and_places(world: World) -> None:
    row = received(world, csv_of(*GOOD))
    assert taken_in(world, row, gives_classes=True) == "done"
    first, second, third = Item.objects.order_by("book_number")
    assert (first.number, first.symbol, first.letter, first.retention_years) == ("45", "KH-UBND", "l", 0)
    assert (first.publish_due_on, first.forms, first.store) == (date(2026, 10, 19), ["portal"], "A")
    assert (second.forms, second.retention_years) == (["posting"], 10)
    assert (third.access, third.created_on) == ("", None)
    assert [one.book_number for one in (first, second, third)] == [1, 2, 3]
    assert first.issuing_body == world.ward
    assert first.versions.count() == 1
    assert [event.kind for event in Event.objects.filter(subject_kind="item_import").order_by("id")][-1] == (
        "item_import.done"
    )


def test_classes_are_only_proposed_where_nobody_answers_for_them(world: World) -> None:
    row = received(world, csv_of(*GOOD))
    taken_in(world, row)
    first = Item.objects.get(number="45")
    assert (first.access, first.proposal["letter"]) == ("", "l")


def test_items_of_a_list_are_found_at_once(world: World) -> None:
    taken_in(world, received(world, csv_of(*GOOD)), gives_classes=True)
    leader = world.officer(Role.LEADER)
    hits = search(Question("46/QĐ-UBND", tokens=tokens_of(leader))).hits
    assert [hit.number for hit in hits] == ["46/QĐ-UBND"]


def test_every_bad_row_is_named_and_nothing_is_half_imported(world: World) -> None:
    world.item(kind="", number="45", symbol="KH-UBND", issued_on=date(2026, 10, 12))
    bad = (
        ("4", "Văn bản có ngày sai", "8/TB-UBND", "31/02/2026", "a", "", "", ""),
        ("5", "", "9/TB-UBND", "5/10/2026", "a", "", "", ""),
        ("6", "Điểm không có trong luật", "10/TB-UBND", "5/10/2026", "z", "", "", ""),
        ("7", "Trùng số với dòng khác", "46/QĐ-UBND", "6/10/2026", "a", "", "", ""),
        ("8", "Bảo quản không rõ", "11/TB-UBND", "6/10/2026", "a", "", "lâu lắm", ""),
    )
    row = received(world, csv_of(*GOOD, *bad))
    named = {one.number: one.complaints[0].sentence for one in preview_of(row, today=TODAY) if one.is_bad}
    # Row 1 is the title, row 2 the head; 45/KH-UBND is in the register already.
    assert sorted(named) == [3, 6, 7, 8, 9, 10]
    assert "31/02/2026" in named[6]
    assert "dòng 4" in named[9]
    assert taken_in(world, row) == "failed"
    assert Item.objects.count() == 1
    assert "3, 6, 7, 8, 9" in row.trouble
    again = received(world, csv_of(*GOOD, *bad))
    assert taken_in(world, again, left_out=(3, 6, 7, 8, 9, 10)) == "done"
    assert Item.objects.count() == 3


def test_taking_in_again_changes_nothing(world: World) -> None:
    row = received(world, csv_of(*GOOD))
    taken_in(world, row)
    take_items_in(import_id=row.pk, calendar=CALENDAR, actor=KEEPER, now=NOW)
    assert Item.objects.count() == 3


def test_an_import_is_undone_as_long_as_nothing_was_let_out(world: World) -> None:
    row, keeper = received(world, csv_of(*GOOD)), world.officer(Role.SPECIALIST)
    taken_in(world, row, gives_classes=True)
    item = Item.objects.get(number="45")
    set_listed(item_id=item.pk, on=TODAY, actor=KEEPER, now=NOW)
    with pytest.raises(ImportRefused):
        undo_import(import_id=row.pk, actor=keeper, now=NOW)
    set_listed(item_id=item.pk, on=None, actor=KEEPER, now=NOW)
    assert undo_import(import_id=row.pk, actor=keeper, now=NOW) == 3
    assert not Item.objects.exists()
    assert search(Question("46/QĐ-UBND", tokens=tokens_of(keeper))).hits == ()
    assert world.item().book_number == 4


def test_a_mark_of_secrecy_in_a_list_is_refused_and_nothing_of_it_is_kept(world: World) -> None:
    secret = csv_of(("MẬT", *[""] * 7), *GOOD)
    with pytest.raises(ImportRefused):
        received(world, secret)
    assert not ItemImport.objects.exists()
    assert Event.objects.filter(kind="item_import.refused").count() == 1


def test_strangers_find_no_list(world: World) -> None:
    row, stranger = received(world, csv_of(*GOOD)), world.officer(*Role, body=world.other_ward)
    with pytest.raises(ImportNotVisible):
        start_import(import_id=row.pk, left_out=(), gives_classes=False, actor=stranger, now=NOW)
    with pytest.raises(ImportRefused):
        receive_list(content=csv_of(*GOOD), name="x.csv", body_id=world.ward.pk, actor=stranger, now=NOW)


def test_a_workbook_goes_through_the_pages(world: World, django_capture_on_commit_callbacks: Any) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Danh mục")
    for number, cells in enumerate((HEAD, *GOOD)):
        sheet.write_row(number, 0, cells)
    book.close()
    client, file.name = client_of(world.officer(Role.SPECIALIST)), "danh-muc.xlsx"
    file.seek(0)
    answer = client.post(reverse("register:imports"), {"body": str(world.ward.pk), "table": file})
    row = ItemImport.objects.get()
    assert answer.headers["Location"] == reverse("register:import_columns", args=[row.pk])
    shown = client.get(answer.headers["Location"]).content.decode()
    assert "Kế hoạch sử dụng đất" in shown
    columns = {f"cot_{place}": one.value for place, one in enumerate(proposed_columns(row, list(HEAD)))}
    answer = client.post(reverse("register:import_columns", args=[row.pk]), columns)
    assert "45/KH-UBND" in client.get(answer.headers["Location"]).content.decode()
    client.post(reverse("register:import_preview", args=[row.pk]), {"phan_loai": "1"})
    take_items_in(import_id=row.pk, calendar=CALENDAR, actor=KEEPER, now=NOW)
    assert "Hoàn tác" in client.get(reverse("register:import", args=[row.pk])).content.decode()
    client.post(reverse("register:undo_import", args=[row.pk]))
    assert not Item.objects.exists()


def said_by(*arguments: str) -> tuple[str, str]:
    said, problem = io.StringIO(), ""
    try:
        call_command("import_items", *arguments, stdout=said, stderr=io.StringIO())
    except CommandError as error:
        problem = str(error)
    return said.getvalue(), problem


def test_the_command_takes_a_list_in_and_names_each_bad_row(world: World, tmp_path: Path) -> None:
    file = tmp_path / "danh-muc.csv"
    file.write_bytes(csv_of(*GOOD, ("4", "Ngày sai", "8/TB-UBND", "31/02/2026", "a", "", "", "")))
    given = (str(file), "--body", world.ward.slug)
    said, problem = said_by(*given)
    assert "Dòng 6: Không có ngày 31/02/2026" in said
    assert problem.startswith("Chưa nhập gì")
    assert not Item.objects.exists()
    said, problem = said_by(*given, "--skip-bad", "--classes", "--json")
    assert (json.loads(said)["state"], json.loads(said)["good"], problem) == ("done", 3, "")
    assert Item.objects.get(number="45").letter == "l"
    assert said_by(str(file), "--body", "khong-co")[1].startswith("Không có cơ quan")
