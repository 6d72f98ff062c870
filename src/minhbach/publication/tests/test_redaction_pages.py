"""The pages on which something is taken out of files: without scripts, page by page, with what was typed kept."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.domain.access import Role
from minhbach.domain.lifecycles.redaction import RedactionState
from minhbach.foundation import clock
from minhbach.publication.contracts import MarkSource, MarkState
from minhbach.publication.models import Redaction, RedactionMark
from minhbach.publication.tests.conftest import NOW, PRIVATE, TODAY, World
from minhbach.publication.tests.test_journey import as_person
from minhbach.publication.tests.test_redaction import (
    PERSONAL,
    all_out,
    begun,
    made,
    plain_copies,
    read_once,
)
from minhbach.register.models import Item

__all__ = ["plain_copies", "read_once"]
MakeItem = Callable[..., Item]
BASE = "/lam-viec/che-thong-tin/"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


@pytest.mark.django_db
def test_a_page_is_marked_by_buttons_alone_and_errors_keep_what_was_ticked(world: World, item: MakeItem) -> None:
    specialist = world.officer(Role.SPECIALIST)
    redaction = begun(item(PRIVATE), specialist)
    client, url = as_person(specialist), f"{BASE}{redaction.pk}/"
    page = text(client, url)
    assert "001085012345" in page and page.count('name="cho"') == 3 and 'name="dong" value="1"' in page
    first = redaction.marks.order_by("pk")[0]
    refused = client.post(url, {"viec": "de", "cho": [first.pk], "kept": "law", "words": ""})
    assert refused.status_code == 422
    assert f'value="{first.pk}" checked' in refused.content.decode()
    assert client.post(url, {"viec": "de", "cho": [first.pk], "kept": "mistaken", "words": ""}).status_code == 302
    assert client.post(url, {"viec": "che-het", "ground": PERSONAL}).status_code == 302
    lines = {"viec": "them", "moi-source": "lines", "moi-ground": PERSONAL, "dong": ["1"]}
    assert client.post(url, lines).status_code == 302
    drawn = {
        "viec": "ve",
        "ve-left": "0.1",
        "ve-top": "0.1",
        "ve-right": "0.3",
        "ve-bottom": "0.2",
        "ve-ground": PERSONAL,
    }
    assert client.post(url, drawn).status_code == 302
    states = list(redaction.marks.order_by("pk").values_list("source", "state"))
    assert states == [
        ("found", "kept"), ("found", "removed"), ("found", "removed"), ("lines", "removed"), ("drawn", "removed"),
    ]  # fmt: skip
    assert client.post(f"{url}chuyen/").status_code == 302
    redaction.refresh_from_db()
    assert redaction.state == RedactionState.HANDED_ON


@pytest.mark.django_db
def test_an_approved_redaction_is_told_without_its_words(world: World, item: MakeItem, plain_copies: None) -> None:
    specialist, focal_point = world.officer(Role.SPECIALIST), world.officer(Role.FOCAL_POINT)
    row = item(PRIVATE)
    redaction = begun(row, specialist)
    all_out(redaction, specialist)
    redaction = made(redaction, focal_point)
    client, url = as_person(focal_point), f"{BASE}{redaction.pk}/"
    page = text(client, f"{url}duyet/")
    assert "?ban=che" in page and "bộ đọc khác" in page
    assert client.post(f"{url}duyet/", {"copy": redaction.copy_sha256}).status_code == 422
    assert client.post(f"{url}duyet/", {"copy": redaction.copy_sha256, "seen": "on"}).status_code == 302
    record, table = text(client, url), client.get(f"{url}?dang=csv")
    minutes = client.get(f"{url}bien-ban.docx")
    assert minutes.status_code == 200 and minutes.content.startswith(b"PK")
    sheet = b"".join(table).decode()
    for where in (record, sheet):
        assert "khoản 2 Điều 15" in where
        assert "001085012345" not in where and "Nguyễn Văn Thử" not in where
    assert client.get(f"{url}trang-1.png").status_code == 404
    assert f"{BASE}{redaction.pk}/" in text(as_person(specialist), f"/lam-viec/cong-khai/{row.pk}/")


@pytest.mark.django_db
def test_more_marks_and_more_files_ask_no_more_questions(world: World, item: MakeItem) -> None:
    specialist = world.officer(Role.SPECIALIST)
    redaction = begun(item(PRIVATE), specialist)
    client = as_person(specialist)

    def asked(url: str) -> int:
        text(client, url)  # what is remembered between pages is remembered
        with CaptureQueriesContext(connection) as queries:
            text(client, url)
        return len(queries)

    one, listed = asked(f"{BASE}{redaction.pk}/"), asked(BASE)
    mark = redaction.marks.order_by("pk")[0]
    RedactionMark.objects.bulk_create(
        RedactionMark(
            redaction=redaction, page=1, boxes=mark.boxes, source=MarkSource.FOUND, state=MarkState.REMOVED,
            text="x", ground=PERSONAL, decided_by_id=specialist.person,
        )
        for _number in range(60)
    )  # fmt: skip
    for number in range(3):
        begun(item(f"{PRIVATE} {number}", title=f"Kế hoạch {number}"), specialist)
    assert asked(f"{BASE}{redaction.pk}/") == one
    assert asked(BASE) == listed


@pytest.mark.django_db
def test_the_list_narrows_and_is_saved(world: World, item: MakeItem) -> None:
    specialist = world.officer(Role.SPECIALIST)
    redaction = begun(item(PRIVATE), specialist)
    client = as_person(specialist)
    assert redaction.file_name in text(client, f"{BASE}?tinh_trang=danh-dau")
    assert redaction.file_name not in text(client, f"{BASE}?tinh_trang=xong")
    assert redaction.file_name in text(client, f"{BASE}?tim={redaction.file_name.upper()}")
    assert redaction.file_name not in text(client, f"{BASE}?tim=khongco")
    assert client.get(f"{BASE}?dang=csv").status_code == 200
    assert Redaction.objects.count() == 1
