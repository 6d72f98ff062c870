"""Pages about personal data of requests: the person's own, and officers': holds, wishes, what is erased next."""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.intake.queries import sender_of
from minhbach.privacy.models import DataWish, Erasure, LegalHold
from minhbach.requests.actions.mend_delivery import note_mis_sent
from minhbach.requests.models import Case, DeliverySent
from minhbach.requests.tests.conftest import CALENDAR, NOW, TODAY, World, case_of, online
from minhbach.requests.tests.test_acts import in_work
from minhbach.requests.tests.test_answers import REFUSAL, sent
from minhbach.requests.tests.test_officer_pages import pages_of, text_of

MakeCase = Callable[..., Case]
OWN, OFFICE = "/du-lieu-cua-toi/", "/lam-viec/du-lieu-ca-nhan/"
MORNING = datetime(2026, 10, 13, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let pages open on the day of the made-up commune."""
    on_day(monkeypatch, MORNING)
    yield


def on_day(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let it be this moment."""
    monkeypatch.setattr(clock, "now", lambda: moment)
    monkeypatch.setattr(clock, "today", lambda: moment.date())


def opened(world: World) -> tuple[Client, Case]:
    """Return a browser that gave number and secret, and the case."""
    receipt, browser = online(world), Client()
    browser.post("/yeu-cau/tra-cuu/", {"number": receipt.number, "secret": receipt.secret})
    return browser, case_of(receipt)


def test_own_data_open_with_number_and_secret_alone(world: World) -> None:
    assert Client().get(OWN)["Location"] == "/yeu-cau/tra-cuu/"
    assert Client().get(f"{OWN}ban-sao.json").status_code == 302
    browser, _row = opened(world)
    said = text_of(browser, OWN)
    assert "Trần Thị Thử" in said and "••••2345" in said and "001085012345" not in said
    assert "24 tháng" in said and "tạm tính" in said and "Chưa ai mở xem" in said
    assert OWN in text_of(browser, "/yeu-cau/tra-cuu/yeu-cau/")


def test_a_copy_is_taken_away_as_data_and_as_paper(world: World) -> None:
    browser, row = opened(world)
    copy = json.loads(browser.get(f"{OWN}ban-sao.json").content)
    assert copy["number"] == row.number and copy["sender"]["Thư điện tử"] == "thu@vidu.vn"
    assert copy["text"].startswith("Xin bảng giá đất") and "001085012345" not in str(copy)
    assert browser.get(f"{OWN}ban-sao.pdf").content[:4] == b"%PDF"


def test_a_wish_goes_from_the_person_to_the_officer_and_back(world: World) -> None:
    browser, row = opened(world)
    assert browser.get(f"{OWN}de-nghi/khac/").status_code == 404
    assert browser.post(f"{OWN}de-nghi/sua/", {"words": ""}).status_code == 422
    assert browser.post(f"{OWN}de-nghi/sua/", {"words": "Thư là moi@vidu.vn"}).status_code == 302
    again = browser.post(f"{OWN}de-nghi/sua/", {"words": "Lần nữa"})
    assert again.status_code == 422 and "đang chờ" in again.content.decode() and "Lần nữa" in again.content.decode()
    wish = DataWish.objects.get()
    focal, url = pages_of(world.officer(Role.FOCAL_POINT)), f"{OFFICE}de-nghi/{wish.pk}/"
    assert "moi@vidu.vn" in text_of(focal, url) and row.number in text_of(focal, f"{OFFICE}de-nghi/")
    typed = {
        "viec": "sua",
        "name": "Trần Thị Thử",
        "address": "thôn Mẫu, xã Mẫu Một",
        "email": "sai",
        "answer": "Đã sửa.",
    }
    assert focal.post(url, typed).status_code == 422
    assert focal.post(url, typed | {"email": "moi@vidu.vn"}).status_code == 302
    sender = sender_of(row.submission_id)
    assert sender is not None and (sender.email, sender.identity_number) == ("moi@vidu.vn", "001085012345")
    said = text_of(browser, OWN)
    assert "Đã sửa." in said and "Thư điện tử" in said and "moi@vidu.vn" in said


def test_a_leader_says_why_what_is_in_work_is_not_erased(world: World) -> None:
    browser, _row = opened(world)
    assert browser.post(f"{OWN}de-nghi/xoa/", {"words": ""}).status_code == 302
    url = f"{OFFICE}de-nghi/{DataWish.objects.get().pk}/"
    assert "Lãnh đạo quyết định" in text_of(pages_of(world.officer(Role.FOCAL_POINT)), url)
    leader = pages_of(world.officer(Role.LEADER))
    said = text_of(leader, url)
    assert "Chưa xóa được:" in said and 'value="xoa"' not in said
    assert leader.post(url, {"viec": "tu-choi", "answer": ""}).status_code == 422
    assert leader.post(url, {"viec": "tu-choi", "answer": "Đang giải quyết."}).status_code == 302
    assert "Đang giải quyết." in text_of(browser, OWN)


def test_a_finished_request_is_held_released_and_erased_as_asked(
    world: World, case: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = sent(world, in_work(world, case()), REFUSAL)
    url, actor = f"{OFFICE}{row.submission_id}/", world.officer(Role.LEADER)
    leader = pages_of(actor)
    assert "13/10/2028" in text_of(leader, url)
    assert leader.post(f"{url}giu/", {"kind": "lawsuit", "ground": ""}).status_code == 422
    assert leader.post(f"{url}giu/", {"kind": "lawsuit", "ground": "Thụ lý 5/2026"}).status_code == 302
    assert "đang giữ" in text_of(leader, url)
    on_day(monkeypatch, datetime(2028, 9, 20, 3, 0, tzinfo=UTC))
    leader = pages_of(actor)
    soon = text_of(leader, OFFICE)
    assert row.number in soon and "đang giữ" in soon and "31/10/2028" in soon
    assert row.number in leader.get(f"{OFFICE}?dang=csv").content.decode()
    lift = f"{url}giu/{LegalHold.objects.get().pk}/thoi/"
    assert pages_of(world.officer(Role.FOCAL_POINT)).get(lift).status_code == 404
    assert leader.post(lift, {"reason": "Án đã xong"}).status_code == 302
    assert leader.get(lift).status_code == 404
    assert not Erasure.objects.exists()


def test_minutes_are_listed_and_printed(world: World, case: MakeCase) -> None:
    row = sent(world, in_work(world, case()), REFUSAL)
    leader, url = pages_of(world.officer(Role.LEADER)), f"{OFFICE}bien-ban/"
    assert "Chưa xóa dữ liệu nào" in text_of(leader, url)
    Erasure.objects.create(
        submission_id=row.submission_id, number=row.number, body=row.body, cause="retention", ended_on=TODAY,
        due_on=date(2028, 10, 13), erased_at=NOW, counts={"files": 2, "letters": 1},
    )  # fmt: skip
    assert "2 tệp, 1 văn bản" in text_of(leader, url)
    assert "Không tìm thấy biên bản nào" in text_of(leader, f"{url}?tim=2019")
    assert leader.get(f"{url}?dang=pdf").content[:4] == b"%PDF" and leader.get(f"{url}?dang=docx").content[:2] == b"PK"
    assert "hết thời hạn lưu giữ" in leader.get(f"{url}?dang=csv").content.decode()


def test_another_commune_finds_nothing(world: World, case: MakeCase) -> None:
    row = case()
    stranger = pages_of(world.officer(Role.LEADER, body=world.other_ward))
    for page in ("", "giu/"):
        text_of(stranger, f"{OFFICE}{row.submission_id}/{page}", 404)
    assert row.number not in text_of(stranger, f"{OFFICE}?thang=60")


def test_an_answer_gone_astray_waits_to_be_noted_as_a_breach(world: World, case: MakeCase) -> None:
    row, focal = sent(world, in_work(world, case()), REFUSAL), world.officer(Role.FOCAL_POINT)
    note_mis_sent(
        case_id=row.pk, delivery_id=DeliverySent.objects.get().pk, wrong_recipient="Bà Khác", what="thông báo",
        calendar=CALENDAR, actor=focal, now=NOW,
    )  # fmt: skip
    client = pages_of(focal)
    said = text_of(client, f"{OFFICE}su-co/")
    new = f"{OFFICE}su-co/moi/?gui-nham={DeliverySent.objects.get().pk}"
    assert "chưa ghi vào sổ" in said and new in said
    assert f"Trả lời yêu cầu {row.number} gửi nhầm" in text_of(client, new)
    typed = {
        "what": f"Gửi nhầm {row.number}", "kinds": ["words"], "found_on": "13/10/2026", "found_time": "09:00",
        "is_grave": "0", "why_not_grave": "Đã thu lại ngay", "body": world.ward.pk,
    }  # fmt: skip
    assert client.post(new, typed).status_code == 302
    assert "chưa ghi vào sổ" not in text_of(client, f"{OFFICE}su-co/")


def test_what_is_erased_next_takes_the_same_questions_for_many(
    world: World, case: MakeCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor, counts = world.officer(Role.LEADER), []
    for more in (1, 3):
        for _one in range(more):
            sent(world, in_work(world, case()), REFUSAL)
        on_day(monkeypatch, datetime(2028, 10, 1, 3, 0, tzinfo=UTC))
        leader = pages_of(actor)
        with CaptureQueriesContext(connection) as asked:
            text_of(leader, OFFICE)
        counts.append(len(asked))
        on_day(monkeypatch, MORNING)
    assert counts[0] == counts[1]
