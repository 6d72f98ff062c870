"""A request from the first word to its page, in a real browser on a phone, without scripts, by keyboard alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing.browser import NARROW, chromium, opened, scrolls_sideways
from tests.browsing.server import served
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
MOST_STEPS = 80


@pytest.fixture(scope="module")
def origin(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("static")) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened_browser:
        yield opened_browser


def go_to(page: Page, selector: str) -> None:
    """Press Tab until what the selector names has the focus."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.locator(f":is({selector}):focus").count():
            return
    pytest.fail(f"{selector} is not reached by Tab")


def fill(page: Page, name: str, text: str) -> None:
    go_to(page, f"[name={name}]")
    page.keyboard.type(text)


def go_on(page: Page) -> None:
    go_to(page, "main .acts button")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert not scrolls_sideways(page)
    assert page.locator("h1").count() == 1


def test_a_request_is_finished_on_a_phone_without_scripts_by_keyboard_alone(
    browser: Browser, origin: str, world: World
) -> None:
    with opened(browser, size=NARROW, scripts=False) as (_context, page):
        page.goto(f"{origin}/yeu-cau/moi/")
        fill(page, "text", "Xin bảng giá đất của Ủy ban nhân dân phường Mẫu Một năm 2026")
        go_on(page)
        assert page.locator("[name=body]:checked").count() == 1, "the agency that the request names is chosen"
        go_on(page)
        fill(page, "name", "Trần Thị Thử")
        fill(page, "address", "tổ 1, phường Mẫu Một")
        fill(page, "identity_number", "001085012345")
        go_to(page, "[name=lives_there]")
        page.keyboard.press("Space")
        go_on(page)
        go_on(page)
        assert "Trần Thị Thử" in page.inner_text("main")
        go_on(page)
        assert "Đã nhận yêu cầu" in page.inner_text("h1")
        go_to(page, "main .acts a:not(.button)")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "Yêu cầu 20" in page.inner_text("h1")
        assert not scrolls_sideways(page)
