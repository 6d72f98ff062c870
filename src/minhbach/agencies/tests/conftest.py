"""A made-up province with two wards, officers of every kind, and pages visited as any of them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from minhbach.agencies.actions.add_territory import add_territory
from minhbach.agencies.models import Body
from minhbach.domain.access import VISITOR, Actor, Post, Role, system_actor
from minhbach.domain.units.values import Level, UnitKind

SINCE = dt.date(2025, 7, 1)
NOW = dt.datetime(2026, 10, 13, 2, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 10, 13)
MAKER = system_actor("test")


class GivenActor:
    """Stands in for the middleware of accounts: the request is of whom the test says."""

    actor: Actor = VISITOR

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = GivenActor.actor
        return self.get_response(request)


@dataclass
class World:
    """The made-up bodies that tests name."""

    province: Body
    justice: Body
    ward: Body
    office: Body
    other_ward: Body

    def officer(self, *roles: Role, body: Body | None = None) -> Actor:
        return Actor(person=1, posts=tuple(Post(role=role, body=(body or self.ward).pk) for role in roles))


def make_territory(key: str, level: Level, kind: UnitKind, name: str, parent: str | None = None) -> None:
    add_territory(key=key, level=level, kind=kind, name=name, parent_key=parent, from_on=SINCE, actor=MAKER, now=NOW)


@pytest.fixture
def world(db: None) -> World:
    make_territory("thi-du", Level.PROVINCE, UnitKind.TINH, "Thí Dụ")
    make_territory("mau-mot", Level.COMMUNE, UnitKind.PHUONG, "Mẫu Một", "thi-du")
    make_territory("mau-hai", Level.COMMUNE, UnitKind.XA, "Mẫu Hai", "thi-du")
    return World(
        province=Body.objects.get(slug="ubnd-thi-du"),
        justice=Body.objects.get(slug="so-tu-phap-thi-du"),
        ward=Body.objects.get(slug="ubnd-phuong-mau-mot-thi-du"),
        office=Body.objects.get(slug="van-phong-hdnd-va-ubnd-phuong-mau-mot-thi-du"),
        other_ward=Body.objects.get(slug="ubnd-xa-mau-hai-thi-du"),
    )


@pytest.fixture
def visit(settings: object, client: Client, time_machine: object) -> Callable[[Actor], Client]:
    """Return a client that visits as the given actor on the day of the tests."""
    time_machine.move_to(NOW, tick=False)
    settings.MIDDLEWARE = [
        "minhbach.agencies.tests.conftest.GivenActor" if "ActorMiddleware" in name else name
        for name in settings.MIDDLEWARE
    ]

    def as_actor(actor: Actor) -> Client:
        GivenActor.actor = actor
        return client

    yield as_actor
    GivenActor.actor = VISITOR
