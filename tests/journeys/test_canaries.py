"""The canary sweep: words are hidden in everything that is not for everybody, and every actor reads every address.

The routes come from the resolver, so a new page is swept from the day on which it has an address. From each page that
opens, the links are followed too, so that searches, filters, exports and files behind a query are read as well.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote, urlsplit
from zipfile import BadZipFile, ZipFile

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from minhbach.config import urls as product
from minhbach.planning.models import Plan
from tests.world import ACTORS, World
from tests.world.routes import fillings, routes
from tests.world.values import STRANGER, VISITOR
from tests.world.visiting import answer, body_of

pytestmark = pytest.mark.django_db

ASIDES = ("", "?dang=csv", "?in=1")
IN_ENGLISH_TOO = (VISITOR, STRANGER)
"""To whom most is closed. Translation changes no door, so the others read Vietnamese alone."""
LINK = re.compile(rb"""(?:href|src|action)\s*=\s*["'](/[^"'#]*)""")
NEVER_FOLLOWED = ("/static/", "/dang-xuat/", "/en/dang-xuat/")
QUESTIONS_A_PATH = 4


@dataclass(frozen=True, slots=True)
class Visit:
    """An address, the status of its answer, and the hidden words that stood there."""

    url: str
    status: int
    words: set[str]


_visited: dict[tuple[int, str, tuple[str, ...]], list[Visit]] = {}


def test_every_argument_of_every_route_is_known_to_the_world(world: World) -> None:
    """Otherwise a new page could not be swept: tell its values in tests/world/<room>.py with `world.knows`."""
    unknown = {(route.name, name) for route in routes() for name in route.arguments if name not in world.values}
    assert sorted(unknown) == []


@pytest.mark.parametrize("actor", ACTORS)
def test_nobody_finds_a_word_that_is_hidden_from_them(world: World, actor: str) -> None:
    assert leaks(world, actor) == []


@pytest.mark.parametrize("actor", ACTORS)
def test_nobody_meets_an_error_of_ours(world: World, actor: str) -> None:
    assert [visit.url for visit in visits(world, actor, ()) if visit.status >= 500] == []


def test_who_may_see_a_word_finds_it(world: World) -> None:
    """Otherwise the sweep might be looking at nothing. Words of accounts and files are asked of their own pages."""
    found = {actor: words_found(world, actor) for actor in (VISITOR, "focal_point", "leader", "administrator")}
    public = [hidden.word for hidden in world.hidden if VISITOR in hidden.seen_by]
    assert public
    assert set(public) <= found[VISITOR]
    for actor in ("focal_point", "leader"):
        drafts = {hidden.word for hidden in world.hidden if "văn bản" in hidden.what and actor in hidden.seen_by}
        assert len(drafts & found[actor]) >= len(drafts) // 2, actor
    people = {hidden.word for hidden in world.hidden if "thư điện tử" in hidden.what and hidden.seen_by != {STRANGER}}
    assert people <= found["administrator"]


def leak(request: HttpRequest) -> HttpResponse:
    """Skip the gate, as no view may: every plan's title to everybody."""
    return HttpResponse(" · ".join(Plan.objects.values_list("title", flat=True)))


urlpatterns = [path("ro-ri/", leak, name="leak"), *product.urlpatterns]
handler400, handler403, handler404, handler500 = (
    product.handler400,
    product.handler403,
    product.handler404,
    product.handler500,
)


def test_a_planted_leak_is_seen(world: World) -> None:
    """A view that forgets to ask who is asking is found by the sweep, with the words that it gives away."""
    with override_settings(ROOT_URLCONF=__name__):
        found = leaks(world, VISITOR, only=("leak",))
    assert any("title của văn bản confirmed" in line for line in found)
    assert all("/ro-ri/" in line for line in found)


def leaks(world: World, actor: str, *, only: Iterable[str] = ()) -> list[str]:
    """Return where the actor meets a word that is hidden from them."""
    forbidden = {hidden.word: hidden.what for hidden in world.hidden if actor not in hidden.seen_by}
    return [
        f"{actor} tại {visit.url}: {forbidden[word]}"
        for visit in visits(world, actor, tuple(only))
        for word in sorted(visit.words & set(forbidden))
    ]


def words_found(world: World, actor: str) -> set[str]:
    """Return every hidden word that the actor meets anywhere."""
    return {word for visit in visits(world, actor, ()) for word in visit.words}


def visits(world: World, actor: str, only: tuple[str, ...]) -> list[Visit]:
    """Visit every known address and every link from there; once for each actor, since nothing stays of a visit."""
    key = (id(world), actor, only)
    if key not in _visited:
        _visited[key] = list(walk(world, actor, only))
    return _visited[key]


def walk(world: World, actor: str, only: tuple[str, ...]) -> Iterator[Visit]:
    """Yield each visit."""
    waiting = list(dict.fromkeys(known_addresses(world, actor, only)))
    seen = set(waiting)
    asked: Counter[str] = Counter()
    words = [hidden.word for hidden in world.hidden]
    while waiting:
        url = waiting.pop()
        response = answer(world, actor, "GET", url)
        content = everything_in(body_of(response), str(response.headers))
        yield Visit(url, response.status_code, {word for word in words if word in content})
        if response.status_code == 200 and not only:
            for link in sorted(links_in(body_of(response)) - seen):
                seen.add(link)
                asked[urlsplit(link).path] += 1
                # Lists lead to themselves with ever other filters and pages; a few of each show what they show.
                wanted = actor in IN_ENGLISH_TOO or not link.startswith("/en/")
                if wanted and asked[urlsplit(link).path] <= QUESTIONS_A_PATH:
                    waiting.append(link)


def known_addresses(world: World, actor: str, only: tuple[str, ...]) -> Iterator[str]:
    """Yield the addresses of all routes with all known values; in English too for those to whom all is closed."""
    for route in routes():
        if only and route.name not in only:
            continue
        for values in fillings(route, world.values):
            for language, url in route.urls(values).items():
                if language == "vi" or actor in IN_ENGLISH_TOO:
                    yield from (url + aside for aside in (ASIDES if not values else ("",)))


def links_in(content: bytes) -> set[str]:
    """Return the addresses of this installation that a page leads to."""
    found = {html.unescape(link.decode(errors="replace")) for link in LINK.findall(content)}
    return {link for link in found if not link.startswith(NEVER_FOLLOWED) and not urlsplit(link).netloc}


def everything_in(content: bytes, headers: str) -> str:
    """Return the answer as text in which a word is found however it was written: quoted, escaped, zipped."""
    texts = [content.decode(errors="replace"), headers]
    if content[:2] == b"PK":
        texts += unzipped(content)
    whole = "\n".join(texts)
    return "\n".join((whole, unquote(whole), html.unescape(whole))).lower()


def unzipped(content: bytes) -> list[str]:
    """Return what stands in the members of a ZIP, DOCX or XLSX."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return [archive.read(name).decode(errors="replace") for name in archive.namelist()]
    except BadZipFile:
        return []
