"""The spreadsheet of an office becomes a plan: over HTTP, without scripts, whole or not at all."""

import datetime as dt
import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.accept_told_results import accept_told_results
from minhbach.planning.actions.drop_sheet import KEPT, drop_forgotten_sheets
from minhbach.planning.actions.import_sheet import import_sheet
from minhbach.planning.actions.receive_sheet import receive_sheet
from minhbach.planning.contracts import ImportRefused, PlanNotVisible, WorkRefused
from minhbach.planning.models import Assignment, DraftTask, Plan, PlanImport, SheetFact, SheetUpload, WorkReport
from minhbach.planning.queries.sheets import results_to_accept, visible_sheet
from minhbach.planning.tests.conftest import World

SHEETS = "/lam-viec/ke-hoach/bang/"
OFFICE, CULTURE = "Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội"
HEAD = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Phối hợp", "Thời hạn", "Kết quả", "Ngày hoàn thành", "Ghi chú"]
GOOD = [
    ["I", "Tuyên truyền", "", "", "", "", "", ""],
    [1, "Xây dựng quy chế nội bộ", OFFICE, CULTURE, dt.date(2026, 12, 31), "", "", ""],
    [2, "Tập huấn cho cán bộ", OFFICE, "", "30/6/2026", "Đã hoàn thành", dt.date(2026, 6, 25), "tốt"],
    [3, "Vận hành cổng thông tin", CULTURE, "", "Thường xuyên", "Đang thực hiện", "", ""],
]
ABOVE = ["UBND XÃ MẪU MỘT", "THEO DÕI THỰC HIỆN Kế hoạch số 15/KH-UBND ngày 05/01/2026"]
TODAY = dt.date(2026, 10, 13)


