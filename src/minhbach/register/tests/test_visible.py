"""Who sees which item: closed ones only posts of the body, never supervisors; the public only what is public."""

from datetime import date

import pytest

from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.actions.record_succession import record_succession
from minhbach.domain.access import VISITOR, Role, system_actor
from minhbach.domain.units.values import Extent
from minhbach.register.contracts import Access, ItemNotVisible
from minhbach.register.queries import bodies_kept_by, items_kept_for, items_visible_to, lists, visible_item
from minhbach.register.tests.conftest import NOW, TODAY, World
from minhbach.register.tests.test_acts import classified, published

CLOSED_READERS = {Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER}
READERS = CLOSED_READERS | {Role.JUSTICE_COORDINATOR, Role.SUPERVISOR}


@pytest.mark.parametrize("role", list(Role))
def test_who_sees_what_is_open_closed_or_not_classified(world: World, role: Role) -> None:
    fresh = world.item(title="Chưa phân loại")
    closed = classified(world, world.item(title="Biên bản họp nội bộ"), Access.CLOSED, ground="15.6")
    open_one = classified(world, world.item(title="Kế hoạch"), letter="a")
    own = set(items_kept_for(world.officer(role)).values_list("pk", flat=True))
    expected = {open_one.pk} if role in READERS else set()
    assert own == expected | ({fresh.pk, closed.pk} if role in CLOSED_READERS else set())


def test_the_public_and_strangers_see_what_is_public_alone(world: World) -> None:
    hidden = classified(world, world.item(title="Kế hoạch"), letter="a")
    shown = published(world, world.item())
    for actor in (VISITOR, world.officer(*Role, body=world.other_ward)):
        assert set(items_visible_to(actor)) == {shown}
        with pytest.raises(ItemNotVisible):
            visible_item(hidden.pk, actor=actor)


def test_a_successor_reads_and_keeps_what_its_predecessors_held(world: World) -> None:
    row = classified(world, world.item(), letter="a")
    record_succession(
        older_id=world.ward.pk, newer_id=world.other_ward.pk, on=date(2026, 9, 1), extent=Extent.WHOLE, main=True,
        actor=system_actor("test"), now=NOW,
    )  # fmt: skip
    heir = world.officer(Role.SPECIALIST, body=world.other_ward)
    assert visible_item(row.pk, actor=heir) == row
    assert list(lists.must_be_public([world.other_ward.pk], actor=heir)) == [row]


def test_lists_hold_what_they_say_and_the_public_reads_what_was_let_out(world: World) -> None:
    due = classified(world, world.item(title="Kế hoạch"), letter="a")
    public = published(world, world.item())
    classified(world, world.item(title="Được hỏi thì cung cấp"))
    conditional = classified(world, world.item(title="Hồ sơ"), Access.CONDITIONAL, ground="16.1")
    closed = classified(world, world.item(title="Biên bản họp nội bộ"), Access.CLOSED, ground="15.6")
    leader, body = world.officer(Role.LEADER), [world.ward.pk]
    assert list(lists.must_be_public(body, actor=leader)) == [due, public]
    assert list(lists.must_be_public(body)) == [public]
    assert list(lists.conditional(body, actor=leader)) == [conditional]
    assert list(lists.conditional(body)) == []
    assert list(lists.not_public(body, actor=leader)) == [closed]
    assert list(lists.not_public(body, actor=world.officer(Role.SUPERVISOR))) == []


def test_letters_come_in_the_order_of_the_law(world: World) -> None:
    for letter in ("v", "đ", "d", "e"):
        classified(world, world.item(title=f"Điểm {letter}"), letter=letter)
    rows = lists.must_be_public([world.ward.pk], actor=world.officer(Role.LEADER))
    assert [row.letter for row in rows] == ["d", "đ", "e", "v"]


def test_who_works_in_the_office_too_keeps_the_one_register_of_the_committee(world: World) -> None:
    officer = world.officer(Role.SPECIALIST)
    PostRow.objects.create(person_id=officer.person, role=Role.SPECIALIST, body=world.office, from_on=date(2026, 1, 1))
    assert bodies_kept_by(actor_of(officer.person or 0, on=TODAY)) == {world.ward.pk}
