"""Officers' pages of feedback: list, page, acts, the way to the public, figures; denunciations for the leader alone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.outreach.actions.answer_feedback import answer_feedback
from minhbach.outreach.actions.receive_feedback import receive_by_officer
from minhbach.outreach.contracts import FeedbackKind, FeedbackWay
from minhbach.outreach.models import Feedback, FeedbackTerm
from minhbach.outreach.tests.conftest import CALENDAR, NOW, TOLD, World

MakeFeedback = Callable[..., Feedback]
OFFICE = "/lam-viec/gop-y/"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def logged_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


@pytest.fixture
def office(world: World) -> Callable[..., Client]:
    """Return a browser in which somebody with these roles is logged in."""
    return lambda *roles, **at: logged_in(world.officer(*roles, **at))


def text_of(response: Any) -> str:
    return response.content.decode()


def test_the_list_finds_filters_sorts_and_goes_out_without_persons(
    office: Callable[..., Client], feedback: MakeFeedback
) -> None:
    first, second = feedback(), feedback(kind=FeedbackKind.PRAISE, text="Khen bộ phận một cửa.")
    client = office(Role.FOCAL_POINT)
    page = text_of(client.get(OFFICE))
    assert "Chưa xong 2" in page and first.number in page and "ngập mỗi khi mưa" in page
    found = text_of(client.get(f"{OFFICE}?tim=khen+mot+cua"))
    assert second.number in found and first.number not in found
    assert first.number not in text_of(client.get(f"{OFFICE}?loai=praise"))
    up = text_of(client.get(f"{OFFICE}?xep=so"))
    assert up.index(first.number) < up.index(second.number)
    rows = text_of(client.get(f"{OFFICE}?dang=csv")).splitlines()
    assert len(rows) == 3 and "Trần" not in "".join(rows) and "ngập" not in "".join(rows)
    assert client.get(f"{OFFICE}?dang=xlsx").content[:2] == b"PK"
    assert "Không tìm thấy góp ý nào." in text_of(client.get(f"{OFFICE}?tim=khongco"))


def test_a_supervisor_reads_how_it_goes_and_no_word(office: Callable[..., Client], feedback: MakeFeedback) -> None:
    row, client = feedback(), office(Role.SUPERVISOR)
    for url in (OFFICE, f"{OFFICE}{row.pk}/"):
        page = text_of(client.get(url))
        assert row.number in page and "ngập" not in page and "Trần" not in page
    assert client.get(f"{OFFICE}{row.pk}/tra-loi/").status_code == 404


def test_it_is_given_answered_and_opened_again(
    office: Callable[..., Client], world: World, feedback: MakeFeedback
) -> None:
    row, client = feedback(), office(Role.FOCAL_POINT)
    one = f"{OFFICE}{row.pk}/"
    specialist = world.officer(Role.SPECIALIST)
    assert "Giao giải quyết" in text_of(client.get(one))
    assert client.post(f"{one}giao/", {"person": specialist.person, "note": ""}).status_code == 302
    empty = client.post(f"{one}tra-loi/", {"answer": ""})
    assert empty.status_code == 422 and "Ghi câu trả lời: đã xem gì" in text_of(empty)
    assert client.post(f"{one}tra-loi/", {"answer": "Đã nạo vét cống."}).status_code == 302
    page = text_of(client.get(one))
    assert "Đã nạo vét cống." in page and "Soạn công văn trả lời" in page
    assert client.get(f"{one}tra-loi/").status_code == 404
    letter = client.post(f"{one}cong-van/")
    assert letter.status_code == 302 and "/cong-van/" in letter["Location"]
    client.post(f"{one}mo-lai/", {"words": "Còn một đoạn nữa."})
    assert Feedback.objects.get().state == "received"


@pytest.mark.parametrize(
    ("act", "typed", "state"),
    [
        ("chuyen-noi-khac", {"to": "Công an tỉnh Thí Dụ", "words": "Hỏi ở Công an tỉnh."}, "passed_on"),
        ("dong", {"why": "no_sense", "words": "Không rõ nói gì."}, "closed"),
        ("hoi", {"words": "Ở đoạn nào?"}, "received"),
        ("ghi-them", {"words": "Đoạn gần chợ."}, "received"),
        ("giu-kin", {}, "received"),
    ],
)
def test_acts_do_what_they_say(
    office: Callable[..., Client], feedback: MakeFeedback, act: str, typed: dict[str, str], state: str
) -> None:
    row, client = feedback(), office(Role.FOCAL_POINT)
    url = f"{OFFICE}{row.pk}/{act}/"
    assert client.get(url).status_code == 200
    assert client.post(url, typed).status_code == 302
    assert Feedback.objects.get().state == state


def test_what_says_the_same_is_joined_by_its_number(office: Callable[..., Client], feedback: MakeFeedback) -> None:
    first, second, client = feedback(), feedback(), office(Role.SPECIALIST)
    wrong = client.post(f"{OFFICE}{second.pk}/gop/", {"number": "2020-00001", "note": ""})
    assert wrong.status_code == 422 and "Không có góp ý nào số này" in text_of(wrong)
    client.post(f"{OFFICE}{second.pk}/gop/", {"number": first.number, "note": ""})
    assert second.number in text_of(client.get(f"{OFFICE}{first.pk}/"))


def test_another_body_here_takes_it_over(office: Callable[..., Client], world: World, feedback: MakeFeedback) -> None:
    row, client = feedback(), office(Role.FOCAL_POINT)
    url = f"{OFFICE}{row.pk}/chuyen/"
    nobody = client.post(url, {"called": "Cục Không Có", "words": "Của nơi khác."})
    assert nobody.status_code == 422 and "Không có cơ quan nào tên này ở đây." in text_of(nobody)
    gone = client.post(url, {"called": world.other_ward.name, "words": "Của phường ấy."})
    assert gone.status_code == 302 and gone["Location"] == OFFICE, "it is not here any more"
    assert Feedback.objects.get().body_id == world.other_ward.pk
    assert client.get(f"{OFFICE}{row.pk}/").status_code == 404


def test_an_answer_goes_to_the_public_by_two_people(
    office: Callable[..., Client], world: World, feedback: MakeFeedback
) -> None:
    row = feedback()
    specialist = world.officer(Role.SPECIALIST)
    answer_feedback(feedback_id=row.pk, answer="Đã nạo vét.", actor=specialist, now=NOW)
    writer, leader, one = logged_in(specialist), office(Role.LEADER), f"{OFFICE}{row.pk}/"
    words = {"question": "Số 0900 000 000 báo đường ngập.", "answer": "Đã nạo vét."}
    asked = writer.post(f"{one}trinh-cong-khai/", words)
    assert asked.status_code == 422 and "Có chỗ giống dữ liệu cá nhân" in text_of(asked)
    assert writer.post(f"{one}trinh-cong-khai/", {**words, "question": "Đường ngập."}).status_code == 302
    assert "Duyệt công khai" in text_of(leader.get(one))
    assert leader.post(f"{one}duyet-cong-khai/", {}).status_code == 422, "not without having looked"
    leader.post(f"{one}duyet-cong-khai/", {"send_back": "1", "remark": "Nói rõ ngày xong."})
    assert "Nói rõ ngày xong." in text_of(writer.get(f"{one}trinh-cong-khai/"))
    writer.post(f"{one}trinh-cong-khai/", {**words, "question": "Đường ngập."})
    leader.post(f"{one}duyet-cong-khai/", {"seen": "on"})
    assert Client().get(f"/gop-y/{row.pk}/").status_code == 200
    leader.post(f"{one}rut-cong-khai/", {"remark": "Sai ngày."})
    assert Client().get(f"/gop-y/{row.pk}/").status_code == 404


def test_what_the_sender_keeps_from_the_public_cannot_be_submitted(
    office: Callable[..., Client], world: World, feedback: MakeFeedback
) -> None:
    row = feedback(agrees_public=False)
    answer_feedback(feedback_id=row.pk, answer="Đã nạo vét.", actor=world.officer(Role.SPECIALIST), now=NOW)
    client = office(Role.SPECIALIST)
    assert client.get(f"{OFFICE}{row.pk}/trinh-cong-khai/").status_code == 404
    assert "người góp ý chưa cho phép" in text_of(client.get(f"{OFFICE}{row.pk}/"))


def test_it_is_taken_in_at_the_counter_and_its_receipt_printed_anew(
    office: Callable[..., Client], world: World
) -> None:
    client = office(Role.SUPERVISOR)
    typed = {
        "body": world.ward.pk,
        "way": "front",
        "kind": "difficulty",
        "text": "Nước giếng có mùi.",
        "group": "tổ dân phố số 3",
        "speaks_for": "40",
    }
    assert client.post(f"{OFFICE}nhan/", {**typed, "text": ""}).status_code == 422
    assert client.post(f"{OFFICE}nhan/", typed).status_code == 302
    row = Feedback.objects.get()
    assert (row.way, row.group, row.speaks_for) == ("front", "tổ dân phố số 3", 40)
    first: Any = client.post(f"{OFFICE}{row.pk}/bien-nhan/")
    second: Any = client.post(f"{OFFICE}{row.pk}/bien-nhan/")
    assert first.context["secret"] != second.context["secret"]
    follow = {"number": row.number, "secret": second.context["secret"]}
    assert Client().post("/gop-y/tra-cuu/", follow).status_code == 302


def test_a_term_is_promised_and_taken_back(office: Callable[..., Client], world: World) -> None:
    client = office(Role.LEADER)
    assert client.post(f"{OFFICE}thoi-han/", {"body": world.ward.pk, "working_days": "90"}).status_code == 422
    client.post(f"{OFFICE}thoi-han/", {"body": world.ward.pk, "working_days": "10"})
    assert FeedbackTerm.objects.get().working_days == 10
    client.post(f"{OFFICE}thoi-han/", {"body": world.ward.pk, "working_days": ""})
    assert not FeedbackTerm.objects.exists()


def test_a_denunciation_is_on_the_leaders_page_and_in_no_list_file_or_figure(
    office: Callable[..., Client], feedback: MakeFeedback
) -> None:
    row = feedback(kind=FeedbackKind.DENUNCIATION, text="Cán bộ nhận tiền của dân", group="tổ dân phố số 9")
    leader, focal = office(Role.LEADER), office(Role.FOCAL_POINT)
    assert row.number in text_of(leader.get(f"{OFFICE}giu-kin/"))
    assert "Cán bộ nhận tiền" in text_of(leader.get(f"{OFFICE}{row.pk}/"))
    for client in (leader, focal):
        for asked in ("", "?tim=nhan+tien", f"?tim={row.number}", "?dang=csv", "so-lieu/", "so-lieu/?dang=csv"):
            page = text_of(client.get(f"{OFFICE}{asked}"))
            assert "nhận tiền" not in page and "tổ dân phố số 9" not in page
            # What was asked for stands on the page again: in the box, in words, and in its address.
            said = page.replace(asked.partition("=")[2], "") if row.number in asked else page
            assert row.number not in said and f"{OFFICE}{row.pk}/" not in said
    for url in ("", "tra-loi/", "bien-nhan/", "giu-kin/"):
        assert focal.post(f"{OFFICE}{row.pk}/{url}").status_code in (404, 405)
    assert focal.get(f"{OFFICE}{row.pk}/").status_code == 404
    assert focal.get(f"{OFFICE}giu-kin/").status_code == 404


def test_today_shows_the_leader_that_one_waits_and_nothing_of_it(
    office: Callable[..., Client], feedback: MakeFeedback
) -> None:
    feedback(kind=FeedbackKind.DENUNCIATION, text="Cán bộ nhận tiền của dân")
    page = text_of(office(Role.LEADER).get("/lam-viec/"))
    assert "Điều giữ kín" in page and "nhận tiền" not in page
    assert "Điều giữ kín" not in text_of(office(Role.FOCAL_POINT).get("/lam-viec/"))


def test_today_leads_to_the_act_itself(office: Callable[..., Client], feedback: MakeFeedback) -> None:
    row = feedback()
    page = text_of(office(Role.FOCAL_POINT).get("/lam-viec/"))
    assert f"Góp ý {row.number}" in page and f"{OFFICE}{row.pk}/giao/" in page


def test_figures_have_their_table_and_contentment_of_both(
    office: Callable[..., Client], world: World, feedback: MakeFeedback
) -> None:
    feedback()
    feedback(group="tổ dân phố số 3", speaks_for=40)
    page = text_of(office(Role.SPECIALIST).get(f"{OFFICE}so-lieu/?nam=2026"))
    assert "Nhận 2, đã trả lời 0, chưa xong 2" in page and "tháng 10" in page
    assert "tổ dân phố số 3" in page and ">40</td>" in page
    assert "Năm này chưa ai cho biết ý kiến." in page


def test_the_list_asks_no_more_questions_for_more_rows(
    office: Callable[..., Client], world: World, feedback: MakeFeedback
) -> None:
    client, focal = office(Role.FOCAL_POINT), world.officer(Role.FOCAL_POINT)
    feedback()
    client.get(OFFICE)
    with CaptureQueriesContext(connection) as few:
        client.get(OFFICE)
    given = replace(TOLD, way=FeedbackWay.COUNTER)
    for _one in range(8):
        receive_by_officer(given=given, body_id=world.ward.pk, calendar=CALENDAR, actor=focal, now=NOW)
    with CaptureQueriesContext(connection) as many:
        client.get(OFFICE)
    assert len(many) == len(few) <= 20


def test_numbers_of_papers_in_the_words_are_covered_and_opened_for_a_purpose_that_is_kept(
    office: Callable[..., Client], world: World, feedback: MakeFeedback
) -> None:
    row = feedback(text="Tôi, căn cước 001099900777, thấy cống tắc.")
    client, one = office(Role.FOCAL_POINT), f"{OFFICE}{row.pk}/"
    for url in (OFFICE, one):
        page = text_of(client.get(url))
        assert "••••0777" in page and "001099900777" not in page, url
    opening = f"{one}so-giay-to/"
    assert opening in text_of(client.get(one))
    assert client.post(opening, {"purpose": " "}).status_code == 422
    assert "001099900777" in text_of(client.post(opening, {"purpose": "Đối chiếu người gửi"}))
    again = text_of(client.get(opening))
    assert "Đối chiếu người gửi" in again and "001099900777" not in again
    assert office(Role.SUPERVISOR).get(opening).status_code == 404
    assert client.get(f"{OFFICE}{feedback(text='Cống tắc.').pk}/so-giay-to/").status_code == 404
    client.post(f"{one}tra-loi/", {"answer": "Đã nạo vét cống."})
    letter = client.post(f"{one}cong-van/")["Location"]
    page = text_of(client.get(letter))
    assert "••••0777" in page and "001099900777" not in page, "a letter is posted and filed"


def test_an_act_on_feedback_posted_late_leads_to_its_page(
    office: Callable[..., Client], feedback: MakeFeedback
) -> None:
    row, client = feedback(), office(Role.FOCAL_POINT)
    one = f"{OFFICE}{row.pk}/"
    assert client.post(f"{one}tra-loi/", {"answer": "Đã nạo vét cống."}).status_code == 302
    steps = row.steps.count()
    late = client.post(f"{one}tra-loi/", {"answer": "Đã nạo vét cống."})
    assert (late.status_code, late["Location"], row.steps.count()) == (302, one, steps)
    assert "Việc này đã làm xong lúc" in text_of(client.get(one))
    assert office(Role.SUPERVISOR).post(f"{one}tra-loi/").status_code == 404
