"""A small made-up commune whose register the tests keep, and the people in it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.models import Body
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.units.values import Level, UnitKind
from minhbach.lawbook.calendars import load_calendar
from minhbach.register.actions.register_item import register_item
from minhbach.register.contracts import ItemFacts, NewFile
from minhbach.register.models import Item

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
TODAY = date(2026, 10, 13)
CALENDAR = load_calendar()


@dataclass
class World:
    """A commune, one of its units, another commune, and a new person for each role that is asked for."""

    ward: Body
    office: Body
    other_ward: Body

    def officer(self, *roles: Role, body: Body | None = None) -> Actor:
        """Return a new person who holds the roles."""
        number = Person.objects.count() + 1
        person = Person.objects.create(username=f"thu{number}", name=f"Lê Thử {number}", created_at=NOW)
        for role in roles:
            PostRow.objects.create(person=person, role=role, body=body or self.ward, from_on=date(2026, 1, 1))
        return actor_of(person.pk, on=TODAY)

    def item(self, *, actor: Actor | None = None, files: tuple[NewFile, ...] = (), **facts: Any) -> Item:
        """Return a new item of the commune."""
        said = {"title": "Kế hoạch sử dụng đất năm 2027 của xã Mẫu Một", "created_on": date(2026, 10, 12), **facts}
        keeper = actor or self.officer(Role.SPECIALIST)
        item_id = register_item(
            facts=ItemFacts(**said), body_id=self.ward.pk, files=files, calendar=CALENDAR, actor=keeper, now=NOW
        )
        return Item.objects.get(pk=item_id)


def make_territory(key: str, level: Level, kind: UnitKind, name: str, parent: str | None = None) -> None:
    """Add a made-up territory with its bodies."""
    add_territory(
        key=key, level=level, kind=kind, name=name, parent_key=parent,
        from_on=date(2025, 7, 1), actor=system_actor("test"), now=NOW,
    )  # fmt: skip


@pytest.fixture
def world(db: Any) -> World:
    make_territory("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ")
    make_territory("mau-mot", Level.COMMUNE, UnitKind.XA, "Mẫu Một", "thi-du")
    make_territory("mau-hai", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Hai", "thi-du")
    one, two = Body.objects.filter(territory__key="mau-mot"), Body.objects.filter(territory__key="mau-hai")
    return World(
        ward=one.get(kind="committee"),
        office=one.get(kind="office"),
        other_ward=two.get(kind="committee"),
    )


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    settings.FILES_ROOT = tmp_path / "files"
