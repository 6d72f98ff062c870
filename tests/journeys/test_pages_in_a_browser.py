"""Every page of the access matrix in a real browser: axe, width, weight, keyboard, and whole without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

from tests.architecture.test_access import addresses, rows
from tests.browsing.browser import NARROW, WIDE, axe_violations, chromium, opened, scrolls_sideways
from tests.browsing.server import served
from tests.world import ACTORS, World
from tests.world.values import VISITOR

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

NARROWEST = (320, 700)
"""What is left of 1280 px at 400 %."""
LIMIT = 60_000
PARTS = 8
"""The longest sweep is cut, so that processes that run tests beside each other share it."""
GALLERY = ("/thanh-phan/public/", "/thanh-phan/officer/")
TARGETS = (
    "button, .button, select, summary, .menu a, .chip, .pager a, .breadcrumb a, .head-tools a, .acts > a",
    "input:not([type=hidden], [type=checkbox], [type=radio]), .choice, .field-radioselect label",
)
ERRORS = ("/khong-co-trang-nay/", "/en/khong-co-trang-nay/")


@dataclass(frozen=True, slots=True)
class Stop:
    """A page to look at, and as whom."""

    path: str
    actor: str


@pytest.fixture(scope="module")
def origin(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the product with its world, and of the gallery of parts."""
    with served(tmp_path_factory.mktemp("static"), urlconf="tests.browsing.gallery") as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all pages."""
    with chromium() as opened_browser:
        yield opened_browser


def stops(world: World) -> list[Stop]:
    """Return every address that answers 200 with a page, as the first actor who may see it, and the gallery."""
    found = [Stop(path, VISITOR) for path in (*GALLERY, *ERRORS)]
    for row in rows():
        if 200 in row.get:
            actor = ACTORS[row.get.index(200)]
            by_language = addresses(row, world)
            # English words are seldom longer; the public's pages are looked at in both languages all the same.
            found += [Stop(path, actor) for path in (by_language.values() if actor == VISITOR else [by_language["vi"]])]
    return found


def pages(browser: Browser, origin: str, world: World, wanted: list[Stop]) -> Iterator[tuple[Stop, Page]]:
    """Open each of these pages once on a narrow screen; what is no HTML is left out."""
    for actor in ACTORS:
        own = [stop for stop in wanted if stop.actor == actor]
        if not own:
            continue
        with opened(browser, size=NARROW, session=world.sessions[actor], origin=origin) as (_, page):
            for stop in own:
                if shows(page, origin + stop.path):
                    yield stop, page


def shows(page: Page, url: str) -> bool:
    """Open an address; False for what the browser saves as a file, or shows as something else than a page."""
    try:
        response = page.goto(url)
    except PlaywrightError as error:
        assert "Download is starting" in str(error) or "ERR_ABORTED" in str(error), error
        return False
    return response is not None and "text/html" in response.headers.get("content-type", "")


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_accessible_and_fits_the_screen(browser: Browser, origin: str, world: World, part: int) -> None:
    wrong: list[str] = []
    seen = 0
    for stop, page in pages(browser, origin, world, stops(world)[part::PARTS]):
        seen += 1
        wrong += [f"{stop.path} as {stop.actor}: {line}" for line in faults(page, stop)]
    assert seen > 20 / PARTS
    assert not wrong, "\n".join(wrong)


def faults(page: Page, stop: Stop) -> Iterator[str]:
    """Yield what is wrong with the page that is open."""
    yield from (f"360 px: {line}" for line in axe_violations(page))
    for size in (NARROW, NARROWEST):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        if (over := scrolls_sideways(page)) > 0:
            yield f"{size[0]} px: scrolls sideways by {over} px: {widest(page)}"
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    page.evaluate("document.documentElement.style.fontSize = '212.5%'")
    if (over := scrolls_sideways(page)) > 0:
        yield f"360 px at 200 % text: scrolls sideways by {over} px: {widest(page)}"
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    yield from (f"1280 px: {line}" for line in axe_violations(page))
    if page.locator("h1").count() != 1:
        yield f"{page.locator('h1').count()} h1"
    if page.locator("html").get_attribute("lang") != ("en" if stop.path.startswith("/en/") else "vi"):
        yield "lang does not name the language of the page"
    if page.locator("main").count() != 1 or not page.title().strip(" ·").removesuffix("Minh Bạch").strip(" ·"):
        yield "no main, or no title of its own"


def widest(page: Page) -> str:
    """Return what sticks out farthest."""
    return str(
        page.evaluate(
            """() => [...document.querySelectorAll('main *, header *, footer *')]
            .map(e => [e.getBoundingClientRect().right, e.tagName + '.' + e.className])
            .sort((a, b) => b[0] - a[0])[0]"""
        )
    )


def test_a_first_visit_to_a_public_page_costs_at_most_60_kb(browser: Browser, origin: str, world: World) -> None:
    weights = {stop.path: weight(browser, origin, stop.path) for stop in stops(world) if is_public(stop)}
    assert len(weights) >= 4
    assert {path: bytes_ for path, bytes_ in weights.items() if bytes_ > LIMIT} == {}


def is_public(stop: Stop) -> bool:
    """True for a page that a visitor opens, the gallery of parts left out."""
    return stop.actor == VISITOR and stop.path not in GALLERY


def weight(browser: Browser, origin: str, path: str) -> int:
    """Return the bytes that a cold browser receives for a page with all that belongs to it, headers included."""
    received: list[float] = []
    under_way: set[str] = set()
    with opened(browser, size=NARROW) as (context, page):
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", lambda event: under_way.add(event["requestId"]))
        network.on("Network.loadingFailed", lambda event: under_way.discard(event["requestId"]))
        network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        network.on("Network.loadingFinished", lambda event: under_way.discard(event["requestId"]))
        if not shows(page, origin + path):
            return 0
        # A page that has loaded may still fetch something that a script asked for; waiting for silence takes longer.
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        while under_way:
            page.wait_for_timeout(10)
    assert len(received) > 1, "the page and its styles"
    return int(sum(received))


def test_keyboard_skips_to_the_content_and_the_focus_is_seen(browser: Browser, origin: str) -> None:
    with opened(browser, size=WIDE) as (_, page):
        page.goto(f"{origin}/tro-giup/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Bỏ qua, tới nội dung"
        assert page.locator(".skip-link").bounding_box()["y"] >= 0
        assert outline(page) == ("solid", "3px")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "noi-dung"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")
        assert outline(page) == ("solid", "3px")


def outline(page: Page) -> tuple[str, str]:
    """Return style and width of the outline of what has the focus."""
    style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    return style, page.evaluate("getComputedStyle(document.activeElement).outlineWidth")


def test_every_target_of_a_phone_page_is_high_enough_for_a_thumb(browser: Browser, origin: str) -> None:
    """44 px for buttons, boxes and links that stand alone; links inside a sentence follow the line."""
    with opened(browser, size=NARROW) as (_, page):
        page.goto(f"{origin}/thanh-phan/public/")
        low = page.evaluate(
            """targets => [...document.querySelectorAll(targets)]
            .filter(e => e.offsetParent !== null && e.getBoundingClientRect().height < 43.9)
            .map(e => e.tagName + '.' + e.className + ' ' + e.getBoundingClientRect().height)""",
            ", ".join(TARGETS),
        )
        assert low == []


def test_errors_are_announced_first_and_lead_to_their_boxes(browser: Browser, origin: str) -> None:
    with opened(browser, size=NARROW) as (_, page):
        page.goto(f"{origin}/thanh-phan/public/")
        assert page.title().startswith("Lỗi: ")
        assert page.evaluate("document.activeElement.className") == "error-summary"
        links = page.locator(".error-summary a").evaluate_all("all => all.map(a => a.getAttribute('href').slice(1))")
        assert len(links) == 6
        assert page.evaluate("ids => ids.filter(id => !document.getElementById(id))", links) == []


def test_search_works_without_scripts(browser: Browser, origin: str) -> None:
    with opened(browser, size=NARROW, scripts=False) as (_, page):
        page.goto(origin)
        page.fill("input[name=q]", "mau mot")
        page.click("form[role=search] button")
        assert page.locator("main a", has_text="Ủy ban nhân dân phường Mẫu Một").first.is_visible()


def test_language_switch_keeps_the_page_and_its_question(browser: Browser, origin: str) -> None:
    with opened(browser, size=WIDE) as (_, page):
        page.goto(f"{origin}/tim-kiem/?q=mau+mot")
        page.click("text=English")
        assert page.url == f"{origin}/en/tim-kiem/?q=mau+mot"
        page.click("text=Tiếng Việt")
        assert page.url == f"{origin}/tim-kiem/?q=mau+mot"
