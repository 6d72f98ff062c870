"""The whole way over HTTP, without scripts: looked through, submitted, approved, petitioned, corrected, withdrawn."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from minhbach.accounts.models import Person
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.publication.jobs import open_what_is_scheduled, screen_waiting_versions
from minhbach.publication.models import Channel, Petition
from minhbach.publication.tests.conftest import NOW, PRIVATE, World, keep_files
from minhbach.register.models import Item

MakeItem = Callable[..., Item]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every page and job meet the day of the made-up commune."""
    monkeypatch.setattr(clock, "now", lambda: NOW)


def as_person(actor: Actor) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=actor.person), backend=BACKEND)
    return client


def button(page: str) -> list[str]:
    """Return the words of the filled buttons and links."""
    found = re.findall(r'<(?:a|button) class="button"[^>]*>([^<]*)<', page)
    return [words.strip() for words in found]


def test_the_whole_way(world: World, item: MakeItem, django_capture_on_commit_callbacks: Any) -> None:
    row = item(PRIVATE)
    specialist, leader = as_person(world.officer(Role.SPECIALIST)), as_person(world.officer(Role.LEADER))
    citizen, base = Client(), f"/lam-viec/cong-khai/{row.pk}/"

    assert button(specialist.get(base).content.decode()) == ["Kiểm tra trước khi đăng"]
    specialist.post(base + "kiem-tra/")
    assert "Đang kiểm tra" in specialist.get(base).content.decode()
    screen_waiting_versions.call()
    page = specialist.get(base).content.decode()
    assert button(page) == ["Trả lời từng chỗ"]
    page = specialist.get(base + "du-lieu-ca-nhan/").content.decode()
    assert "001085012345" in page
    refused = specialist.post(base + "du-lieu-ca-nhan/", {"ground": "law", "everything": "1"})
    assert refused.status_code == 422
    specialist.post(base + "du-lieu-ca-nhan/", {"ground": "consent", "words": "đơn ngày 01/10/2026", "everything": "1"})
    assert button(specialist.get(base).content.decode()) == ["Trình lãnh đạo duyệt"]
    specialist.post(base + "trinh/")

    public = f"/thong-tin/{row.public_id}/"
    assert citizen.get(public + "ban-1/").status_code == 404
    assert specialist.get(base + "duyet/").status_code == 404
    page = leader.get(base + "duyet/").content.decode()
    assert button(page) == ["Duyệt và đăng"]
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version is not None
    assert leader.post(base + "duyet/", {"version": version[1]}).status_code == 422
    leader.post(base + "duyet/", {"version": version[1], "seen": "on"})
    page = citizen.get(public + "ban-1/").content.decode()
    assert "Bản 1" in page
    assert "120 ha" in page

    form = citizen.get(public + "bao-sai/").content.decode()
    key = re.search(r'name="key" value="([^"]+)"', form)
    assert key is not None
    sent = {"key": key[1], "text": "Diện tích đất lúa là 121 ha", "sender": "Trần Thị Thử", "contact": "0900 000 000"}
    receipt = citizen.post(public + "bao-sai/", sent, follow=True).content.decode()
    petition = Petition.objects.get()
    assert petition.number in receipt
    assert "thứ Sáu 23/10/2026" in receipt
    citizen.post(public + "bao-sai/", sent)
    assert Petition.objects.count() == 1

    answer = {"outcome": "say_wrong", "answer": "Đã kiểm tra: đúng là 121 ha."}
    specialist.post(f"/lam-viec/cong-khai/kien-nghi/{petition.pk}/", answer)
    file = SimpleUploadedFile("ke-hoach-2.txt", "Diện tích đất lúa là 121 ha.".encode())
    specialist.post(
        f"/lam-viec/kho-thong-tin/{row.pk}/ban-moi/",
        {"why": "Sửa diện tích", "uploads": [file], "role": "original", "title": row.title, "created_on": "12/10/2026"},
    )
    keep_files(django_capture_on_commit_callbacks)
    specialist.post(base + "kiem-tra/")
    screen_waiting_versions.call()
    specialist.post(base + "trinh/")
    version = re.search(r'name="version" value="(\d+)"', leader.get(base + "duyet/").content.decode())
    assert version is not None
    leader.post(base + "duyet/", {"version": version[1], "seen": "on", "publish_on": "15/10/2026"})
    assert "đính chính" not in citizen.get(public + "ban-1/").content.decode()
    open_what_is_scheduled.call()
    assert citizen.get(public + "ban-2/").status_code == 404
    leader.post(base + "tra-lai/", {"remark": "Đăng sớm hơn"})
    specialist.post(base + "trinh/")
    leader.post(base + "duyet/", {"version": version[1], "seen": "on"})
    page = citizen.get(public + "ban-1/").content.decode()
    assert "Bản 2 đã đính chính bản này" in page
    assert "121 ha" in citizen.get(public + "ban-2/").content.decode()
    petition.refresh_from_db()
    assert (petition.state, petition.corrected_in) == ("corrected", 2)
    assert list(Channel.objects.values_list("version_number", "form")) == [(1, "portal"), (2, "portal")]

    reason = {"why": "wrong", "remark": "Sai cả bảng"}
    stale = leader.post(base + "rut/", {**reason, "public": row.public_version_id or 1})
    assert stale.status_code == 422
    assert "người khác đã đăng hoặc rút" in stale.content.decode()
    assert "Sai cả bảng" in stale.content.decode()
    leader.post(base + "rut/", reason)
    late = leader.post(base + "rut/", reason, follow=True).content.decode()
    assert "Tình trạng hiện nay: Đã rút khỏi công khai" in late
    late = leader.post(base + "duyet/", {"version": version[1], "seen": "on"}, follow=True).content.decode()
    assert "Người khác đã làm trước" in late
    for number in (1, 2):
        answer_page = citizen.get(public + f"ban-{number}/")
        assert answer_page.status_code == 410
        assert "đã rút" in answer_page.content.decode()
        assert row.title not in answer_page.content.decode()
    assert citizen.get(public + "bao-sai/").status_code == 404
