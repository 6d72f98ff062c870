"""The pages of who sends feedback: form, receipt, following, and what everybody reads."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pypdfium2 import PdfDocument

from minhbach.domain.access import Role
from minhbach.intake.models import Draft, SubmissionFile
from minhbach.outreach.actions.answer_feedback import answer_feedback
from minhbach.outreach.actions.publish_answer import submit_answer
from minhbach.outreach.contracts import FeedbackKind
from minhbach.outreach.models import Feedback, FeedbackContentment
from minhbach.outreach.queries import FEEDBACK
from minhbach.outreach.tests.conftest import NOW, World
from minhbach.privacy.models import DataWish
from minhbach.publication.actions.approve import approve_publication
from minhbach.requests.tests.conftest import online

MakeFeedback = Callable[..., Feedback]
SEND, FOLLOW, OPENED = "/gop-y/gui/", "/gop-y/tra-cuu/", "/gop-y/tra-cuu/gop-y/"


def typed(world: World, **changed: Any) -> dict[str, Any]:
    return {
        "kind": "suggestion",
        "text": "Nên mở cửa bộ phận một cửa sáng thứ Bảy.",
        "body": str(world.ward.pk),
        "name": "Trần Thị Thử",
        "key": "k" * 32,
        **changed,
    }


def text_of(response: Any) -> str:
    return response.content.decode()


@pytest.fixture
def sent(client: Client, world: World) -> tuple[str, str]:
    """Send feedback and return number and secret as the receipt shows them."""
    assert client.post(SEND, typed(world)).status_code == 302
    return shown(client)


def shown(client: Client) -> tuple[str, str]:
    response: Any = client.get("/gop-y/bien-nhan/")
    return response.context["row"].number, response.context["secret"]


def test_one_form_gives_a_number_and_a_secret_that_open_it_anywhere(client: Client, world: World) -> None:
    answer: HttpResponse = client.post(SEND, typed(world), follow=True)
    assert answer.status_code == 200 and "Đã nhận góp ý" in text_of(answer)
    number, secret = shown(client)
    elsewhere = Client()
    assert elsewhere.get(OPENED).status_code == 302, "nothing opens without the secret"
    wrong = elsewhere.post(FOLLOW, {"number": number, "secret": "AAAA-BBBB-CCCC"})
    assert wrong.status_code == 422 and "không khớp" in text_of(wrong)
    assert elsewhere.post(FOLLOW, {"number": number, "secret": secret.lower()}).status_code == 302
    page = text_of(elsewhere.get(OPENED))
    assert "một cửa sáng thứ Bảy" in page and "chưa hứa thời hạn" in page
    elsewhere.post("/gop-y/tra-cuu/dong/")
    assert elsewhere.get(OPENED).status_code == 302


def test_the_receipt_is_taken_away_as_a_page_by_the_browser_that_sent_it_alone(client: Client, world: World) -> None:
    client.post(SEND, typed(world))
    number, secret = shown(client)
    got = client.get("/gop-y/bien-nhan.pdf")
    assert got.content[:4] == b"%PDF" and f"bien-nhan-{number}.pdf" in got["Content-Disposition"]
    said = " ".join(PdfDocument(got.content)[0].get_textpage().get_text_bounded().split())
    assert number in said and secret in said and str(world.ward) in said and "/gop-y/tra-cuu/" in said
    assert Client().get("/gop-y/bien-nhan.pdf").status_code == 404


def test_own_data_of_feedback_and_of_a_request_in_one_browser_are_told_apart(client: Client, world: World) -> None:
    asked = online(world)
    client.post("/yeu-cau/tra-cuu/", {"number": asked.number, "secret": asked.secret})
    following = text_of(client.get("/yeu-cau/tra-cuu/yeu-cau/"))
    assert f"/gop-y/gui/?co-quan={world.ward.slug}" in following
    # Nothing of feedback is open yet, so its own data lead to where number and secret of feedback are given.
    assert client.get("/du-lieu-cua-toi/?cua=gop-y")["Location"] == FOLLOW
    client.post(SEND, typed(world, email="gopy@vidu.vn"))
    number, _secret = shown(client)
    assert "/du-lieu-cua-toi/?cua=gop-y" in text_of(client.get(OPENED))
    page = text_of(client.get("/du-lieu-cua-toi/?cua=gop-y"))
    assert number in page and "một cửa sáng thứ Bảy" in page and "bảng giá đất" not in page
    assert "/du-lieu-cua-toi/ban-sao.pdf?cua=gop-y" in page
    copy = client.get("/du-lieu-cua-toi/ban-sao.json?cua=gop-y").json()
    assert (copy["number"], copy["sender"]["Thư điện tử"]) == (number, "gopy@vidu.vn")
    wish = client.post("/du-lieu-cua-toi/de-nghi/sua/?cua=gop-y", {"words": "Thư là moi@vidu.vn"})
    assert wish["Location"] == "/du-lieu-cua-toi/?cua=gop-y"
    assert DataWish.objects.get().submission.number == number
    assert asked.number in text_of(client.get("/du-lieu-cua-toi/?cua=yeu-cau"))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"text": ""}, "Ghi điều Ông/Bà muốn nói với cơ quan."),
        ({"kind": ""}, "Chọn một loại; không rõ thì chọn “Điều khác”."),
        ({"body": ""}, "Chọn cơ quan nhận, hoặc chọn “Không rõ”."),
        ({"body": "khac"}, "Ghi tên cơ quan, hoặc chọn “Không rõ”."),
        ({"body": "khac", "called": "Cục Không Có Ở Đâu"}, "Không tìm thấy cơ quan có tên này."),
        ({"email": "thu"}, "Thư điện tử thiếu phần sau @"),
        ({"speaks_for": "bốn"}, "Ghi số người bằng chữ số, từ 1 trở lên."),
        ({"speaks_for": "40"}, "Ghi tên tổ dân phố, thôn hoặc nhóm mà Ông/Bà nói thay."),
    ],
)
def test_an_error_keeps_what_was_typed(client: Client, world: World, changed: dict[str, str], sentence: str) -> None:
    answer = client.post(SEND, typed(world, **changed))
    page = text_of(answer)
    assert answer.status_code == 422 and sentence in page
    assert "Trần Thị Thử" in page and (not typed(world, **changed)["text"] or "một cửa sáng thứ Bảy" in page)
    assert not Feedback.objects.exists()


def test_files_wait_while_something_else_is_wrong_and_can_be_dropped(client: Client, world: World) -> None:
    file = SimpleUploadedFile("cong.txt", "Cống tắc".encode())
    page = text_of(client.post(SEND, typed(world, text="", papers=file)))
    assert "cong.txt" in page and "Bỏ cong.txt" in page
    other = SimpleUploadedFile("thua.txt", b"thua")
    page = text_of(client.post(SEND, typed(world, text="", papers=other)))
    (extra,) = [one for one in Draft.objects.get().files.all() if one.name == "thua.txt"]
    page = text_of(client.post(SEND, typed(world, drop=str(extra.pk))))
    assert "thua.txt" not in page and "cong.txt" in page
    client.post(SEND, typed(world))
    assert list(SubmissionFile.objects.values_list("name", flat=True)) == ["cong.txt"]
    assert not Draft.objects.exists(), "nothing is left behind"


def test_a_file_with_a_mark_of_secrecy_is_refused_and_not_kept(client: Client, world: World) -> None:
    file = SimpleUploadedFile("cv.txt", "MẬT\nCông văn về việc A".encode())
    answer = client.post(SEND, typed(world, papers=file))
    assert answer.status_code == 422 and "Tệp không được lưu" in text_of(answer)
    assert not Draft.objects.exists() and not Feedback.objects.exists()


def test_the_same_form_is_one_and_other_words_on_the_same_form_are_another(client: Client, world: World) -> None:
    """Whoever goes back on a shared machine and types something else must not get the receipt of who was there."""
    client.post(SEND, typed(world))
    first = shown(client)
    client.post(SEND, typed(world))
    assert shown(client)[0] == first[0] and Feedback.objects.count() == 1
    client.post(SEND, typed(world, text="Điều khác hẳn."))
    assert shown(client)[0] != first[0] and Feedback.objects.count() == 2


def test_what_reads_like_a_denunciation_is_asked_about_once(client: Client, world: World) -> None:
    words = "Tôi tố cáo cán bộ địa chính nhận tiền."
    answer = client.post(SEND, typed(world, text=words))
    assert answer.status_code == 422 and "Chọn “Tố cáo” để được giữ kín" in text_of(answer)
    assert 'name="da-hoi"' in text_of(answer)
    client.post(SEND, typed(world, text=words, **{"da-hoi": "1"}))
    assert Feedback.objects.get().is_confidential is False, "the sender decides"
    client.post(SEND, typed(world, text=words, kind="denunciation"))
    assert Feedback.objects.get(kind="denunciation").is_confidential
    page = text_of(client.get(OPENED))
    assert "chỉ lãnh đạo cơ quan nhận đọc" in page


def test_a_robot_that_fills_in_what_nobody_sees_sends_nothing(client: Client, world: World) -> None:
    assert client.post(SEND, typed(world, website="https://vidu.vn")).status_code == 302
    assert not Feedback.objects.exists()


def test_from_an_agencys_page_the_agency_is_chosen_already(client: Client, world: World) -> None:
    page: Any = client.get(f"{SEND}?co-quan={world.ward.slug}")
    assert page.context["form"]["body"].value() == world.ward.pk
    assert world.ward.name in text_of(page)


@pytest.mark.parametrize("path", ["https://vidu.vn/", "//vidu.vn/", "/lam-viec/", "/gop-y/tra-cuu/", "/khong-co/"])
def test_what_is_no_public_page_of_ours_is_left_out(client: Client, world: World, path: str) -> None:
    client.post(SEND, typed(world, about=path))
    assert Feedback.objects.get().about_url == ""


def test_a_page_of_ours_is_kept_without_its_question(client: Client, world: World) -> None:
    client.post(SEND, typed(world, about="/tro-giup/?q=x#y"))
    assert Feedback.objects.get().about_url == "/tro-giup/"


def test_more_is_said_and_taken_back(client: Client, sent: tuple[str, str]) -> None:
    empty = client.post(f"{OPENED}noi-them/", {"words": ""})
    assert empty.status_code == 422
    file = SimpleUploadedFile("anh.txt", b"anh")
    client.post(f"{OPENED}noi-them/", {"words": "Cả chiều thứ Bảy nữa.", "papers": file})
    page = text_of(client.get(OPENED))
    assert "Cả chiều thứ Bảy nữa." in page and "anh.txt" in page
    assert "Không thể hoàn tác" in text_of(client.get(f"{OPENED}rut/"))
    client.post(f"{OPENED}rut/")
    assert Feedback.objects.get().state == "closed"
    assert client.get(f"{OPENED}noi-them/").status_code == 302


def test_the_answer_is_read_and_rated(client: Client, world: World, sent: tuple[str, str]) -> None:
    row = Feedback.objects.get()
    assert client.post(f"{OPENED}hai-long/", {"content": "yes"}).status_code == 422, "nothing is answered yet"
    answer_feedback(
        feedback_id=row.pk, answer="Từ tháng 11 mở sáng thứ Bảy.", actor=world.officer(Role.SPECIALIST), now=NOW
    )
    page = text_of(client.get(OPENED))
    assert page.count("Từ tháng 11 mở sáng thứ Bảy.") == 1 and "hài lòng với câu trả lời" in page
    client.post(f"{OPENED}hai-long/", {"content": "partly", "words": "Chậm."})
    assert FeedbackContentment.objects.get().content == "partly"
    assert "Ông/Bà đã cho biết: Hài lòng một phần" in text_of(client.get(OPENED))


def published(world: World, row: Feedback) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    answer_feedback(feedback_id=row.pk, answer="Đã làm.", actor=specialist, now=NOW)
    submit_answer(
        feedback_id=row.pk,
        question="Ngập ở đường thôn.",
        answer="Đã nạo vét.",
        kept_on_purpose=False,
        actor=specialist,
        now=NOW,
    )
    approve_publication(subject_kind=FEEDBACK, subject_id=row.pk, seen_with_own_eyes=True, actor=leader, now=NOW)


def test_the_public_finds_what_a_leader_let_out(client: Client, world: World, feedback: MakeFeedback) -> None:
    assert "Chưa có câu trả lời nào được công khai." in text_of(client.get("/gop-y/"))
    row = feedback()
    published(world, row)
    page = text_of(client.get("/gop-y/"))
    assert "Ngập ở đường thôn." in page and "ngập mỗi khi mưa" not in page
    one = text_of(client.get(f"/gop-y/{row.pk}/"))
    assert "Đã nạo vét." in one and "Trần" not in one
    assert "Đã nạo vét." in text_of(client.get("/gop-y/?dang=csv"))
    assert "Không tìm thấy câu trả lời nào." in text_of(client.get("/gop-y/?tim=khongco"))


def test_the_sender_agrees_and_agrees_no_more_until_it_is_public(
    client: Client, world: World, sent: tuple[str, str]
) -> None:
    row = Feedback.objects.get()
    assert not row.agrees_public
    client.post(f"{OPENED}cong-khai/", {"agrees": "1"})
    published(world, row)
    answer: Any = client.post(f"{OPENED}cong-khai/", {"agrees": "0"}, follow=True)
    assert "gọi cơ quan để rút lại" in text_of(answer)
    assert Feedback.objects.get().agrees_public


def test_figures_count_all_but_denunciations(client: Client, world: World, feedback: MakeFeedback) -> None:
    feedback()
    published(world, feedback())
    feedback(kind=FeedbackKind.DENUNCIATION)
    page = text_of(client.get("/gop-y/so-lieu/?nam=2026"))

    assert "Nhận 2, đã trả lời 1, chưa xong 1" in page
    assert "Chưa đủ 10 người" in page
    rows = text_of(client.get("/gop-y/so-lieu/?nam=2026&dang=csv")).splitlines()
    assert rows[1].endswith(",2,1,1,0,,,")
    assert "Năm này chưa có góp ý nào." in text_of(client.get("/gop-y/so-lieu/?nam=2020"))