@pytest.fixture(autouse=True)
def on_this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    now = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
    monkeypatch.setattr(clock, "now", lambda: now)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def workbook(*sheets: list[list[Any]]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for rows in sheets:
        sheet = book.add_worksheet()
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(i, j, cell, day)
                else:
                    sheet.write(i, j, cell)
    book.close()
    return file.getvalue()


def table(*rows: list[Any]) -> bytes:
    return workbook([*([line] for line in ABOVE), [], HEAD, *(rows or GOOD)])


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(
        Person.objects.get(pk=actor.person), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return client


def upload(client: Client, world: World, content: bytes, name: str = "theo-doi.xlsx") -> Any:
    file = SimpleUploadedFile(name, content)
    return client.post(SHEETS + "moi/", {"body": world.ward.pk, "table": file}, follow=True)


def words(response: Any) -> str:
    text = re.sub(r"<script.*?</script>|<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", unescape(text))


def columns_as_shown(response: Any) -> dict[str, str]:
    form = response.context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def mapped(client: Client, world: World, content: bytes) -> tuple[SheetUpload, Any]:
    """Upload and accept the proposed columns; return the upload and the preview."""
    page = upload(client, world, content)
    row = SheetUpload.objects.latest("pk")
    return row, client.post(f"{SHEETS}{row.pk}/cot/", columns_as_shown(page), follow=True)


def confirmed(client: Client, world: World, content: bytes) -> Plan:
    row, _preview = mapped(client, world, content)
    client.post(f"{SHEETS}{row.pk}/xem/", {})
    where = f"/lam-viec/ke-hoach/nhap/{PlanImport.objects.get().pk}/"
    for name, body in ((OFFICE, world.office), (CULTURE, world.culture)):
        client.post(f"{where}ten-co-quan/?ten={name}&tim={body.name}", {"bodies": [body.pk], "save": "1"})
    client.post(where + "xac-nhan/")
    return Plan.objects.get()


def test_columns_are_proposed_beneath_titles_and_shown_with_what_they_hold(world: World) -> None:
    page = upload(client_of(world.officer(Role.SPECIALIST)), world, table())
    assert page.redirect_chain[-1][0].endswith("/cot/"), "one sheet with a clear head asks only for the columns"
    shown = columns_as_shown(page)
    expected = ["number", "title", "lead", "coordinating", "deadline", "state", "done_on", "note"]
    assert [shown[f"cot_{n}"] for n in range(8)] == expected
    assert shown["year"] == 2026
    assert "Xây dựng quy chế nội bộ" in words(page)


def test_a_list_becomes_drafts_that_the_review_checks(world: World, django_capture_on_commit_callbacks: Any) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    row, preview = mapped(client, world, table())
    assert "3 dòng nhập được" in words(preview)
    assert "Trong quý" not in words(preview)
    assert "1 dòng không phải nhiệm vụ" in words(preview)
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(f"{SHEETS}{row.pk}/xem/", {}, follow=True)
    made = PlanImport.objects.get()
    assert page.redirect_chain[-1][0] == f"/lam-viec/ke-hoach/nhap/{made.pk}/"
    assert (made.head["number"], made.head["symbol"], made.head["date"]) == ("15", "KH-UBND", "2026-01-05")
    drafts = list(made.draft_tasks.all())
    assert [(one.section, one.number, one.title, one.deadline_end) for one in drafts] == [
        ("I", "1", "Xây dựng quy chế nội bộ", dt.date(2026, 12, 31)),
        ("I", "2", "Tập huấn cho cán bộ", dt.date(2026, 6, 30)),
        ("I", "3", "Vận hành cổng thông tin", None),
    ]
    assert drafts[0].lead[0]["text"] == OFFICE
    beside = client.get(f"/lam-viec/ke-hoach/nhap/{made.pk}/muc/2/")
    assert "Kết quả: Đã hoàn thành" in words(beside), "the row stands beside the fields"
    assert "Nhập từ bảng tính, 3 nhiệm vụ, bỏ 0 dòng" in words(page)
    assert not list((Path(settings.DATA) / "quarantine").iterdir())


def test_every_bad_row_is_named_and_none_is_taken_until_all_are_good_or_left_out(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    bad = [
        [1, "Việc tốt", OFFICE, "", "31/12/2026", "", "", ""],
        [2, "", OFFICE, "", "31/12/2026", "", "", ""],
        [3, "Sai ngày", OFFICE, "", "31/02/2026", "", "", ""],
        [4, "Mất định dạng", OFFICE, "", 46022, "", "", ""],
    ]
    row, preview = mapped(client, world, table(*bad))
    text = words(preview)
    assert "3 dòng phải sửa" in text
    assert "Ô B6 ( Nội dung công việc ): Chưa có tên nhiệm vụ" in text
    assert "Ô E7 ( Thời hạn ): Không có ngày 31/02/2026" in text
    assert "Ô E8 ( Thời hạn ): Ô chứa số 46022, không phải ngày. Nếu là ngày 31/12/2025" in text
    refused = client.post(f"{SHEETS}{row.pk}/xem/", {"bo": ["6"]})
    assert refused.status_code == 422
    assert "Còn 2 dòng phải sửa. Chưa nhập dòng nào" in words(refused)
    assert 'value="6" checked' in refused.content.decode(), "what was ticked stays ticked"
    assert (PlanImport.objects.count(), DraftTask.objects.count()) == (0, 0)
    client.post(f"{SHEETS}{row.pk}/xem/", {"bo": ["6", "7", "8"]})
    assert [one.title for one in DraftTask.objects.all()] == ["Việc tốt"]


def test_the_same_file_again_says_so_and_changes_nothing(world: World) -> None:
    client, content = client_of(world.officer(Role.SPECIALIST)), table()
    row, _preview = mapped(client, world, content)
    assert upload(client, world, content).redirect_chain[0][0] == f"{SHEETS}{row.pk}/cot/", "it is gone on with"
    assert SheetUpload.objects.count() == 1
    client.post(f"{SHEETS}{row.pk}/xem/", {})
    again = upload(client, world, content)
    assert (again.status_code, "đã được nhập" in words(again)) == (409, True)
    assert (SheetUpload.objects.count(), PlanImport.objects.count(), DraftTask.objects.count()) == (1, 1, 3)


def test_another_sheet_of_the_same_file_is_another_list(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    content = workbook([HEAD, *GOOD], [HEAD, [1, "Việc khác", OFFICE, "", "2026", "", "", ""]])
    for sheet in (0, 1):
        page = upload(client, world, content)
        row = SheetUpload.objects.latest("pk")
        assert "Dòng nào ghi tên các cột?" in words(page), "of several sheets, the person says which"
        page = client.post(f"{SHEETS}{row.pk}/?trang_tinh={sheet}", {"head_row": "0"}, follow=True)
        client.post(f"{SHEETS}{row.pk}/cot/", columns_as_shown(page))
        client.post(f"{SHEETS}{row.pk}/xem/", {})
    assert [one.draft_tasks.count() for one in PlanImport.objects.order_by("pk")] == [3, 1]
    page = upload(client, world, content)
    row = SheetUpload.objects.latest("pk")
    page = client.post(f"{SHEETS}{row.pk}/?trang_tinh=1", {"head_row": "0"}, follow=True)
    client.post(f"{SHEETS}{row.pk}/cot/", columns_as_shown(page))
    assert client.post(f"{SHEETS}{row.pk}/xem/", {}).status_code == 409
    assert PlanImport.objects.count() == 2


def test_what_was_chosen_for_a_heading_is_remembered_for_the_body_alone(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    page = upload(client, world, table())
    row = SheetUpload.objects.get()
    chosen = columns_as_shown(page) | {"cot_5": "product", "cot_7": "ignored"}
    client.post(f"{SHEETS}{row.pk}/cot/", chosen)
    page = upload(client, world, table([1, "Việc mới", OFFICE, "", "2026", "", "", ""]))
    assert (columns_as_shown(page)["cot_5"], columns_as_shown(page)["cot_7"]) == ("product", "ignored")
    other = client_of(world.officer(Role.SPECIALIST, body=world.other_ward))
    file = SimpleUploadedFile("b.xlsx", table())
    page = other.post(SHEETS + "moi/", {"body": world.other_ward.pk, "table": file}, follow=True)
    assert columns_as_shown(page)["cot_5"] == "state"


def test_two_columns_for_the_same_and_none_for_the_tasks_are_mistakes_that_keep_what_was_chosen(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    page = upload(client, world, table())
    where = f"{SHEETS}{SheetUpload.objects.get().pk}/cot/"
    twice = client.post(where, columns_as_shown(page) | {"cot_3": "lead"})
    assert (twice.status_code, "Cột C đã được chọn là “Cơ quan chủ trì”" in words(twice)) == (422, True)
    none = client.post(where, columns_as_shown(page) | {"cot_1": "note", "cot_7": "ignored", "year": "abc"})
    assert "Chưa có cột nào được chọn là “Nhiệm vụ”" in words(none)
    assert "Ghi năm bằng bốn chữ số" in words(none)
    assert 'value="note" selected' in none.content.decode()


def test_rows_of_several_documents_are_taken_one_document_at_a_time_or_all_as_one(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Hạn", "Văn bản giao"]
    content = workbook([head, [1, "Việc A", OFFICE, "2026", "12/KH-UBND"], [2, "Việc B", OFFICE, "2026", "34/CV-STP"]])
    row, preview = mapped(client, world, content)
    assert "Lấy việc của văn bản nào?" in words(preview)
    assert client.post(f"{SHEETS}{row.pk}/xem/", {}).status_code == 422
    assert "1 dòng nhập được" in words(client.get(f"{SHEETS}{row.pk}/xem/?van_ban=12/KH-UBND"))
    client.post(f"{SHEETS}{row.pk}/xem/", {"van_ban": "12/KH-UBND"})
    row, _preview = mapped(client, world, content)
    client.post(f"{SHEETS}{row.pk}/xem/", {"van_ban": "*"})
    one, both = PlanImport.objects.order_by("pk")
    assert (one.head["doc_type"], one.head["number"], one.head["symbol"]) == ("Kế hoạch", "12", "KH-UBND")
    assert [draft.title for draft in one.draft_tasks.all()] == ["Việc A"]
    assert [draft.scope for draft in both.draft_tasks.all()] == ["12/KH-UBND", "34/CV-STP"]


def test_csv_with_semicolons_goes_the_same_way(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    text = f"TT;Nhiệm vụ;Chủ trì;Hạn\r\n1;Xây dựng quy chế;{OFFICE};Quý IV\r\n"
    row, preview = mapped(client, world, text.encode("utf-8-sig"))
    assert "1 dòng nhập được" in words(preview)
    assert "31/12/2026" in words(preview)


def test_what_cannot_be_read_is_said_and_leaves_nothing(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    for content, sentence in (
        (b"%PDF-1.7", "không phải bảng tính"),
        (b"", "Tệp rỗng"),
        (workbook([["TỐI MẬT"], HEAD, *GOOD]), "dấu “Tối mật”"),
    ):
        page = upload(client, world, content)
        assert (page.status_code, sentence in words(page)) == (422, True), sentence
    assert SheetUpload.objects.count() == 0
    assert not (Path(settings.DATA) / "quarantine").exists()


def test_results_that_the_list_tells_wait_for_a_leader_and_count_from_the_day_that_it_gives(world: World) -> None:
    focal, leader = world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER)
    plan = confirmed(client_of(focal), world, table())
    told = Assignment.objects.get(task__title="Tập huấn cho cán bộ")
    report = WorkReport.objects.get(assignment=told)
    assert (told.state, told.reported_on, told.done_on) == (AssignmentState.REPORTED, dt.date(2026, 6, 25), None)
    assert (report.is_result, report.reported_on, report.reported_by_id) == (True, dt.date(2026, 6, 25), focal.person)
    assert "Theo bảng của cơ quan: tệp “theo-doi.xlsx”, dòng 7." in report.text
    going_on = Assignment.objects.get(task__title="Vận hành cổng thông tin")
    assert (going_on.state, going_on.reports.get().is_result) == (AssignmentState.GIVEN, False)
    page = client_of(leader).get(f"/lam-viec/ke-hoach/{plan.pk}/ket-qua-theo-bang/")
    assert "Tập huấn cho cán bộ" in words(page)
    client_of(leader).post(f"/lam-viec/ke-hoach/{plan.pk}/ket-qua-theo-bang/", {"viec": [told.pk]})
    told.refresh_from_db()
    assert (told.state, told.done_on) == (AssignmentState.DONE, dt.date(2026, 6, 25))
    span = told.spans.get(until_on=None)
    assert (span.from_on, span.done_on) == (TODAY, dt.date(2026, 6, 25)), "known from today on"
    kinds = [event.kind for event in events_about(Subject("assignment", told.pk))]
    assert kinds == ["assignment.result_told", "assignment.accepted"]


def test_only_a_leader_accepts_and_all_or_none(world: World) -> None:
    focal, leader = world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER)
    plan = confirmed(client_of(focal), world, table())
    told = Assignment.objects.get(state=AssignmentState.REPORTED)
    page = f"/lam-viec/ke-hoach/{plan.pk}/ket-qua-theo-bang/"
    assert client_of(focal).get(page).status_code == 404
    assert results_to_accept(plan, actor=focal, on=TODAY) == []
    with pytest.raises(WorkRefused):
        accept_told_results(plan_id=plan.pk, assignment_ids=[told.pk, 999999], actor=leader, now=clock.now())
    assert client_of(leader).post(page, {}).status_code == 422
    told.refresh_from_db()
    assert told.state == AssignmentState.REPORTED


def test_a_second_check_tells_nothing_twice(world: World) -> None:
    focal = world.officer(Role.FOCAL_POINT)
    client = client_of(focal)
    plan = confirmed(client, world, table())
    client.post(f"/lam-viec/ke-hoach/{plan.pk}/sua/")
    client.post(f"/lam-viec/ke-hoach/nhap/{plan.plan_import_id}/xac-nhan/")
    assert WorkReport.objects.count() == 2
    assert SheetFact.objects.filter(report=None).count() == 1, "of the row that tells nothing"


def test_a_stranger_finds_no_list_and_takes_none_in(world: World) -> None:
    row, _preview = mapped(client_of(world.officer(Role.SPECIALIST)), world, table())
    stranger = world.officer(Role.FOCAL_POINT, body=world.other_ward)
    for page in ("", "cot/", "xem/"):
        assert client_of(stranger).get(f"{SHEETS}{row.pk}/{page}").status_code == 404
    with pytest.raises(PlanNotVisible):
        import_sheet(sheet_id=row.pk, actor=stranger, now=clock.now())
    with pytest.raises(ImportRefused):
        receive_sheet(content=table(), name="x.xlsx", body_id=world.ward.pk, actor=stranger, now=clock.now())


def test_what_nobody_goes_on_with_is_dropped_with_its_file(
    world: World, django_capture_on_commit_callbacks: Any
) -> None:
    officer = world.officer(Role.SPECIALIST)
    row, _preview = mapped(client_of(officer), world, table())
    folder = Path(settings.DATA) / "quarantine"
    assert len(list(folder.iterdir())) == 1
    later = clock.now() + KEPT + dt.timedelta(days=1)
    for expected in (1, 0):
        with django_capture_on_commit_callbacks(execute=True):
            assert drop_forgotten_sheets(actor=system_actor("keeper"), now=later) == expected
    assert not list(folder.iterdir())
    with pytest.raises(PlanNotVisible):
        visible_sheet(row.pk, actor=officer)


def test_a_list_of_one_body_names_it_once(world: World) -> None:
    client = client_of(world.officer(Role.SPECIALIST))
    page = upload(client, world, workbook([["TT", "Nhiệm vụ", "Thời hạn"], [1, "Làm việc", "Quý IV"]]))
    row = SheetUpload.objects.get()
    sent = columns_as_shown(page) | {"default_lead": Body.objects.get(pk=world.ward.pk).name}
    client.post(f"{SHEETS}{row.pk}/cot/", sent)
    client.post(f"{SHEETS}{row.pk}/xem/", {})
    assert DraftTask.objects.get().lead[0]["text"] == world.ward.name
