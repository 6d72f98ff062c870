"""The made-up commune of the register's tests, with what brings one of its items to the public."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.publication.actions.approve_item import approve_item
from minhbach.publication.actions.ask_screening import ask_screening
from minhbach.publication.actions.screen_version import screen_version
from minhbach.publication.actions.submit_item import submit_item
from minhbach.publication.queries.items import newest_publication
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.contracts import Access, Classification, NewFile
from minhbach.register.models import HeldFile, Item
from minhbach.register.tests.conftest import CALENDAR, NOW, TODAY, World, own_folders, world

__all__ = ["CALENDAR", "NOW", "TODAY", "World", "own_folders", "world"]
SCREENER, READER = system_actor("screener"), system_actor("reader")
PLAIN = "Kế hoạch sử dụng đất năm 2027 của xã Mẫu Một. Diện tích đất lúa là 120 ha, đất ở là 45 ha."
PRIVATE = PLAIN + "\nÔng Nguyễn Văn Thử, số căn cước công dân 001085012345, điện thoại 0912 345 678, ở thôn Mẫu."
SECRET = "ỦY BAN NHÂN DÂN\nMẬT\n\nSố: 12/KH-UBND\n\nKẾ HOẠCH\nTriển khai\n"


def keep_files(capture: Any) -> None:
    """Read what waits in the register, as its job does."""
    with capture(execute=True):
        for held in HeldFile.objects.filter(state="waiting"):
            check_held_file(held_id=held.pk, actor=READER, now=NOW)


@pytest.fixture
def keep(django_capture_on_commit_callbacks: Any) -> Callable[[], None]:
    return lambda: keep_files(django_capture_on_commit_callbacks)


@pytest.fixture
def item(world: World, keep: Callable[[], None]) -> Callable[..., Item]:
    """Make an open item with one file that the register has read."""

    def made(text: str = PLAIN, *, letter: str = "a", **facts: Any) -> Item:
        keeper = world.officer(Role.SPECIALIST)
        row = world.item(actor=keeper, files=(NewFile("ke-hoach.txt", text.encode()),), **facts)
        keep()
        classify_item(
            item_id=row.pk, classification=Classification(Access.OPEN, letter=letter), calendar=CALENDAR,
            actor=keeper, now=NOW,
        )  # fmt: skip
        return Item.objects.get(pk=row.pk)

    return made


def screened(row: Item, actor: Actor, now: datetime = NOW) -> None:
    """Have the newest version looked through."""
    screen_version(run_id=ask_screening(item_id=row.pk, actor=actor, now=now), actor=SCREENER, now=now)


def submitted(row: Item, actor: Actor, now: datetime = NOW) -> None:
    """Bring the newest version before the leader."""
    screened(row, actor, now)
    submit_item(item_id=row.pk, actor=actor, now=now)


def approved(row: Item, leader: Actor, now: datetime = NOW, **more: Any) -> None:
    """Approve what waits."""
    publication = newest_publication(row.pk)
    assert publication is not None
    approve_item(
        item_id=row.pk, version_id=publication.version_id, seen_with_own_eyes=True, calendar=CALENDAR,
        actor=leader, now=now, **more,
    )  # fmt: skip


def published(row: Item, actor: Actor, leader: Actor, now: datetime = NOW) -> Item:
    """Let the public read the newest version."""
    submitted(row, actor, now)
    approved(row, leader, now)
    return Item.objects.get(pk=row.pk)


def state_of(row: Item) -> PublicationState:
    """Return how far the newest version that was brought to the gate has come."""
    publication = newest_publication(row.pk)
    assert publication is not None
    return PublicationState(publication.state)
