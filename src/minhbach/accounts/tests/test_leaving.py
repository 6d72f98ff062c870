from collections.abc import Iterator
from datetime import date, datetime

import pytest

from minhbach.accounts import registries
from minhbach.accounts.actions.deactivate_person import deactivate_person
from minhbach.accounts.actions.delegate import delegate
from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.actions.hand_over import hand_over
from minhbach.accounts.actions.reactivate_person import reactivate_person
from minhbach.accounts.contracts import (
    DelegateNotPossible,
    LastAdministrator,
    NotAllowed,
    PersonNotVisible,
    PersonRecord,
    WorkRemains,
)
from minhbach.accounts.models import Person
from minhbach.accounts.queries import posts_of
from minhbach.accounts.registries import HandOver, on_hand_over
from minhbach.accounts.tests.conftest import NOW, PASSWORD, SYSTEM, World, acting
from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about


class Tasks:
    """A later room with open work: how many tasks stand on which person in which body."""

    def __init__(self) -> None:
        self.open: dict[tuple[int, int], int] = {}

    def count(self, person_id: int, body_id: int) -> int:
        return self.open.get((person_id, body_id), 0)

    def move(self, hand_over: HandOver, *, actor: Actor, now: datetime) -> int:
        moved = self.open.pop((hand_over.person_id, hand_over.body_id), 0)
        key = (hand_over.successor_id, hand_over.body_id)
        self.open[key] = self.open.get(key, 0) + moved
        return moved


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    room, before = Tasks(), dict(registries._kinds)
    on_hand_over("test.tasks", label="nhiệm vụ", count=room.count, move=room.move)
    yield room
    registries._kinds.clear()
    registries._kinds.update(before)


def test_posts_end_and_open_work_moves(world: World, admin: PersonRecord, tasks: Tasks) -> None:
    leaver, successor = world.person("cuu"), world.person("moi")
    world.post(leaver, Role.FOCAL_POINT)
    tasks.open = {(leaver.id, world.ward.pk): 3}
    moved = hand_over(
        person_id=leaver.id, body_id=world.ward.pk, successor_id=successor.id, actor=acting(admin), now=NOW
    )
    assert moved["test.tasks"] == 3
    assert tasks.open == {(successor.id, world.ward.pk): 3}
    assert acting(leaver).posts == ()
    event = events_about(Subject("person", leaver.id))[-1]
    assert (event.kind, event.facts["moved"], event.facts["successor"]) == ("person.handed-over", 3, successor.id)


def test_open_work_needs_a_successor_and_nothing_changes_without(
    world: World, admin: PersonRecord, tasks: Tasks
) -> None:
    leaver = world.person("cuu")
    tasks.open = {(leaver.id, world.ward.pk): 1}
    with pytest.raises(WorkRemains):
        hand_over(person_id=leaver.id, body_id=world.ward.pk, successor_id=None, actor=acting(admin), now=NOW)
    assert acting(leaver).posts


def test_a_leaver_without_work_needs_no_successor(world: World, admin: PersonRecord) -> None:
    leaver = world.person("cuu")
    assert hand_over(person_id=leaver.id, body_id=world.ward.pk, successor_id=None, actor=acting(admin), now=NOW) == {}
    assert not acting(leaver).posts


def test_the_successor_works_in_the_same_body(world: World, admin: PersonRecord, other_admin: PersonRecord) -> None:
    leaver = world.person("cuu")
    for wrong in (other_admin, leaver):
        with pytest.raises(DelegateNotPossible):
            hand_over(person_id=leaver.id, body_id=world.ward.pk, successor_id=wrong.id, actor=acting(admin), now=NOW)


def test_posts_in_other_bodies_stay(world: World, admin: PersonRecord) -> None:
    leaver = world.person("cuu")
    world.post(leaver, Role.LEADER, body=world.other_ward)
    hand_over(person_id=leaver.id, body_id=world.ward.pk, successor_id=None, actor=acting(admin), now=NOW)
    assert [post.body for post in acting(leaver).posts] == [world.other_ward.pk]


