"""Items that the public reads, on the register's small made-up commune."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from minhbach.domain.access import Role, system_actor
from minhbach.register.actions.add_version import add_version
from minhbach.register.actions.check_held_file import check_held_file
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.register_item import register_item
from minhbach.register.actions.set_public_state import set_public_state
from minhbach.register.contracts import Access, Classification, ItemFacts, NewFile
from minhbach.register.facts_kept import facts_of
from minhbach.register.models import HeldFile, Item
from minhbach.register.tests.conftest import CALENDAR, NOW, World, own_folders, world

__all__ = ["Published", "own_folders", "published", "world"]
DAY = date(2026, 10, 15)


class Published:
    """Makes items of the commune public, without the gate: what becomes public is the gate's own matter."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.keeper = world.officer(Role.SPECIALIST, Role.LEADER)

    def item(self, *, text: str = "", letter: str = "l", body: Any = None, on: date = DAY, **facts: Any) -> Item:
        """Return a new public item of the commune, or of another body, with a text file if there is a text."""
        keeper = self.keeper if body is None else self.world.officer(Role.SPECIALIST, Role.LEADER, body=body)
        files = (NewFile("van-ban.txt", text.encode()),) if text else ()
        said = {"title": "Kế hoạch sử dụng đất năm 2027 của xã Mẫu Một", "created_on": date(2026, 10, 12), **facts}
        held_by = (body or self.world.ward).pk
        item_id = register_item(
            facts=ItemFacts(**said), body_id=held_by, files=files, calendar=CALENDAR, actor=keeper, now=NOW
        )
        row = Item.objects.get(pk=item_id)
        read_files(row)
        given = Classification(Access.OPEN, letter=letter)
        classify_item(item_id=row.pk, classification=given, calendar=CALENDAR, actor=keeper, now=NOW)
        self.open(row, on=on)
        return Item.objects.get(pk=row.pk)

    def correct(self, row: Item, *, why: str, text: str = "", on: date = DAY, **facts: Any) -> Item:
        """Return the item with a new public version."""
        said = facts_of(row)
        changed = type(said)(**{**{name: getattr(said, name) for name in said.__slots__}, **facts}) if facts else None
        files = (NewFile("van-ban-moi.txt", text.encode()),) if text else ()
        add_version(item_id=row.pk, why=why, files=files, facts=changed, actor=self.keeper, now=NOW)
        read_files(row)
        self.open(row, on=on)
        return Item.objects.get(pk=row.pk)

    def open(self, row: Item, *, on: date = DAY) -> None:
        """Let the public read the newest version."""
        self._set(row, row.versions.order_by("-number")[0].pk, on)

    def close(self, row: Item, *, on: date = DAY) -> None:
        """Take the item away from the public."""
        self._set(row, None, on)

    def _set(self, row: Item, version_id: int | None, on: date) -> None:
        gate = system_actor("gate")
        set_public_state(item_id=row.pk, version_id=version_id, on=on, calendar=CALENDAR, actor=gate, now=NOW)


def read_files(row: Item) -> None:
    """Let the job read what waits."""
    for held in HeldFile.objects.filter(version__item=row.pk):
        check_held_file(held_id=held.pk, actor=system_actor("reader"), now=NOW)


@pytest.fixture
def published(world: World) -> Published:
    return Published(world)


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    moment = datetime(2026, 10, 20, 2, 0, tzinfo=timezone.get_current_timezone())
    monkeypatch.setattr("minhbach.foundation.clock.now", lambda: moment)
    monkeypatch.setattr("minhbach.foundation.clock.today", lambda: moment.date())
    yield
