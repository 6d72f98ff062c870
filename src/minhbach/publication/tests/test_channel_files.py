"""Evidence of a publication: nobody opens it unread, nobody keeps a secret one, the public never sees it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.extraction.tests.samples import body, pdf
from minhbach.foundation import clock
from minhbach.foundation.files import quarantine
from minhbach.foundation.models import Event
from minhbach.publication.actions.attach_channel_file import (
    FILES_AT_MOST,
    attach_channel_file,
    place_of,
    strike_channel_file,
)
from minhbach.publication.actions.check_channel_file import check_channel_file
from minhbach.publication.actions.tend_channel import add_channel, mark_channel_done
from minhbach.publication.contracts import EvidenceKind, PublicationNotVisible, PublicationRefused
from minhbach.publication.models import ChannelFile, ScanState
from minhbach.publication.tests.conftest import CALENDAR, NOW, TODAY, World, published
from minhbach.register.models import Item
from minhbach.register.tests.test_pages import client_of

BY_CLOCK = system_actor("reader")
PHOTO = pdf(lambda page: body(page, "Niêm yết tại nhà văn hóa thôn.", 500))
SECRET = pdf(lambda page: body(page, "TUYỆT MẬT", 800))


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


@pytest.fixture
def posting(world: World, item: Callable[..., Item]) -> int:
    """A posting that hangs, of a public item."""
    officer = world.officer(Role.SPECIALIST)
    row = published(item(), officer, world.officer(Role.LEADER))
    channel_id = add_channel(item_id=row.pk, form="posting", planned_on=TODAY, place="", actor=officer, now=NOW)
    mark_channel_done(
        channel_id=channel_id, done_on=TODAY, place="Bảng tin", evidence="", calendar=CALENDAR, actor=officer, now=NOW
    )
    return channel_id


def attached(channel_id: int, actor: Actor, content: bytes = PHOTO, name: str = "ảnh 1.jpg") -> ChannelFile:
    file_id = attach_channel_file(
        channel_id=channel_id, kind=EvidenceKind.PHOTO, name=name, content=content, actor=actor, now=NOW
    )
    return ChannelFile.objects.get(pk=file_id)


def kept(channel_id: int, actor: Actor, capture: Any, content: bytes = PHOTO) -> ChannelFile:
    file = attached(channel_id, actor, content)
    with capture(execute=True):
        check_channel_file(file_id=file.pk, actor=BY_CLOCK, now=NOW)
    return ChannelFile.objects.get(pk=file.pk)


def opened(file: ChannelFile, client: Client) -> int:
    return client.get(reverse("foundation:file", args=[file.file_id, file.name])).status_code


def test_it_is_opened_by_who_sees_the_channel_and_never_by_the_public(
    world: World, posting: int, django_capture_on_commit_callbacks: Any
) -> None:
    file = kept(posting, world.officer(Role.SPECIALIST), django_capture_on_commit_callbacks)
    assert (file.state, file.name) == (ScanState.KEPT, "ảnh 1.pdf")  # its bytes tell what it is
    with pytest.raises(FileNotFoundError):
        quarantine.waiting(place_of(file.pk))
    supervisor = client_of(world.officer(Role.SUPERVISOR))
    assert opened(file, supervisor) == 200
    assert opened(file, Client()) == 404
    assert opened(file, client_of(world.officer(*Role, body=world.other_ward))) == 404
    page = supervisor.get(f"/lam-viec/cong-khai/noi-dang/{posting}/").content.decode()
    assert "ảnh 1.pdf" in page
    book = supervisor.get(f"/lam-viec/cong-khai/{file.channel.item_id}/noi-dang/?dang=xlsx")
    sheet = CalamineWorkbook.from_filelike(BytesIO(book.content)).get_sheet_by_index(0)
    cells = [cell for row in sheet.to_python() for cell in row]
    assert "ảnh 1.pdf" in cells
    assert "Bảng tin" in cells


def test_a_secret_one_is_not_kept_and_leaves_no_name(
    world: World, posting: int, django_capture_on_commit_callbacks: Any
) -> None:
    file = kept(posting, world.officer(Role.SPECIALIST), django_capture_on_commit_callbacks, SECRET)
    assert (file.state, file.name, file.file_id) == (ScanState.REFUSED, "", None)
    with pytest.raises(FileNotFoundError):
        quarantine.waiting(place_of(file.pk))
    events = Event.objects.filter(kind__startswith="publication.channel_file_")
    assert [one.kind.rpartition("_")[2] for one in events.order_by("pk")] == ["in", "refused"]
    assert not any("ảnh" in str(one.facts) or "sha256" in str(one.facts) for one in events)


def test_a_struck_one_is_opened_by_nobody_and_its_line_stays(
    world: World, posting: int, django_capture_on_commit_callbacks: Any
) -> None:
    officer = world.officer(Role.SPECIALIST)
    file, client = kept(posting, officer, django_capture_on_commit_callbacks), client_of(officer)
    client.post(f"/lam-viec/cong-khai/noi-dang/tep/{file.pk}/gach/")
    assert opened(file, client) == 404
    page = client.get(f"/lam-viec/cong-khai/noi-dang/{posting}/").content.decode()
    assert "Đã gạch" in page
    assert strike_channel_file(file_id=file.pk, actor=officer, now=NOW) == posting
    assert Event.objects.filter(kind="publication.channel_file_struck").count() == 1


def test_what_cannot_be_is_refused(world: World, posting: int, item: Callable[..., Item]) -> None:
    officer = world.officer(Role.SPECIALIST)
    with pytest.raises(PublicationRefused, match="không phải PDF"):
        attached(posting, officer, b"MZ")
    with pytest.raises(PublicationRefused, match="Vai trò"):
        attached(posting, world.officer(Role.SUPERVISOR))
    with pytest.raises(PublicationNotVisible):
        attached(posting, world.officer(*Role, body=world.other_ward))
    planned = published(item(title="Thông tin khác"), officer, world.officer(Role.LEADER))
    waiting = add_channel(item_id=planned.pk, form="gazette", planned_on=TODAY, place="", actor=officer, now=NOW)
    with pytest.raises(PublicationRefused, match="Ghi đã đăng trước"):
        attached(waiting, officer)
    files = [attached(posting, officer) for _ in range(FILES_AT_MOST)]
    with pytest.raises(PublicationRefused, match="nhiều nhất 10"):
        attached(posting, officer)
    with pytest.raises(PublicationNotVisible):
        strike_channel_file(file_id=files[0].pk, actor=world.officer(*Role, body=world.other_ward), now=NOW)


def test_the_page_takes_a_file_and_says_what_is_wrong_with_another(world: World, posting: int) -> None:
    client = client_of(world.officer(Role.FOCAL_POINT))
    url = f"/lam-viec/cong-khai/noi-dang/{posting}/tep/"
    wrong = client.post(url, {"kind": "minutes", "scan": SimpleUploadedFile("a.pdf", b"MZ")})
    assert wrong.status_code == 422
    assert "không phải PDF" in wrong.content.decode()
    done = client.post(url, {"kind": "minutes", "scan": SimpleUploadedFile("Biên bản.pdf", PHOTO)}, follow=True)
    assert "Đang kiểm tra" in done.content.decode()
    assert ChannelFile.objects.get().kind == "minutes"