def test_standing_in_for_others_ends_too(world: World, admin: PersonRecord) -> None:
    leaver, leader = world.person("cuu"), world.person("lanhdao", Role.LEADER)
    (post,) = posts_of(leader.id, actor=SYSTEM)
    delegate(
        post_id=post.id,
        delegate_id=leaver.id,
        from_on=date(2026, 10, 13),
        until_on=date(2026, 12, 1),
        reason="đi học",
        actor=acting(leader),
        now=NOW,
    )
    hand_over(person_id=leaver.id, body_id=world.ward.pk, successor_id=None, actor=acting(admin), now=NOW)
    assert not acting(leaver).posts


def test_a_stranger_hands_nothing_over(world: World, other_admin: PersonRecord) -> None:
    leaver = world.person("cuu")
    with pytest.raises(NotAllowed):
        hand_over(person_id=leaver.id, body_id=world.ward.pk, successor_id=None, actor=acting(other_admin), now=NOW)
    with pytest.raises(PersonNotVisible):
        hand_over(
            person_id=leaver.id, body_id=world.other_ward.pk, successor_id=None, actor=acting(other_admin), now=NOW
        )


def test_a_closed_account_logs_in_no_more_and_can_be_opened_again(world: World, admin: PersonRecord) -> None:
    leaver = world.person("cuu")
    before = Person.objects.get(id=leaver.id).get_session_auth_hash()
    deactivate_person(person_id=leaver.id, reason="Nghỉ hưu", actor=acting(admin), now=NOW)
    row = Person.objects.get(id=leaver.id)
    assert (row.is_active, row.closed_at, row.closing_reason) == (False, NOW, "Nghỉ hưu")
    assert row.get_session_auth_hash() != before
    assert not acting(leaver).posts
    event = events_about(Subject("person", leaver.id))[-1]
    assert event.kind == "person.deactivated"
    assert "Nghỉ hưu" not in str(event)
    with pytest.raises(NotAllowed):
        give_post(person_id=leaver.id, role=Role.LEADER, body_id=world.ward.pk, actor=acting(admin), now=NOW)
    reactivate_person(person_id=leaver.id, actor=acting(admin), now=NOW)
    assert Person.objects.get(id=leaver.id).check_password(PASSWORD)
    assert not acting(leaver).posts


def test_an_account_is_closed_once(world: World, admin: PersonRecord) -> None:
    leaver = world.person("cuu")
    deactivate_person(person_id=leaver.id, actor=acting(admin), now=NOW)
    with pytest.raises(NotAllowed):
        deactivate_person(person_id=leaver.id, actor=acting(admin), now=NOW)
    reactivate_person(person_id=leaver.id, actor=acting(admin), now=NOW)
    with pytest.raises(NotAllowed):
        reactivate_person(person_id=leaver.id, actor=acting(admin), now=NOW)


def test_an_account_with_open_work_is_not_closed(world: World, admin: PersonRecord, tasks: Tasks) -> None:
    leaver = world.person("cuu")
    tasks.open = {(leaver.id, world.ward.pk): 1}
    with pytest.raises(WorkRemains):
        deactivate_person(person_id=leaver.id, actor=acting(admin), now=NOW)
    assert Person.objects.get(id=leaver.id).is_active


def test_nobody_closes_their_own_account(world: World, admin: PersonRecord) -> None:
    world.person("haii", Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        deactivate_person(person_id=admin.id, actor=acting(admin), now=NOW)


def test_a_person_with_a_post_elsewhere_is_not_closed_from_here(world: World, admin: PersonRecord) -> None:
    person = world.person("cuu")
    world.post(person, Role.LEADER, body=world.other_ward)
    with pytest.raises(NotAllowed):
        deactivate_person(person_id=person.id, actor=acting(admin), now=NOW)


def test_the_last_administrator_is_not_closed_even_by_the_system(world: World, admin: PersonRecord) -> None:
    with pytest.raises(LastAdministrator):
        deactivate_person(person_id=admin.id, actor=SYSTEM, now=NOW)


def test_a_closed_account_does_not_count_as_an_administrator(world: World, admin: PersonRecord) -> None:
    second = world.person("haii", Role.ADMINISTRATOR)
    deactivate_person(person_id=second.id, actor=acting(admin), now=NOW)
    with pytest.raises(LastAdministrator):
        deactivate_person(person_id=admin.id, actor=SYSTEM, now=NOW)
