"""The canary sweep: words are hidden in everything that is not for everybody, and every actor reads every address.

The routes come from the resolver, so a new page is swept from the day on which it has an address. From each page that
opens, the links are followed too, so that searches, filters, exports and files behind a query are read as well.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
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
from tests.world.routes import Route, fillings, routes
from tests.world.values import HIDDEN, STRANGER, VISITOR
from tests.world.visiting import answer, body_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frame_kept")]

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


def test_every_argument_of_every_route_is_known_to_the_world(world: World) -> None:
    """Otherwise a new page could not be swept: tell its values in tests/world/<room>.py with `world.knows`."""
    unknown = {(route.name, name) for route in routes() for name in route.arguments if name not in world.values}
    assert sorted(unknown) == []


@pytest.mark.parametrize("actor", ACTORS)
def test_an_actor_meets_no_word_hidden_from_them_no_error_of_ours_and_what_is_theirs(world: World, actor: str) -> None:
    """One walk answers all three, because a walk takes long and nothing stays of it.

    Without the last the sweep might be looking at nothing. Words of accounts and files are asked of their own pages.
    """
    found = list(walk(world, actor))
    assert leaks(world, actor, found) == []
    assert [visit.url for visit in found if visit.status >= 500] == []
    met = {word for visit in found for word in visit.words}
    theirs, least = words_to_meet(world, actor)
    assert len(theirs & met) >= least


def words_to_meet(world: World, actor: str) -> tuple[set[str], int]:
    """Return words that the actor may see, and how many of them must be met."""
    if actor == VISITOR:
        words = {hidden.word for hidden in world.hidden if VISITOR in hidden.seen_by}
    elif actor == "administrator":
        mails = (hidden for hidden in world.hidden if "thư điện tử" in hidden.what)
        words = {hidden.word for hidden in mails if actor in hidden.seen_by}
    elif actor in ("focal_point", "leader"):
        words = {hidden.word for hidden in world.hidden if "văn bản" in hidden.what and actor in hidden.seen_by}
        return words, len(words) // 2
    else:
        return set(), 0
    return words, len(words)


def test_there_are_words_to_meet(world: World) -> None:
    assert all(words_to_meet(world, actor)[1] for actor in (VISITOR, "administrator", "focal_point", "leader"))


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
        found = leaks(world, VISITOR, walk(world, VISITOR, only=("leak",)))
    assert any("title của văn bản confirmed" in line for line in found)
    assert all("/ro-ri/" in line for line in found)


def leaks(world: World, actor: str, found: Iterable[Visit]) -> list[str]:
    """Return where the actor met a word that is hidden from them."""
    forbidden = {hidden.word: hidden.what for hidden in world.hidden if actor not in hidden.seen_by}
    return [
        f"{actor} tại {visit.url}: {forbidden[word]}"
        for visit in found
        for word in sorted(visit.words & set(forbidden))
    ]


def walk(world: World, actor: str, only: Iterable[str] = ()) -> Iterator[Visit]:
    """Visit the known addresses of every route, or of some alone, and every link from there."""
    asked = [list(known_addresses(world, actor, route)) for route in routes() if not only or route.name in only]
    seen = {url for urls in asked for url in urls}
    links: list[str] = []
    for urls in asked:
        for url in urls:
            visit, leads_to = visited(world, actor, url)
            yield visit
            links += [] if only else leads_to
            if visit.status == HTTPStatus.METHOD_NOT_ALLOWED:
                # What takes only POST says so before it looks at its arguments: one address stands for all.
                break
    questions: Counter[str] = Counter()
    while links:
        url = links.pop()
        questions[urlsplit(url).path] += url not in seen
        # Lists lead to themselves with ever other filters and pages; a few of each show what they show.
        if url not in seen and questions[urlsplit(url).path] <= QUESTIONS_A_PATH:
            visit, leads_to = visited(world, actor, url)
            yield visit
            links += leads_to
        seen.add(url)


def visited(world: World, actor: str, url: str) -> tuple[Visit, list[str]]:
    """Return what stands at the address, and where it leads; English pages only for who reads them."""
    response = answer(world, actor, "GET", url)
    content = body_of(response)
    words = set(HIDDEN.findall(everything_in(content, str(response.headers))))
    leads_to = sorted(links_in(content), reverse=True) if response.status_code == HTTPStatus.OK else []
    # Links between English pages are walked once, as who is not known at all: they lead where the Vietnamese ones lead.
    reads = actor == VISITOR
    return Visit(url, response.status_code, words), [one for one in leads_to if reads or not one.startswith("/en/")]


def known_addresses(world: World, actor: str, route: Route) -> Iterator[str]:
    """Yield the addresses of a route with all known values; in English too for those to whom all is closed."""
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
