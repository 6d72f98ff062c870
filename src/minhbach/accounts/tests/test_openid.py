"""Log-in by an identity provider, against a real provider in a process of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.test import Client, override_settings

from minhbach.accounts.actions.deactivate_person import deactivate_person
from minhbach.accounts.actions.link_subject import link_subject
from minhbach.accounts.contracts import PersonRecord
from minhbach.accounts.models import Person
from minhbach.accounts.tests.conftest import NOW, PASSWORD, World, acting, logged_in
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

START = "/dang-nhap/dinh-danh/vneid/"


@dataclass
class Provider:
    """A running OpenID Connect provider."""

    address: str

    def consents(self, authorise_at: str, subject: str) -> str:
        """Log in at the provider as a subject and return where it sends the browser back to."""
        answer = requests.post(authorise_at, data={"sub": subject}, allow_redirects=False, timeout=10)
        assert answer.status_code == 302, answer.text
        return str(answer.headers["Location"])

    def refuses(self, authorise_at: str) -> str:
        """Say no at the provider and return where it sends the browser back to."""
        answer = requests.post(authorise_at, data={"action": "deny"}, allow_redirects=False, timeout=10)
        return str(answer.headers["Location"])

    def tells(self, subject: str, **claims: Any) -> None:
        """Let the provider know more of a subject."""
        requests.put(f"{self.address}/users/{subject}", json=claims, timeout=10).raise_for_status()


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "oidc_provider_mock", "-p", str(port), "-H", "127.0.0.1"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield Provider(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(timeout=10)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("nơi định danh không chạy")


@pytest.fixture(autouse=True)
def configured(provider: Provider) -> Iterator[None]:
    app = {
        "provider_id": "vneid",
        "name": "VNeID",
        "client_id": "minhbach",
        "secret": "bí-mật-của-máy-khách",
        "settings": {"server_url": provider.address, "uid_field": "sub"},
    }
    with override_settings(SOCIALACCOUNT_PROVIDERS={"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}):
        yield


@pytest.fixture
def person(world: World, admin: PersonRecord) -> PersonRecord:
    return world.person("thu.tt", Role.LEADER)


def begin(client: Client, **more: str) -> str:
    response = client.post(START, {"process": "login", **more})
    assert response.status_code == 302
    return str(response["Location"])


def come_back(client: Client, callback: str) -> Any:
    parts = urlsplit(callback)
    return client.get(f"{parts.path}?{parts.query}")


def test_a_linked_person_logs_in_and_nothing_else_is_kept_of_them(
    provider: Provider, person: PersonRecord, admin: PersonRecord
) -> None:
    provider.tells("abc-123", email="rieng@vidu.vn", name="Trần Thị Riêng", phone_number="0900000001")
    link_subject(person_id=person.id, provider="vneid", subject="abc-123", actor=acting(admin), now=NOW)
    client = Client()
    page = client.get("/dang-nhap/").content.decode()
    assert "Đăng nhập bằng VNeID" in page
    asked = begin(client)
    query = parse_qs(urlsplit(asked).query)
    assert query["redirect_uri"] == ["http://testserver/dang-nhap/dinh-danh/vneid/tro-lai/"]
    assert "code_challenge" in query
    assert "state" in query
    response = come_back(client, provider.consents(asked, "abc-123"))
    assert response["Location"] == "/lam-viec/"
    assert client.session["_auth_user_id"] == str(person.id)
    assert SocialAccount.objects.get().extra_data == {}
    row = Person.objects.get(id=person.id)
    assert (row.email, row.name) == ("thu.tt@vidu.vn", person.name)
    assert events_about(Subject("person", person.id))[-1].facts == {"methods": "socialaccount"}


def test_an_identity_that_nobody_linked_opens_nothing_and_makes_nobody(
    provider: Provider, person: PersonRecord
) -> None:
    before = Person.objects.count()
    client = Client()
    response = come_back(client, provider.consents(begin(client), "nguoi-la"))
    assert response.status_code == 403
    assert "Định danh này chưa gắn với cán bộ nào." in response.content.decode()
    assert Person.objects.count() == before
    assert not SocialAccount.objects.exists()
    assert "_auth_user_id" not in client.session


def test_the_same_email_address_at_the_provider_opens_nothing(provider: Provider, person: PersonRecord) -> None:
    """Whoever can write an officer's address at the provider must not become the officer."""
    provider.tells("ke-gian", email="thu.tt@vidu.vn", email_verified=True, preferred_username="thu.tt")
    client = Client()
    response = come_back(client, provider.consents(begin(client), "ke-gian"))
    assert response.status_code == 403
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_a_person_links_their_own_identity(provider: Provider, person: PersonRecord) -> None:
    client = Client()
    client.post("/dang-nhap/", {"login": "thu.tt", "password": PASSWORD})
    asked = begin(client, process="connect", next="/lam-viec/tai-khoan/")
    response = come_back(client, provider.consents(asked, "cua-toi"))
    assert response["Location"] == "/lam-viec/tai-khoan/"
    account = SocialAccount.objects.get(uid="cua-toi")
    assert (account.user_id, account.extra_data) == (person.id, {})
    fresh = Client()
    assert come_back(fresh, provider.consents(begin(fresh), "cua-toi"))["Location"] == "/lam-viec/"
    client.post("/lam-viec/tai-khoan/dinh-danh/vneid/bo/")
    assert not SocialAccount.objects.exists()


