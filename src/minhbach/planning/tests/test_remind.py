"""The sweep of reminders: each kind once, one mail a day, and nothing for what needs no act."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minhbach.accounts.models import Delegation, Person
from minhbach.accounts.models import Post as PostRow
from minhbach.domain.access import Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.models import OutgoingMail
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work
from minhbach.planning.actions.report_work import report_result
from minhbach.planning.models import Assignment, Reminder
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.urging_world import DUE, Urgent, at, mails_to, make_urgent, sweep

SOON, TODAY, LATE = "Hôm nay: 1 việc sắp đến hạn", "Hôm nay: 1 việc đến hạn", "Hôm nay: 1 việc quá hạn"


@pytest.fixture
def urgent(world: World) -> Urgent:
    found = make_urgent(world)
    # The other tasks have limits of their own, which would be told of too.
    Assignment.objects.exclude(pk=found.work_id).update(due_on=None)
    return found


def test_person_is_told_before_on_and_after_and_the_leader_of_what_is_late(urgent: Urgent) -> None:
    urgent.give()
    for day in range(20, 32):
        sweep(f"2026-12-{day}")
    assert mails_to(urgent.doer) == [SOON, TODAY]
    assert mails_to(urgent.leader) == []
    for day in range(1, 20):
        sweep(f"2027-01-{day:02}")
    # The first of January is a holiday, the second and third a weekend; weeks count from the limit.
    assert mails_to(urgent.doer) == [SOON, TODAY, LATE, LATE, LATE]
    told = Reminder.objects.filter(person=urgent.doer.person, kind="after").order_by("turn")
    assert [one.noted_on for one in told] == [date(2027, 1, 4), date(2027, 1, 8), date(2027, 1, 15)]
    assert mails_to(urgent.leader) == [LATE]
    assert Reminder.objects.get(person=urgent.leader.person).noted_on == date(2027, 1, 5), "two working days late"


def test_mail_is_in_the_log_without_saying_what_of(urgent: Urgent) -> None:
    urgent.give()
    assert sweep("2026-12-28").mails == 1
    mail = OutgoingMail.objects.get()
    (event,) = [
        one for one in events_about(Subject("person", urgent.doer.person or 0)) if one.kind == "person.reminded"
    ]
    assert event.facts == {"mail": mail.pk, "works": 1}
    assert "quy chế" not in mail.text
    assert f"/lam-viec/viec/{urgent.work_id}/" in mail.text


def test_second_sweep_tells_nothing_again(urgent: Urgent) -> None:
    urgent.give()
    sweep("2026-12-28")
    assert sweep("2026-12-28", hour=9).people == 0
    assert sweep("2026-12-29").people == 0
    assert mails_to(urgent.doer) == [SOON]


def test_after_silence_only_what_fits_the_day_is_sent(urgent: Urgent) -> None:
    urgent.give()
    sweep("2027-01-14")
    assert mails_to(urgent.doer) == [LATE]
    assert Reminder.objects.get(person=urgent.doer.person).turn == 1
    assert mails_to(urgent.leader) == [LATE]


def test_what_came_up_after_the_mail_of_the_day_waits_for_tomorrow(urgent: Urgent) -> None:
    urgent.give()
    sweep("2026-12-28")
    other = Assignment.objects.filter(body=urgent.world.office, role="lead").exclude(pk=urgent.work_id).first()
    assert other is not None
    Assignment.objects.filter(pk=other.pk).update(due_on=date(2026, 12, 29), person=urgent.doer.person)
    assert sweep("2026-12-28", hour=9).people == 0
    sweep("2026-12-29")
    assert mails_to(urgent.doer) == [SOON, TODAY]


def test_what_nobody_has_calls_the_focal_points_who_without_address_are_only_noted(urgent: Urgent) -> None:
    done = sweep("2026-12-28")
    assert (done.people, done.mails, done.nobody) == (2, 0, 0)
    assert urgent.focal.person in set(Reminder.objects.values_list("person_id", flat=True))
    assert mails_to(urgent.doer) == mails_to(urgent.leader) == []


def test_where_there_is_no_focal_point_the_leader_is_told(urgent: Urgent) -> None:
    PostRow.objects.filter(role=Role.FOCAL_POINT).delete()
    sweep("2026-12-28")
    assert mails_to(urgent.leader) == [SOON]
    sweep("2027-01-05")
    assert mails_to(urgent.leader) == [SOON, LATE]
    assert not Reminder.objects.filter(kind="escalation").exists(), "who sees to it is not told twice of it"


def test_moved_limit_starts_anew(urgent: Urgent) -> None:
    urgent.give()
    sweep("2026-12-28")
    change_limit(
        assignment_id=urgent.work_id, due_on=date(2027, 1, 20), ground="Công văn số 15/UBND-NC",
        actor=urgent.leader, now=at("2026-12-29"),
    )  # fmt: skip
    sweep("2026-12-31")
    assert mails_to(urgent.doer) == [SOON]
    sweep("2027-01-15")
    assert mails_to(urgent.doer) == [SOON, SOON]


@pytest.mark.parametrize("close", ["report", "drop"])
def test_what_is_reported_or_dropped_reminds_nobody(urgent: Urgent, close: str) -> None:
    urgent.give()
    if close == "report":
        report_result(assignment_id=urgent.work_id, text="Đã ban hành", actor=urgent.doer, now=NOW)
    else:
        drop_work(assignment_id=urgent.work_id, ground="Văn bản bãi bỏ", actor=urgent.leader, now=NOW)
    for day in ("2026-12-28", "2026-12-31", "2027-01-04", "2027-01-20"):
        assert sweep(day).people == 0


def test_who_stands_in_for_an_absent_officer_is_told_too(urgent: Urgent) -> None:
    urgent.give()
    other = urgent.world.officer(Role.SPECIALIST, body=urgent.world.office)
    Person.objects.filter(pk=other.person).update(email="thay@vidu.vn")
    Delegation.objects.create(
        post=PostRow.objects.get(person=urgent.doer.person), delegate_id=other.person,
        from_on=date(2026, 12, 28), until_on=date(2026, 12, 30), reason="Nghỉ phép",
    )  # fmt: skip
    sweep("2026-12-28")
    assert mails_to(urgent.doer) == mails_to(other) == [SOON]
    sweep("2026-12-31")
    assert mails_to(other) == [SOON], "who stood in is no longer asked"


def test_work_of_who_left_falls_to_the_focal_point(urgent: Urgent) -> None:
    urgent.give()
    Person.objects.filter(pk=urgent.doer.person).update(is_active=False)
    sweep("2026-12-28")
    assert mails_to(urgent.doer) == []
    assert urgent.focal.person in set(Reminder.objects.values_list("person_id", flat=True))


def test_address_that_is_none_keeps_nobody_elses_mail_back(urgent: Urgent) -> None:
    urgent.give()
    Person.objects.filter(pk=urgent.doer.person).update(email="không phải")
    sweep("2027-01-05")
    assert Reminder.objects.get(person=urgent.doer.person).mail_id is None
    assert mails_to(urgent.leader) == [LATE]


def test_mail_belongs_to_the_readers_own_body(urgent: Urgent) -> None:
    """A leader of the plan's keeper hears of another ward's late work; the mail is the keeper's, not that ward's."""
    Assignment.objects.filter(pk=urgent.work_id).update(body=urgent.world.other_ward)
    PostRow.objects.filter(body=urgent.world.other_ward).delete()
    sweep("2027-01-05")
    (mail,) = OutgoingMail.objects.filter(person_id=urgent.leader.person)
    assert (mail.subject, mail.body_id) == (LATE, urgent.world.ward.pk)


def test_number_of_queries_does_not_grow_with_the_work(urgent: Urgent) -> None:
    urgent.give()
    sweep("2026-12-28")
    with CaptureQueriesContext(connection) as one:
        sweep("2026-12-28", hour=9)
    office = Assignment.objects.filter(role="lead", body=urgent.world.office)
    assert office.update(due_on=DUE, person=urgent.doer.person) == 3
    with CaptureQueriesContext(connection) as three:
        sweep("2026-12-28", hour=10)
    assert len(three) == len(one)
