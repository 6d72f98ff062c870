"""A body's own plan is drawn from the plan above, edited, issued as a document, and confirmed."""

import io

import pytest
from docx import Document
from pypdfium2 import PdfDocument

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.correct_head import correct_head
from minhbach.planning.actions.discard_import import discard_import, take_back_import
from minhbach.planning.actions.draw_plan import draw_plan
from minhbach.planning.actions.review_draft import take_back_draft
from minhbach.planning.contracts import AlreadyImported, ImportRefused, PlanNotVisible
from minhbach.planning.models import Plan, PlanImport
from minhbach.planning.queries.cascade import cascade_of
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.province_plan import AHEAD, PAST, Province, client_of, make_province


@pytest.fixture
def province(world: World) -> Province:
    return make_province(world)


@pytest.fixture
def officer(world: World) -> Actor:
    return world.officer(Role.FOCAL_POINT)


@pytest.fixture
def drawn(province: Province, officer: Actor) -> PlanImport:
    import_id = draw_plan(plan_id=province.plan.pk, body_id=province.world.ward.pk, actor=officer, now=NOW)
    return PlanImport.objects.get(pk=import_id)


def signed(row: PlanImport, officer: Actor) -> None:
    head = row.head | {"number": "12", "date": "2026-10-10", "signer": "Trần Văn Thử"}
    correct_head(import_id=row.pk, head=head, issuing_body_id=row.body_id, actor=officer, now=NOW)


def test_what_the_body_leads_becomes_its_own_and_what_it_coordinates_is_offered(
    province: Province, drawn: PlanImport
) -> None:
    world = province.world
    first, second, third = drawn.draft_tasks.all()
    assert (drawn.drawn, drawn.above, drawn.state) == (True, province.plan, ImportState.IN_REVIEW)
    assert [one.title for one in (first, second, third)] == [
        "Rà soát danh mục thông tin", "Tập huấn cán bộ đầu mối", "Xây dựng trang chung",
    ]  # fmt: skip
    assert [one.left_out for one in (first, second, third)] == [False, False, True]
    assert [one.deadline_end for one in (first, second)] == [PAST, AHEAD]
    # The office leads the second task beside its ward; who leads above in other bodies is no part of this plan.
    assert [name["bodies"] for name in second.lead] == [[world.ward.pk], [world.office.pk]]
    assert all(
        one.above_task == task for one, task in zip((first, second, third), province.plan.tasks.all(), strict=True)
    )
    assert (drawn.head["number"], drawn.head["symbol"], drawn.head["date"]) == (None, "KH-UBND", None)
    assert (
        "Kế hoạch số 100/KH-UBND ngày 01 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh Thí Dụ về triển khai"
        in drawn.head["title"]
    )
    event = events_about(Subject("plan_import", drawn.pk))[-1]
    assert (event.kind, event.facts) == ("plan_import.drawn", {"above": province.plan.pk, "drafts": 3})


def test_drawing_twice_leads_to_the_first(province: Province, officer: Actor, drawn: PlanImport) -> None:
    with pytest.raises(AlreadyImported) as known:
        draw_plan(plan_id=province.plan.pk, body_id=province.world.ward.pk, actor=officer, now=NOW)
    assert known.value.import_id == drawn.pk
    discard_import(import_id=drawn.pk, actor=officer, now=NOW)
    again = draw_plan(plan_id=province.plan.pk, body_id=province.world.ward.pk, actor=officer, now=NOW)
    assert again != drawn.pk
    with pytest.raises(ImportRefused):
        take_back_import(import_id=drawn.pk, actor=officer, now=NOW)


def test_a_dropped_draft_is_taken_back(officer: Actor, drawn: PlanImport) -> None:
    discard_import(import_id=drawn.pk, actor=officer, now=NOW)
    take_back_import(import_id=drawn.pk, actor=officer, now=NOW)
    drawn.refresh_from_db()
    assert drawn.state == ImportState.IN_REVIEW


def test_refusals(province: Province) -> None:
    world, plan = province.world, province.plan
    supervisor = world.officer(Role.SUPERVISOR)
    with pytest.raises(ImportRefused, match="Vai trò"):
        draw_plan(plan_id=plan.pk, body_id=world.ward.pk, actor=supervisor, now=NOW)
    with pytest.raises(ImportRefused, match="chính cơ quan ban hành"):
        draw_plan(plan_id=plan.pk, body_id=province.committee.pk, actor=province.actor, now=NOW)
    unit = world.officer(Role.SPECIALIST, body=world.culture)
    with pytest.raises(PlanNotVisible):
        draw_plan(plan_id=plan.pk, body_id=world.culture.pk, actor=unit, now=NOW)
    two = province.part(2, world.other_ward)
    two.state = AssignmentState.DROPPED
    two.save()
    other = world.officer(Role.SPECIALIST, body=world.other_ward)
    with pytest.raises(ImportRefused, match="không giao cho cơ quan chủ trì"):
        draw_plan(plan_id=plan.pk, body_id=world.other_ward.pk, actor=other, now=NOW)


