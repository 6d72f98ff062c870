"""A citizen makes a request in five steps without scripts, and follows it: over HTTP, as an old telephone would."""

import gzip
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.intake.contracts import Behalf, Delivery
from minhbach.intake.models import Draft, Message, Submission, SubmissionFile
from minhbach.intake.queries import sender_of
from minhbach.publication.tests.conftest import item, keep, published
from minhbach.requests.models import Case, Contentment
from minhbach.requests.suggesting import agency_if_unsure
from minhbach.requests.tests.conftest import NOW, TODAY, World
from minhbach.requests.tests.test_receiving import SECRET_PAPER

__all__ = ["item", "keep"]
WHO = {
    "behalf": "self",
    "name": "Trần Thị Thử",
    "address": "thôn Mẫu, xã Mẫu Một",
    "identity_number": "001085012345",
    "lives_there": "co",
}
HOW = {"delivery": "download"}
HEADERS = 1000
"""Bytes of an answer beside its content, at the most."""


@pytest.fixture(autouse=True)
def moment(db: None, monkeypatch: Any) -> None:
    cache.clear()
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NOW.date())


def _wrong_lines(response: Any) -> list[str]:
    """Return what a page says is wrong, for who reads a failed test."""
    return re.findall(r'class="wrong-line">(.*?)</span>', response.content.decode())


@dataclass
class Telephone:
    """A browser that runs no script and counts what it loads."""

    client: Client = field(default_factory=Client)
    pages: int = 0

    def open(self, path: str, **data: Any) -> str:
        self.pages += 1
        return self._text(self.client.get(path, data, follow=True))

    def send(self, path: str, data: dict[str, Any], *, status: int = 200) -> str:
        self.pages += 1
        response = self.client.post(path, data, follow=True)
        assert response.status_code == status, _wrong_lines(response)
        return self._text(response)

    @staticmethod
    def _text(response: Any) -> str:
        return unescape(response.content.decode())


def until(step: int, world: World, browser: Telephone, **who: Any) -> str:
    """Answer the steps before this one, and return its page."""
    answers: list[dict[str, Any]] = [
        {"text": "Xin bảng giá đất năm 2026"},
        {"body": str(world.ward.pk)},
        {**WHO, **who},
        HOW,
    ]
    page = browser.open("/yeu-cau/moi/")
    for number, answer in enumerate(answers[: step - 1], 1):
        page = browser.send("/yeu-cau/moi/" if number == 1 else f"/yeu-cau/moi/{number}/", answer)
    return page


def sent(world: World, browser: Telephone, **who: Any) -> str:
    until(5, world, browser, **who)
    return browser.send("/yeu-cau/moi/5/", {})


