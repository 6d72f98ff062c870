"""Every URL × every actor: `access_matrix.toml` says by hand what each is answered, and the product does so."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from tests.world import ACTORS, World
from tests.world.routes import Route, routes
from tests.world.values import STRANGER, VISITOR
from tests.world.visiting import answer, client_of, nothing_stays

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frame_kept")]
MATRIX = Path(__file__).with_name("access_matrix.toml")
REFUSED = frozenset({302, 404})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the matrix: a URL with arguments, and the answers to GET and POST, actor by actor."""

    name: str
    arguments: dict[str, str]
    get: tuple[int, ...]
    post: tuple[int, ...]

    def __str__(self) -> str:
        """Return how a failure names the line."""
        given = ",".join(f"{key}={value}" for key, value in self.arguments.items())
        return f"{self.name}({given})"


def rows() -> list[Row]:
    """Return the lines of the matrix."""
    declared = tomllib.loads(MATRIX.read_text(encoding="utf-8"))
    assert tuple(declared["actors"]) == ACTORS
    return [
        Row(name, line.get("with", {}), _answers(line["get"]), _answers(line.get("post", "")))
        for name, lines in declared["urls"].items()
        for line in lines
    ]


def _answers(line: str) -> tuple[int, ...]:
    return tuple(int(word) for word in line.split())


def test_every_url_is_declared_and_every_declaration_has_a_url() -> None:
    found, declared = {route.name for route in routes()}, {row.name for row in rows()}
    assert sorted(found - declared) == [], "not declared in access_matrix.toml"
    assert sorted(declared - found) == [], "declared, but no such URL"


def test_every_line_answers_for_every_actor() -> None:
    by_name = {route.name: route for route in routes()}
    for row in rows():
        assert len(row.get) == len(ACTORS), row
        assert len(row.post) in (0, len(ACTORS)), row
        assert set(row.arguments) == set(by_name[row.name].arguments), row


def test_who_is_refused_is_refused_in_the_two_known_ways() -> None:
    """Without a session the way leads to the log-in page; with one, what may not be seen is not there."""
    for row in rows():
        if row.name in {route.name for route in routes() if in_office(route)}:
            assert row.get[0] == 302, f"{row}: a visitor is led to the log-in page"
        assert not set(row.get) & {401, 403}, f"{row}: 403 would tell that there is something"


def in_office(route: Route) -> bool:
    """True for officers' pages that take no argument, whose address alone tells."""
    return not route.arguments and "/lam-viec/" in route.urls({})["vi"]


@pytest.mark.parametrize("row", rows(), ids=str)
def test_get_answers_as_declared(row: Row, world: World) -> None:
    wrong = []
    for language, url in addresses(row, world).items():
        for actor, expected in zip(ACTORS, row.get, strict=True):
            if language != "vi" and actor not in (VISITOR, STRANGER):
                continue  # Translation changes no door; the two to whom most is closed try the English one too.
            got = answer(world, actor, "GET", url).status_code
            if got != expected:
                wrong.append(f"{actor} {language} GET {url}: {got}, not {expected}")
    assert wrong == []


@pytest.mark.parametrize("row", rows(), ids=str)
def test_post_opens_no_door_that_get_keeps_shut(row: Row, world: World) -> None:
    """An empty form does nothing for who may send it, and meets the same refusal for who may not."""
    url = addresses(row, world)["vi"]
    wrong = []
    for index, actor in enumerate(ACTORS):
        got = answer(world, actor, "POST", url).status_code
        if row.post:
            expected = row.post[index]
            right = got == expected or (expected == 404 and is_led_back(world, actor, url))
        elif row.get[index] in REFUSED and "lam-viec" in url:
            right = got in (row.get[index], 405) or (row.get[index] == 404 and is_led_back(world, actor, url))
        else:
            right = got < 500
        if not right:
            wrong.append(f"{actor} POST {url}: {got}")
    assert wrong == []


def is_led_back(world: World, actor: str, url: str) -> bool:
    """True where a post that comes too late does nothing and leads to a page that the actor reads, which says so."""
    with nothing_stays():
        before = traces()
        client = client_of(world, actor)
        answered = client.post(url)
        if answered.status_code != 302 or traces() != before:
            return False
        page = client.get(answered["Location"])
        return page.status_code == 200 and "Lần bấm này không làm gì thêm" in page.content.decode()


def traces() -> dict[str, int]:
    """Return how many rows each table of the rooms has."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models() if is_ours(model)}


def is_ours(model: type[Model]) -> bool:
    """True for a table of a room."""
    return model.__module__.startswith("minhbach.")


def addresses(row: Row, world: World) -> dict[str, str]:
    """Return the line's address in each language."""
    route = next(route for route in routes() if route.name == row.name)
    return route.urls({name: sample(world, given) for name, given in row.arguments.items()})


def sample(world: World, given: Any) -> Any:
    """Return what the matrix names: something of the world, or the value itself."""
    return world.samples.get(given, given) if isinstance(given, str) else given


def test_what_is_not_there_answers_like_what_may_not_be_seen(world: World) -> None:
    for path in ("/lam-viec/khong-co/", "/lam-viec/ke-hoach/999999/", "/en/lam-viec/khong-co/"):
        assert answer(world, "visitor", "GET", path).status_code == 302, path
        assert answer(world, "administrator", "GET", path).status_code == 404, path
    path = "/lam-viec/ke-hoach/{}/"
    hidden, absent = path.format(world.samples["plan_confirmed"]), path.format(999999)
    pages = [answer(world, "stranger", "GET", url).content.replace(url.encode(), b"") for url in (hidden, absent)]
    assert pages[0] == pages[1]