def test_it_is_confirmed_only_once_it_was_issued(officer: Actor, drawn: PlanImport) -> None:
    with pytest.raises(ImportRefused, match="chưa ban hành"):
        confirm_plan(import_id=drawn.pk, actor=officer, now=NOW)


def test_the_confirmed_plan_takes_over_what_it_carries_out(
    province: Province, officer: Actor, drawn: PlanImport
) -> None:
    world = province.world
    signed(drawn, officer)
    plan = Plan.objects.get(pk=confirm_plan(import_id=drawn.pk, actor=officer, now=NOW))
    assert (plan.above, plan.number, plan.body_id) == (province.plan, "12", world.ward.pk)
    assert [task.above_task.position for task in plan.tasks.all() if task.above_task] == [1, 2]
    parts = [province.part(1, world.ward), province.part(2, world.ward), province.part(2, world.office)]
    assert {part.state for part in parts} == {AssignmentState.IN_WORK}
    assert {part.taken_over_on for part in parts} == {TODAY}
    assert province.part(2, world.other_ward).state == AssignmentState.GIVEN
    assert province.part(3, world.ward, "coordinating").state == AssignmentState.GIVEN, "it was left out"
    assert events_about(Subject("assignment", parts[0].pk))[-1].kind == "assignment.carried_out_by"
    rows = {one.body.id: one for one in cascade_of(province.plan, on=TODAY, actor=province.actor).bodies}
    assert (rows[world.ward.pk].not_taken_over, rows[world.ward.pk].lacks_plan) == (0, False)


def test_the_pages_of_the_review_work_without_a_source(province: Province, officer: Actor, drawn: PlanImport) -> None:
    client, address = client_of(officer), f"/lam-viec/ke-hoach/nhap/{drawn.pk}/"
    overview = client.get(address).content.decode()
    assert "Kế hoạch 100/KH-UBND" in overview
    assert "van-ban.docx" in overview
    task = client.get(address + "muc/1/").content.decode()
    assert "Nhiệm vụ cấp trên giao" in task
    assert "Bản gốc" not in task
    assert "Bản gốc" not in client.get(address + "van-ban/").content.decode()
    for path in ("them/", "xac-nhan/", "cap-tren/"):
        assert client.get(address + path).status_code == 200, path
    assert "chưa ban hành" in client.post(address + "xac-nhan/").content.decode()


def test_the_document_has_the_tasks_as_a_table(officer: Actor, drawn: PlanImport) -> None:
    client, address = client_of(officer), f"/lam-viec/ke-hoach/nhap/{drawn.pk}/"
    open_head = _text(client.get(address + "van-ban.pdf").content)
    assert "/KH-UBND" in open_head
    signed(drawn, officer)
    take_back_draft(import_id=drawn.pk, position=3, actor=officer, now=NOW)
    text = _text(client.get(address + "van-ban.pdf").content)
    for words in ("12/KH-UBND", "XÃ MẪU MỘT", "KẾ HOẠCH", "Xây dựng trang chung", "TM. ỦY BAN NHÂN DÂN"):
        assert words in text, words
    table = [
        [cell.text for cell in row.cells]
        for one in Document(io.BytesIO(client.get(address + "van-ban.docx").content)).tables
        for row in one.rows
        if len(row.cells) == 6
    ]
    assert table[0] == ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn", "Sản phẩm"]
    assert [row[1] for row in table[1:]] == [
        "Rà soát danh mục thông tin", "Tập huấn cán bộ đầu mối", "Xây dựng trang chung",
    ]  # fmt: skip


def test_the_page_draws_and_is_there_for_nobody_without_tasks(province: Province, officer: Actor) -> None:
    address = f"/lam-viec/ke-hoach/{province.plan.pk}/lap/"
    client = client_of(officer)
    assert "chủ trì 3 việc" in client.get(address).content.decode()
    first = client.post(address, {"body": province.world.ward.pk})
    assert first.status_code == 302
    assert client.post(address, {"body": province.world.ward.pk})["Location"] == first["Location"]
    assert client.post(address, {"body": province.world.other_ward.pk}).status_code == 422
    for actor in (province.actor, province.world.officer(Role.SUPERVISOR)):
        assert client_of(actor).get(address).status_code == 404
    uploaded = f"/lam-viec/ke-hoach/nhap/{province.plan.plan_import_id}/van-ban.docx"
    assert client_of(province.actor).get(uploaded).status_code == 404, "what was uploaded is its own document"


def _text(content: bytes) -> str:
    document = PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)
