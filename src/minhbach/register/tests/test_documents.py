"""A document that is dropped in: read, proposed, checked by a person, entered with its file."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from minhbach.domain.access import Role, system_actor
from minhbach.register.actions.drop_document import drop_document, forget_dropped, read_dropped
from minhbach.register.models import DroppedDocument, HeldFile, Item
from minhbach.register.tests.conftest import NOW, World
from minhbach.register.tests.test_files import SECRET
from minhbach.register.tests.test_pages import client_of

DOCUMENT = """ỦY BAN NHÂN DÂN
XÃ MẪU MỘT

Số: 45/KH-UBND

Mẫu Một, ngày 12 tháng 10 năm 2026

KẾ HOẠCH
Sử dụng đất năm 2027 của xã Mẫu Một

I. MỤC ĐÍCH

Sử dụng đất tiết kiệm.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Trần Văn Thử
""".encode()
Read = Callable[[], None]


@pytest.fixture
def keeper(world: World) -> Any:
    return world.officer(Role.SPECIALIST)


@pytest.fixture
def client(keeper: Any) -> Client:
    return client_of(keeper)


@pytest.fixture
def dropped(world: World, keeper: Any) -> Callable[[bytes], DroppedDocument]:
    def drop(content: bytes) -> DroppedDocument:
        given = {"name": "ke-hoach.txt", "body_id": world.ward.pk, "actor": keeper, "now": NOW}
        return DroppedDocument.objects.get(pk=drop_document(content=content, **given))

    return drop


@pytest.fixture
def read_all(django_capture_on_commit_callbacks: Any) -> Read:
    def read() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            for row in DroppedDocument.objects.all():
                read_dropped(document_id=row.pk, actor=system_actor("reader"), now=NOW)

    return read


def waiting(settings: Any) -> list[Path]:
    return list((Path(settings.DATA) / "quarantine").glob("*"))


def test_what_was_read_fills_the_boxes_and_a_person_enters_it(
    world: World, client: Client, dropped: Any, read_all: Read
) -> None:
    row = dropped(DOCUMENT)
    url = reverse("register:document", args=[row.pk])
    assert "Đang đọc" in client.get(url).content.decode()
    read_all()
    shown = client.get(url).content.decode()
    for words in ('value="45"', 'value="KH-UBND"', "Sử dụng đất năm 2027", 'value="12/10/2026"'):
        assert words in shown, words
    said = {"title": "Kế hoạch sử dụng đất", "number": "45", "symbol": "KH-UBND", "issued_on": "12/10/2026"}
    client.post(url, {**said, "kind": "Kế hoạch", "origin": "created", "body": str(world.ward.pk)})
    item = Item.objects.get()
    assert (item.number, item.created_on) == ("45", date(2026, 10, 12))
    assert HeldFile.objects.get().name == "ke-hoach.txt"
    assert "Đã ghi vào sổ" in client.get(url).content.decode()


def test_a_secret_document_is_refused_and_leaves_neither_file_nor_name(
    client: Client, dropped: Any, read_all: Read, settings: Any
) -> None:
    row = dropped(SECRET)
    read_all()
    row.refresh_from_db()
    assert (row.state, row.name, row.head) == ("refused", "", None)
    assert waiting(settings) == []
    url = reverse("register:document", args=[row.pk])
    assert "dấu “Mật”, không được đưa vào hệ thống này" in client.get(url).content.decode()
    assert "The document bears a mark of secrecy" in client.get(f"/en{url}").content.decode()


def test_a_colleague_does_not_see_what_another_one_dropped(world: World, dropped: Any) -> None:
    row = dropped(DOCUMENT)
    other = client_of(world.officer(Role.SPECIALIST))
    assert other.get(reverse("register:document", args=[row.pk])).status_code == 404


def test_what_nobody_enters_within_a_day_is_taken_away(dropped: Any, settings: Any) -> None:
    dropped(DOCUMENT)
    assert forget_dropped(now=NOW + timedelta(hours=23)) == 0
    assert forget_dropped(now=NOW + timedelta(hours=25)) == 1
    assert waiting(settings) == []
    assert not DroppedDocument.objects.exists()
