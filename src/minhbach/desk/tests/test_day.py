"""The officers' first page: each act in exactly one group, nearest limit first, nothing that needs no act."""

from collections.abc import Iterator
from datetime import date

import pytest

from minhbach.desk import registries
from minhbach.desk.contracts import Act, Awaited
from minhbach.desk.queries import day_of
from minhbach.desk.views import limit_in_words
from minhbach.domain.access import VISITOR, Actor

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 13)


@pytest.fixture
def sources() -> Iterator[dict[str, registries.Source]]:
    before = dict(registries._sources)
    registries._sources.clear()
    yield registries._sources
    registries._sources.clear()
    registries._sources.update(before)


def act(what: str, due_on: date | None) -> Act:
    return Act(what=what, verb="Xem việc", url="/", due_on=due_on)


def test_each_act_stands_in_one_group_by_its_limit(sources: dict[str, registries.Source]) -> None:
    acts = [
        act("quá hai ngày", date(2026, 10, 11)),
        act("hôm qua", date(2026, 10, 12)),
        act("hôm nay", TODAY),
        act("ngày mai", date(2026, 10, 14)),
        act("đúng ba ngày", date(2026, 10, 16)),
        act("bốn ngày", date(2026, 10, 17)),
        act("không hạn", None),
    ]
    registries.hand_in("test", lambda actor, today: acts)
    day = day_of(VISITOR, TODAY)
    assert [line.what for line in day.late] == ["quá hai ngày", "hôm qua"]
    assert [line.what for line in day.due_today] == ["hôm nay"]
    assert [line.what for line in day.soon] == ["ngày mai", "đúng ba ngày"]
    assert [line.what for line in day.waiting] == ["không hạn"]


def test_day_is_free_only_when_nothing_needs_an_act(sources: dict[str, registries.Source]) -> None:
    assert day_of(VISITOR, TODAY).is_free
    registries.hand_in("others", lambda actor, today: [Awaited("Lê Thử", "ý kiến", TODAY, "/")])
    assert day_of(VISITOR, TODAY).is_free
    registries.hand_in("mine", lambda actor, today: [act("việc", TODAY)])
    assert not day_of(VISITOR, TODAY).is_free


def test_longest_awaited_stands_first(sources: dict[str, registries.Source]) -> None:
    lines = [Awaited("B", "sau", date(2026, 10, 12), "/"), Awaited("A", "trước", date(2026, 10, 1), "/")]
    registries.hand_in("test", lambda actor, today: lines)
    assert [line.what for line in day_of(VISITOR, TODAY).awaited] == ["trước", "sau"]


def test_sources_are_asked_for_the_one_who_looks(sources: dict[str, registries.Source]) -> None:
    asked: list[tuple[Actor, date]] = []
    registries.hand_in("test", lambda actor, today: asked.append((actor, today)) or [])  # type: ignore[func-returns-value]
    day_of(VISITOR, TODAY)
    assert asked == [(VISITOR, TODAY)]


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        (date(2026, 10, 11), "Quá hạn 2 ngày"),
        (TODAY, "Hạn hôm nay"),
        (date(2026, 10, 16), "Còn 3 ngày"),
        (None, "Chờ"),
    ],
)
def test_limit_is_said_in_days(due_on: date | None, words: str) -> None:
    assert limit_in_words(act("việc", due_on), TODAY) == words
