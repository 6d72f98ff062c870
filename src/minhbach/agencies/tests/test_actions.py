"""Bodies that people add: done, refused, recorded."""

import datetime as dt

import pytest

from minhbach.agencies.actions.add_body import add_body
from minhbach.agencies.actions.add_unit import add_unit
from minhbach.agencies.actions.change_body import BodyDetails, change_body
from minhbach.agencies.actions.record_succession import record_succession
from minhbach.agencies.contracts import (
    AlreadyThere,
    BodyNotVisible,
    DatesNotPossible,
    NameNotKnown,
    NotAllowed,
)
from minhbach.agencies.models import Body, BodyPosition
from minhbach.agencies.queries import body, predecessors_of, resolve_names, successor_today, with_predecessors
from minhbach.agencies.rules import bodies_of
from minhbach.domain.access import VISITOR, Actor, Post, Role
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Extent, Level, UnitKind
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

from .conftest import MAKER, NOW, TODAY, World, make_territory


def last_event(kind: str, pk: int) -> str:
    return events_about(Subject(kind, pk))[-1].kind


def test_a_body_added_by_hand_is_marked_found_and_placed(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT, body=world.justice)
    added = add_body(name="Sở Ngoại vụ", kind=Kind.DEPARTMENT, territory_key="thi-du", actor=actor, now=NOW)
    assert added.name == "Sở Ngoại vụ tỉnh Thí Dụ"
    assert added.slug == "so-ngoai-vu-thi-du"
    assert not added.is_confirmed
    assert added.parent_id == world.province.pk
    (found,) = resolve_names(["Sở Ngoại vụ"], issuing_body_id=world.province.pk, on=TODAY)
    assert (found.sure, found.bodies) == (True, (added.id,))
    assert last_event("body", added.id) == "agencies.body_added"


def test_the_same_body_is_not_added_twice(world: World) -> None:
    with pytest.raises(AlreadyThere):
        add_body(name="Sở Tư pháp", kind=Kind.DEPARTMENT, territory_key="thi-du", actor=MAKER, now=NOW)


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.SUPERVISOR])
def test_who_may_not_add_bodies_is_refused(world: World, role: Role) -> None:
    with pytest.raises(NotAllowed):
        add_body(name="Trạm Y tế", kind=Kind.SERVICE_UNIT, territory_key="mau-mot", actor=world.officer(role), now=NOW)


def test_nobody_adds_bodies_to_another_province(world: World) -> None:
    make_territory("vi-du", Level.PROVINCE, UnitKind.TINH, "Ví Dụ")
    actor = world.officer(Role.ADMINISTRATOR, body=world.province)
    with pytest.raises(NotAllowed):
        add_body(name="Sở Ngoại vụ", kind=Kind.DEPARTMENT, territory_key="vi-du", actor=actor, now=NOW)


def test_a_territory_that_is_not_there_is_named(world: World) -> None:
    with pytest.raises(NameNotKnown, match="khong-co"):
        add_body(name="Sở X", kind=Kind.DEPARTMENT, territory_key="khong-co", actor=MAKER, now=NOW)


def test_a_body_cannot_end_before_it_begins(world: World) -> None:
    with pytest.raises(DatesNotPossible):
        add_body(
            name="Sở X", kind=Kind.DEPARTMENT, territory_key="thi-du", actor=MAKER, now=NOW,
            exists_from=dt.date(2026, 1, 1), exists_until=dt.date(2025, 12, 1),
        )  # fmt: skip


def test_a_unit_stands_inside_its_body(world: World) -> None:
    actor = world.officer(Role.ADMINISTRATOR, body=world.justice)
    unit = add_unit(parent_id=world.justice.pk, name="Phòng Phổ biến pháp luật", actor=actor, now=NOW)
    path = BodyPosition.objects.get(body=unit.id).path
    assert bodies_of(path)[-2:] == [world.justice.pk, unit.id]
    assert unit.name == "Phòng Phổ biến pháp luật, Sở Tư pháp tỉnh Thí Dụ"
    assert last_event("body", world.justice.pk) == "agencies.unit_added"
    with pytest.raises(AlreadyThere):
        add_unit(parent_id=world.justice.pk, name="Phòng phổ biến pháp luật", actor=actor, now=NOW)


