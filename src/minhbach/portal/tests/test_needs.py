"""Everyday needs in people's own words: the step before writing shows what answers them already.

The needs were written by who knows the titles, so the shares are floors to hold, not a measure of real people's words.
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Entry
from minhbach.foundation.search.rows import write_entries
from minhbach.portal.tests.conftest import DAY, Published
from minhbach.register.queries import ITEM
from minhbach.requests.suggesting import SHOWN, answering_question, suggestions_for

FLOORS = {"needs.toml": (100, 97), "needs_further.toml": (99, 94), "needs_unseen.toml": (31, 25)}
"""How many needs a file holds, and how many are answered among the first three: no fewer than were reached once."""


def test_of_a_hundred_needs_most_are_shown_what_answers_them(published: Published) -> None:
    needs = needs_in("needs.toml")
    for title in dict.fromkeys(title for _need, title in needs):
        published.item(title=title, letter="a")
    hold("needs.toml", [(need, title) for need, title in needs if title not in shown_for(need)])


def test_as_many_needs_of_other_files_find_what_answers_them(db: Any) -> None:
    titles = dict.fromkeys(title for name in FLOORS for _need, title in needs_in(name))
    write_entries(
        Entry(ITEM, place, title, "", date(2026, 10, 15), frozenset({PUBLIC}), ("b1",), letter="a")
        for place, title in enumerate(titles, start=1)
    )
    for name in FLOORS:
        hold(name, [(need, title) for need, title in needs_in(name) if title not in found_for(need)])


def hold(name: str, missed: list[tuple[str, str]]) -> None:
    """Fail if more needs of a file than may be are not answered."""
    count, reached = FLOORS[name]
    assert len(needs_in(name)) == count
    assert count - len(missed) >= reached, "\n".join([name, *(f"{need} → {title}" for need, title in missed)])


def needs_in(name: str) -> list[tuple[str, str]]:
    """Return the needs of a file, each with the title of what answers it."""
    items = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["item"]
    return [(need, one["title"]) for one in items for need in one["needs"]]


def shown_for(need: str) -> list[str]:
    """Return the titles that are shown first, without the marks on the words that fit."""
    found = suggestions_for(need, first=None, on=DAY).published
    return [str(one.html).replace("<mark>", "").replace("</mark>", "") for one in found]


def found_for(need: str) -> list[str]:
    """Return the titles that the same question to the search finds first."""
    return [hit.title for hit in search(answering_question(need)).hits[:SHOWN]]
