"""A form that is posted after the session ended comes back filled in after log-in."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from minhbach.accounts import kept_forms
from minhbach.accounts.contracts import PersonRecord
from minhbach.accounts.kept_forms import Kept
from minhbach.accounts.models import KeptForm, Person
from minhbach.accounts.refilling import refill
from minhbach.accounts.tests.conftest import PASSWORD, World, logged_in
from minhbach.domain.access import Role

NEW_PERSON = "/lam-viec/can-bo/them/"
TYPED = {
    "name": "Trần Thị “Thử” <b>đậm</b>",
    "username": "thu.moi",
    "email": "thu.moi@vidu.vn",
    "role": "leader",
    "title": "Phó Chủ tịch",
    "from_on": "1/12/2026",
}


def end_session(client: Client) -> None:
    """Let the session end as it does on the server; the browser keeps its cookies."""
    client.session.flush()


def log_in(client: Client, username: str, path: str) -> str:
    response = client.post(f"/dang-nhap/?next={path}", {"login": username, "password": PASSWORD, "next": path})
    return str(response["Location"])


def lose(client: Client, path: str, typed: dict[str, str]) -> None:
    """Open the page, let the session end, and send the form."""
    assert client.get(path).status_code in (200, 405)
    end_session(client)
    response = client.post(path, typed)
    assert response.status_code == 302
    assert response["Location"].startswith("/dang-nhap/?next=")


def test_the_page_comes_back_as_it_was_left_and_can_be_sent(world: World, admin: PersonRecord) -> None:
    client = logged_in(admin)
    lose(client, NEW_PERSON, {**TYPED, "body": str(world.ward.pk)})
    assert not Person.objects.filter(username="thu.moi").exists()
    assert log_in(client, "quantri", NEW_PERSON) == NEW_PERSON
    page = client.get(NEW_PERSON).content.decode()
    assert "Trang mở quá lâu. Nội dung vẫn còn; hãy gửi lại." in page
    assert 'value="Trần Thị “Thử” &lt;b&gt;đậm&lt;/b&gt;"' in page
    assert 'value="1/12/2026"' in page
    assert re.search(r'<option value="leader" selected[^>]*>', page)
    assert page.startswith("<!doctype html>")
    assert "Tức là" not in page
    assert not Person.objects.filter(username="thu.moi").exists()
    sent = client.post(NEW_PERSON, {**TYPED, "body": str(world.ward.pk)})
    assert sent.status_code == 302
    assert Person.objects.filter(username="thu.moi").exists()
    assert not KeptForm.objects.exists()
    assert "Trang mở quá lâu" not in client.get(NEW_PERSON).content.decode()


def test_an_act_without_a_page_of_its_own_is_shown_and_sent_again(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    client = logged_in(admin)
    path = f"/lam-viec/can-bo/{person.id}/cap-mat-khau/"
    end_session(client)
    client.post(path, {"ghi_chu": "nhờ cấp lại"})
    log_in(client, "quantri", path)
    response = client.get(path)
    page = response.content.decode()
    assert response.status_code == 200
    assert "<h1>Gửi lại</h1>" in page
    assert f'action="{path}"' in page
    assert "nhờ cấp lại" in page


def test_somebody_else_at_the_same_machine_finds_nothing(world: World, admin: PersonRecord) -> None:
    world.person("haii", Role.ADMINISTRATOR)
    client = logged_in(admin)
    lose(client, NEW_PERSON, {**TYPED, "body": str(world.ward.pk)})
    log_in(client, "haii", NEW_PERSON)
    page = client.get(NEW_PERSON).content.decode()
    assert "thu.moi" not in page
    assert not KeptForm.objects.exists()


def test_another_browser_finds_nothing(world: World, admin: PersonRecord) -> None:
    client = logged_in(admin)
    lose(client, NEW_PERSON, {**TYPED, "body": str(world.ward.pk)})
    assert "thu.moi" not in logged_in(admin).get(NEW_PERSON).content.decode()


def test_another_page_shows_nothing_of_it(world: World, admin: PersonRecord) -> None:
    client = logged_in(admin)
    lose(client, NEW_PERSON, {**TYPED, "body": str(world.ward.pk)})
    log_in(client, "quantri", "/lam-viec/tai-khoan/")
    assert "Trang mở quá lâu" not in client.get("/lam-viec/tai-khoan/").content.decode()


def test_what_may_not_be_seen_stays_unseen(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    client = logged_in(person)
    end_session(client)
    client.post(NEW_PERSON, TYPED)
    log_in(client, "mot", NEW_PERSON)
    response = client.get(NEW_PERSON)
    assert response.status_code == 404
    assert "thu.moi" not in response.content.decode()


def test_a_strangers_page_has_nothing_kept_here(world: World, admin: PersonRecord) -> None:
    """Another site posts to us in the visitor's browser: without our own form's token nothing is kept."""
    client = Client(enforce_csrf_checks=True)
    client.get("/dang-nhap/")
    response = client.post(NEW_PERSON, TYPED, HTTP_ORIGIN="https://xau.vidu.vn")
    assert response.status_code == 302
    assert "bieu_mau" not in response.cookies
    assert not KeptForm.objects.exists()


def test_with_the_token_of_our_own_form_it_is_kept(world: World, admin: PersonRecord) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/dang-nhap/")
    token = client.cookies["csrftoken"].value
    response = client.post(NEW_PERSON, {**TYPED, "csrfmiddlewaretoken": token})
    assert response.cookies["bieu_mau"]["httponly"]
    assert response.cookies["bieu_mau"]["samesite"] == "Lax"
    assert KeptForm.objects.count() == 1


def test_passwords_and_codes_are_never_kept_and_the_database_alone_tells_nothing(world: World) -> None:
    client = Client()
    client.post(NEW_PERSON, {**TYPED, "present_password": "bí-mật-1", "mat_khau": "bí-mật-2", "code": "123456"})
    row = KeptForm.objects.get()
    assert b"thu.moi" not in bytes(row.content)
    kept = kept_forms.find(client.cookies["bieu_mau"].value, person=1, now=timezone.now())
    assert kept is not None
    assert set(kept.fields) == set(TYPED)
    assert kept_forms.find("sai", person=1, now=timezone.now()) is None


def test_it_is_gone_after_two_hours(world: World, admin: PersonRecord) -> None:
    client = logged_in(admin)
    now = timezone.now()
    lose(client, NEW_PERSON, {**TYPED, "body": str(world.ward.pk)})
    with time_machine.travel(now + timedelta(hours=2, minutes=1), tick=False):
        log_in(client, "quantri", NEW_PERSON)
        assert "thu.moi" not in client.get(NEW_PERSON).content.decode()
        assert kept_forms.forget_expired(now=timezone.now()) == 1


@pytest.mark.parametrize(("size", "person", "kept"), [(300_000, 1, False), (100_000, 1, True), (100_000, None, False)])
def test_too_much_is_not_kept(db: None, size: int, person: int | None, kept: bool) -> None:
    secret = kept_forms.keep(Kept("/lam-viec/", {"a": ("x" * size,)}, person), now=timezone.now())
    assert (secret is not None) is kept


def test_strangers_cannot_fill_the_database(db: None) -> None:
    until = timezone.now() + timedelta(hours=1)
    KeptForm.objects.bulk_create(KeptForm(digest=f"{n:064}", content=b"x", until=until) for n in range(500))
    assert kept_forms.keep(Kept("/lam-viec/", {"a": ("x",)}, None), now=timezone.now()) is None
    assert kept_forms.keep(Kept("/lam-viec/", {"a": ("x",)}, 1), now=timezone.now()) is not None


def test_files_are_not_kept_and_the_page_says_so(world: World, admin: PersonRecord) -> None:
    client = logged_in(admin)
    end_session(client)
    with Path(__file__).open("rb") as file:
        client.post(NEW_PERSON, {**TYPED, "tep": file})
    log_in(client, "quantri", NEW_PERSON)
    assert "Tệp thì chọn lại." in client.get(NEW_PERSON).content.decode()


FORM = """<!doctype html><html lang="vi"><body><form method="get"><input name="q"></form>
<form method="post" action=""><input type="hidden" name="csrfmiddlewaretoken" value="t"><textarea name="a">cũ</textarea>
<input name="b" value="cũ"><input name="b"><input type="checkbox" name="c" value="1" checked>
<input type="checkbox" name="c" value="2"><input type="radio" name="d" value="x">
<input type="radio" name="d" value="y" checked>
<select name="e"><option value="1" selected>một</option><option>hai</option></select>
<input type="password" name="p"><svg viewBox="0 0 1 1"><path d="M0 0"/></svg></form></body></html>"""


def test_every_kind_of_box_is_filled() -> None:
    fields = {"a": ("\ndòng 1\n</textarea><script>",), "b": ("một", "hai"), "c": ("2",), "d": ("x",), "e": ("hai",)}
    page = refill(FORM, "/lam-viec/x/", fields, "Hãy gửi lại.")
    assert page is not None
    assert '<textarea name="a">\n\ndòng 1\n&lt;/textarea&gt;&lt;script&gt;</textarea>' in page
    assert '<input name="b" value="một"><input name="b" value="hai">' in page
    assert '<input type="checkbox" name="c" value="1">' in page
    assert re.search(r'<input type="checkbox" name="c" value="2" checked[^>]*>', page)
    assert re.search(r'<input type="radio" name="d" value="x" checked[^>]*>', page)
    assert '<input type="radio" name="d" value="y">' in page
    assert re.search(r"<option selected[^>]*>hai</option>", page)
    assert '<option value="1">một</option>' in page
    assert 'action="/lam-viec/x/"' in page
    assert 'value="t"' in page


@pytest.mark.parametrize("fields", [{"khong_co": ("x",)}, {}, {"a": ("",)}, {"q": ("x",)}])
def test_a_form_that_has_other_boxes_is_not_filled(fields: dict[str, tuple[str, ...]]) -> None:
    assert refill(FORM, "/lam-viec/x/", fields, "") is None


def test_a_form_that_posts_elsewhere_is_not_filled() -> None:
    assert refill(FORM.replace('action=""', 'action="/khac/"'), "/lam-viec/x/", {"a": ("x",)}, "") is None
