"""The made-up ward: made once, entered by a button, and nowhere but in a demonstration."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db.models import Count
from django.test import Client, override_settings

from minhbach.accounts.models import Person, Post
from minhbach.accounts.queries import actor_of
from minhbach.agencies.models import Body, Territory
from minhbach.demonstration.actions.make_demonstration import make_province
from minhbach.demonstration.people import OFFICERS, WARD_COMMITTEE
from minhbach.domain.access import Role
from minhbach.domain.plans.standing import FOUR
from minhbach.foundation import clock
from minhbach.foundation.models import Event
from minhbach.lawbook.units import load_units
from minhbach.planning.models import AssignmentSpan, Plan
from minhbach.planning.queries import counts, spans_on
from minhbach.register.models import Item

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
BUTTON = "/dang-nhap/lam-mau/"


@pytest.fixture
def made(db: None) -> Iterator[None]:
    with override_settings(IS_DEMONSTRATION=True):
        make_province(now=NOW)
        yield


def test_it_is_made_through_the_actions_and_once(made: None) -> None:
    before = (Person.objects.count(), Post.objects.count(), Body.objects.count(), Event.objects.count())
    assert make_province(now=NOW) == 0
    assert (Person.objects.count(), Post.objects.count(), Body.objects.count(), Event.objects.count()) == before
    assert Event.objects.filter(kind="person.created").count() == len(OFFICERS)
    assert set(Event.objects.values_list("actor", flat=True)) == {"system:demonstration"}


def test_every_role_has_an_officer_and_one_person_holds_them_all(made: None) -> None:
    assert set(Post.objects.values_list("role", flat=True)) == {role.value for role in Role}
    person = Person.objects.get(username="thu.mauhai")
    actor = actor_of(person.pk, on=clock.today())
    assert {post.role for post in actor.posts} == set(Role)
    assert len(actor.bodies()) == 1


def test_the_ward_has_committee_office_and_divisions(made: None) -> None:
    ward = Body.objects.get(slug=WARD_COMMITTEE)
    beneath = Body.objects.filter(positions__parent=ward).values_list("kind", flat=True)
    assert {"office", "division"} <= set(beneath)


def test_none_of_its_codes_is_a_real_one(made: None) -> None:
    real = {unit.code for unit in load_units().provinces(on=NOW.date())}
    made_up = set(Territory.objects.values_list("code", flat=True))
    assert made_up
    assert not made_up & real
    assert all(not code.isdigit() for code in made_up)


def test_the_log_in_page_lists_them_and_a_button_logs_one_in(made: None) -> None:
    client = Client()
    page = client.get("/dang-nhap/").content.decode()
    for officer in OFFICERS:
        assert f"Vào với tên {officer.name}" in page
    assert "Ủy ban nhân dân phường Mẫu Một" in page
    person = Person.objects.get(username="du.lanhdao")
    response = client.post(BUTTON, {"person": person.pk})
    assert response["Location"] == "/lam-viec/"
    assert client.session["_auth_user_id"] == str(person.pk)
    assert client.get("/lam-viec/tai-khoan/").status_code == 200


def test_every_page_says_that_its_data_are_made_up(made: None) -> None:
    visitor, officer = Client(), Client()
    officer.post(BUTTON, {"person": Person.objects.get(username="du.lanhdao").pk})
    for path in ("/", "/dang-nhap/", "/khong-co/", "/tro-giup/"):
        assert "Dữ liệu làm mẫu" in visitor.get(path).content.decode(), path
    for path in ("/lam-viec/", "/lam-viec/tai-khoan/", "/lam-viec/khong-co/"):
        assert "Dữ liệu làm mẫu" in officer.get(path).content.decode(), path


def test_elsewhere_the_button_is_not_there(made: None) -> None:
    person = Person.objects.get(username="du.lanhdao")
    with override_settings(IS_DEMONSTRATION=False):
        client = Client()
        page = client.get("/dang-nhap/").content.decode()
        assert "Vào với tên" not in page
        assert "làm mẫu" not in page
        assert client.post(BUTTON, {"person": person.pk}).status_code == 404
        assert client.get(BUTTON).status_code == 404
        assert "_auth_user_id" not in client.session
        with pytest.raises(CommandError):
            call_command("make_demonstration")


def test_the_button_needs_the_form_of_our_own_page_and_a_post(made: None) -> None:
    person = Person.objects.get(username="du.lanhdao")
    assert Client().get(BUTTON).status_code == 405
    assert Client(enforce_csrf_checks=True).post(BUTTON, {"person": person.pk}).status_code == 403


@pytest.mark.parametrize("chosen", ["", "0", "999999", "x", "١", "1 OR 1=1"])
def test_only_made_up_people_are_behind_the_button(made: None, chosen: str) -> None:
    assert Client().post(BUTTON, {"person": chosen}).status_code == 404


def test_a_person_who_was_added_by_hand_is_not_behind_the_button(made: None) -> None:
    person = Person.objects.create(username="that", name="Người thêm tay", created_at=NOW)
    assert Client().post(BUTTON, {"person": person.pk}).status_code == 404


def test_a_closed_made_up_account_is_not_offered(made: None) -> None:
    person = Person.objects.get(username="du.lanhdao")
    Person.objects.filter(pk=person.pk).update(is_active=False)
    client = Client()
    assert "Nguyễn Văn Dụ" not in client.get("/dang-nhap/").content.decode()
    assert client.post(BUTTON, {"person": person.pk}).status_code == 404


@pytest.mark.parametrize("evil", ["https://xau.vidu.vn/", "//xau.vidu.vn/", "/\\xau.vidu.vn", "javascript:alert(1)"])
def test_the_button_leads_to_no_other_site(made: None, evil: str) -> None:
    person = Person.objects.get(username="du.lanhdao")
    assert Client().post(BUTTON, {"person": person.pk, "next": evil})["Location"] == "/lam-viec/"


def test_the_button_leads_where_one_wanted_to_go(made: None) -> None:
    person = Person.objects.get(username="tap.quantri")
    response = Client().post(BUTTON, {"person": person.pk, "next": "/lam-viec/can-bo/?q=a"})
    assert response["Location"] == "/lam-viec/can-bo/?q=a"


def test_the_command_makes_a_year_of_life_once_and_says_so(db: None) -> None:
    """Twelve communes, nine with a plan under the province's; work in each class, and nothing after the day itself."""
    with override_settings(IS_DEMONSTRATION=True):
        said = StringIO()
        call_command("make_demonstration", stderr=said)
        events = Event.objects.count()
        call_command("make_demonstration", stderr=said)
    assert said.getvalue().splitlines() == [
        "Đã tạo dữ liệu làm mẫu: tỉnh Thí Dụ, 12 xã, phường, một năm thực hiện kế hoạch.",
        "Dữ liệu làm mẫu đã có sẵn.",
    ]
    assert Event.objects.count() == events
    today = clock.today()
    assert Plan.objects.count() == 1 + 9
    standing = counts(spans_on(today), on=today)
    assert min(standing.of(one) for one in FOUR) >= 5, standing
    assert not AssignmentSpan.objects.filter(from_on__gt=today).exists()
    assert Event.objects.filter(kind="assignment.accepted").exists()
    held = Item.objects.values_list("body").annotate(items=Count("pk")).values_list("items", flat=True)
    assert len(held) == 12
    assert min(held) >= 20
    assert set(Item.objects.values_list("access", flat=True)) == {"", "open", "conditional", "closed"}
    assert not Item.objects.filter(created_on__gt=today).exists()


@pytest.mark.parametrize(
    "beyond",
    [{"MINHBACH_LISTEN": "0.0.0.0"}, {"MINHBACH_LISTEN": "192.168.1.5"}, {"MINHBACH_HOSTS": "minhbach.vidu.vn"}],
)
def test_a_demonstration_is_not_seen_from_another_machine(beyond: dict[str, str], tmp_path: Path) -> None:
    environment = {**os.environ, "MINHBACH_MODE": "demonstration", "MINHBACH_DATA": str(tmp_path), **beyond}
    command = [sys.executable, "-m", "minhbach.config.command", "manage", "check"]
    started = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert started.returncode != 0
    assert "chỉ chạy trên chính máy này" in started.stderr
