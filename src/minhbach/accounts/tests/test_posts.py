from datetime import date, timedelta

import pytest
from django.utils.translation import override

from minhbach.accounts.actions.end_post import end_post
from minhbach.accounts.actions.give_post import give_post
from minhbach.accounts.contracts import (
    DatesNotPossible,
    LastAdministrator,
    NotAllowed,
    PersonNotVisible,
    PersonRecord,
    PostHeldAlready,
    PostNotVisible,
    UnitNotInBody,
)
from minhbach.accounts.queries import active_holders, officers_of, posts_of
from minhbach.accounts.tests.conftest import NOW, SYSTEM, TODAY, World, acting
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about


def test_one_person_may_hold_every_role_in_a_small_ward(world: World) -> None:
    person = world.person("mot", Role.LEADER)
    for role in set(Role) - {Role.LEADER}:
        world.post(person, role)
    assert {post.role for post in acting(person).posts} == set(Role)


def test_a_post_is_held_from_its_first_day_until_the_day_before_its_end(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    give_post(
        person_id=person.id,
        role=Role.LEADER,
        body_id=world.ward.pk,
        from_on=date(2026, 11, 1),
        until_on=date(2026, 12, 1),
        actor=acting(admin),
        now=NOW,
    )
    held = [date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)]
    assert [acting(person, day).holds(Role.LEADER) for day in held] == [False, True, True, False]


