"""Make pictures of every page of the access matrix, at 360 and 1280 px, so that anybody can look.

    .venv/bin/python tools/pictures.py [--only NAME …] [--into build/pictures] [--english] [--greyscale]

The pages stand on the small made-up world of the tests; each is pictured as the first actor who may see it.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "src")]
os.environ["MINHBACH_MODE"] = "test"
os.environ["MINHBACH_DATA"] = tempfile.mkdtemp(prefix="minhbach-pictures-")
os.environ["DATABASE_URL"] = f"sqlite:///{os.environ['MINHBACH_DATA']}/pictures.sqlite3"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minhbach.config.settings")

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402

from tests.architecture.test_access import Row, addresses, rows  # noqa: E402
from tests.browsing.browser import NARROW, WIDE, chromium, opened  # noqa: E402
from tests.browsing.server import served  # noqa: E402
from tests.world import ACTORS, World, build_world  # noqa: E402

GALLERY = ("/thanh-phan/public/", "/thanh-phan/officer/", "/khong-co-trang-nay/")


def main() -> int:
    """Make the pictures and say where they are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=[], help="names of URLs, or parts of names")
    parser.add_argument("--into", type=Path, default=PROJECT / "build" / "pictures")
    parser.add_argument("--english", action="store_true", help="the English pages")
    parser.add_argument("--greyscale", action="store_true", help="as a black-and-white printer shows them")
    given = parser.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    world = build_world()
    chosen = [row for row in rows() if 200 in row.get and wanted(row.name, given.only)]
    static = Path(os.environ["MINHBACH_DATA"]) / "static"
    with served(static, urlconf="tests.browsing.gallery") as origin, chromium() as browser:
        for name, path, session in pages(world, chosen, english=given.english):
            if not given.only or wanted(name, given.only):
                picture(browser, origin, name, path, session, given.into, greyscale=given.greyscale)
    print(f"Ảnh ở {given.into}", file=sys.stderr)
    return 0


def wanted(name: str, only: list[str]) -> bool:
    """True if the name holds one of the parts, or all are wanted."""
    return not only or any(part.replace(":", "-") in name.replace(":", "-") for part in only)


def pages(world: World, chosen: list[Row], *, english: bool) -> Iterator[tuple[str, str, str]]:
    """Yield name, address and session of each page, the parts of the shell first."""
    yield from ((path.strip("/").replace("/", "-"), path, "") for path in GALLERY)
    for row in chosen:
        by_language = addresses(row, world)
        path = by_language.get("en" if english else "vi", by_language["vi"])
        actor = ACTORS[row.get.index(200)]
        name = "-".join((row.name.replace(":", "-"), *map(str, row.arguments.values())))
        yield name, path, world.sessions[actor]


def picture(browser: Browser, origin: str, name: str, path: str, session: str, into: Path, *, greyscale: bool) -> None:
    """Save one page at both widths, whole. A file that the browser would save is passed over."""
    for size in (NARROW, WIDE):
        with opened(browser, size=size, session=session, origin=origin) as (_, page):
            response = page.request.get(origin + path)
            if "text/html" not in response.headers.get("content-type", ""):
                return
            page.goto(origin + path)
            if greyscale:
                page.evaluate("document.documentElement.style.filter = 'grayscale(1)'")
            page.screenshot(path=into / f"{name}-{size[0]}.png", full_page=True)
            print(f"{response.status} {name} {size[0]}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
