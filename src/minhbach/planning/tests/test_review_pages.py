"""The pages of the review: what comes next, a box and its line, and searches that lose nothing."""

import re
from dataclasses import replace
from html import unescape

from django.test import Client
from django.utils import translation

from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.domain.reading.head import findings
from minhbach.foundation.jobs import run_due_jobs
from minhbach.planning.exports.excerpt import excerpt, spans_of
from minhbach.planning.machine_words import IN_GENERAL, problem_in_words
from minhbach.planning.models import PlanImport
from minhbach.planning.review_steps import CONFIRM, HEAD, NAMES, TASKS, Standing, next_step, steps
from minhbach.planning.tests.conftest import PLAN_TEXT, World
from minhbach.planning.tests.test_pages import LIST, logged_in, reviewed, upload, words

DONE = Standing(head_checked=True, issuer_known=True, open_names=0, vague_names=0, tasks=3, blocked=0, unchecked=0)
UNKNOWN = PLAN_TEXT.replace("Cơ quan chủ trì: Phòng Văn hóa - Xã hội", "Cơ quan chủ trì: Ban Thử nghiệm")


def test_the_next_step_is_the_first_that_is_not_done() -> None:
    standings = {
        HEAD: replace(DONE, issuer_known=False, open_names=2, unchecked=3),
        NAMES: replace(DONE, open_names=2, unchecked=3),
        TASKS: replace(DONE, unchecked=1),
        CONFIRM: DONE,
    }
    assert {key: next_step(steps(now)).key for key, now in standings.items()} == {key: key for key in standings}


def test_an_open_name_stands_before_confirming() -> None:
    assert DONE.may_become_plan
    assert not replace(DONE, open_names=1).may_become_plan


def where_unknown(client: Client, world: World) -> str:
    upload(client, world, UNKNOWN)
    run_due_jobs()
    PlanImport.objects.update(issuing_body=world.ward)
    return f"{LIST}nhap/{PlanImport.objects.get().pk}/"


