"""Debian's Chromium, driven by Playwright; where there is none, the test says so, and fails in CI."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from minhbach.extraction.tests.machine import is_missing

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NARROW, WIDE = (360, 740), (1280, 900)
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium_path() -> str:
    """Return where Chromium is. Without it the test is skipped, but in CI it fails."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        is_missing("không có chromium (apt-get install chromium), nên không xem được trang trong trình duyệt thật")
    return found or ""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open the browser."""
    # Playwright's loop runs in this thread, and Django would take every query beside it for a mistake.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(
    browser: Browser, *, size: tuple[int, int] = WIDE, session: str = "", scripts: bool = True, origin: str = ""
) -> Iterator[tuple[BrowserContext, Page]]:
    """Open a window as a visitor, or as who holds the session."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, locale="vi-VN"
    )
    if session:
        context.add_cookies([{"name": "sessionid", "value": session, "url": origin}])
    page = context.new_page()
    page.set_default_timeout(15_000)
    try:
        yield context, page
    finally:
        context.close()


def axe_violations(page: Page) -> list[str]:
    """Return what axe finds on the whole page, one line a violation, with the first places."""
    # Evaluated, not added as a tag: the content security policy would rightly stop that.
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    # What passes is neither looked for to the last place nor carried over: it is megabytes, and nobody reads it.
    found: list[str] = page.evaluate(
        """async tags => {
            const only = {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']};
            const places = nodes => nodes.slice(0, 3).map(node => JSON.stringify(node.target)).join('; ');
            const line = one => `${one.id}: ${one.help} @ ${places(one.nodes)}`;
            return (await axe.run(document, only)).violations.map(line);
        }""",
        TAGS,
    )
    return found


def scrolls_sideways(page: Page) -> int:
    """Return by how many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
