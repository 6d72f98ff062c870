"""Two made-up wards side by side; the first has an office and a division. People come from the actions."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client

from minhbach.accounts.actions.create_person import create_person
from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.contracts import PersonRecord, PostRecord
from minhbach.accounts.models import Person
from minhbach.accounts.queries import actor_of
from minhbach.agencies.models import Body, BodyPosition, Territory
from minhbach.agencies.rules import body_segment, territory_segment
from minhbach.domain.access import Actor, Role, system_actor

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
TODAY = date(2026, 10, 13)
PASSWORD = "con-cò-bay-lả-bay-la-2026"
SYSTEM = system_actor("test")


@dataclass
class World:
    """Where the tests happen."""

    ward: Body
    office: Body
    division: Body
    other_ward: Body
    _made: list[int] = field(default_factory=list)

    def person(
        self, username: str, role: Role = Role.SPECIALIST, *, body: Body | None = None, name: str = "", **given: Any
    ) -> PersonRecord:
        """Make a person with a post since the beginning of 2026, and a password of their own."""
        return create_person(
            name=name or f"Lê Văn {username.title()}",
            username=username,
            email=f"{username}@vidu.vn",
            password=PASSWORD,
            body_id=(body or self.ward).pk,
            role=role,
            from_on=date(2026, 1, 1),
            temporary=False,
            actor=SYSTEM,
            now=NOW,
            **given,
        )

    def post(self, person: PersonRecord, role: Role, *, body: Body | None = None, **given: Any) -> PostRecord:
        """Give a person another post."""
        given.setdefault("from_on", date(2026, 1, 1))
        return give_post(person_id=person.id, role=role, body_id=(body or self.ward).pk, actor=SYSTEM, now=NOW, **given)


def acting(person: PersonRecord, on: date = TODAY) -> Actor:
    """Return the person as they act on a day."""
    return actor_of(person.id, on=on)


def make_body(
    territory: Territory, slug: str, name: str, *, kind: str = "committee", parent: Body | None = None
) -> Body:
    """Make a body with its place in the tree."""
    body = Body.objects.create(
        slug=slug, kind=kind, level="commune", territory=territory, name=name, sort_key=slug, state="confirmed"
    )
    above = parent.positions.get().path if parent else territory_segment(territory.pk)
    BodyPosition.objects.create(body=body, parent=parent, path=above + body_segment(body.pk))
    return body


@pytest.fixture
def world(db: None) -> World:
    """Two wards of tỉnh Thí Dụ."""
    one = Territory.objects.create(key="90001@2025-07-01", code="90001", level="commune")
    two = Territory.objects.create(key="90002@2025-07-01", code="90002", level="commune")
    ward = make_body(one, "ubnd-phuong-mau-mot", "Ủy ban nhân dân phường Mẫu Một")
    return World(
        ward=ward,
        office=make_body(one, "van-phong", "Văn phòng HĐND và UBND phường Mẫu Một", kind="office", parent=ward),
        division=make_body(one, "phong-kinh-te", "Phòng Kinh tế phường Mẫu Một", kind="division", parent=ward),
        other_ward=make_body(two, "ubnd-xa-mau-hai", "Ủy ban nhân dân xã Mẫu Hai"),
    )


@pytest.fixture
def admin(world: World) -> PersonRecord:
    """The administrator of the first ward."""
    return world.person("quantri", Role.ADMINISTRATOR)


@pytest.fixture
def other_admin(world: World) -> PersonRecord:
    """The administrator of the ward beside."""
    return world.person("quantri2", Role.ADMINISTRATOR, body=world.other_ward)


def logged_in(person: PersonRecord, **given: Any) -> Client:
    """Return a browser in which the person is logged in."""
    client = Client(**given)
    client.force_login(Person.objects.get(id=person.id), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
