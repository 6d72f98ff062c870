"""Log-in by password, as a person and as an attacker meets it."""

import re
from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from django.utils import timezone

from minhbach.accounts.actions.deactivate_person import deactivate_person
from minhbach.accounts.actions.reset_password import reset_password
from minhbach.accounts.contracts import PersonRecord
from minhbach.accounts.models import Person
from minhbach.accounts.tests.conftest import NOW, PASSWORD, SYSTEM, World, acting, logged_in
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

LOG_IN = "/dang-nhap/"
WRONG = "Tên hoặc mật khẩu không đúng."


@pytest.fixture
def person(world: World) -> PersonRecord:
    return world.person("thu.tt", Role.LEADER)


def try_to_log_in(login: str, password: str, *, address: str = "10.0.0.1", client: Client | None = None, **more: str):
    client = client or Client()
    return client.post(LOG_IN, {"login": login, "password": password, **more}, REMOTE_ADDR=address)


@pytest.mark.parametrize("typed", ["thu.tt", "THU.TT", " thu.tt ", "thu.tt@vidu.vn", "Thu.TT@ViDu.vn"])
def test_one_logs_in_by_user_name_or_email_address(person: PersonRecord, typed: str) -> None:
    client = Client()
    response = try_to_log_in(typed, PASSWORD, client=client)
    assert (response.status_code, response["Location"]) == (302, "/lam-viec/")
    assert client.session["_auth_user_id"] == str(person.id)
    kinds = [event.kind for event in events_about(Subject("person", person.id))]
    assert kinds[-1] == "person.logged-in"


def test_the_page_is_whole_in_vietnamese_and_offers_no_sign_up(db: None) -> None:
    page = Client().get(LOG_IN).content.decode()
    assert "<h1>Đăng nhập</h1>" in page
    assert "Tên đăng nhập hoặc thư điện tử" in page
    for word in ("Sign", "Username", "Password", "Remember", "sign-up", "signup", "Đăng ký"):
        assert word not in page


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/signup/",
        "/signup/",
        "/dang-ky/",
        "/accounts/login/",
        "/dang-nhap/signup/",
        "/accounts/password/reset/",
        "/dang-nhap/dinh-danh/signup/",
    ],
)
def test_there_is_no_sign_up_and_no_page_of_the_package(db: None, path: str) -> None:
    assert Client().get(path).status_code in (404, 405)


def test_without_posts_one_comes_to_ones_own_account(world: World, admin: PersonRecord) -> None:
    person = world.person("cuu")
    deactivate_person(person_id=person.id, actor=acting(admin), now=NOW)
    Person.objects.filter(id=person.id).update(is_active=True)
    assert try_to_log_in("cuu", PASSWORD)["Location"] == "/lam-viec/tai-khoan/"


@pytest.mark.parametrize("wanted", ["/lam-viec/can-bo/?q=a&trang=2", "/ke-hoach/"])
def test_one_comes_where_one_wanted_to_go(person: PersonRecord, wanted: str) -> None:
    assert try_to_log_in("thu.tt", PASSWORD, next=wanted)["Location"] == wanted


@pytest.mark.parametrize(
    "evil",
    [
        "https://xau.vidu.vn/",
        "//xau.vidu.vn/",
        "///xau.vidu.vn",
        "/\\xau.vidu.vn",
        "\\\\xau.vidu.vn",
        "javascript:alert(1)",
        "http:///xau.vidu.vn",
        "https:xau.vidu.vn",
        "/%09/xau.vidu.vn\n",
        " //xau.vidu.vn",
        "ht\ntps://xau.vidu.vn",
    ],
)
def test_log_in_leads_to_no_other_site(person: PersonRecord, evil: str) -> None:
    for response in (
        try_to_log_in("thu.tt", PASSWORD, next=evil),
        Client().post(f"{LOG_IN}?next={evil}", {"login": "thu.tt", "password": PASSWORD}),
    ):
        if response.status_code == 302:
            assert re.fullmatch(r"/(?![/\\]).*", response["Location"])
            assert "xau.vidu.vn" not in response["Location"] or response["Location"].startswith("/%09/")


def test_a_wrong_password_and_a_name_that_nobody_has_read_alike(person: PersonRecord) -> None:
    pages = []
    for name in ("thu.tt", "thu.xx", "thu.tt@vidu.vn", "thu.xx@vidu.vn"):
        response = try_to_log_in(name, "sai-rồi-nhé")
        page = response.content.decode().replace(name, "TÊN")
        pages.append((response.status_code, re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)))
    assert WRONG in pages[0][1]
    assert len(set(pages)) == 1


