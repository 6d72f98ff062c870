"""Terms of office: done, refused, put back, and nothing of the person in the log."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils.translation import override

from minhbach.agencies.actions.appoint_focal_point import appoint_focal_point
from minhbach.agencies.actions.change_focal_point import change_focal_point, undo_focal_point_change
from minhbach.agencies.actions.end_focal_point import end_term, restore_focal_point, withdraw_focal_point
from minhbach.agencies.contracts import (
    BodyNotVisible,
    DatesNotPossible,
    FieldMissing,
    FocalPointFields,
    FocalPointNotVisible,
    FocalPointRecord,
    NotAllowed,
    NothingToUndo,
)
from minhbach.agencies.queries.focal_points import bodies_with_duty, field_set, focal_points_of
from minhbach.agencies.queries.office import office_counts, terms_ending
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about

from .conftest import MAKER, NOW, TODAY, World

FIELDS = FocalPointFields(
    name="Trần Thị Thử",
    position="Công chức Văn phòng",
    address="Số 1 phố Mẫu",
    telephone="0000 000 001",
    email="thu@maumot.vidu.vn",
)


def appoint(world: World, fields: FocalPointFields = FIELDS, until_on: dt.date | None = None) -> FocalPointRecord:
    return appoint_focal_point(
        body_id=world.ward.pk,
        fields=fields,
        from_on=TODAY,
        until_on=until_on,
        actor=world.officer(Role.LEADER),
        now=NOW,
    )


def published(world: World, on: dt.date = TODAY) -> list[str]:
    return [one.title for one in focal_points_of([world.ward.pk], on=on).get(world.ward.pk, ())]


def test_a_person_is_published_from_the_first_day_of_the_term(world: World) -> None:
    appoint(world)
    assert published(world) == ["Trần Thị Thử"]
    assert published(world, TODAY - dt.timedelta(days=1)) == []


def test_a_unit_may_be_the_focal_point_without_a_person(world: World) -> None:
    appoint(world, replace(FIELDS, name="", position="", unit_id=world.office.pk))
    assert published(world) == ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường Mẫu Một"]


def test_a_unit_of_another_body_is_refused(world: World) -> None:
    with pytest.raises(BodyNotVisible):
        appoint(world, replace(FIELDS, unit_id=world.justice.pk))


@pytest.mark.parametrize("field", ["name", "address", "telephone", "email"])
def test_what_letter_u_has_published_must_be_given(world: World, field: str) -> None:
    with pytest.raises(FieldMissing, match="điểm u khoản 1 Điều 17 Luật 01/2026/QH16") as refused:
        appoint(world, replace(FIELDS, **{field: " "}))
    assert refused.value.field == field
    with override("en"), pytest.raises(FieldMissing, match=r"^Write the .+ To be published under điểm u"):
        appoint(world, replace(FIELDS, **{field: " "}))


def test_before_the_new_law_letter_m_of_the_old_one_is_cited() -> None:
    assert field_set(dt.date(2026, 8, 31)).citation == "điểm m khoản 1 Điều 17 Luật 104/2016/QH13"
    assert field_set(dt.date(2026, 9, 1)).citation == "điểm u khoản 1 Điều 17 Luật 01/2026/QH16"


def test_the_log_holds_digests_and_no_person(world: World) -> None:
    point = appoint(world)
    change_focal_point(focal_point_id=point.id, fields=replace(FIELDS, telephone="0000 000 002"), actor=MAKER, now=NOW)
    appointed, changed = events_about(Subject("focal_point", point.id))
    said = f"{appointed.facts} {changed.facts} {appointed.ground}"
    assert not any(word in said for word in ("Thử", "0000", "vidu", "Mẫu"))
    assert appointed.facts["digest"] != changed.facts["digest"]
    assert (appointed.kind, changed.kind) == ("agencies.focal_point_appointed", "agencies.focal_point_changed")


def test_a_change_is_undone_to_the_letter(world: World) -> None:
    point = appoint(world)
    for telephone in ("0000 000 002", "0000 000 003"):
        change_focal_point(focal_point_id=point.id, fields=replace(FIELDS, telephone=telephone), actor=MAKER, now=NOW)
    back = undo_focal_point_change(focal_point_id=point.id, actor=MAKER, now=NOW)
    assert back.fields.telephone == "0000 000 002"
    assert undo_focal_point_change(focal_point_id=point.id, actor=MAKER, now=NOW).fields == FIELDS
    with pytest.raises(NothingToUndo):
        undo_focal_point_change(focal_point_id=point.id, actor=MAKER, now=NOW)


def test_writing_the_same_again_leaves_no_event(world: World) -> None:
    point = appoint(world)
    change_focal_point(focal_point_id=point.id, fields=FIELDS, actor=MAKER, now=NOW)
    assert len(events_about(Subject("focal_point", point.id))) == 1


def test_an_ended_term_is_shown_until_the_day_before(world: World) -> None:
    point = appoint(world)
    ends = TODAY + dt.timedelta(days=10)
    end_term(focal_point_id=point.id, until_on=ends, actor=MAKER, now=NOW)
    assert published(world, ends - dt.timedelta(days=1)) == ["Trần Thị Thử"]
    assert published(world, ends) == []
    undo_focal_point_change(focal_point_id=point.id, actor=MAKER, now=NOW)
    assert published(world, ends) == ["Trần Thị Thử"]


def test_a_term_cannot_end_before_it_began(world: World) -> None:
    point = appoint(world)
    with pytest.raises(DatesNotPossible):
        end_term(focal_point_id=point.id, until_on=TODAY, actor=MAKER, now=NOW)
    with pytest.raises(DatesNotPossible):
        appoint(world, until_on=TODAY)


def test_a_term_entered_by_mistake_is_withdrawn_and_restored(world: World) -> None:
    point = appoint(world)
    withdraw_focal_point(focal_point_id=point.id, actor=MAKER, now=NOW)
    assert published(world) == []
    with pytest.raises(FocalPointNotVisible):
        change_focal_point(focal_point_id=point.id, fields=FIELDS, actor=MAKER, now=NOW)
    restore_focal_point(focal_point_id=point.id, actor=MAKER, now=NOW)
    assert published(world) == ["Trần Thị Thử"]


def test_a_stranger_cannot_tell_that_a_term_exists(world: World) -> None:
    point = appoint(world)
    stranger = world.officer(Role.ADMINISTRATOR, body=world.other_ward)
    with pytest.raises(FocalPointNotVisible):
        change_focal_point(focal_point_id=point.id, fields=FIELDS, actor=stranger, now=NOW)
    with pytest.raises(FocalPointNotVisible):
        withdraw_focal_point(focal_point_id=point.id, actor=stranger, now=NOW)
    with pytest.raises(BodyNotVisible):
        appoint_focal_point(body_id=world.ward.pk, fields=FIELDS, from_on=TODAY, actor=stranger, now=NOW)


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.MODERATOR, Role.SUPERVISOR, Role.JUSTICE_COORDINATOR])
def test_roles_that_only_look_may_not_appoint(world: World, role: Role) -> None:
    with pytest.raises(NotAllowed):
        appoint_focal_point(body_id=world.ward.pk, fields=FIELDS, from_on=TODAY, actor=world.officer(role), now=NOW)


def test_the_administrator_of_the_province_keeps_its_wards(world: World) -> None:
    actor = world.officer(Role.ADMINISTRATOR, body=world.province)
    appoint_focal_point(body_id=world.ward.pk, fields=FIELDS, from_on=TODAY, actor=actor, now=NOW)
    assert published(world) == ["Trần Thị Thử"]


def test_who_lacks_a_focal_point_is_counted_by_the_law_of_the_day(world: World) -> None:
    # By hand from Article 10(2): the committee, 2 offices and 11 departments of the province, and the 2 communes.
    coordinator = world.officer(Role.JUSTICE_COORDINATOR, body=world.justice)
    assert office_counts(coordinator, on=TODAY) == {"due": 16, "lacking": 16}
    appoint(world)
    assert office_counts(coordinator, on=TODAY) == {"due": 16, "lacking": 15}
    names = set(bodies_with_duty(TODAY).values_list("kind", flat=True))
    assert names == {"committee", "office", "department"}


def test_a_term_that_ends_soon_is_warned_of_unless_somebody_follows(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    ends = TODAY + dt.timedelta(days=20)
    appoint(world, until_on=ends)
    assert [term.until_on for term in terms_ending(actor, on=TODAY)] == [ends]
    appoint_focal_point(body_id=world.ward.pk, fields=FIELDS, from_on=ends, actor=actor, now=NOW)
    assert not terms_ending(actor, on=TODAY).exists()