def secret_on(page: str) -> str:
    found = re.search(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b", page)
    assert found
    return found[0]


def test_five_steps_and_the_receipt_are_six_pages(world: World) -> None:
    browser = Telephone()
    page = sent(world, browser)
    assert browser.pages == 6
    assert "2026-00001" in page
    # Complete on 13/10: 12 days from 14/10 end on Sunday 25/10, so Monday 26/10.
    assert "thứ Hai 26/10/2026" in page.replace("\u00a0", " ")
    case = Case.objects.get()
    assert (case.body_id, case.submission.delivery, case.submission.behalf) == (world.ward.pk, "download", "self")
    sender = sender_of(case.submission_id)
    assert sender is not None
    assert (sender.name, sender.identity_number) == ("Trần Thị Thử", "001085012345")


def test_what_was_typed_is_gone_once_it_is_sent_and_the_same_form_is_the_same_request(world: World) -> None:
    browser = Telephone()
    first = sent(world, browser)
    again = browser.send("/yeu-cau/moi/5/", {})
    assert "2026-00001" in again
    assert secret_on(again) != secret_on(first)
    assert Case.objects.count() == 1
    # The old secret opens nothing any more.
    page = browser.send("/yeu-cau/tra-cuu/", {"number": "2026-00001", "secret": secret_on(first)}, status=422)
    assert "không khớp" in page


def test_no_step_is_skipped_and_a_lost_draft_begins_anew(world: World) -> None:
    browser = Telephone()
    assert "Bước 1 trong 5" in browser.open("/yeu-cau/moi/5/")
    until(2, world, browser)
    assert "Bước 2 trong 5" in browser.open("/yeu-cau/moi/4/")
    assert browser.client.get("/yeu-cau/moi/7/").status_code == 302
    Draft.objects.all().delete()
    assert "Bước 1 trong 5" in browser.open("/yeu-cau/moi/2/")


def test_errors_keep_everything_and_say_how_to_mend_it(world: World) -> None:
    browser = Telephone()
    assert "Ghi thông tin cần tìm" in browser.send("/yeu-cau/moi/", {"text": " "}, status=422)
    until(3, world, browser)
    page = browser.send("/yeu-cau/moi/3/", {**WHO, "name": "", "identity_number": "00108501234"}, status=422)
    assert "Nhập họ và tên như trên giấy tờ." in page
    assert "ở đây mới có 11" in page
    assert 'value="thôn Mẫu, xã Mẫu Một"' in page
    assert "<title>Lỗi: " in page
    browser.send("/yeu-cau/moi/3/", WHO)
    page = browser.send("/yeu-cau/moi/4/", {"delivery": "email", "email": "thu@"}, status=422)
    assert "thiếu phần sau @" in page


def test_the_check_page_leads_back_to_each_part_and_on_again(world: World) -> None:
    browser = Telephone()
    page = until(5, world, browser)
    for words in ("Sửa thông tin cần tìm", "Sửa cơ quan nhận", "Sửa người yêu cầu", "Sửa cách nhận"):
        assert words in page
    page = browser.send("/yeu-cau/moi/", {"text": "Xin quy hoạch thôn Mẫu"})
    assert "Kiểm tra trước khi gửi" in page
    assert "Xin quy hoạch thôn Mẫu" in page
    assert "Trần Thị Thử" in page


def test_the_draft_is_sealed_for_this_browser_alone(world: World) -> None:
    browser = Telephone()
    until(5, world, browser)
    kept = bytes(Draft.objects.get().content)
    assert b"Tr" + "ần Thị Thử".encode() not in kept
    assert "Bước 1 trong 5" in Telephone().open("/yeu-cau/moi/3/")


def test_a_draft_can_be_thrown_away(world: World) -> None:
    browser = Telephone()
    until(5, world, browser)
    browser.send("/yeu-cau/moi/bo/", {})
    assert not Draft.objects.exists()


def test_what_is_public_is_shown_before_writing(world: World, item: Any) -> None:
    published(
        item("Bảng giá đất năm 2026 của xã Mẫu Một", title="Bảng giá đất năm 2026"),
        world.officer(Role.SPECIALIST),
        world.officer(Role.LEADER),
    )
    page = until(2, world, Telephone())
    assert "Có thể đã có sẵn: 1 mục" in page
    assert "Không phải, tôi vẫn gửi" in page
    # The agency that holds what was found is offered, and chosen beforehand.
    assert re.search(rf'value="{world.ward.pk}"[^>]*checked', page)


def test_another_agency_is_found_by_its_name_and_chosen_where_there_are_several(world: World) -> None:
    browser = Telephone()
    until(2, world, browser)
    page = browser.send("/yeu-cau/moi/2/", {"body": "khac", "called": "uy ban nhan dan mau"}, status=422)
    assert "Chọn một cơ quan trong những cơ quan tìm thấy." in page
    page = browser.send("/yeu-cau/moi/2/", {"body": "khac", "called": "uy ban nhan dan phuong mau hai"})
    assert "Bước 3 trong 5" in page
    assert "phường Mẫu Hai không?" in page


def test_who_does_not_know_the_agency_is_sent_to_a_likely_one(world: World) -> None:
    browser = Telephone()
    until(2, world, browser)
    assert "Bước 3 trong 5" in browser.send("/yeu-cau/moi/2/", {"body": "khong-ro"})
    browser.send("/yeu-cau/moi/3/", WHO)
    browser.send("/yeu-cau/moi/4/", HOW)
    browser.send("/yeu-cau/moi/5/", {})
    row = Submission.objects.get()
    # Nothing public names an agency and no place is named: prices of land are kept by that department of the province.
    assert (row.is_agency_unsure, row.body.name) == (True, "Sở Nông nghiệp và Môi trường tỉnh Thí Dụ")


def test_what_no_department_keeps_goes_to_the_committee_on_top(world: World) -> None:
    found = agency_if_unsure("Xin số cây xanh đã trồng", first=None, on=TODAY)
    top = Body.objects.get(kind="committee", level="province")
    assert found == top.pk


def test_an_agency_named_in_the_request_is_offered_first(world: World) -> None:
    browser = Telephone()
    page = browser.send("/yeu-cau/moi/", {"text": "Xin bảng giá đất của UBND phường Mẫu Hai năm 2026"})
    assert re.search(rf'value="{world.other_ward.pk}"[^>]*checked', page)


def test_a_commune_asks_people_from_elsewhere_how_it_concerns_them(world: World) -> None:
    browser = Telephone()
    page = until(3, world, browser)
    assert "Ông/Bà có cư trú ở xã Mẫu Một không?" in page
    page = browser.send("/yeu-cau/moi/3/", {**WHO, "lives_there": "khong"}, status=422)
    assert "liên quan trực tiếp tới Ông/Bà ra sao" in page
    browser.send("/yeu-cau/moi/3/", {**WHO, "lives_there": "khong", "concern": "Đất của mẹ tôi"})
    browser.send("/yeu-cau/moi/4/", HOW)
    browser.send("/yeu-cau/moi/5/", {})
    row = Submission.objects.get()
    sender = sender_of(row.pk)
    assert sender is not None
    assert (row.is_elsewhere, sender.concern) == (True, "Đất của mẹ tôi")


@pytest.mark.parametrize(
    ("behalf", "more", "lack"),
    [
        (Behalf.REPRESENTATIVE, {"represented": "Lê Văn Thử"}, "người được đại diện"),
        (Behalf.MINOR, {"represented": "Lê Văn Bé"}, "người được đại diện"),
        (Behalf.FOREIGNER, {"concern": "Giấy phép của tôi"}, "quyền, nghĩa vụ nào"),
        (
            Behalf.ORGANISATION,
            {"organisation": "Hội Thử", "people": "1. Lê A; 001085000001; xây nhà\n2. Lê B; 001085000002; xây nhà"},
            "tên tổ chức",
        ),
    ],
)
def test_asking_for_others_needs_what_the_law_needs(
    world: World, behalf: Behalf, more: dict[str, str], lack: str
) -> None:
    browser = Telephone()
    until(3, world, browser)
    assert lack in browser.send("/yeu-cau/moi/3/", {**WHO, "behalf": behalf}, status=422)
    browser.send("/yeu-cau/moi/3/", {**WHO, "behalf": behalf, **more})
    browser.send("/yeu-cau/moi/4/", HOW)
    browser.send("/yeu-cau/moi/5/", {})
    row = Submission.objects.get()
    assert row.behalf == behalf
    sender = sender_of(row.pk)
    assert sender is not None
    assert len(sender.people) == (2 if behalf is Behalf.ORGANISATION else 0)


def test_each_of_an_organisations_people_needs_number_and_reason(world: World) -> None:
    browser = Telephone()
    until(3, world, browser)
    told = {**WHO, "behalf": "organisation", "organisation": "Hội Thử", "people": "Lê A; 001085000001; nhà\nLê B"}
    assert "Dòng 2:" in browser.send("/yeu-cau/moi/3/", told, status=422)


def test_files_stay_with_the_draft_also_where_something_else_is_wrong(world: World) -> None:
    browser = Telephone()
    until(3, world, browser)
    paper = SimpleUploadedFile("giấy ủy quyền.txt", "Tôi ủy quyền cho bà Thử.".encode())
    page = browser.send("/yeu-cau/moi/3/", {**WHO, "name": "", "behalf": "self", "papers": paper}, status=422)
    assert "giấy ủy quyền.txt" in page
    browser.send("/yeu-cau/moi/3/", WHO)
    browser.send("/yeu-cau/moi/4/", HOW)
    assert "giấy ủy quyền.txt" in browser.open("/yeu-cau/moi/5/")
    browser.send("/yeu-cau/moi/5/", {})
    assert SubmissionFile.objects.get().name == "giấy ủy quyền.txt"


def test_a_file_with_a_mark_of_secrecy_is_refused_at_once_and_not_kept(world: World) -> None:
    browser = Telephone()
    until(3, world, browser)
    paper = SimpleUploadedFile("kh.txt", SECRET_PAPER.encode())
    page = browser.send("/yeu-cau/moi/3/", {**WHO, "papers": paper}, status=422)
    assert "Tệp có dấu “Mật”" in page
    browser.send("/yeu-cau/moi/3/", WHO)
    browser.send("/yeu-cau/moi/4/", HOW)
    browser.send("/yeu-cau/moi/5/", {})
    assert not SubmissionFile.objects.exists()


def test_a_file_can_be_taken_out_again(world: World) -> None:
    browser = Telephone()
    until(3, world, browser)
    paper = SimpleUploadedFile("nham.txt", b"nham tep")
    browser.send("/yeu-cau/moi/3/", {**WHO, "name": "", "papers": paper}, status=422)
    file_id = Draft.objects.get().files.get().pk
    assert "nham.txt" not in browser.send("/yeu-cau/moi/3/", {"drop": str(file_id)})


def test_a_denunciation_is_shown_the_right_way(world: World) -> None:
    browser = Telephone()
    page = browser.send("/yeu-cau/moi/", {"text": "Tôi tố cáo cán bộ địa chính nhận tiền của dân."})
    assert "Tố cáo được giữ kín" in page
    page = browser.send("/yeu-cau/moi/", {"text": "Xin kết luận nội dung tố cáo số 12/KL-UBND"})
    assert "Tố cáo được giữ kín" not in page


def test_a_robot_that_fills_in_what_nobody_sees_leaves_nothing(world: World) -> None:
    Telephone().send("/yeu-cau/moi/", {"text": "Mua hàng rẻ", "website": "rẻ.vidu"})
    assert not Draft.objects.exists()


def test_the_receipt_is_shown_for_half_an_hour_to_this_browser_alone(world: World, monkeypatch: Any) -> None:
    browser = Telephone()
    sent(world, browser)
    assert browser.client.get("/yeu-cau/bien-nhan.pdf").content.startswith(b"%PDF-")
    assert Telephone().client.get("/yeu-cau/bien-nhan.pdf").status_code == 404
    later = datetime(2026, 10, 13, 2, 31, tzinfo=UTC)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert browser.client.get("/yeu-cau/bien-nhan/").status_code == 302
    assert browser.client.get("/yeu-cau/bien-nhan.pdf").status_code == 404


def test_number_and_secret_open_the_request_however_they_are_typed(world: World) -> None:
    secret = secret_on(sent(world, Telephone()))
    other = Telephone()
    page = other.send("/yeu-cau/tra-cuu/", {"number": "2026 1", "secret": secret.lower().replace("-", " ")})
    assert "Yêu cầu 2026-00001" in page
    assert "Đã nhận" in page
    assert "Trần Thị Thử" not in page, "a secret that was overheard tells nothing of the person"
    response = other.client.get("/yeu-cau/tra-cuu/yeu-cau/")
    assert "no-store" in response["Cache-Control"]
    assert b'name="robots" content="noindex"' in response.content
    other.send("/yeu-cau/tra-cuu/dong/", {})
    assert other.client.get("/yeu-cau/tra-cuu/yeu-cau/").status_code == 302


def test_guessing_stops_for_who_guesses_and_for_nobody_else(world: World) -> None:
    secret = secret_on(sent(world, Telephone()))
    guesser = Telephone()
    for _try in range(10):
        guesser.send("/yeu-cau/tra-cuu/", {"number": "2026-00001", "secret": "2222-3333-4444"}, status=422)
    page = guesser.send("/yeu-cau/tra-cuu/", {"number": "2026-00001", "secret": secret}, status=422)
    assert "Chờ 15 phút" in page
    owner = Client(REMOTE_ADDR="10.0.0.7")
    right = {"number": "2026-00001", "secret": secret}
    assert owner.post("/yeu-cau/tra-cuu/", right).status_code == 302


def test_two_hundred_people_behind_one_address_all_get_their_number(world: World) -> None:
    for place in range(1, 201):
        browser = Telephone()
        page = sent(world, browser)
        assert f"2026-{place:05}" in page


def test_a_requester_adds_asks_and_takes_back(world: World) -> None:
    browser = Telephone()
    sent(world, browser)
    page = browser.send("/yeu-cau/tra-cuu/yeu-cau/bo-sung/", {"text": "Chỉ cần thôn Mẫu."})
    assert "Ông/Bà đã bổ sung" in page
    page = browser.send("/yeu-cau/tra-cuu/yeu-cau/hoi/", {"text": "Bao giờ có ạ?"})
    assert "Bao giờ có ạ?" in page
    assert Case.objects.get().unanswered_since == NOW
    page = browser.send("/yeu-cau/tra-cuu/yeu-cau/rut/", {"reason": ""})
    assert "Đã rút" in page
    assert Case.objects.get().state == "withdrawn"
    assert "không còn làm được" in browser.open("/yeu-cau/tra-cuu/yeu-cau/rut/")


def test_rights_where_it_is_late_stand_with_their_articles(world: World) -> None:
    browser = Telephone()
    sent(world, browser)
    page = browser.open("/yeu-cau/tra-cuu/yeu-cau/")
    assert "Nếu quá hạn thì sao?" in page
    assert "khoản 1 Điều 13 Luật 01/2026/QH16" in page
    assert "chưa kiểm chứng" in page


def test_contentment_is_asked_after_the_answer_alone(world: World) -> None:
    browser = Telephone()
    sent(world, browser)
    assert "Ông/Bà có hài lòng không?" not in browser.open("/yeu-cau/tra-cuu/yeu-cau/")
    browser.send("/yeu-cau/tra-cuu/yeu-cau/hai-long/", {"content": "yes"}, status=422)
    Case.objects.update(state="provided")
    assert "Ông/Bà có hài lòng không?" in browser.open("/yeu-cau/tra-cuu/yeu-cau/")
    browser.send("/yeu-cau/tra-cuu/yeu-cau/hai-long/", {"content": "partly", "words": "Hơi lâu"})
    assert Contentment.objects.get().content == "partly"


def test_without_a_session_nothing_of_a_request_opens(world: World) -> None:
    for path in ("", "bo-sung/", "rut/", "hoi/"):
        assert Client().get(f"/yeu-cau/tra-cuu/yeu-cau/{path}").status_code == 302
    assert not Message.objects.exists()


def test_delivery_is_kept_with_its_address(world: World) -> None:
    browser = Telephone()
    until(4, world, browser)
    told = {"delivery": "post", "postal_address": "Hòm thư 1, bưu cục Mẫu", "telephone": "0900 000 000"}
    assert "Hòm thư 1" in browser.send("/yeu-cau/moi/4/", told)
    browser.send("/yeu-cau/moi/5/", {})
    row = Submission.objects.get()
    sender = sender_of(row.pk)
    assert sender is not None
    assert (row.delivery, sender.postal_address) == (Delivery.POST, "Hòm thư 1, bưu cục Mẫu")


def test_six_pages_with_all_they_load_weigh_less_than_a_hundred_kilobytes(world: World) -> None:
    """Pages and styles as they are sent, compressed; a style is loaded once, since its address says its content."""
    client = Client(HTTP_ACCEPT_ENCODING="gzip")
    loaded: dict[str, int] = {}
    weight = 0

    def weigh(path: str, data: dict[str, Any] | None = None) -> str:
        nonlocal weight
        response = client.get(path) if data is None else client.post(path, data)
        while response.status_code == 302:
            weight += HEADERS
            response = client.get(response["Location"])
        assert response["Content-Encoding"] == "gzip"
        weight += len(response.content) + HEADERS
        text = gzip.decompress(response.content).decode()
        assert "<script" not in text
        for address in re.findall(r'(?:href|src)="/static/([^"]+)"', text):
            found = finders.find(address)
            assert found, address
            loaded[address] = len(gzip.compress(Path(str(found)).read_bytes())) + HEADERS
        return text

    weigh("/yeu-cau/moi/")
    weigh("/yeu-cau/moi/", {"text": "Xin bảng giá đất năm 2026"})
    weigh("/yeu-cau/moi/2/", {"body": str(world.ward.pk)})
    weigh("/yeu-cau/moi/3/", WHO)
    weigh("/yeu-cau/moi/4/", HOW)
    assert "2026-00001" in weigh("/yeu-cau/moi/5/", {})
    assert weight + sum(loaded.values()) < 100 * 1024, (weight, loaded)
