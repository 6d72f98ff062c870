"""The gate: nothing is public without a named approval by another person, where there is one."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from minhbach.accounts.models import Person
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.agencies.models import Body, Territory
from minhbach.domain.access import VISITOR, Actor, Role
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.close import send_back, take_back_submission, withdraw_publication
from minhbach.publication.actions.submit import submit_for_publication
from minhbach.publication.contracts import PublicationNotVisible, PublicationRecord, PublicationRefused
from minhbach.publication.queries import ids_to_approve, public_ids, publication_of
from minhbach.publication.stamp import public_stamp

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
TODAY = date(2026, 10, 13)
PLAN = 7


@pytest.fixture
def ward(db: Any) -> Body:
    place = Territory.objects.create(key="99001@2025-07-01", code="99001", level="commune")
    return Body.objects.create(
        slug="mau-mot", kind="committee", level="commune", territory=place, name="UBND phường Mẫu Một",
        sort_key="x", search_text="x", state="confirmed",
    )  # fmt: skip


def officer(body: Body, *roles: Role) -> Actor:
    number = Person.objects.count() + 1
    person = Person.objects.create(username=f"thu{number}", name=f"Trần Thử {number}", created_at=NOW)
    for role in roles:
        PostRow.objects.create(person=person, role=role, body=body, from_on=date(2026, 1, 1))
    return actor_of(person.pk, on=TODAY)


def submit(body: Body, actor: Actor) -> PublicationRecord:
    return submit_for_publication(subject_kind="plan", subject_id=PLAN, body_id=body.pk, actor=actor, now=NOW)


def approve(actor: Actor, *, seen: bool = True) -> PublicationRecord:
    return approve_publication(subject_kind="plan", subject_id=PLAN, seen_with_own_eyes=seen, actor=actor, now=NOW)


def test_what_a_specialist_submits_is_public_only_after_a_leader_approved(ward: Body) -> None:
    specialist, leader = officer(ward, Role.SPECIALIST), officer(ward, Role.LEADER)
    submit(ward, specialist)
    assert list(public_ids("plan")) == []
    assert list(ids_to_approve("plan", actor=leader)) == [PLAN]
    record = approve(leader)
    assert (record.state, record.approved_by, record.approved_by_drafter) == (
        PublicationState.PUBLIC,
        leader.person,
        False,
    )
    assert list(public_ids("plan")) == [PLAN]
    assert [event.kind for event in events_about(Subject("plan", PLAN))] == [
        "publication.submitted",
        "publication.approved",
    ]


def test_without_the_statement_to_have_looked_nothing_goes_out(ward: Body) -> None:
    submit(ward, officer(ward, Role.SPECIALIST))
    with pytest.raises(PublicationRefused, match="Tôi đã xem"):
        approve(officer(ward, Role.LEADER), seen=False)
    assert list(public_ids("plan")) == []


def test_a_leader_does_not_approve_what_they_submitted_while_another_may(ward: Body) -> None:
    drafter = officer(ward, Role.LEADER, Role.FOCAL_POINT)
    officer(ward, Role.LEADER)
    submit(ward, drafter)
    with pytest.raises(PublicationRefused, match="người khác"):
        approve(drafter)


def test_where_nobody_else_may_the_drafter_approves_and_that_is_marked(ward: Body) -> None:
    only = officer(ward, Role.LEADER, Role.FOCAL_POINT)
    submit(ward, only)
    assert approve(only).approved_by_drafter
    assert events_about(Subject("plan", PLAN))[-1].facts["approved_by_drafter"] is True


def test_a_specialist_may_not_approve(ward: Body) -> None:
    submit(ward, officer(ward, Role.SPECIALIST))
    with pytest.raises(PublicationRefused, match="lãnh đạo"):
        approve(officer(ward, Role.SPECIALIST))


def test_a_supervisor_may_not_submit(ward: Body) -> None:
    with pytest.raises(PublicationRefused):
        submit(ward, officer(ward, Role.SUPERVISOR))


def test_visitors_and_strangers_meet_nothing(ward: Body) -> None:
    submit(ward, officer(ward, Role.SPECIALIST))
    with pytest.raises(PublicationNotVisible):
        approve(VISITOR)
    with pytest.raises(PublicationNotVisible):
        submit(ward, VISITOR)


def test_what_was_sent_back_needs_a_reason_and_may_be_submitted_again(ward: Body) -> None:
    specialist, leader = officer(ward, Role.SPECIALIST), officer(ward, Role.LEADER)
    submit(ward, specialist)
    with pytest.raises(PublicationRefused, match="lý do"):
        send_back(subject_kind="plan", subject_id=PLAN, remark="  ", actor=leader, now=NOW)
    send_back(subject_kind="plan", subject_id=PLAN, remark="Sai hạn mục 3", actor=leader, now=NOW)
    found = publication_of("plan", PLAN)
    assert found is not None
    assert (found.state, found.remark) == (PublicationState.SENT_BACK, "Sai hạn mục 3")
    assert submit(ward, specialist).state == PublicationState.SUBMITTED


def test_what_is_withdrawn_is_gone_at_once_and_not_approved_twice(ward: Body) -> None:
    specialist, leader = officer(ward, Role.SPECIALIST), officer(ward, Role.LEADER)
    submit(ward, specialist)
    approve(leader)
    with pytest.raises(MoveNotAllowed):
        approve(leader)
    shown = public_stamp()[0]
    withdraw_publication(subject_kind="plan", subject_id=PLAN, remark="Có bản mới", actor=leader, now=NOW)
    assert list(public_ids("plan")) == []
    assert 0 < shown < public_stamp()[0], "pages that were kept in a cache are shown no more"


def test_who_submitted_takes_it_back_before_the_leader_answers_and_not_after(ward: Body) -> None:
    specialist, leader = officer(ward, Role.SPECIALIST), officer(ward, Role.LEADER)
    submit(ward, specialist)
    taken = take_back_submission(subject_kind="plan", subject_id=PLAN, actor=specialist, now=NOW)
    assert taken.state == PublicationState.TAKEN_BACK
    assert list(ids_to_approve("plan", actor=leader)) == []
    assert events_about(Subject("plan", PLAN))[-1].kind == "publication.taken_back"
    submit(ward, specialist)
    approve(leader)
    with pytest.raises(MoveNotAllowed):
        take_back_submission(subject_kind="plan", subject_id=PLAN, actor=specialist, now=NOW)


def test_a_supervisor_takes_nothing_back(ward: Body) -> None:
    submit(ward, officer(ward, Role.SPECIALIST))
    with pytest.raises(PublicationRefused):
        take_back_submission(subject_kind="plan", subject_id=PLAN, actor=officer(ward, Role.SUPERVISOR), now=NOW)
