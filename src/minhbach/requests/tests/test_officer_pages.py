"""A case on its pages, as officers and its requester see it: from the first button to the file behind a code."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.intake.queries import sender_of
from minhbach.intake.queries.readings import identity_readings_of
from minhbach.papers.models import Letter
from minhbach.register.tests.test_pages import BACKEND
from minhbach.requests.actions.send_answer import send_answer
from minhbach.requests.actions.tell_cost import record_payment, set_account
from minhbach.requests.contracts import DeliveryWay, PaidWay
from minhbach.requests.models import Answer, Case
from minhbach.requests.tests.conftest import CALENDAR, TODAY, World, case_of, online
from minhbach.requests.tests.test_acts import again, in_work
from minhbach.requests.tests.test_answers import REFUSAL, approved, file_for, sent
from minhbach.requests.tests.test_costs_and_after import coded, costed

MakeCase = Callable[..., Case]
MORNING = datetime(2026, 10, 13, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let pages open on the day of the made-up commune."""
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    yield


def pages_of(actor: Actor) -> Client:
    """Return a browser in which an officer is logged in."""
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def text_of(client: Client, url: str, status: int = 200) -> str:
    """Return what a page says."""
    response = client.get(url)
    assert response.status_code == status, url
    return response.content.decode()


def test_a_request_goes_from_button_to_button_to_its_answer(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    url = f"/lam-viec/yeu-cau/{row.pk}/"
    focal, specialist, leader = (
        pages_of(world.officer(role)) for role in (Role.FOCAL_POINT, Role.SPECIALIST, Role.LEADER)
    )
    assert "Giao việc" in text_of(focal, url) and "Vì sao không" in text_of(focal, url)
    typed = {"outcome": "provide", "given": "Bảng giá đất", "explainer": "Trần Thử"}
    assert specialist.post(f"{url}soan-tra-loi/", typed).status_code == 302
    shown = text_of(leader, f"{url}duyet/")
    assert "Bảng giá đất" in shown
    answer = Answer.objects.get(case=row)
    assert leader.post(f"{url}duyet/", {"answer_id": answer.pk}).status_code == 422
    assert leader.post(f"{url}duyet/", {"answer_id": answer.pk, "seen": "on"}).status_code == 302
    assert "Gửi trả lời" in text_of(focal, url)
    assert focal.post(f"{url}gui-tra-loi/", {"way": "counter", "words": "Đã giao"}).status_code == 302
    assert again(row).state == "provided"
    assert "Ghi ý kiến, khiếu nại" in text_of(focal, url)


def test_what_was_typed_of_a_refusal_stays_while_a_part_lacks(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    client = pages_of(world.officer(Role.SPECIALIST))
    typed = {"outcome": "refuse", "ground": "27.1", "reason": "Có tên từng hộ.", "remedy": "Xin ý kiến."}
    response = client.post(f"/lam-viec/yeu-cau/{row.pk}/soan-tra-loi/", typed)
    said = response.content.decode()
    assert response.status_code == 422
    assert "Có tên từng hộ." in said and "còn thiếu" in said
    assert again(row).state == "in_work"


def test_an_extension_is_offered_in_time_and_its_reason_stands_there_when_it_is_late(
    world: World, case: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = in_work(world, case(on=date(2026, 10, 5)), on=date(2026, 10, 5))
    leader = pages_of(world.officer(Role.LEADER))
    url = f"/lam-viec/yeu-cau/{row.pk}/"
    assert f"{url}gia-han/" in text_of(leader, url)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 10, 20))
    late = text_of(leader, url)
    assert f"{url}gia-han/" not in late
    assert "Không gia hạn được: hạn 19/10/2026 đã qua" in late
    text_of(leader, f"{url}gia-han/", 404)


def test_a_supervisor_reads_how_a_case_goes_and_no_word_of_people(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()), REFUSAL)
    said = text_of(pages_of(world.officer(Role.SUPERVISOR)), f"/lam-viec/yeu-cau/{row.pk}/")
    assert "Đã từ chối" in said
    assert REFUSAL.reason not in said and "Trần Thị Thử" not in said


