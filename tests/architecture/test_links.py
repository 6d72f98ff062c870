"""Links between the pages of the documentation lead to something that is there."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
PAGES = sorted(
    path
    for folder in ("", "docs", "docs/how-to", "docs/decisions", "law", "law/*")
    for path in PROJECT.glob(f"{folder}/*.md".lstrip("/"))
)
pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())


@pages
def test_relative_links_lead_somewhere(page: Path) -> None:
    """Read all links of a page; addresses of other sites are not followed."""
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_reader_is_sent_to_pages() -> None:
    """The search above looks at something: the README leads to the house, the how-tos and the law."""
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert {"docs/house.md", "docs/how-to.md", "law/README.md"} <= set(LINK.findall(readme))