def test_a_stranger_cannot_tell_that_the_body_is_kept_here(world: World) -> None:
    stranger = world.officer(Role.ADMINISTRATOR, body=world.other_ward)
    with pytest.raises(BodyNotVisible):
        add_unit(parent_id=world.ward.pk, name="Phòng Tổng hợp", actor=stranger, now=NOW)
    with pytest.raises(BodyNotVisible):
        change_body(body_id=world.ward.pk, details=BodyDetails(address="Số 1"), actor=VISITOR, now=NOW)


def test_details_are_changed_once_and_recorded_without_what_they_say(world: World) -> None:
    actor = world.officer(Role.LEADER)
    for _ in range(2):
        details = BodyDetails(address="Số  1 phố Mẫu", telephone="0000 000 000")
        change_body(body_id=world.ward.pk, details=details, actor=actor, now=NOW)
    (event,) = events_about(Subject("body", world.ward.pk))
    assert event.facts == {"fields": "address,telephone"}
    assert Body.objects.get(pk=world.ward.pk).address == "Số 1 phố Mẫu"


def test_a_specialist_sees_but_does_not_change(world: World) -> None:
    with pytest.raises(NotAllowed):
        change_body(
            body_id=world.ward.pk, details=BodyDetails(email="a@b.vn"), actor=world.officer(Role.SPECIALIST), now=NOW
        )


def test_what_a_body_had_is_found_at_its_successors_through_two_changes(world: World) -> None:
    ends = [dt.date(2026, 1, 1), dt.date(2026, 6, 1)]
    older, middle = (
        add_body(
            name=f"Sở Cũ {number}", kind=Kind.DEPARTMENT, territory_key="thi-du", exists_until=end, actor=MAKER, now=NOW
        )
        for number, end in enumerate(ends, start=1)
    )
    for one, other, on in ((older.id, middle.id, ends[0]), (middle.id, world.justice.pk, ends[1])):
        record_succession(older_id=one, newer_id=other, on=on, extent=Extent.WHOLE, actor=MAKER, now=NOW)
    assert successor_today(older.id, TODAY) == (world.justice.pk,)
    assert successor_today(older.id, dt.date(2026, 3, 1)) == (middle.id,)
    assert with_predecessors({world.justice.pk}) == {older.id, middle.id, world.justice.pk}
    assert [one.older.id for one in predecessors_of(world.justice.pk)] == [middle.id]


def test_a_divided_body_has_several_successors_the_main_one_first(world: World) -> None:
    older = add_body(
        name="Sở Cũ", kind=Kind.DEPARTMENT, territory_key="thi-du", exists_until=dt.date(2026, 1, 1),
        actor=MAKER, now=NOW,
    )  # fmt: skip
    heirs = {"Sở Tài chính": False, "Sở Y tế": True}
    ids = {name: Body.objects.get(name=f"{name} tỉnh Thí Dụ").pk for name in heirs}
    for name, main in heirs.items():
        record_succession(
            older_id=older.id, newer_id=ids[name], on=dt.date(2026, 1, 1), extent=Extent.PART, main=main,
            actor=MAKER, now=NOW,
        )  # fmt: skip
    assert successor_today(older.id, TODAY) == (ids["Sở Y tế"], ids["Sở Tài chính"])


def test_successions_that_cannot_be_are_refused(world: World) -> None:
    with pytest.raises(DatesNotPossible):
        record_succession(
            older_id=world.ward.pk, newer_id=world.ward.pk, on=TODAY, extent=Extent.WHOLE, actor=MAKER, now=NOW
        )
    with pytest.raises(BodyNotVisible):
        record_succession(older_id=world.ward.pk, newer_id=10**6, on=TODAY, extent=Extent.WHOLE, actor=MAKER, now=NOW)
    stranger = Actor(person=2, posts=(Post(role=Role.SPECIALIST, body=world.ward.pk),))
    with pytest.raises(NotAllowed):
        record_succession(
            older_id=world.ward.pk, newer_id=world.other_ward.pk, on=TODAY, extent=Extent.WHOLE, actor=stranger, now=NOW
        )


def test_a_territory_is_made_up_only_by_the_system_and_once(world: World) -> None:
    with pytest.raises(AlreadyThere):
        make_territory("mau-mot", Level.COMMUNE, UnitKind.XA, "Mẫu Một", "thi-du")
    assert body(world.ward.pk).parent_id == world.province.pk
