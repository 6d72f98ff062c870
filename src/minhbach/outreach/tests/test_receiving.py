"""Feedback taken in: number, secret, promise, residents' groups; denunciations that only the leader reads."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.intake.queries import by_secret, sender_of
from minhbach.outreach.actions.promise_term import promise_term
from minhbach.outreach.actions.receive_feedback import receive_by_officer
from minhbach.outreach.contracts import FeedbackKind, FeedbackNotVisible, FeedbackRefused, FeedbackWay
from minhbach.outreach.models import Feedback
from minhbach.outreach.queries import FEEDBACK, feedback_by_secret, reads_sender, visible_feedback
from minhbach.outreach.tests.conftest import CALENDAR, NOW, TODAY, TOLD, World, feedback_of, online

MakeFeedback = Callable[..., Feedback]


def promise(world: World, days: int | None, actor: Actor | None = None) -> None:
    leader = actor or world.officer(Role.LEADER)
    promise_term(body_id=world.ward.pk, working_days=days, calendar=CALENDAR, actor=leader, now=NOW)


def test_it_has_a_number_a_secret_and_one_event_without_the_person(world: World) -> None:
    receipt = online(world)
    row = feedback_of(receipt)
    assert (row.number, row.state, row.received_on, row.due_on) == ("2026-00001", "received", TODAY, None)
    assert feedback_by_secret(receipt.number, receipt.secret.lower()) == row
    assert by_secret(receipt.number, receipt.secret) is None, "a request it is not"
    (event,) = events_about(Subject(FEEDBACK, row.pk))
    assert event.kind == "feedback.received"
    assert "Trần" not in str(event) and "ngập" not in str(event)
    mail = OutgoingMail.objects.get()
    assert mail.subject == "[2026-00001] Đã nhận góp ý" and "ngập" not in mail.text and "Trần" not in mail.text


def test_the_same_form_sent_twice_is_one_and_the_first_secret_opens_nothing_more(world: World) -> None:
    first, second = online(world), online(world)
    assert (first.number, second.is_new) == (second.number, False)
    assert feedback_by_secret(first.number, first.secret) is None
    assert feedback_by_secret(second.number, second.secret) is not None
    assert Feedback.objects.count() == 1 and OutgoingMail.objects.count() == 1


def test_who_leaves_out_name_and_address_is_heard_too_and_told_by_no_mail(world: World) -> None:
    row = feedback_of(online(world, replace(TOLD, sender=type(TOLD.sender)())))
    sender = sender_of(row.submission_id)
    assert sender is not None and sender.name == ""
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"text": " \n\x00"}, "text"),
        ({"speaks_for": 40}, "group"),
        ({"group": "tổ dân phố số 3", "speaks_for": 0}, "speaks_for"),
    ],
)
def test_what_says_nothing_or_speaks_for_nobody_is_refused(world: World, facts: dict[str, object], field: str) -> None:
    with pytest.raises(FeedbackRefused) as refused:
        online(world, replace(TOLD, **facts))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not Feedback.objects.exists()


def test_a_group_speaks_for_its_people_through_the_front(world: World) -> None:
    supervisor = world.officer(Role.SUPERVISOR)
    given = replace(TOLD, way=FeedbackWay.FRONT, group="  tổ dân phố  số 3", speaks_for=40)
    receipt = receive_by_officer(given=given, body_id=world.ward.pk, calendar=CALENDAR, actor=supervisor, now=NOW)
    row = visible_feedback(feedback_of(receipt).pk, actor=supervisor)
    assert (row.group, row.speaks_for, row.way) == ("tổ dân phố số 3", 40, "front")
    assert reads_sender(row, actor=supervisor), "who wrote it down knows it"
    assert not reads_sender(row, actor=world.officer(Role.SUPERVISOR))


def test_others_write_nothing_down_and_nobody_writes_down_that_it_came_online(world: World) -> None:
    for actor, way in (
        (world.officer(Role.ADMINISTRATOR), FeedbackWay.COUNTER),
        (world.officer(Role.FOCAL_POINT), FeedbackWay.ONLINE),
    ):
        with pytest.raises(FeedbackRefused):
            receive_by_officer(
                given=replace(TOLD, way=way), body_id=world.ward.pk, calendar=CALENDAR, actor=actor, now=NOW
            )


def test_ten_working_days_promised_on_a_tuesday_end_on_a_tuesday(world: World, feedback: MakeFeedback) -> None:
    # From Wednesday 14/10/2026: the tenth working day is Tuesday 27/10.
    promise(world, 10)
    assert feedback().due_on == date(2026, 10, 27)


def test_a_promise_holds_for_what_waits_already_and_can_be_taken_back(world: World, feedback: MakeFeedback) -> None:
    row = feedback()
    promise(world, 3)
    row.refresh_from_db()
    assert row.due_on == date(2026, 10, 16)
    promise(world, None)
    row.refresh_from_db()
    assert row.due_on is None
    assert [event.facts["working_days"] for event in events_about(Subject("body", world.ward.pk))][-2:] == [3, None]


def test_no_promise_of_nought_days_and_none_by_others(world: World) -> None:
    for days in (0, 61):
        with pytest.raises(FeedbackRefused) as refused:
            promise(world, days)
        assert refused.value.field == "working_days"
    for actor in (world.officer(Role.SPECIALIST), world.officer(Role.LEADER, body=world.other_ward)):
        with pytest.raises(FeedbackNotVisible):
            promise(world, 5, actor)


def test_a_denunciation_is_there_for_the_leader_alone(world: World, feedback: MakeFeedback) -> None:
    row = feedback(kind=FeedbackKind.DENUNCIATION)
    assert reads_sender(visible_feedback(row.pk, actor=world.officer(Role.LEADER)), actor=world.officer(Role.LEADER))
    others = (Role.FOCAL_POINT, Role.SPECIALIST, Role.SUPERVISOR, Role.ADMINISTRATOR)
    for actor in (*map(world.officer, others), world.officer(*Role, body=world.other_ward), Actor()):
        with pytest.raises(FeedbackNotVisible):
            visible_feedback(row.pk, actor=actor)
