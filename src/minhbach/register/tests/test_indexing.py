"""What the search finds, for whom: hits never tell of what the asker may not see."""

from datetime import date

import pytest

from minhbach.domain.access import VISITOR, Actor, Role
from minhbach.foundation.search import search
from minhbach.foundation.search.contracts import Question
from minhbach.register.actions.change_item import change_item
from minhbach.register.actions.set_public_state import set_public_state
from minhbach.register.actions.strike_item import strike_item
from minhbach.register.contracts import Access
from minhbach.register.facts_kept import facts_of
from minhbach.register.indexing import tokens_of
from minhbach.register.tests.conftest import TODAY, World
from minhbach.register.tests.test_acts import GATE, WHEN, classified, published

pytestmark = pytest.mark.django_db


def found(words: str, actor: Actor) -> list[int]:
    return [hit.subject_id for hit in search(Question(words, tokens=tokens_of(actor))).hits]


def test_an_item_is_found_by_its_own_officers_and_by_the_public_once_it_is_public(world: World) -> None:
    row = classified(world, world.item(), letter="l")
    leader, stranger = world.officer(Role.LEADER), world.officer(*Role, body=world.other_ward)
    assert found("su dung dat", leader) == [row.pk]
    assert found("su dung dat", VISITOR) == found("su dung dat", stranger) == []
    published(world, row)
    assert found("sử dụng đất", VISITOR) == found("su dung dat", stranger) == [row.pk]
    set_public_state(item_id=row.pk, version_id=None, on=TODAY, actor=GATE, **WHEN)
    assert found("sử dụng đất", VISITOR) == []


def test_closed_and_unclassified_items_are_found_by_those_who_may_see_them(world: World) -> None:
    fresh = world.item(title="Báo cáo chưa phân loại")
    closed = classified(world, world.item(title="Biên bản họp nội bộ tháng Mười"), Access.CLOSED, ground="15.6")
    leader, supervisor = world.officer(Role.LEADER), world.officer(Role.SUPERVISOR)
    assert found("họp nội bộ", leader) == [closed.pk]
    assert found("chưa phân loại", leader) == [fresh.pk]
    assert found("họp nội bộ", supervisor) == found("chưa phân loại", supervisor) == []


def test_changes_and_strikes_are_found_at_once(world: World) -> None:
    row, keeper = world.item(number="45", symbol="KH-UBND"), world.officer(Role.SPECIALIST)
    assert found("45/KH-UBND", keeper) == [row.pk]
    other = facts_of(world.item(title="Chương trình công tác năm", created_on=date(2026, 1, 5)))
    change_item(item_id=row.pk, facts=other, seen_version=row.version, actor=keeper, **WHEN)
    assert found("45/KH-UBND", keeper) == []
    assert row.pk in found("chương trình công tác", keeper)
    strike_item(item_id=row.pk, reason="Nhầm", actor=world.officer(Role.FOCAL_POINT), now=WHEN["now"])
    assert row.pk not in found("chương trình công tác", keeper)
