"""What the public sees missing stands on the first page of who answers for it, and of nobody else."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from minhbach.agencies.models import FocalPoint
from minhbach.desk.contracts import Act
from minhbach.desk.monitoring import monitor_gaps_today
from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.lawbook.monitoring import load_expectations
from minhbach.publication.tests.conftest import NOW, TODAY, World, item, keep, own_folders, world
from minhbach.register.models import Item, VersionFile
from minhbach.register.tests.test_pages import client_of

__all__ = ["item", "keep", "own_folders", "world"]
PAGE = "/lam-viec/cong-khai/viec-can-lam/"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def acts(actor: Actor) -> list[Act]:
    return list(monitor_gaps_today(actor, TODAY))


def shown(row: Item) -> Item:
    """Let the public read the item."""
    Item.objects.filter(pk=row.pk).update(public_version=row.versions.get(), published_on=row.created_on)
    return row


def whole(world: World, item: Any) -> list[Item]:
    """Show something at every letter that the law expects of every agency, the focal point by itself."""
    FocalPoint.objects.create(body=world.ward, name="A", from_on=TODAY, recorded_at=NOW)
    letters = list(load_expectations()[0].letters)
    return [shown(item(letter=letter, title=f"Mục {letter}")) for letter in letters]


def test_leader_and_focal_point_read_which_letters_are_empty(world: World) -> None:
    for role in (Role.LEADER, Role.FOCAL_POINT):
        (act,) = acts(world.officer(role))
        assert act.what == "Người dân còn thiếu thông tin của Ủy ban nhân dân xã Mẫu Một"
        assert act.detail == "chưa có gì ở điểm a, b, c", "of u, the missing focal point has its own line"
        assert act.url == PAGE
    assert acts(world.officer(Role.SPECIALIST)) == []
    assert acts(world.officer(Role.LEADER, body=world.other_ward))[0].what.endswith("phường Mẫu Hai")
    first_page = client_of(world.officer(Role.LEADER)).get("/lam-viec/").content.decode()
    assert "Giám sát: còn thiếu" in first_page


def test_what_nobody_can_open_or_read_is_counted_and_what_is_whole_is_silent(world: World, item: Any) -> None:
    leader, rows = world.officer(Role.LEADER), whole(world, item)
    assert acts(leader) == []
    VersionFile.objects.filter(version__item=rows[0]).update(is_whole=False)
    VersionFile.objects.filter(version__item__in=rows[1:3]).update(characters=0)
    assert [act.detail for act in acts(leader)] == ["1 mục không mở được; 2 mục máy không đọc được"]


def test_it_says_what_the_public_monitor_says_of_the_agency(world: World, item: Any, client: Client) -> None:
    rows = whole(world, item)
    Item.objects.filter(pk=rows[0].pk).update(public_version=None, listed_on=TODAY)
    letter = rows[0].letter
    public = client.get(f"/giam-sat/{world.ward.slug}/", {"dang": "json"}).json()["agencies"][0]
    assert [one["letter"] for one in public["letters"] if "chua-co" in one["gaps"]] == [letter]
    assert [act.detail for act in acts(world.officer(Role.LEADER))] == [f"chưa có gì ở điểm {letter}"]


def test_it_asks_as_many_questions_for_many_items(world: World, item: Any) -> None:
    leader = world.officer(Role.LEADER)
    shown(item())
    with CaptureQueriesContext(connection) as few:
        acts(leader)
    for number in range(3):
        shown(item(title=f"Mục {number}"))
    with CaptureQueriesContext(connection) as many:
        acts(leader)
    assert len(few) == len(many) <= 12
