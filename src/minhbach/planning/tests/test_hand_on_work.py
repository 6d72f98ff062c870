"""Bodies that end hand their open tasks to who followed them, from the day of the merging, with history."""

import datetime as dt

import pytest

from minhbach.accounts.actions.hand_over import hand_over
from minhbach.agencies.actions.record_succession import record_succession
from minhbach.agencies.models import Body, Succession
from minhbach.config.registries import connect_rooms
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.units.values import Extent
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.answer_result import accept_result
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.hand_on_work import HandedOn, choose_successor, hand_on_work
from minhbach.planning.actions.report_work import report_progress, report_result
from minhbach.planning.cascade.jobs import hand_on_left_work
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import Assignment, AssignmentSpan
from minhbach.planning.queries.cascade import cascade_of
from minhbach.planning.queries.handing_on import left_behind
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.province_plan import Province, client_of, make_province

SYSTEM = system_actor("successions")
MERGED_ON = dt.date(2026, 10, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def province(world: World) -> Province:
    return make_province(world)


def end(older: Body, *newer: Body, main: Body | None = None, on: dt.date = MERGED_ON) -> None:
    """Let the body end and others follow it."""
    Body.objects.filter(pk=older.pk).update(exists_until=on)
    for one in newer:
        record_succession(
            older_id=older.pk, newer_id=one.pk, on=on, extent=Extent.WHOLE if len(newer) == 1 else Extent.PART,
            main=one == main, actor=SYSTEM, now=NOW,
        )  # fmt: skip


def spans(part: Assignment) -> list[tuple[int, dt.date, dt.date | None, bool]]:
    rows = AssignmentSpan.objects.filter(assignment=part).order_by("from_on")
    return [(row.body_id, row.from_on, row.until_on, row.dropped) for row in rows]


def test_open_work_goes_to_the_only_successor_from_the_day_of_the_merging(province: Province) -> None:
    ward, justice = province.world.ward, province.justice
    part = province.part(3, justice)
    specialist = province.world.officer(Role.SPECIALIST, body=justice)
    give_task(assignment_id=part.pk, unit_id=justice.pk, person_id=specialist.person, actor=specialist, now=NOW)
    end(justice, ward)
    assert hand_on_work(body_id=justice.pk, actor=SYSTEM, now=NOW) == HandedOn(moved=2, merged=1)
    part.refresh_from_db()
    assert (part.body_id, part.given_body_id, part.state) == (ward.pk, justice.pk, AssignmentState.IN_WORK)
    assert (part.unit_id, part.person_id) == (None, None)
    assert spans(part) == [
        (justice.pk, dt.date(2026, 9, 1), MERGED_ON, False),
        (ward.pk, MERGED_ON, None, False),
    ]  # fmt: skip
    event = events_about(Subject("assignment", part.pk))[-1]
    assert (event.kind, event.facts) == ("assignment.handed_on", {"from": justice.pk, "to": ward.pk})
    assert event.chain == f"body:{ward.pk}"


def test_safe_twice_late_and_after_a_week_of_silence(province: Province) -> None:
    ward, justice = province.world.ward, province.justice
    end(justice, ward)
    late = NOW + 7 * DAY
    hand_on_work(body_id=justice.pk, actor=SYSTEM, now=late)
    part = Assignment.objects.get(task__plan=province.plan, task__position=3, given_body=justice, role="lead")
    assert spans(part)[-1][:2] == (ward.pk, MERGED_ON), "dates do not depend on when a job ran"
    before = list(Assignment.objects.order_by("pk").values())
    assert hand_on_work(body_id=justice.pk, actor=SYSTEM, now=late + DAY) == HandedOn()
    assert list(Assignment.objects.order_by("pk").values()) == before


def test_a_succession_that_lies_ahead_waits_for_its_day(province: Province) -> None:
    end(province.justice, province.world.ward, on=TODAY + DAY)
    assert hand_on_work(body_id=province.justice.pk, actor=SYSTEM, now=NOW) == HandedOn()
    assert hand_on_work(body_id=province.justice.pk, actor=SYSTEM, now=NOW + DAY).moved == 2


def test_where_the_successor_has_the_task_already_both_become_one(province: Province) -> None:
    """The part that ended was further: its state and its reports are read with the successor's."""
    world = province.world
    older, newer = province.part(2, world.ward), province.part(2, world.other_ward)
    specialist = world.officer(Role.SPECIALIST)
    report = report_progress(assignment_id=older.pk, percent=60, text="Đã mở hai lớp", actor=specialist, now=NOW)
    end(world.ward, world.other_ward)
    hand_on_work(body_id=world.ward.pk, actor=SYSTEM, now=NOW)
    older.refresh_from_db()
    newer.refresh_from_db()
    assert (newer.state, newer.progress, newer.taken_over_on) == (AssignmentState.IN_WORK, 60, TODAY)
    assert list(newer.reports.values_list("pk", flat=True)) == [report]
    assert (older.state, older.body_id) == (AssignmentState.DROPPED, world.ward.pk)
    assert spans(older) == [
        (world.ward.pk, dt.date(2026, 9, 1), MERGED_ON, False),
        (world.ward.pk, MERGED_ON, None, True),
    ]
    assert [events_about(Subject("assignment", one.pk))[-1].kind for one in (older, newer)] == [
        "assignment.merged_into", "assignment.merged",
    ]  # fmt: skip
    page = client_of(world.officer(Role.LEADER, body=world.other_ward)).get(f"/lam-viec/viec/{newer.pk}/")
    assert "Đã mở hai lớp" in page.content.decode()


def test_what_is_less_far_does_not_set_the_successor_back(province: Province) -> None:
    world = province.world
    newer = province.part(2, world.other_ward)
    theirs = world.officer(Role.LEADER, body=world.other_ward)
    report_result(assignment_id=newer.pk, text="Xong", actor=theirs, now=NOW)
    end(world.ward, world.other_ward)
    hand_on_work(body_id=world.ward.pk, actor=SYSTEM, now=NOW)
    newer.refresh_from_db()
    assert newer.state == AssignmentState.REPORTED
    accept_result(assignment_id=newer.pk, answer="", actor=theirs, now=NOW)


def test_open_work_does_not_vanish_in_what_the_successor_closed(province: Province) -> None:
    world = province.world
    newer = province.part(2, world.other_ward)
    theirs = world.officer(Role.LEADER, body=world.other_ward)
    report_result(assignment_id=newer.pk, text="Xong", actor=theirs, now=NOW)
    accept_result(assignment_id=newer.pk, answer="", actor=theirs, now=NOW)
    end(world.ward, world.other_ward)
    done = hand_on_work(body_id=world.ward.pk, actor=SYSTEM, now=NOW)
    assert (done.moved, done.kept) == (1, 1)
    older = province.part(2, world.ward)
    assert older.state == AssignmentState.GIVEN
    page = client_of(theirs).get(f"/lam-viec/viec/{older.pk}/")
    assert page.status_code == 200, "the successor sees it as that of its predecessor"


def test_a_divided_body_with_a_main_successor_hands_on_to_that_one(province: Province) -> None:
    world = province.world
    end(province.justice, world.ward, world.other_ward, main=world.other_ward)
    hand_on_work(body_id=province.justice.pk, actor=SYSTEM, now=NOW)
    moved = Assignment.objects.get(task__plan=province.plan, task__position=3, given_body=province.justice)
    assert moved.body_id == world.other_ward.pk


def test_a_divided_body_without_a_main_successor_is_asked_about(province: Province) -> None:
    world, justice = province.world, province.justice
    end(justice, world.ward, world.other_ward)
    assert hand_on_work(body_id=justice.pk, actor=SYSTEM, now=NOW) == HandedOn()
    (asked,) = left_behind([province.plan], on=TODAY)
    assert (asked.body_id, asked.open, set(asked.successors)) == (justice.pk, 3, {world.ward.pk, world.other_ward.pk})
    url = f"/lam-viec/ke-hoach/{province.plan.pk}/noi-tiep/"
    client = client_of(province.actor)
    assert url in client.get("/lam-viec/").content.decode()
    page = client.get(url).content.decode()
    assert justice.name in page
    bare = client.post(url, {"body": justice.pk})
    assert bare.status_code == 422
    sent = client.post(url, {"body": justice.pk, f"{justice.pk}-to": world.other_ward.pk})
    assert sent.status_code == 302
    moved = Assignment.objects.get(task__plan=province.plan, task__position=3, given_body=justice)
    assert moved.body_id == world.other_ward.pk
    assert left_behind([province.plan], on=TODAY) == ()
    assert url not in client.get("/lam-viec/").content.decode()
    assert "Không còn việc nào" in client.get(url).content.decode()
    assert client.post(url, {"body": justice.pk}).status_code == 302


def test_refusals(province: Province) -> None:
    world, justice = province.world, province.justice
    end(justice, world.ward, world.other_ward)
    ask = {"plan_id": province.plan.pk, "body_id": justice.pk, "now": NOW}
    with pytest.raises(WorkRefused, match="không kế thừa"):
        choose_successor(**ask, to=province.committee.pk, actor=province.actor)
    for stranger in (world.officer(Role.LEADER), world.officer(Role.SUPERVISOR, body=province.committee)):
        with pytest.raises(PlanNotVisible):
            choose_successor(**ask, to=world.ward.pk, actor=stranger)
    with pytest.raises(WorkRefused, match="máy tự làm"):
        hand_on_work(body_id=justice.pk, actor=province.actor, now=NOW)


@pytest.mark.usefixtures("_today")
def test_the_job_finds_it_without_being_told_through_any_number_of_changes(province: Province) -> None:
    world = province.world
    police = Body.objects.get(kind="police", territory__key="mau-mot")
    end(province.justice, police, on=MERGED_ON)
    Body.objects.filter(pk=police.pk).update(exists_until=MERGED_ON + 5 * DAY)
    # Loaded with a province, without an event of its own.
    Succession.objects.create(older=police, newer=world.other_ward, on=MERGED_ON + 5 * DAY, extent="whole")
    hand_on_left_work.func()
    part = Assignment.objects.get(task__plan=province.plan, task__position=1, given_body=province.justice)
    assert spans(part) == [
        (province.justice.pk, dt.date(2026, 9, 1), MERGED_ON, False),
        (police.pk, MERGED_ON, MERGED_ON + 5 * DAY, False),
        (world.other_ward.pk, MERGED_ON + 5 * DAY, None, False),
    ]
    between = {one.body.id for one in cascade_of(province.plan, on=MERGED_ON + DAY, actor=province.actor).bodies}
    assert police.pk in between
    hand_on_left_work.func()
    assert len(spans(part)) == 3


@pytest.fixture
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minhbach.foundation.clock.now", lambda: NOW)
    monkeypatch.setattr("minhbach.foundation.clock.today", lambda: TODAY)


def test_a_leavers_tasks_go_to_the_colleague(world: World) -> None:
    connect_rooms()
    province = make_province(world)
    leaver, colleague = world.officer(Role.SPECIALIST), world.officer(Role.SPECIALIST)
    keeper = world.officer(Role.ADMINISTRATOR)
    assert isinstance(leaver, Actor)
    own, done = province.part(1, world.ward), province.part(2, world.ward)
    for part in (own, done):
        give_task(assignment_id=part.pk, unit_id=None, person_id=leaver.person, actor=leaver, now=NOW)
    report_result(assignment_id=done.pk, text="Xong", actor=leaver, now=NOW)
    accept_result(assignment_id=done.pk, answer="", actor=world.officer(Role.LEADER), now=NOW)
    assert leaver.person is not None
    moved = hand_over(
        person_id=leaver.person, body_id=world.ward.pk, successor_id=colleague.person, actor=keeper, now=NOW
    )
    assert moved == {"planning.tasks": 1}
    own.refresh_from_db()
    done.refresh_from_db()
    assert (own.person_id, done.person_id) == (colleague.person, leaver.person), "what is done stays whose it was"
    event = events_about(Subject("assignment", own.pk))[-1]
    assert (event.kind, event.facts["person"]) == ("assignment.passed_to_colleague", colleague.person)
