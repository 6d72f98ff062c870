"""The second factor: set-up, log-in, recovery, and what one may do before it is there."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client, override_settings

from minhbach.accounts.contracts import PersonRecord
from minhbach.accounts.tests.conftest import PASSWORD, World, logged_in
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

SET_UP = "/lam-viec/tai-khoan/hai-lop/bat/"


@pytest.fixture
def person(world: World) -> PersonRecord:
    return world.person("thu.tt", Role.LEADER)


def code_now(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def log_in(client: Client) -> str:
    return client.post("/dang-nhap/", {"login": "thu.tt", "password": PASSWORD})["Location"]


def set_up(client: Client) -> tuple[str, list[str]]:
    """Set the second factor up as a person does, and return its secret and the recovery codes."""
    page = client.get(SET_UP).content.decode()
    secret = re.search(r'<code class="symbol">(\w+)</code>', page)
    assert secret, page
    response = client.post(SET_UP, {"code": code_now(secret[1])}, follow=True)
    return secret[1], re.findall(r"<li><code>(\w+)</code></li>", response.content.decode())


def test_the_square_code_is_drawn_without_inline_style_or_script(person: PersonRecord) -> None:
    """The content security policy would blank it."""
    page = logged_in_by_password().get(SET_UP).content.decode()
    drawn = page[page.index("<svg") : page.index("</svg>")]
    assert "<path" in drawn
    assert "style=" not in drawn
    assert "<?xml" not in page
    assert "<script" not in page


def test_one_sets_it_up_and_logs_in_with_it(
    person: PersonRecord, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with (
        django_capture_on_commit_callbacks(execute=True),
        time_machine.travel("2026-10-13T08:00:00+07:00", tick=False) as traveller,
    ):
        client = Client()
        log_in(client)
        secret, codes = set_up(client)
        assert len(codes) == 10
        traveller.shift(60)
        fresh = Client()
        assert log_in(fresh) == "/dang-nhap/hai-lop/"
        assert "_auth_user_id" not in fresh.session
        assert fresh.get("/lam-viec/")["Location"].startswith("/dang-nhap/")
        answer = fresh.post("/dang-nhap/hai-lop/", {"code": f"{code_now(secret)[:3]} {code_now(secret)[3:]}"})
        assert answer["Location"] == "/lam-viec/"
        assert fresh.session["_auth_user_id"] == str(person.id)
    told = {event.kind: event.facts for event in events_about(Subject("person", person.id))}
    assert "type" in told["person.two-factor-added"]
    assert told["person.logged-in"] == {"methods": "password+mfa"}


def test_the_way_back_survives_the_second_factor(person: PersonRecord) -> None:
    with time_machine.travel("2026-10-13T08:00:00+07:00", tick=False) as traveller:
        secret, _ = set_up(logged_in_by_password())
        traveller.shift(60)
        fresh = Client()
        fresh.post(
            "/dang-nhap/?next=/lam-viec/tai-khoan/",
            {"login": "thu.tt", "password": PASSWORD, "next": "/lam-viec/tai-khoan/"},
        )
        assert fresh.post("/dang-nhap/hai-lop/", {"code": code_now(secret)})["Location"] == "/lam-viec/tai-khoan/"


def logged_in_by_password() -> Client:
    client = Client()
    log_in(client)
    return client


def test_a_recovery_code_opens_once(person: PersonRecord) -> None:
    _, codes = set_up(logged_in_by_password())
    fresh = Client()
    log_in(fresh)
    assert fresh.post("/dang-nhap/hai-lop/", {"code": codes[0]})["Location"] == "/lam-viec/"
    again = Client()
    log_in(again)
    assert "Mã không đúng." in again.post("/dang-nhap/hai-lop/", {"code": codes[0]}).content.decode()


def test_secrets_are_sealed_in_the_database(person: PersonRecord) -> None:
    secret, codes = set_up(logged_in_by_password())
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    assert not any(code in stored for code in codes)


def test_recovery_codes_are_shown_once(person: PersonRecord) -> None:
    client = logged_in_by_password()
    _, codes = set_up(client)
    page = client.get("/lam-viec/tai-khoan/hai-lop/ma-du-phong/").content.decode()
    assert not any(code in page for code in codes)


def test_guessing_codes_stops_after_five(person: PersonRecord) -> None:
    with time_machine.travel("2026-10-13T08:00:00+07:00", tick=False) as traveller:
        secret, _ = set_up(logged_in_by_password())
        traveller.shift(60)
        wrong = f"{(int(code_now(secret)) + 1) % 1_000_000:06}"
        for n in range(6):
            client = Client()
            log_in(client)
            page = client.post("/dang-nhap/hai-lop/", {"code": wrong}, REMOTE_ADDR=f"10.1.1.{n}").content.decode()
        assert "Đợi 5 phút" in page
        client = Client()
        log_in(client)
        right = client.post("/dang-nhap/hai-lop/", {"code": code_now(secret)})
        assert "Đợi 5 phút" in right.content.decode()


def test_a_code_is_used_once(person: PersonRecord) -> None:
    with time_machine.travel("2026-10-13T08:00:00+07:00", tick=False) as traveller:
        secret, _ = set_up(logged_in_by_password())
        traveller.shift(60)
        code = code_now(secret)
        answers = []
        for _ in range(2):
            client = Client()
            log_in(client)
            answers.append(client.post("/dang-nhap/hai-lop/", {"code": code}).status_code)
        assert answers == [302, 200]


def test_setting_up_asks_for_the_password_again_after_five_minutes(person: PersonRecord) -> None:
    with time_machine.travel("2026-10-13T08:00:00+07:00", tick=False) as traveller:
        client = logged_in_by_password()
        traveller.shift(6 * 60)
        asked = client.get(SET_UP)["Location"]
        assert asked == f"/lam-viec/tai-khoan/xac-nhan/?next={SET_UP.replace('/', '%2F')}"
        assert (
            "Mật khẩu không đúng." in client.post(asked, {"password": "sai-rồi-nhé", "next": SET_UP}).content.decode()
        )
        assert client.post(asked, {"password": PASSWORD, "next": SET_UP})["Location"] == SET_UP
        assert client.get(SET_UP).status_code == 200


@override_settings(TWO_FACTOR_REQUIRED=True)
def test_where_it_is_required_nothing_else_can_be_reached_without(person: PersonRecord) -> None:
    client = logged_in_by_password()
    for path in ("/lam-viec/", "/lam-viec/tai-khoan/", "/lam-viec/can-bo/", "/en/lam-viec/", "/lam-viec/khong-co/"):
        assert "/lam-viec/tai-khoan/hai-lop/bat/" in client.get(path)["Location"]
        assert "/lam-viec/tai-khoan/hai-lop/bat/" in client.post(path, {"a": "b"})["Location"]
    assert client.get("/dang-xuat/").status_code == 200
    set_up(client)
    assert client.get("/lam-viec/tai-khoan/").status_code == 200


@override_settings(TWO_FACTOR_REQUIRED=True)
def test_where_it_is_required_one_without_has_no_posts_on_any_page(person: PersonRecord) -> None:
    client = logged_in_by_password()
    response = client.get("/dang-xuat/")
    assert not response.wsgi_request.actor.is_officer
    set_up(client)
    assert client.get("/lam-viec/tai-khoan/").wsgi_request.actor.is_officer


@override_settings(TWO_FACTOR_REQUIRED=True)
def test_where_it_is_required_it_cannot_be_taken_away(person: PersonRecord) -> None:
    client = logged_in_by_password()
    set_up(client)
    response = client.post("/lam-viec/tai-khoan/hai-lop/tat/")
    assert "mọi cán bộ phải dùng hai lớp" in response.content.decode()
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


def test_where_it_is_not_required_it_can_be_taken_away(person: PersonRecord) -> None:
    client = logged_in_by_password()
    set_up(client)
    client.post("/lam-viec/tai-khoan/hai-lop/tat/")
    assert not Authenticator.objects.exists()


def test_a_session_from_elsewhere_cannot_set_up_a_factor_without_the_password(person: PersonRecord) -> None:
    response = logged_in(person).get(SET_UP)
    assert "/lam-viec/tai-khoan/xac-nhan/" in response["Location"]
