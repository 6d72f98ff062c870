from datetime import date

import pytest

from minhbach.accounts.actions.delegate import delegate
from minhbach.accounts.actions.end_delegation import end_delegation
from minhbach.accounts.actions.end_post import end_post
from minhbach.accounts.contracts import (
    DatesNotPossible,
    DelegateNotPossible,
    DelegationRecord,
    NotAllowed,
    PersonRecord,
    PostHeldAlready,
    PostNotVisible,
)
from minhbach.accounts.queries import active_holders, posts_of
from minhbach.accounts.tests.conftest import NOW, SYSTEM, TODAY, World, acting
from minhbach.domain.access import Actor, Post, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

FIRST, UNTIL = date(2026, 10, 20), date(2026, 10, 27)


@pytest.fixture
def leader(world: World) -> PersonRecord:
    return world.person("lanhdao", Role.LEADER)


@pytest.fixture
def deputy(world: World) -> PersonRecord:
    return world.person("pho", Role.SPECIALIST)


def lend(leader: PersonRecord, deputy: PersonRecord, *, actor: Actor | None = None, **given: date) -> DelegationRecord:
    post = next(post for post in posts_of(leader.id, actor=SYSTEM) if post.role is Role.LEADER)
    return delegate(
        post_id=post.id,
        delegate_id=deputy.id,
        from_on=given.get("from_on", FIRST),
        until_on=given.get("until_on", UNTIL),
        reason="nghỉ ốm",
        actor=actor or acting(leader),
        now=NOW,
    )


def test_the_delegate_acts_in_the_post_on_these_days_and_says_for_whom(
    world: World, leader: PersonRecord, deputy: PersonRecord
) -> None:
    lend(leader, deputy)
    lent = Post(role=Role.LEADER, body=world.ward.pk, delegated_by=leader.id)
    days = [date(2026, 10, 19), date(2026, 10, 20), date(2026, 10, 26), date(2026, 10, 27)]
    assert [lent in acting(deputy, day).posts for day in days] == [False, True, True, False]
    own = [post for post in acting(deputy, FIRST).posts if post.delegated_by is None]
    assert [post.role for post in own] == [Role.SPECIALIST]


def test_the_absent_holder_keeps_the_post(leader: PersonRecord, deputy: PersonRecord) -> None:
    lend(leader, deputy)
    assert [post.delegated_by for post in acting(leader, FIRST).posts] == [None]


def test_the_delegate_counts_as_a_holder(world: World, leader: PersonRecord, deputy: PersonRecord) -> None:
    lend(leader, deputy)
    assert active_holders(body_id=world.ward.pk, roles=[Role.LEADER], on=FIRST) == {leader.id, deputy.id}


def test_a_delegation_leaves_an_event_without_its_reason(leader: PersonRecord, deputy: PersonRecord) -> None:
    record = lend(leader, deputy)
    event = events_about(Subject("person", leader.id))[-1]
    assert event.kind == "post.delegated"
    assert event.facts["delegate"] == deputy.id
    assert event.facts["delegation"] == record.id
    assert "ốm" not in str(event)


def test_the_administrator_may_delegate_for_an_absent_holder(
    admin: PersonRecord, leader: PersonRecord, deputy: PersonRecord
) -> None:
    assert lend(leader, deputy, actor=acting(admin)).delegate_id == deputy.id


def test_colleagues_may_not_help_themselves(leader: PersonRecord, deputy: PersonRecord) -> None:
    with pytest.raises(PostNotVisible):
        lend(leader, deputy, actor=acting(deputy))


def test_a_delegated_post_cannot_be_passed_on(world: World, leader: PersonRecord, deputy: PersonRecord) -> None:
    lend(leader, deputy)
    third = world.person("baa")
    with pytest.raises(PostNotVisible):
        lend(leader, third, actor=acting(deputy, FIRST), from_on=date(2026, 10, 28), until_on=date(2026, 10, 29))


def test_nobody_from_outside_stands_in(world: World, leader: PersonRecord, other_admin: PersonRecord) -> None:
    with pytest.raises(DelegateNotPossible):
        lend(leader, other_admin)


def test_nobody_stands_in_for_themselves(leader: PersonRecord) -> None:
    with pytest.raises(DelegateNotPossible):
        lend(leader, leader)


def test_one_person_stands_in_at_a_time(world: World, leader: PersonRecord, deputy: PersonRecord) -> None:
    lend(leader, deputy)
    third = world.person("baa")
    with pytest.raises(PostHeldAlready):
        lend(leader, third, from_on=date(2026, 10, 26), until_on=date(2026, 10, 30))
    lend(leader, third, from_on=UNTIL, until_on=date(2026, 10, 30))


@pytest.mark.parametrize(
    ("from_on", "until_on"),
    [
        (date(2026, 10, 20), date(2026, 10, 20)),
        (date(2026, 10, 1), date(2026, 10, 13)),
        (date(2025, 12, 31), date(2026, 11, 1)),
    ],
)
def test_the_days_must_lie_ahead_and_within_the_post(
    leader: PersonRecord, deputy: PersonRecord, from_on: date, until_on: date
) -> None:
    with pytest.raises(DatesNotPossible):
        lend(leader, deputy, from_on=from_on, until_on=until_on)


def test_a_delegation_is_taken_back_at_once(leader: PersonRecord, deputy: PersonRecord) -> None:
    record = lend(leader, deputy, from_on=date(2026, 10, 13))
    assert acting(deputy).holds(Role.LEADER)
    end_delegation(delegation_id=record.id, actor=acting(leader), now=NOW)
    assert not acting(deputy).holds(Role.LEADER)
    with pytest.raises(DatesNotPossible):
        end_delegation(delegation_id=record.id, actor=acting(leader), now=NOW)


def test_a_delegation_that_was_taken_back_leaves_its_days_free(
    world: World, leader: PersonRecord, deputy: PersonRecord
) -> None:
    record = lend(leader, deputy)
    end_delegation(delegation_id=record.id, actor=acting(leader), now=NOW)
    assert not acting(deputy, FIRST).holds(Role.LEADER)
    lend(leader, world.person("baa"))


def test_the_delegate_cannot_end_it_and_a_stranger_cannot_tell_that_it_exists(
    leader: PersonRecord, deputy: PersonRecord, other_admin: PersonRecord
) -> None:
    record = lend(leader, deputy)
    with pytest.raises(NotAllowed):
        end_delegation(delegation_id=record.id, actor=acting(deputy), now=NOW)
    with pytest.raises(PostNotVisible):
        end_delegation(delegation_id=record.id, actor=acting(other_admin), now=NOW)


def test_a_delegation_ends_with_the_post(admin: PersonRecord, leader: PersonRecord, deputy: PersonRecord) -> None:
    record = lend(leader, deputy)
    end_post(post_id=record.post.id, until_on=date(2026, 10, 22), actor=acting(admin), now=NOW)
    assert acting(deputy, date(2026, 10, 21)).holds(Role.LEADER)
    assert not acting(deputy, date(2026, 10, 22)).holds(Role.LEADER)


def test_a_delegation_beyond_the_end_of_the_post_never_begins(
    admin: PersonRecord, leader: PersonRecord, deputy: PersonRecord
) -> None:
    record = lend(leader, deputy)
    end_post(post_id=record.post.id, until_on=TODAY, actor=acting(admin), now=NOW)
    assert not acting(deputy, FIRST).holds(Role.LEADER)
