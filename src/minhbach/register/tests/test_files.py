"""Files of versions are read before they are kept; of a secret one neither bytes, name nor digest stay."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from django.urls import reverse

from minhbach.domain.access import VISITOR, Role, system_actor
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import Event, StoredFile
from minhbach.foundation.queries import events_about
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.contracts import FileRole, NewFile
from minhbach.register.models import HeldFile, Item
from minhbach.register.queries import ITEM, may_read_version_file, versions_of
from minhbach.register.tests.conftest import NOW, World
from minhbach.register.tests.test_acts import published
from minhbach.register.tests.test_pages import client_of

Reads = Callable[[], None]
READER = system_actor("reader")
SECRET = """ỦY BAN NHÂN DÂN
MẬT

Số: 12/KH-UBND

KẾ HOẠCH
Triển khai
""".encode()


@pytest.fixture
def read_all(django_capture_on_commit_callbacks: Any) -> Callable[[], None]:
    def read() -> None:
        with django_capture_on_commit_callbacks(execute=True):
            for held in HeldFile.objects.all():
                check_held_file(held_id=held.pk, actor=READER, now=NOW)

    return read


def with_file(world: World, content: bytes, name: str = "ke-hoach.txt") -> Item:
    return world.item(files=(NewFile(name, content, FileRole.ORIGINAL),))


def waiting_files(settings: Any) -> list[Path]:
    return list((Path(settings.DATA) / "quarantine").glob("*"))


def test_a_file_waits_unread_and_is_kept_with_its_text(world: World, settings: Any, read_all: Reads) -> None:
    row = with_file(world, "Kế hoạch sử dụng đất, bảng giá kèm theo".encode())
    assert versions_of(row)[0].waiting == 1
    assert not StoredFile.objects.exists()
    read_all()
    version = versions_of(row)[0]
    assert (version.waiting, version.refused) == (0, 0)
    assert [file.name for file in version.files] == ["ke-hoach.txt"]
    assert "bảng giá" in version.text
    assert waiting_files(settings) == []


def test_a_mark_of_secrecy_leaves_an_event_that_tells_nothing(world: World, settings: Any, read_all: Reads) -> None:
    row = with_file(world, SECRET, "bi-mat-ke-hoach.txt")
    read_all()
    held = HeldFile.objects.get()
    assert (held.state, held.name) == ("refused", "")
    assert not StoredFile.objects.exists()
    assert waiting_files(settings) == []
    last = events_about(Subject(ITEM, row.pk))[-1]
    assert (last.kind, dict(last.facts)) == ("item.file_refused", {"version": 1})
    told = " ".join(f"{event.facts} {event.ground}" for event in Event.objects.all())
    assert hashlib.sha256(SECRET).hexdigest() not in told
    assert "bi-mat" not in told


def test_a_mark_on_a_hidden_sheet_is_refused_too(world: World, read_all: Reads) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Công khai").write(0, 0, "Danh sách")
    hidden = book.add_worksheet("An")
    hidden.write(0, 0, "MẬT")
    hidden.hide()
    book.close()
    with_file(world, file.getvalue(), "danh-sach.xlsx")
    read_all()
    assert HeldFile.objects.get().state == "refused"


def test_the_text_of_a_version_is_what_its_reader_sees(world: World, read_all: Reads) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Công khai").write(0, 0, "Danh sách trường học")
    hidden = book.add_worksheet("An")
    hidden.write(0, 0, "Ghi chú riêng")
    hidden.hide()
    book.close()
    row = with_file(world, file.getvalue(), "danh-sach.xlsx")
    read_all()
    assert versions_of(row)[0].text == "Danh sách trường học"


def test_the_name_of_what_could_not_be_read_is_told_to_who_handed_it_in_alone(world: World, read_all: Reads) -> None:
    keeper, colleague = world.officer(Role.SPECIALIST), world.officer(Role.SPECIALIST)
    row = world.item(actor=keeper, files=(NewFile("ten-mat.bin", b"\x7fELF\x02\x01\x01" + bytes(100)),))
    read_all()
    url = reverse("register:item", args=[row.pk])
    assert "ten-mat.bin" in client_of(keeper).get(url).content.decode()
    assert "ten-mat.bin" not in client_of(colleague).get(url).content.decode()


def test_a_file_that_nobody_can_read_is_not_kept_and_says_why(world: World, read_all: Reads) -> None:
    with_file(world, b"\x7fELF\x02\x01\x01" + bytes(100), "may.bin")
    read_all()
    held = HeldFile.objects.get()
    assert (held.state, held.name) == ("unreadable", "may.bin")
    assert held.sentence


def test_reading_again_changes_nothing(world: World) -> None:
    row = with_file(world, b"Thong bao")
    held = HeldFile.objects.get()
    for _ in range(2):
        check_held_file(held_id=held.pk, actor=READER, now=NOW)
    assert len(versions_of(row)[0].files) == 1


def test_who_may_open_a_file_of_a_version(world: World, read_all: Reads) -> None:
    row = with_file(world, b"Thong bao")
    read_all()
    subject = Subject("item_version", row.versions.get().pk)
    stranger = world.officer(*Role, body=world.other_ward)
    assert may_read_version_file(world.officer(Role.LEADER), subject)
    assert not may_read_version_file(VISITOR, subject)
    assert not may_read_version_file(stranger, subject)
    published(world, row)
    assert may_read_version_file(VISITOR, subject)
    assert may_read_version_file(stranger, subject)
