"""Pages of the gate: lists that narrow, sort and are saved; who reads what; the second step; what is gone at once."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.agencies.actions.record_succession import record_succession
from minhbach.domain.access import VISITOR, Role, system_actor
from minhbach.domain.units.values import Extent
from minhbach.foundation import clock
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import Question
from minhbach.publication.actions.receive_petition import PetitionFacts, receive_online
from minhbach.publication.actions.withdraw_item import withdraw_item
from minhbach.publication.contracts import WithdrawalReason
from minhbach.publication.queries.items import holders_for
from minhbach.publication.queries.public import words_when_approved
from minhbach.publication.rules import MAY_APPROVE
from minhbach.publication.tests.conftest import (
    CALENDAR,
    NOW,
    TODAY,
    World,
    approved,
    published,
    submitted,
)
from minhbach.publication.tests.test_journey import as_person, button
from minhbach.register.actions.add_version import add_version
from minhbach.register.contracts import NewFile
from minhbach.register.facts_kept import facts_of
from minhbach.register.indexing import tokens_of
from minhbach.register.models import Item

MakeItem = Callable[..., Item]
BASE = "/lam-viec/cong-khai/"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def titles(client: Client, question: str) -> list[str]:
    page = text(client, f"{BASE}{question}")
    return re.findall(r'<a lang="vi" href="/lam-viec/cong-khai/\d+/">([^<]*)<', page)


def test_the_list_narrows_sorts_and_is_saved(world: World, item: MakeItem) -> None:
    late = item(title="Báo cáo trễ", created_on=date(2026, 9, 20))
    waits, out = item(title="Kế hoạch chờ duyệt"), item(title="Án phí đã đăng")
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    submitted(waits, specialist)
    published(out, specialist, leader)
    client = as_person(specialist)
    assert titles(client, "")[0] == "Báo cáo trễ"
    assert titles(client, "?tinh_trang=tre") == ["Báo cáo trễ"]
    assert titles(client, "?tinh_trang=duyet") == ["Kế hoạch chờ duyệt"]
    assert titles(client, "?tinh_trang=da") == ["Án phí đã đăng"]
    assert set(titles(client, "?tinh_trang=chua")) == {"Báo cáo trễ"}
    assert titles(client, "?xep=ten") == ["Án phí đã đăng", "Báo cáo trễ", "Kế hoạch chờ duyệt"]
    assert titles(client, "?tim=ke+hoach") == ["Kế hoạch chờ duyệt"]
    assert len(titles(client, "?tinh_trang=khong-co&diem=%00&co_quan=x")) == 3
    saved = text(client, f"{BASE}?dang=csv&tinh_trang=tre")
    assert "Báo cáo trễ" in saved
    assert "Quá hạn" in saved
    assert late.pk


def test_lists_ask_as_many_questions_for_many_rows_as_for_few(world: World, item: MakeItem) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    client = as_person(specialist)

    def grow(count: int) -> Item:
        for number in range(count):
            row = published(item(title=f"Mục {number}"), specialist, leader)
            for key in range(2):
                receive_online(
                    public_id=row.public_id, facts=PetitionFacts("Sai"), form_key=f"{row.pk}-{key}", calendar=CALENDAR,
                    now=NOW,
                )  # fmt: skip
        return row

    def questions(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    first = grow(2)
    urls = (BASE, f"{BASE}kien-nghi/", f"{BASE}{first.pk}/", f"{BASE}{first.pk}/noi-dang/")
    few = [questions(url) for url in urls]
    grow(5)
    assert [questions(url) for url in urls] == few
    assert max(few) <= 30


def test_a_supervisor_reads_the_outcome_and_no_name(world: World, item: MakeItem) -> None:
    row = published(item(), world.officer(Role.SPECIALIST), world.officer(Role.LEADER))
    facts = PetitionFacts("Lời của người dân", "Trần Thị Thử", "0900 000 000")
    petition = receive_online(public_id=row.public_id, facts=facts, form_key="k", calendar=CALENDAR, now=NOW)
    page = text(as_person(world.officer(Role.SUPERVISOR)), f"{BASE}kien-nghi/{petition}/")
    assert "KN-2026-00001" in page
    assert not [word for word in ("Trần Thị Thử", "0900", "Lời của người dân") if word in page]
    assert "Trần Thị Thử" in text(as_person(world.officer(Role.FOCAL_POINT)), f"{BASE}kien-nghi/{petition}/")
    saved = text(as_person(world.officer(Role.LEADER)), f"{BASE}kien-nghi/?dang=csv")
    assert "KN-2026-00001" in saved
    assert "Trần Thị Thử" not in saved
    for words in ("kế hoạch", "ke hoach", "KẾ HOẠCH"):
        assert "KN-2026-00001" in text(as_person(world.officer(Role.LEADER)), f"{BASE}kien-nghi/?tim={words}")
    assert "KN-2026-00001" not in text(as_person(world.officer(Role.LEADER)), f"{BASE}kien-nghi/?tim=quyết định")


def test_approving_ones_own_work_is_a_second_step(world: World, item: MakeItem) -> None:
    row, only = item(), world.officer(Role.LEADER, Role.SPECIALIST)
    submitted(row, only)
    client, url = as_person(only), f"{BASE}{row.pk}/duyet/"
    assert button(text(client, url)) == ["Tới bước tự duyệt"]
    page = text(client, f"{url}?buoc=2")
    assert button(page) == ["Duyệt và đăng"]
    version = page.split('name="version" value="')[1].split('"')[0]
    assert client.post(f"{url}?buoc=2", {"version": version, "seen": "on"}).status_code == 422
    assert client.post(f"{url}?buoc=2", {"version": version, "seen": "on", "own": "on"}).status_code == 302
    assert "Tự duyệt" in text(client, f"{BASE}{row.pk}/")


def test_a_page_of_an_older_version_approves_nothing(world: World, item: MakeItem) -> None:
    row, leader = item(), world.officer(Role.LEADER)
    submitted(row, world.officer(Role.SPECIALIST))
    answer = as_person(leader).post(f"{BASE}{row.pk}/duyet/", {"version": "1" * 9, "seen": "on"})
    assert answer.status_code == 422
    assert "Có bản mới hơn" in answer.content.decode()


def test_withdrawing_empties_the_search_and_the_files_at_once(world: World, item: MakeItem) -> None:
    leader = world.officer(Role.LEADER)
    row = published(item(), world.officer(Role.SPECIALIST), leader)
    page = text(Client(), f"/thong-tin/{row.public_id}/")
    file = "/tep/" + page.split('href="/tep/')[1].split('"')[0]
    assert Client().get(file).status_code == 200
    assert hits() == [row.pk]
    withdraw_item(
        item_id=row.pk, why=WithdrawalReason.UNTOLD, remark="Có mật", calendar=CALENDAR, actor=leader, now=NOW
    )
    assert hits() == []
    assert Client().get(file).status_code == 404
    gone = Client().get(f"/thong-tin/{row.public_id}/")
    assert gone.status_code == 410
    assert gone["Cache-Control"] == "no-store"
    told = gone.content.decode()
    assert "13/10/2026" in told
    assert not [word for word in (row.title, "Lý do", "Có mật") if word in told]


def hits() -> list[int]:
    found = search(Question("sử dụng đất", tokens=tokens_of(VISITOR)))
    return [hit.subject_id for hit in found.hits]


def test_an_earlier_version_keeps_its_own_words(world: World, item: MakeItem, keep: Callable[[], None]) -> None:
    specialist, leader = world.officer(Role.SPECIALIST), world.officer(Role.LEADER)
    row = published(item(title="Tên cũ"), specialist, leader)
    first = row.public_version_id
    said = facts_of(row)
    add_version(
        item_id=row.pk, why="Sửa tên", facts=type(said)(title="Tên mới", created_on=said.created_on),
        files=(NewFile("b.txt", b"Noi dung"),), actor=specialist, now=NOW,
    )  # fmt: skip
    keep()
    published(row, specialist, leader)
    assert first is not None
    words = words_when_approved(row.pk, first)
    assert words is not None
    assert words["title"] == "Tên cũ"
    assert "Tên cũ" in text(Client(), f"/thong-tin/{row.public_id}/ban-1/")
    assert "Tên mới" in text(Client(), f"/thong-tin/{row.public_id}/")


def test_the_successors_leader_approves_what_a_body_left(world: World, item: MakeItem) -> None:
    row, specialist = item(), world.officer(Role.SPECIALIST)
    submitted(row, specialist)
    record_succession(
        older_id=world.ward.pk, newer_id=world.other_ward.pk, on=date(2026, 10, 1), extent=Extent.WHOLE, main=True,
        actor=system_actor("test"), now=NOW,
    )  # fmt: skip
    leader = world.officer(Role.LEADER, body=world.other_ward)
    assert holders_for(world.ward.pk, MAY_APPROVE, on=TODAY) >= {leader.person}
    approved(row, leader)
    assert Item.objects.get(pk=row.pk).public_version_id is not None