def test_a_box_leads_to_its_line_and_the_line_to_its_box(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    page = client.get(reviewed(client, world) + "muc/1/").content.decode()
    line = re.search(r'id="(dong-\d+)" class="lit gives-deadline"', page)
    assert line
    assert f'href="#{line[1]}"' in page
    assert 'href="#id_deadline_text"' in page
    assert 'id="id_deadline_text"' in page


def test_a_field_read_outside_its_task_is_shown_after_a_gap() -> None:
    lines = [{"n": number, "t": f"dòng {number}"} for number in range(1, 30)]
    shown = excerpt(lines, {"task": {"lines": [20, 21]}, "lead": {"lines": [3]}})
    assert [line.number for line in shown] == [3, 18, 19, 20, 21, 22, 23]
    assert [line.number for line in shown if line.after_gap] == [18]
    assert [line.number for line in shown if line.gives] == [3]


def test_looking_for_a_body_keeps_what_was_chosen_and_typed(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    name = where_unknown(client, world) + "ten-co-quan/?ten=Ban Thử nghiệm"
    kept = {"find": "1", "tim": "phong kinh te", "bodies": [world.culture.pk], "clearer": "Đang gõ dở"}
    page = client.post(name, kept).content.decode()
    assert re.search(rf'value="{world.culture.pk}"[^>]*checked', page)
    assert f'value="{world.economy.pk}"' in page
    assert "Đang gõ dở" in page
    head = where = f"{LIST}nhap/{PlanImport.objects.get().pk}/van-ban/"
    answer = client.post(head, {"find": "1", "tim": "phong kinh te", "title": "Trích yếu gõ dở", "date": "31/2/2026"})
    assert answer.status_code == 200
    assert "Trích yếu gõ dở" in answer.content.decode()
    assert "31/2/2026" in answer.content.decode()
    assert PlanImport.objects.get().head["title"] != "Trích yếu gõ dở", where


def test_after_one_name_comes_the_next(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    two = UNKNOWN.replace("Cơ quan chủ trì: Văn phòng HĐND và UBND xã.", "Cơ quan chủ trì: Ban Thứ nhất.")
    upload(client, world, two)
    run_due_jobs()
    PlanImport.objects.update(issuing_body=world.ward)
    where = f"{LIST}nhap/{PlanImport.objects.get().pk}/"
    answer = client.post(where + "ten-co-quan/?ten=Ban Thứ nhất", {"bodies": [world.office.pk], "save": "1"})
    assert "ten-co-quan/?ten=Ban" in answer["Location"]
    answer = client.post(where + "ten-co-quan/?ten=Ban Thử nghiệm", {"keep": "1"})
    assert answer["Location"] == where


def test_a_settled_name_can_be_answered_anew(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    where = reviewed(client, world)
    page = client.get(where).content.decode()
    assert "3 tên đã rõ" in words(client.get(where))
    assert page.count("ten-co-quan/?ten=") >= 3


def test_every_code_of_the_head_has_its_words_in_english() -> None:
    assert set(findings._MESSAGES) <= set(IN_GENERAL)
    problem = {"code": "date_blank", "message": "Câu của máy."}
    assert problem_in_words(problem) == "Câu của máy."
    with translation.override("en"):
        assert problem_in_words(problem) == "The document's date is not complete yet."


def test_an_english_page_has_english_labels_and_refusals(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    where = "/en" + where_unknown(client, world)
    page = words(client.get(where))
    assert "1 name to settle" in page
    assert "Which agency is “Ban Thử nghiệm”?" in page
    refusal = words(client.post(where + "xac-nhan/"))
    assert "1 tasks still have something unclear" in refusal


def test_what_cannot_be_confirmed_has_no_button_but_the_way_to_what_is_open(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    where = where_unknown(client, world)
    page = client.get(where + "xac-nhan/")
    assert "Chưa xác nhận được. Còn 1 nhiệm vụ có chỗ chưa rõ." in words(page)
    assert "sẽ được giao cho" not in words(page)
    buttons = re.findall(r'class="button"[^>]*>([^<]*)<', page.content.decode())
    assert buttons == ["Tới chỗ chưa rõ"]
    address = re.search(r'class="button" href="([^"]*)"', page.content.decode())
    assert address
    assert "“Ban Thử nghiệm” là cơ quan nào?" in words(client.get(unescape(address[1])))
    PlanImport.objects.update(issuing_body=None)
    assert "Chưa rõ cơ quan ban hành" in words(client.get(where + "xac-nhan/"))


def test_who_may_not_confirm_is_told_who_does(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    page = client.get(f"{reviewed(client, world)}xac-nhan/")
    assert "Đầu mối, điều phối tư pháp hoặc lãnh đạo xác nhận." in words(page)
    assert '<button class="button" type="submit">' not in page.content.decode()


HEAD_OF_A_DEPARTMENT = PLAN_TEXT.replace("ỦY BAN NHÂN DÂN\nXÃ MẪU MỘT", "ỦY BAN NHÂN DÂN TỈNH THÍ DỤ\nSỞ HẢI DƯƠNG HỌC")
HEAD_OF_A_DEPARTMENT = HEAD_OF_A_DEPARTMENT.replace("15/KH-UBND", "15/KH-SHDH").replace("Mẫu Một, ngày", "Thí Dụ, ngày")


def test_an_issuer_to_add_comes_with_its_name_and_the_committee_of_its_place(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    upload(client, world, HEAD_OF_A_DEPARTMENT)
    run_due_jobs()
    where = f"{LIST}nhap/{PlanImport.objects.get().pk}/"
    typed = {
        "doc_type": "Kế hoạch",
        "issuing_body": "Sở Hải dương học tỉnh Thí Dụ",
        "place": "Thí Dụ",
        "title": "Đã sửa",
    }
    answer = client.post(where + "van-ban/", {**typed, "add": "1"}, follow=True)
    assert answer.redirect_chain[-1][0] == where + "co-quan-moi/"
    assert PlanImport.objects.get().head["title"] == "Đã sửa", "what was typed is kept"
    page = answer.content.decode()
    assert 'value="Sở Hải dương học tỉnh Thí Dụ"' in page
    province = Body.objects.get(territory__key="thi-du", kind="committee")
    assert re.findall(r'name="parent" value="(\d+)"[^>]*checked', page) == [str(province.pk)]


def test_an_issuer_of_an_unknown_place_stands_under_nobody_before_somebody_says(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    upload(
        client, world, HEAD_OF_A_DEPARTMENT.replace("TỈNH THÍ DỤ", "TỈNH CHƯA CÓ").replace("Thí Dụ, ngày", "Xa, ngày")
    )
    run_due_jobs()
    page = client.get(f"{LIST}nhap/{PlanImport.objects.get().pk}/co-quan-moi/").content.decode()
    assert re.search(r'name="name" value="Sở Hải Dương học"', page)
    assert not re.search(r'name="parent"[^>]*checked', page)


def test_what_only_a_button_does_says_so_when_its_address_is_opened(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    where = reviewed(client, world)
    answer = client.get(where + "giu-nguyen-chu/")
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    page = words(answer)
    assert "Việc này làm bằng nút bấm" in page
    assert "Chưa có gì thay đổi." in page
    assert f'href="{where}"' in answer.content.decode()
    assert "Hôm nay" in page, "the officers' frame"


OF_TWO_LEVELS = [
    {"n": 1, "t": "b) Việc khác hẳn của mục trước."},
    {"n": 2, "t": "c) Tổ chức hội nghị quán triệt,"},
    {"n": 3, "t": "phổ biến nội dung của Luật."},
    {"n": 4, "t": "- Thành phố: Sở Tư pháp, Quý IV."},
    {"n": 5, "t": ""},
    {"n": 6, "t": "- Huyện, xã: Ủy ban nhân dân cấp xã, Quý I."},
]


def test_a_title_that_stands_with_the_item_above_is_shown_there() -> None:
    title = "Tổ chức hội nghị quán triệt, phổ biến nội dung của Luật."
    for source in ({"task": {"lines": [4, 4]}}, {"task": {"lines": [6, 6]}}):
        assert spans_of(OF_TWO_LEVELS, source, title=title)["title"] == (2, 3)
        shown = excerpt(OF_TWO_LEVELS, source, title=title)
        assert [line.number for line in shown if any(given.name == "title" for given in line.gives)] == [2, 3]
    assert "title" not in spans_of(OF_TWO_LEVELS, {"task": {"lines": [4, 4]}}, title="Tên do người viết lại")


def test_the_task_page_has_one_filled_button_and_links_beside_it(world: World) -> None:
    client = logged_in(world, Role.SPECIALIST)
    where = where_unknown(client, world)
    page = client.get(where + "muc/1/").content.decode()
    main = page.partition("<main")[2].partition("</main")[0]
    assert re.findall(r'<(?:button|a) class="button"[^>]*>([^<]*)<', main) == ["Đúng, mục sau"]
    assert "button-outlined" not in main
    client.post(where + "muc/1/khong-phai/", {"title": "đang gõ"})
    assert PlanImport.objects.get().draft_tasks.get(position=1).left_out
