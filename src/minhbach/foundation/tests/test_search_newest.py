"""Newest first and the counts beside filters, against a slow count that knows no index: the same on both databases."""

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import PUBLIC, Entry, Order, Question
from minhbach.foundation.search.engines import postgresql
from minhbach.foundation.search.rows import write_entries

pytestmark = pytest.mark.django_db
WORDS = ("đất", "đường", "trường", "nước", "chợ")
SHOWN = 20


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """Three hundred entries, some hidden, some without a day, many of one day; all are walked through, as of many."""
    rng = random.Random(7)
    entries = [
        Entry(
            kind="test",
            subject_id=number,
            title=" ".join(rng.sample(WORDS, rng.randint(1, 4))),
            body="",
            on=None if rng.random() < 0.1 else date(2026, 1, 1) + timedelta(days=rng.randint(0, 60)),
            visible_to=frozenset({PUBLIC} if rng.random() < 0.8 else {"b9"}),
            bodies=rng.choice((("b1",), ("b2", "b1"), ())),
            letter=rng.choice(("", "a", "l")),
            document_kind=rng.choice(("", "KH", "QĐ")),
            year=rng.choice((None, 2025, 2026)),
        )
        for number in range(1, 301)
    ]
    write_entries(entries)
    monkeypatch.setattr("minhbach.foundation.search.newest._FEW", 10)
    monkeypatch.setattr("minhbach.foundation.search.newest._FIRST", 7)
    monkeypatch.setattr("minhbach.foundation.search.newest._STEP", 40)
    return entries


def having(kept: list[Entry], words: str) -> list[Entry]:
    """Return what everybody may see that has all the words, by looking at each."""
    asked = words.split()
    return [one for one in kept if PUBLIC in one.visible_to and set(asked) <= set(one.title.split())]


def newest(entries: list[Entry]) -> list[int]:
    """Return them from the newest day on, the latest written first within a day; those without a day at the end."""
    return [
        one.subject_id for one in sorted(entries, key=lambda one: (one.on or date.min, one.subject_id), reverse=True)
    ]


@pytest.mark.parametrize("words", ["", "đất", "đất đường", "trường nước chợ"])
@pytest.mark.parametrize("looked_at", [15, 100_000])
def test_every_page_is_that_of_a_slow_count(
    kept: list[Entry], monkeypatch: pytest.MonkeyPatch, words: str, looked_at: int
) -> None:
    # On PostgreSQL entries are looked at one by one, and after so many the index is asked for all: both are walked.
    monkeypatch.setattr(postgresql, "_LOOKED_AT", looked_at)
    expected = newest(having(kept, words))
    assert len(expected) > 10
    for offset in range(0, len(expected) + SHOWN, SHOWN):
        asked = Question(words, frozenset({PUBLIC}), order=Order.NEWEST, offset=offset, limit=SHOWN)
        found = search(asked)
        assert (found.count, found.counted_exactly) == (len(expected), True)
        assert [hit.subject_id for hit in found.hits] == expected[offset : offset + SHOWN]


@pytest.mark.parametrize("words", ["", "đất", "đất đường"])
@pytest.mark.parametrize("order", list(Order))
def test_counts_beside_filters_are_those_of_a_slow_count(kept: list[Entry], words: str, order: Order) -> None:
    expected = having(kept, words)
    facets = search(Question(words, frozenset({PUBLIC}), order=order, with_facets=True)).facets
    assert facets.letters == Counter(one.letter for one in expected if one.letter)
    assert facets.document_kinds == Counter(one.document_kind for one in expected if one.document_kind)
    assert facets.years == Counter(one.year for one in expected if one.year)
    assert facets.bodies == Counter(body for one in expected for body in one.bodies)
    assert facets.own_bodies == Counter(one.bodies[0] for one in expected if one.bodies)
