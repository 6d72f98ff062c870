"""An officer takes in what came over the counter or by post, and prints the receipt for who brought it."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.intake.models import SubmissionFile
from minhbach.intake.queries import sender_of
from minhbach.papers.models import Letter
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import NOW, World

PATH = "/lam-viec/yeu-cau/nhan/"


@pytest.fixture
def focal(world: World, monkeypatch: Any) -> Client:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: NOW.date())
    return logged_in(world, Role.FOCAL_POINT)


def logged_in(world: World, *roles: Role) -> Client:
    client = Client()
    person = Person.objects.get(pk=world.officer(*roles).person)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def told(world: World, **more: Any) -> dict[str, Any]:
    return {
        "body": world.ward.pk, "way": "counter", "text": "Xin bảng giá đất", "behalf": "self", "delivery": "counter",
        "name": "Trần Thị Thử", **more,
    }  # fmt: skip


def test_a_request_said_at_the_counter_gets_its_number_though_much_lacks(world: World, focal: Client) -> None:
    response = focal.post(PATH, told(world))
    case = Case.objects.get()
    assert (response.status_code, response["Location"]) == (302, f"/lam-viec/yeu-cau/{case.pk}/")
    assert (case.number, case.channel, case.submission.way) == ("2026-00001", "in_person", "counter")
    assert case.submission.entered_by_id


def test_a_letter_sent_in_august_stands_under_the_law_of_2016(world: World, focal: Client) -> None:
    scan = SimpleUploadedFile("don.txt", "Đơn".encode())
    letter = told(world, way="post", sent_on="31/8/2026", received_on="3/9/2026", papers=scan)
    assert focal.post(PATH, letter).status_code == 302
    case = Case.objects.get()
    assert (case.statute, case.sent_on, case.received_on) == ("104/2016/QH13", date(2026, 8, 31), date(2026, 9, 3))
    assert SubmissionFile.objects.get().role == "scan"


def test_fax_sent_since_september_is_refused_and_what_was_typed_stays(world: World, focal: Client) -> None:
    response = focal.post(PATH, told(world, way="fax"))
    assert response.status_code == 422
    assert "không có hình thức yêu cầu này" in response.content.decode()
    assert "Xin bảng giá đất" in response.content.decode()
    assert not Case.objects.exists()


def test_an_organisations_list_is_taken_over(world: World, focal: Client) -> None:
    people = "1. Lê A; 001085000001; xây nhà\n2. Lê B; 001085000002; xây nhà"
    focal.post(PATH, told(world, behalf="organisation", organisation="Hội Thử", people=people))
    sender = sender_of(Case.objects.get().submission_id)
    assert sender is not None
    assert [one.name for one in sender.people] == ["Lê A", "Lê B"]


def test_the_receipt_is_printed_with_a_fresh_secret(world: World, focal: Client) -> None:
    focal.post(PATH, told(world))
    case = Case.objects.get()
    before = case.submission.secret_hash
    response = focal.post(f"/lam-viec/yeu-cau/{case.pk}/bien-nhan/")
    assert response.content.startswith(b"%PDF-")
    assert "no-store" in response["Cache-Control"]
    case.submission.refresh_from_db()
    assert case.submission.secret_hash != before
    assert logged_in(world, Role.LEADER).post(f"/lam-viec/yeu-cau/{case.pk}/bien-nhan/").status_code == 404


def test_only_for_a_body_of_ones_own(world: World, focal: Client) -> None:
    assert focal.post(PATH, told(world, body=world.other_ward.pk)).status_code == 422
    assert logged_in(world, Role.SPECIALIST).get(PATH).status_code == 404


def test_the_receipt_is_written_as_a_letter_that_never_has_the_secret(world: World, focal: Client) -> None:
    focal.post(PATH, told(world))
    case = Case.objects.get()
    url = f"/lam-viec/yeu-cau/{case.pk}/phieu-tiep-nhan/"
    response = focal.post(url)
    letter = Letter.objects.get()
    assert (letter.kind, letter.about_id) == ("Phiếu tiếp nhận", case.pk)
    assert f"/{letter.pk}/" in response["Location"]
    words = str(letter.content)
    assert case.number in words and "Xin bảng giá đất" in words and "mã tra cứu:" not in words
    assert logged_in(world, Role.LEADER).post(url).status_code == 404