def test_a_given_post_leaves_an_event_on_the_chain_of_its_body(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    post = give_post(
        person_id=person.id, role=Role.LEADER, body_id=world.ward.pk, title="Chủ tịch", actor=acting(admin), now=NOW
    )
    event = events_about(Subject("person", person.id))[-1]
    assert (event.kind, event.chain, event.actor) == ("post.given", f"body:{world.ward.pk}", f"person:{admin.id}")
    assert event.facts["post"] == post.id
    assert event.facts["from"] == "2026-10-13"
    assert "Chủ tịch" not in str(event)


def test_the_same_role_is_not_given_twice_on_one_day(world: World, admin: PersonRecord) -> None:
    person = world.person("mot", Role.LEADER)
    with pytest.raises(PostHeldAlready):
        give_post(person_id=person.id, role=Role.LEADER, body_id=world.ward.pk, actor=acting(admin), now=NOW)


def test_a_role_may_be_given_again_from_the_day_on_which_it_ended(world: World, admin: PersonRecord) -> None:
    person = world.person("mot", Role.LEADER)
    (first,) = posts_of(person.id, actor=SYSTEM)
    end_post(post_id=first.id, until_on=date(2026, 11, 1), actor=acting(admin), now=NOW)
    give_post(
        person_id=person.id,
        role=Role.LEADER,
        body_id=world.ward.pk,
        from_on=date(2026, 11, 1),
        actor=acting(admin),
        now=NOW,
    )
    assert acting(person, date(2026, 11, 1)).holds(Role.LEADER)


def test_the_end_must_come_after_the_beginning(world: World, admin: PersonRecord) -> None:
    with pytest.raises(DatesNotPossible):
        give_post(
            person_id=world.person("mot").id,
            role=Role.LEADER,
            body_id=world.ward.pk,
            from_on=TODAY,
            until_on=TODAY,
            actor=acting(admin),
            now=NOW,
        )


def test_a_refusal_speaks_the_language_of_whoever_asked(world: World, admin: PersonRecord) -> None:
    with override("en"), pytest.raises(PersonNotVisible, match=r"^There is no officer 0\.$"):
        give_post(person_id=0, role=Role.LEADER, body_id=world.ward.pk, actor=acting(admin), now=NOW)


def test_a_unit_must_stand_beneath_the_body(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    given = give_post(
        person_id=person.id,
        role=Role.LEADER,
        body_id=world.ward.pk,
        unit_id=world.office.pk,
        actor=acting(admin),
        now=NOW,
    )
    assert given.unit_id == world.office.pk
    for wrong in (world.other_ward, world.ward):
        with pytest.raises(UnitNotInBody):
            give_post(
                person_id=person.id,
                role=Role.MODERATOR,
                body_id=world.ward.pk,
                unit_id=wrong.pk,
                actor=acting(admin),
                now=NOW,
            )


def test_an_administrator_gives_posts_in_the_divisions_of_the_ward(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    give_post(person_id=person.id, role=Role.LEADER, body_id=world.division.pk, actor=acting(admin), now=NOW)
    assert acting(person).holds(Role.LEADER, body=world.division.pk)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_but_an_administrator_gives_posts(world: World, role: Role) -> None:
    person = world.person("mot", role)
    with pytest.raises(NotAllowed):
        give_post(person_id=person.id, role=Role.ADMINISTRATOR, body_id=world.ward.pk, actor=acting(person), now=NOW)


def test_an_administrator_gives_no_posts_in_another_body(world: World, admin: PersonRecord) -> None:
    with pytest.raises(NotAllowed):
        give_post(person_id=admin.id, role=Role.LEADER, body_id=world.other_ward.pk, actor=acting(admin), now=NOW)


def test_a_post_is_given_to_people_that_exist(world: World, admin: PersonRecord) -> None:
    with pytest.raises(PersonNotVisible):
        give_post(person_id=10**6, role=Role.LEADER, body_id=world.ward.pk, actor=acting(admin), now=NOW)


def test_an_ended_post_is_held_no_longer_from_that_day(world: World, admin: PersonRecord) -> None:
    person = world.person("mot", Role.LEADER)
    (post,) = posts_of(person.id, actor=SYSTEM)
    end_post(post_id=post.id, actor=acting(admin), now=NOW, reason="Chuyển công tác")
    assert acting(person, TODAY - timedelta(days=1)).holds(Role.LEADER)
    assert not acting(person, TODAY).posts
    event = events_about(Subject("person", person.id))[-1]
    assert (event.kind, event.facts["until"]) == ("post.ended", "2026-10-13")
    assert "Chuyển công tác" not in str(event)


def test_a_post_cannot_end_in_the_past_nor_twice(world: World, admin: PersonRecord) -> None:
    person = world.person("mot", Role.LEADER)
    (post,) = posts_of(person.id, actor=SYSTEM)
    with pytest.raises(DatesNotPossible):
        end_post(post_id=post.id, until_on=TODAY - timedelta(days=1), actor=acting(admin), now=NOW)
    end_post(post_id=post.id, actor=acting(admin), now=NOW)
    with pytest.raises(DatesNotPossible):
        end_post(post_id=post.id, actor=acting(admin), now=NOW)


def test_a_post_that_was_not_begun_is_taken_back(world: World, admin: PersonRecord) -> None:
    person = world.person("mot")
    post = world.post(person, Role.LEADER, from_on=date(2026, 12, 1))
    end_post(post_id=post.id, actor=acting(admin), now=NOW)
    assert not acting(person, date(2026, 12, 1)).holds(Role.LEADER)
    world.post(person, Role.LEADER, from_on=date(2026, 12, 1))


def test_the_last_administrator_stays(world: World, admin: PersonRecord) -> None:
    (post,) = posts_of(admin.id, actor=SYSTEM)
    with pytest.raises(LastAdministrator):
        end_post(post_id=post.id, actor=acting(admin), now=NOW)
    world.person("hai", Role.ADMINISTRATOR)
    end_post(post_id=post.id, actor=acting(admin), now=NOW)


def test_an_administrator_who_leaves_on_the_same_day_does_not_count(world: World, admin: PersonRecord) -> None:
    second = world.person("hai", Role.ADMINISTRATOR)
    (theirs,) = posts_of(second.id, actor=SYSTEM)
    end_post(post_id=theirs.id, until_on=date(2026, 11, 1), actor=acting(admin), now=NOW)
    (own,) = posts_of(admin.id, actor=SYSTEM)
    with pytest.raises(LastAdministrator):
        end_post(post_id=own.id, until_on=date(2026, 11, 1), actor=acting(admin), now=NOW)


def test_a_stranger_cannot_tell_that_a_post_exists(
    world: World, admin: PersonRecord, other_admin: PersonRecord
) -> None:
    (post,) = posts_of(admin.id, actor=SYSTEM)
    with pytest.raises(PostNotVisible):
        end_post(post_id=post.id, actor=acting(other_admin), now=NOW)
    with pytest.raises(PostNotVisible):
        end_post(post_id=10**6, actor=acting(other_admin), now=NOW)


def test_officers_are_told_who_works_in_their_own_body_alone(world: World, other_admin: PersonRecord) -> None:
    asker = world.person("ann", name="Lê Thị An")
    world.person("anh", name="Đỗ Ánh")
    world.person("binh", name="Trần Bình")
    names = [post.person_name for post in officers_of(world.ward.pk, acting(asker), on=TODAY)]
    assert names == ["Lê Thị An", "Đỗ Ánh", "Trần Bình"]
    assert officers_of(world.ward.pk, acting(other_admin), on=TODAY) == ()


def test_the_actor_is_one_query(world: World, django_assert_num_queries: object) -> None:
    person = world.person("mot")
    with django_assert_num_queries(1):  # type: ignore[operator]
        acting(person)


def test_holders_of_a_role_are_told_by_day(world: World) -> None:
    person = world.person("mot", Role.LEADER)
    assert active_holders(body_id=world.ward.pk, roles=[Role.LEADER], on=TODAY) == {person.id}
    assert active_holders(body_id=world.ward.pk, roles=[Role.LEADER], on=date(2025, 12, 31)) == frozenset()