@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.Argon2PasswordHasher"])
@pytest.mark.parametrize("name", ["thu.tt", "thu.tt@vidu.vn", "thu.xx", "thu.xx@vidu.vn"])
def test_a_name_that_nobody_has_costs_as_much_work_as_a_wrong_password(
    person: PersonRecord, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password is hashed once in every case, so that the time of an answer tells nobody who has an account."""
    row = Person.objects.get(id=person.id)
    row.set_password(PASSWORD)
    row.save()
    hashed: list[str] = []
    for way in ("encode", "verify"):
        real = getattr(Argon2PasswordHasher, way)
        # The real hasher works on; it is only counted how often.
        monkeypatch.setattr(
            Argon2PasswordHasher, way, lambda *given, real=real, way=way: (hashed.append(way), real(*given))[1]
        )
    try_to_log_in(name, "sai-rồi-nhé")
    assert len(hashed) == 1, hashed


def test_a_closed_account_is_told_so_only_with_the_right_password(world: World, admin: PersonRecord) -> None:
    world.person("cuu")
    deactivate_person(person_id=Person.objects.get(username="cuu").pk, actor=acting(admin), now=NOW)
    assert WRONG in try_to_log_in("cuu", "sai-rồi-nhé").content.decode()
    client = Client()
    response = client.post(LOG_IN, {"login": "cuu", "password": PASSWORD}, follow=True)
    assert "Tài khoản này đã khóa." in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_sessions_of_a_closed_account_end_at_once(world: World, admin: PersonRecord) -> None:
    person = world.person("cuu")
    client = logged_in(person)
    assert client.get("/lam-viec/tai-khoan/").status_code == 200
    deactivate_person(person_id=person.id, actor=acting(admin), now=NOW)
    assert client.get("/lam-viec/tai-khoan/").status_code == 302


def test_the_session_gets_a_new_key_at_log_in(person: PersonRecord) -> None:
    """A session that an attacker planted in the browser beforehand is of no use afterwards."""
    client = Client()
    client.get("/lam-viec/")
    client.session["x"] = 1
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["sessionid"] = session.session_key
    before = session.session_key
    try_to_log_in("thu.tt", PASSWORD, client=client)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_the_form_token_changes_at_log_in(person: PersonRecord) -> None:
    client = Client()
    client.get(LOG_IN)
    before = client.cookies["csrftoken"].value
    try_to_log_in("thu.tt", PASSWORD, client=client)
    assert client.cookies["csrftoken"].value != before


def test_log_in_and_log_out_need_the_form_of_our_own_page(person: PersonRecord) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post(LOG_IN, {"login": "thu.tt", "password": PASSWORD}).status_code == 403
    client.force_login(Person.objects.get(id=person.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post("/dang-xuat/").status_code == 403
    assert "_auth_user_id" in client.session


def test_after_log_out_the_next_person_finds_no_page_by_going_back(person: PersonRecord) -> None:
    client = logged_in(person)
    assert client.get("/lam-viec/tai-khoan/")["Cache-Control"] == "private, no-cache"
    assert client.post("/dang-xuat/")["Clear-Site-Data"] == '"cache"'


def test_log_out_needs_a_posted_form(person: PersonRecord) -> None:
    client = logged_in(person)
    assert client.get("/dang-xuat/").status_code == 200
    assert "_auth_user_id" in client.session
    response = client.post("/dang-xuat/")
    assert response["Location"] == "/"
    assert "_auth_user_id" not in client.session
    assert events_about(Subject("person", person.id))[-1].kind == "person.logged-out"


@override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True)
def test_cookies_are_kept_from_scripts_and_from_other_sites(person: PersonRecord) -> None:
    client = Client()
    client.get(LOG_IN)
    try_to_log_in("thu.tt", PASSWORD, client=client)
    client.get("/lam-viec/tai-khoan/")
    for name in ("sessionid", "nguoi_dung"):
        cookie = client.cookies[name]
        assert (bool(cookie["httponly"]), cookie["samesite"], bool(cookie["secure"])) == (True, "Lax", True)
    assert client.cookies["sessionid"]["max-age"] == ""
    assert client.cookies["csrftoken"]["secure"]


def test_a_strange_host_is_refused(db: None) -> None:
    assert Client().get(LOG_IN, HTTP_HOST="xau.vidu.vn").status_code == 400


def test_the_password_stands_in_no_page_and_no_table(person: PersonRecord) -> None:
    response = try_to_log_in("thu.tt", "sai-rồi-nhé-bí-mật")
    assert "sai-rồi-nhé-bí-mật" not in response.content.decode()
    for attempt in AccessAttempt.objects.all():
        assert "bí-mật" not in str(attempt.__dict__)
        assert "thu.tt" not in (attempt.post_data or "")


def test_after_five_wrong_passwords_the_page_says_until_when(person: PersonRecord) -> None:
    with time_machine.travel("2026-10-13T14:20:00+07:00", tick=False):
        for _ in range(4):
            assert WRONG in try_to_log_in("thu.tt", "sai-rồi-nhé").content.decode()
        fifth = try_to_log_in("thu.tt", "sai-rồi-nhé")
        assert fifth.status_code == 429
        assert "Thử lại sau 14:35" in fifth.content.decode()
        assert 'value="thu.tt"' in fifth.content.decode()
    with time_machine.travel("2026-10-13T14:30:00+07:00", tick=False):
        right = try_to_log_in("thu.tt", PASSWORD)
        assert right.status_code == 429
        assert "Thử lại sau 14:35" in right.content.decode()
    with time_machine.travel("2026-10-13T14:36:00+07:00", tick=False):
        assert try_to_log_in("thu.tt", PASSWORD).status_code == 302
    assert "person.locked-out" in [event.kind for event in events_about(Subject("person", person.id))]


def test_the_user_name_and_the_email_address_are_counted_together(person: PersonRecord) -> None:
    for name in ("thu.tt", "thu.tt@vidu.vn", "THU.TT", "thu.tt@vidu.vn"):
        try_to_log_in(name, "sai-rồi-nhé")
    assert try_to_log_in("thu.tt", "sai-rồi-nhé").status_code == 429


def test_a_name_that_nobody_has_is_locked_alike(db: None) -> None:
    answers = [try_to_log_in("ma.khong", "sai-rồi-nhé").status_code for _ in range(6)]
    assert answers == [200, 200, 200, 200, 429, 429]


def test_the_same_person_elsewhere_and_others_here_are_not_locked(world: World, person: PersonRecord) -> None:
    world.person("baa")
    for _ in range(6):
        try_to_log_in("thu.tt", "sai-rồi-nhé", address="10.0.0.1")
    assert try_to_log_in("thu.tt", PASSWORD, address="10.0.0.2").status_code == 302
    assert try_to_log_in("baa", PASSWORD, address="10.0.0.1").status_code == 302


def test_two_hundred_people_behind_one_address_all_get_in(world: World) -> None:
    """Each mistypes once first; nobody waits for anybody."""
    first = world.person("nguoi000")
    row = Person.objects.get(id=first.id)
    Person.objects.bulk_create(
        Person(username=f"nguoi{n:03}", name=f"Người {n}", password=row.password, created_at=NOW) for n in range(1, 200)
    )
    for n in range(200):
        assert try_to_log_in(f"nguoi{n:03}", "sai-rồi-nhé").status_code == 200
        assert try_to_log_in(f"nguoi{n:03}", PASSWORD).status_code == 302


def test_a_right_password_clears_the_wrong_ones(person: PersonRecord) -> None:
    for _ in range(3):
        for _ in range(4):
            try_to_log_in("thu.tt", "sai-rồi-nhé")
        assert try_to_log_in("thu.tt", PASSWORD).status_code == 302


def test_an_attackers_own_account_clears_nobody_elses_count(world: World, person: PersonRecord) -> None:
    world.person("xau")
    for _ in range(4):
        try_to_log_in("thu.tt", "sai-rồi-nhé")
    assert try_to_log_in("xau", PASSWORD).status_code == 302
    assert try_to_log_in("thu.tt", "sai-rồi-nhé").status_code == 429


@override_settings(TRUSTED_PROXIES=0)
def test_a_made_up_forwarding_header_does_not_escape_the_lock(person: PersonRecord) -> None:
    for n in range(5):
        Client().post(LOG_IN, {"login": "thu.tt", "password": "x"}, HTTP_X_FORWARDED_FOR=f"1.2.3.{n}")
    assert AccessAttempt.objects.get().failures_since_start == 5


@override_settings(TRUSTED_PROXIES=1)
def test_behind_a_proxy_the_address_that_the_proxy_saw_counts(person: PersonRecord) -> None:
    for n in range(5):
        Client().post(LOG_IN, {"login": "thu.tt", "password": "x"}, HTTP_X_FORWARDED_FOR=f"1.2.3.{n}, 20.0.0.7")
    assert AccessAttempt.objects.get().ip_address == "20.0.0.7"


def test_a_temporary_password_opens_only_the_page_that_changes_it(person: PersonRecord) -> None:
    password = reset_password(person_id=person.id, actor=SYSTEM, now=timezone.now())
    client = Client()
    response = try_to_log_in("thu.tt", password, client=client)
    assert response.status_code == 302
    for path in ("/lam-viec/", "/lam-viec/tai-khoan/", "/lam-viec/khong-co/", "/en/lam-viec/can-bo/"):
        assert "/lam-viec/tai-khoan/mat-khau/?next=" in client.get(path)["Location"]
    page = client.get("/lam-viec/tai-khoan/mat-khau/?next=/lam-viec/tai-khoan/")
    assert "Mật khẩu đang dùng" not in page.content.decode()
    new = {"password": "mật-khẩu-của-riêng-tôi", "password_again": "mật-khẩu-của-riêng-tôi", "next": "/lam-viec/"}
    assert client.post("/lam-viec/tai-khoan/mat-khau/", new)["Location"] == "/lam-viec/"
    assert client.get("/lam-viec/tai-khoan/").status_code == 200


def test_a_temporary_password_is_worthless_after_seven_days(person: PersonRecord) -> None:
    password = reset_password(person_id=person.id, actor=SYSTEM, now=timezone.now() - timedelta(days=7, minutes=1))
    client = Client()
    response = client.post(LOG_IN, {"login": "thu.tt", "password": password}, follow=True)
    assert "Mật khẩu tạm đã hết hạn." in response.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "path", ["/lam-viec/", "/lam-viec", "/lam-viec/khong-co-trang-nay/", "/lam-viec/can-bo/1/?a=b"]
)
def test_without_a_session_every_path_of_officers_leads_to_log_in(db: None, path: str) -> None:
    response = Client().get(path)
    assert response.status_code == 302
    assert response["Location"].startswith("/dang-nhap/?next=%2Flam-viec")


def test_english_paths_of_officers_lead_to_the_english_log_in(db: None) -> None:
    response = Client().get("/en/lam-viec/khong-co/")
    assert response["Location"] == "/en/dang-nhap/?next=%2Fen%2Flam-viec%2Fkhong-co%2F"


@pytest.mark.parametrize(
    "path",
    [
        "/lam-viec/khong-co-trang-nay/",
        "/lam-viec/can-bo/",
        "/lam-viec/can-bo/999999/",
        "/lam-viec/vi-tri/99999999999999999999999999/uy-quyen/",
    ],
)
def test_with_a_session_what_is_not_there_and_what_is_not_allowed_answer_alike(person: PersonRecord, path: str) -> None:
    response = logged_in(person).get(path)
    assert response.status_code == 404
    other = logged_in(person).get("/lam-viec/cung-khong-co/")
    strip = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|/(en/)?lam-viec/[^"]*')
    assert strip.sub("", response.content.decode()) == strip.sub("", other.content.decode())


def test_a_session_ends_an_hour_after_the_last_request_and_twelve_after_log_in(person: PersonRecord) -> None:
    client = Client()
    with time_machine.travel("2026-10-13T07:30:00+07:00", tick=False) as traveller:
        try_to_log_in("thu.tt", PASSWORD, client=client)
        for _ in range(13):
            traveller.shift(timedelta(minutes=50))
            assert client.get("/lam-viec/tai-khoan/").status_code == 200
        traveller.shift(timedelta(minutes=61))
        assert client.get("/lam-viec/tai-khoan/").status_code == 302
    with time_machine.travel("2026-10-14T07:30:00+07:00", tick=False) as traveller:
        try_to_log_in("thu.tt", PASSWORD, client=client)
        for _ in range(14):
            traveller.shift(timedelta(minutes=50))
            client.get("/lam-viec/tai-khoan/")
        traveller.shift(timedelta(minutes=50))
        assert client.get("/lam-viec/tai-khoan/").status_code == 302