def test_a_file_behind_a_code_is_read_once_and_by_nobody_else(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    file = file_for(world, row, "Giá đất thôn Mẫu: 100.")
    _delivery, code = coded(world, row)
    browser = Client()
    assert browser.get("/yeu-cau/nhan-thong-tin/mo/").status_code == 302
    wrong = browser.post("/yeu-cau/nhan-thong-tin/", {"number": row.number, "code": "2222-2222-2222"})
    assert wrong.status_code == 422
    opened = browser.post("/yeu-cau/nhan-thong-tin/", {"number": row.number, "code": code})
    assert opened.status_code == 302
    assert "bang-gia.txt" in text_of(browser, "/yeu-cau/nhan-thong-tin/mo/")
    content = browser.get(f"/yeu-cau/nhan-thong-tin/tep/{file.pk}/").content
    assert content.decode() == "Giá đất thôn Mẫu: 100."
    assert Client().get(f"/yeu-cau/nhan-thong-tin/tep/{file.pk}/").status_code == 404
    again_tried = Client().post("/yeu-cau/nhan-thong-tin/", {"number": row.number, "code": code})
    assert again_tried.status_code == 422


def test_what_is_posted_again_after_it_was_done_says_so_on_the_page_of_the_case(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    approved(world, row)
    costed(world, row)
    focal, leader = pages_of(world.officer(Role.FOCAL_POINT)), pages_of(world.officer(Role.LEADER))
    office = f"/lam-viec/yeu-cau/{row.pk}/"
    paying = (f"{office}da-thanh-toan/", {"paid_on": "13/10/2026", "way": "cash", "receipt": "1"}, "Đã thanh toán")
    sending = (f"{office}gui-tra-loi/", {"way": "post", "words": "RA 1"}, "Cung cấp thông tin")
    for url, typed, what in (paying, sending):
        assert focal.post(url, typed).status_code == 302
        said = focal.post(url, typed, follow=True)
        assert said.redirect_chain == [(office, 302)]
        page = said.content.decode()
        assert "Việc này đã làm xong lúc 10:00 ngày 13/10/2026" in page and f"“{what}”. Lần bấm này không" in page
        assert focal.get(url).status_code == 404
        assert leader.post(url, typed).status_code == 404
    assert row.answers.get().deliveries.count() == 1
    said = focal.post(f"{office}khong-phai-yeu-cau/", {"words": "x"}, follow=True)
    assert "Hồ sơ đã chuyển sang bước khác: “Cung cấp thông tin”" in said.content.decode(), "it was never done"


def test_who_lost_a_code_gets_another_on_one_page(world: World, case: MakeCase) -> None:
    row = in_work(world, case())
    approved(world, row)
    focal = pages_of(world.officer(Role.FOCAL_POINT))
    focal.post(f"/lam-viec/yeu-cau/{row.pk}/gui-tra-loi/", {"way": "code", "words": ""})
    delivery = row.answers.get().deliveries.get()
    renewing = f"/lam-viec/yeu-cau/{row.pk}/gui-tra-loi/{delivery.pk}/ma-moi/"
    assert renewing in text_of(focal, f"/lam-viec/yeu-cau/{row.pk}/")
    shown = focal.post(renewing).content.decode()
    assert "Mã truy cập một lần" in shown and "Chỉ hiện lần này" in shown
    delivery.opened_at = MORNING
    delivery.save()
    assert renewing not in text_of(focal, f"/lam-viec/yeu-cau/{row.pk}/")
    assert "không có mã nào" in focal.post(renewing, follow=True).content.decode()


def test_the_book_is_shown_printed_and_taken_away(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()), way=DeliveryWay.COUNTER)
    focal = pages_of(world.officer(Role.FOCAL_POINT))
    url = f"/lam-viec/yeu-cau/so-theo-doi/?nam=2026&co_quan={world.ward.pk}"
    shown = text_of(focal, url)
    assert row.number in shown and "Đã cung cấp" in shown and "Trần Thị Thử" not in shown
    assert row.number in text_of(focal, f"{url}&dang=csv")
    assert focal.get(f"{url}&dang=pdf").content.startswith(b"%PDF")
    workbook = BytesIO(focal.get(f"{url}&dang=xlsx").content)
    kept = CalamineWorkbook.from_filelike(workbook).get_sheet_by_index(0).to_python()
    line = next(one for one in kept if one[1] == row.number)
    assert line[7] == "Đã cung cấp" and kept[1][0].startswith(world.ward.name)
    text_of(focal, f"/lam-viec/yeu-cau/so-theo-doi/?nam=2026&co_quan={world.other_ward.pk}", 404)


def test_today_opens_what_comes_next_for_each(world: World, case: MakeCase) -> None:
    case()
    row = in_work(world, case(on=date(2026, 10, 1)), on=date(2026, 10, 1))
    said = text_of(pages_of(world.officer(Role.FOCAL_POINT)), "/lam-viec/")
    assert "Kiểm tra yêu cầu" in said
    assert f"/lam-viec/yeu-cau/{row.pk}/giao/" in said  # due today, and nobody has it


def test_lists_pages_and_hom_nay_ask_as_many_questions_for_many_cases_as_for_few(world: World, case: MakeCase) -> None:
    focal = pages_of(world.officer(Role.FOCAL_POINT))
    for url in ("/lam-viec/yeu-cau/", "/lam-viec/", "/lam-viec/yeu-cau/so-theo-doi/"):
        in_work(world, case(on=date(2026, 10, 1)), on=date(2026, 10, 1))
        text_of(focal, url)
        few = _questions(focal, url)
        for _ in range(8):
            in_work(world, case(on=date(2026, 10, 1)), on=date(2026, 10, 1))
        assert _questions(focal, url) <= few, url


def _questions(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        text_of(client, url)
    return len(asked)


def test_number_and_secret_open_the_files_and_the_cost_too(world: World) -> None:
    receipt = online(world)
    row = in_work(world, case_of(receipt))
    file = file_for(world, row, "Giá đất thôn Mẫu: 100.")
    approved(world, row)
    costed(world, row)
    browser = Client()
    pair = {"number": receipt.number, "secret": receipt.secret}
    assert browser.post("/yeu-cau/tra-cuu/", pair).status_code == 302
    url = f"/yeu-cau/nhan-thong-tin/tep/{file.pk}/"
    waiting = text_of(browser, reverse("requests:opened"))
    assert "45.000" in waiting and "bang-gia.txt" not in waiting
    assert browser.get(url).status_code == 404
    focal = world.officer(Role.FOCAL_POINT)
    record_payment(case_id=row.pk, paid_on=TODAY, way=PaidWay.CASH, receipt="1", actor=focal, now=MORNING)
    send_answer(case_id=row.pk, way=DeliveryWay.EMAIL, words="", calendar=CALENDAR, actor=focal, now=MORNING)
    assert browser.get(url).content.decode() == "Giá đất thôn Mẫu: 100."


def test_a_sum_that_is_told_can_be_paid_by_the_application_of_a_bank(world: World) -> None:
    receipt = online(world)
    row = in_work(world, case_of(receipt))
    set_account(
        body_id=world.ward.pk, bank="970400", bank_name="Ngân hàng Mẫu", number="0011 0123 4567", holder="UBND xã Mẫu",
        treasury="", actor=world.officer(Role.ADMINISTRATOR), now=MORNING,
    )  # fmt: skip
    approved(world, row)
    browser = Client()
    browser.post("/yeu-cau/tra-cuu/", {"number": receipt.number, "secret": receipt.secret})
    assert "square" not in browser.get(reverse("requests:opened")).content.decode()
    costed(world, row)
    said = browser.get(reverse("requests:opened")).content.decode()
    assert '<svg viewBox="0 0 ' in said and "001101234567" in said and f"Yeu cau {row.number}" in said
    assert "style=" not in said.split("<svg", 1)[1].split("</svg>", 1)[0]


def test_identity_number_is_opened_for_a_purpose_that_the_requester_reads(world: World, case: MakeCase) -> None:
    row = case()
    url, focal = f"/lam-viec/yeu-cau/{row.pk}/so-giay-to/", pages_of(world.officer(Role.FOCAL_POINT))
    number = sender_of(row.submission_id)
    assert number is not None and number.identity_number
    assert number.identity_number not in text_of(focal, f"/lam-viec/yeu-cau/{row.pk}/")
    refused = focal.post(url, {"purpose": " "})
    assert refused.status_code == 422 and number.identity_number not in refused.content.decode()
    assert identity_readings_of(row.submission_id) == ()
    shown = focal.post(url, {"purpose": "đối chiếu khi trả kết quả"})
    assert number.identity_number in shown.content.decode() and "no-store" in shown["Cache-Control"]
    assert number.identity_number not in text_of(focal, url)
    assert [one.purpose for one in identity_readings_of(row.submission_id)] == ["đối chiếu khi trả kết quả"]
    supervisor = pages_of(world.officer(Role.SUPERVISOR))
    assert supervisor.post(url, {"purpose": "xem"}).status_code == 404


def test_numbers_of_papers_in_the_words_stand_in_no_list_book_or_letter(world: World, case: MakeCase) -> None:
    row = in_work(world, case(text="Xin bảng giá đất. Căn cước của tôi: 001099900777."))
    focal = pages_of(world.officer(Role.FOCAL_POINT))
    book = "/lam-viec/yeu-cau/so-theo-doi/?nam=2026"
    for url in ("/lam-viec/yeu-cau/", book, f"{book}&dang=csv", "/lam-viec/"):
        assert "001099900777" not in text_of(focal, url), url
    assert "••••0777" in text_of(focal, f"{book}&dang=csv")
    sheet = CalamineWorkbook.from_filelike(BytesIO(focal.get(f"{book}&dang=xlsx").content)).get_sheet_by_index(0)
    assert "••••0777" in str(sheet.to_python()) and "001099900777" not in str(sheet.to_python())
    sent(world, row)
    for letter in Letter.objects.filter(about_kind="case", about_id=str(row.pk)):
        assert "001099900777" not in str(letter.content)
    receipt = focal.post(f"/lam-viec/yeu-cau/{row.pk}/phieu-tiep-nhan/")["Location"]
    assert "001099900777" not in text_of(focal, receipt)
