"""A small made-up commune with its office, a department, people in them, and papers to try the layout with."""

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
from minhbach.foundation.tests.conftest import installation
from minhbach.papers.actions.draft_letter import draft_letter
from minhbach.papers.contracts import Paper
from minhbach.papers.tests.samples import LETTER

__all__ = ["installation"]

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
TODAY = date(2026, 10, 13)


@dataclass
class World:
    """A commune's committee, the next one's, and one person for each role asked for."""

    ward: Body
    other_ward: Body

    def officer(self, *roles: Role, body: Body | None = None) -> Actor:
        """Return a new person who holds the roles."""
        number = Person.objects.count() + 1
        person = Person.objects.create(username=f"thu{number}", name=f"Lê Thử {number}", created_at=NOW)
        for role in roles:
            PostRow.objects.create(person=person, role=role, body=body or self.ward, from_on=date(2026, 1, 1))
        return actor_of(person.pk, on=TODAY)

    def draft(self, actor: Actor, paper: Paper = LETTER) -> int:
        """Return the id of a new draft of the commune."""
        return draft_letter(paper=paper, body_id=self.ward.pk, actor=actor, now=NOW)


def make_territory(key: str, level: Level, kind: UnitKind, name: str, parent: str | None = None) -> None:
    add_territory(
        key=key, level=level, kind=kind, name=name, parent_key=parent,
        from_on=date(2025, 7, 1), actor=system_actor("test"), now=NOW,
    )  # fmt: skip


def two_communes() -> World:
    """Make them in the database at hand."""
    make_territory("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ")
    make_territory("mau-mot", Level.COMMUNE, UnitKind.XA, "Mẫu Một", "thi-du")
    make_territory("mau-hai", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Hai", "thi-du")
    return World(
        ward=Body.objects.get(territory__key="mau-mot", kind="committee"),
        other_ward=Body.objects.get(territory__key="mau-hai", kind="committee"),
    )


@pytest.fixture
def world(db: Any) -> World:
    return two_communes()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, settings: Any) -> None:
    settings.DATA = tmp_path
    settings.FILES_ROOT = tmp_path / "files"