def test_linking_asks_for_the_password_of_an_old_session(provider: Provider, person: PersonRecord) -> None:
    client = logged_in(person)
    asked = begin(client, process="connect", next="/lam-viec/tai-khoan/")
    response = come_back(client, provider.consents(asked, "cua-toi"))
    assert "/lam-viec/tai-khoan/xac-nhan/" in response["Location"]
    assert not SocialAccount.objects.exists()


def test_an_identity_of_somebody_else_is_not_taken_over(
    world: World, provider: Provider, person: PersonRecord, admin: PersonRecord
) -> None:
    link_subject(person_id=person.id, provider="vneid", subject="abc-123", actor=acting(admin), now=NOW)
    world.person("baa")
    client = Client()
    client.post("/dang-nhap/", {"login": "baa", "password": PASSWORD})
    come_back(client, provider.consents(begin(client, process="connect"), "abc-123"))
    assert SocialAccount.objects.get().user_id == person.id


def test_a_closed_account_stays_closed(provider: Provider, person: PersonRecord, admin: PersonRecord) -> None:
    link_subject(person_id=person.id, provider="vneid", subject="abc-123", actor=acting(admin), now=NOW)
    deactivate_person(person_id=person.id, actor=acting(admin), now=NOW)
    client = Client()
    come_back(client, provider.consents(begin(client), "abc-123"))
    assert "_auth_user_id" not in client.session


def test_a_log_in_that_was_broken_off_says_what_else_to_do(provider: Provider, person: PersonRecord) -> None:
    client = Client()
    response = come_back(client, provider.refuses(begin(client)))
    assert "Chưa đăng nhập được bằng định danh điện tử." in response.content.decode()


def test_an_answer_that_we_did_not_ask_for_is_refused(
    provider: Provider, person: PersonRecord, admin: PersonRecord
) -> None:
    """An attacker's own answer, slipped into a victim's browser, logs nobody in."""
    link_subject(person_id=person.id, provider="vneid", subject="abc-123", actor=acting(admin), now=NOW)
    attacker, victim = Client(), Client()
    callback = provider.consents(begin(attacker), "abc-123")
    response = come_back(victim, callback)
    assert response.status_code == 401
    assert "_auth_user_id" not in victim.session


@pytest.mark.parametrize("evil", ["https://xau.vidu.vn/", "//xau.vidu.vn/"])
def test_the_way_back_leads_to_no_other_site(
    provider: Provider, person: PersonRecord, admin: PersonRecord, evil: str
) -> None:
    link_subject(person_id=person.id, provider="vneid", subject="abc-123", actor=acting(admin), now=NOW)
    client = Client()
    response = come_back(client, provider.consents(begin(client, next=evil), "abc-123"))
    assert response["Location"] == "/lam-viec/"


@override_settings(TWO_FACTOR_REQUIRED=True)
def test_the_second_factor_is_asked_of_them_too(provider: Provider, person: PersonRecord, admin: PersonRecord) -> None:
    link_subject(person_id=person.id, provider="vneid", subject="abc-123", actor=acting(admin), now=NOW)
    client = Client()
    come_back(client, provider.consents(begin(client), "abc-123"))
    assert "/lam-viec/tai-khoan/hai-lop/bat/" in client.get("/lam-viec/")["Location"]


def test_it_begins_only_with_a_form_of_our_own(db: None) -> None:
    assert Client().get(START).status_code == 405
    assert Client(enforce_csrf_checks=True).post(START).status_code == 403


def test_a_provider_that_is_not_configured_is_not_there(db: None) -> None:
    assert Client().post("/dang-nhap/dinh-danh/khac/").status_code == 404
