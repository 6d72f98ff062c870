"""Each act on a body's part in a task: done, refused, its event, and nothing for a stranger."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from minhbach.accounts.actions.delegate import delegate
from minhbach.accounts.models import Post as PostRow
from minhbach.accounts.queries import actor_of
from minhbach.domain.access import Actor, Role, system_actor
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.plans.standing import Standing
from minhbach.foundation.contracts import EventRecord, Subject
from minhbach.foundation.queries import events_about
from minhbach.lawbook.calendars import load_calendar
from minhbach.planning.actions.answer_result import accept_period, accept_result, send_back_result
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work, reopen_work, resume_work
from minhbach.planning.actions.give_task import give_task
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.report_work import report_progress, report_result, take_back_result
from minhbach.planning.contracts import AssignmentNotVisible, PlanNotVisible, WorkRefused
from minhbach.planning.models import Assignment, AssignmentSpan, Happening, LimitChange, Plan, Remark, WorkReport
from minhbach.planning.queries.counting import Counts, counts, spans_on
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.work_plan import DATED, MONTHLY, ON_REQUEST, ONGOING, WITHIN, confirmed_plan, work_on

END_OF_YEAR = date(2026, 12, 31)
GROUND = "Công văn số 15/UBND-NC ngày 05/11/2026"


def at(day: str) -> datetime:
    """Return ten in the morning of a day here."""
    return datetime.fromisoformat(day).replace(hour=3, tzinfo=UTC)


@pytest.fixture
def plan(world: World) -> Plan:
    return confirmed_plan(world)


@pytest.fixture
def specialist(world: World) -> Actor:
    return world.officer(Role.SPECIALIST, body=world.office)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


def events_of(row: Assignment) -> list[EventRecord]:
    return list(events_about(Subject("assignment", row.pk)))


def last_event(row: Assignment) -> EventRecord:
    return events_of(row)[-1]


def standing_of(row: Assignment, day: str) -> Counts:
    on = date.fromisoformat(day)
    return counts(spans_on(on).filter(assignment=row), on=on)


def result(row: Assignment, actor: Actor, now: datetime = NOW) -> int:
    return report_result(assignment_id=row.pk, text="Đã ban hành quy chế", actor=actor, now=now)


# What confirming gives


def test_confirming_gives_each_kind_its_first_limit(plan: Plan) -> None:
    limits = {position: work_on(plan, position).due_on for position in (DATED, ONGOING, WITHIN, MONTHLY, ON_REQUEST)}
    assert limits == {
        DATED: END_OF_YEAR,
        ONGOING: END_OF_YEAR,
        WITHIN: None,
        MONTHLY: date(2026, 10, 24),
        ON_REQUEST: None,
    }


# Taking over and giving


def test_a_specialist_takes_over_what_nobody_had(plan: Plan, specialist: Actor) -> None:
    row = work_on(plan, DATED)
    give_task(assignment_id=row.pk, unit_id=None, person_id=specialist.person, actor=specialist, now=NOW)
    row = work_on(plan, DATED)
    assert (row.state, row.person_id, row.taken_over_on) == (AssignmentState.IN_WORK, specialist.person, TODAY)
    event = last_event(row)
    assert (event.kind, event.facts) == ("assignment.taken_over", {"unit": None, "person": specialist.person})


def test_giving_on_keeps_the_day_on_which_it_was_taken_over(world: World, plan: Plan, specialist: Actor) -> None:
    row, focal_point = work_on(plan, DATED), world.officer(Role.FOCAL_POINT)
    give_task(assignment_id=row.pk, unit_id=None, person_id=specialist.person, actor=specialist, now=NOW)
    other = world.officer(Role.SPECIALIST, body=world.office)
    later = at("2026-10-20")
    give_task(assignment_id=row.pk, unit_id=world.office.pk, person_id=other.person, actor=focal_point, now=later)
    row = work_on(plan, DATED)
    assert (row.person_id, row.unit_id, row.taken_over_on) == (other.person, world.office.pk, TODAY)
    assert last_event(row).kind == "assignment.given_on"


def test_a_specialist_gives_nothing_to_others(world: World, plan: Plan, specialist: Actor) -> None:
    other = world.officer(Role.SPECIALIST, body=world.office)
    with pytest.raises(WorkRefused, match="giao việc cho người khác"):
        give_task(
            assignment_id=work_on(plan, DATED).pk, unit_id=None, person_id=other.person, actor=specialist, now=NOW
        )


def test_work_is_given_within_the_body_only(world: World, plan: Plan) -> None:
    focal_point, row = world.officer(Role.FOCAL_POINT), work_on(plan, DATED)
    outsider = world.officer(Role.SPECIALIST, body=world.other_ward)
    supervisor = world.officer(Role.SUPERVISOR, body=world.office)

    def give(unit: int | None, person: int | None) -> None:
        give_task(assignment_id=row.pk, unit_id=unit, person_id=person, actor=focal_point, now=NOW)

    with pytest.raises(WorkRefused, match="Chọn đơn vị hoặc người"):
        give(None, None)
    with pytest.raises(WorkRefused, match="không thuộc cơ quan này"):
        give(world.culture.pk, None)
    for person in (outsider.person, supervisor.person):
        with pytest.raises(WorkRefused, match="không giữ vị trí nào"):
            give(None, person)
    assert work_on(plan, DATED).state == AssignmentState.GIVEN


def test_closed_work_is_given_to_nobody(plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    drop_work(assignment_id=row.pk, ground=GROUND, actor=leader, now=NOW)
    with pytest.raises(WorkRefused, match="khép lại"):
        give_task(assignment_id=row.pk, unit_id=None, person_id=specialist.person, actor=specialist, now=NOW)


# Reporting


def test_progress_takes_over_and_says_how_far(plan: Plan, specialist: Actor) -> None:
    row = work_on(plan, DATED)
    report = report_progress(assignment_id=row.pk, percent=40, text="  Đang lấy ý kiến  ", actor=specialist, now=NOW)
    row = work_on(plan, DATED)
    assert (row.state, row.progress, row.person_id) == (AssignmentState.IN_WORK, 40, specialist.person)
    written = WorkReport.objects.get(pk=report)
    assert (written.text, written.due_on, written.is_result) == ("Đang lấy ý kiến", END_OF_YEAR, False)
    assert last_event(row).facts == {"report": report, "percent": 40}


@pytest.mark.parametrize(("percent", "text", "sentence"), [(100, "x", "Báo kết quả"), (-1, "x", "0"), (5, " ", "ngắn")])
def test_progress_is_refused(plan: Plan, specialist: Actor, percent: int, text: str, sentence: str) -> None:
    row = work_on(plan, DATED)
    with pytest.raises(WorkRefused, match=sentence):
        report_progress(assignment_id=row.pk, percent=percent, text=text, actor=specialist, now=NOW)
    assert work_on(plan, DATED).state == AssignmentState.GIVEN
    assert not events_of(row)


def test_a_result_waits_for_the_leader_and_counts_nothing_yet(plan: Plan, specialist: Actor) -> None:
    row = work_on(plan, DATED)
    report = result(row, specialist)
    row = work_on(plan, DATED)
    assert (row.state, row.reported_on, row.done_on) == (AssignmentState.REPORTED, TODAY, None)
    assert last_event(row).facts == {"report": report, "files": 0}
    assert standing_of(row, "2026-10-13") == Counts(open_in_time=1)
    with pytest.raises(WorkRefused):
        result(row, specialist)
    with pytest.raises(WorkRefused, match="chờ duyệt"):
        report_progress(assignment_id=row.pk, percent=5, text="thêm", actor=specialist, now=NOW)


def test_a_result_is_taken_back_once(plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    result(row, specialist)
    take_back_result(assignment_id=row.pk, actor=specialist, now=NOW)
    assert work_on(plan, DATED).state == AssignmentState.IN_WORK
    assert last_event(row).kind == "assignment.taken_back"
    with pytest.raises(WorkRefused):
        take_back_result(assignment_id=row.pk, actor=specialist, now=NOW)
    with pytest.raises(WorkRefused, match="Không còn kết quả"):
        accept_result(assignment_id=row.pk, actor=leader, now=NOW)


# Answering


def test_accepted_work_is_done_on_the_day_of_the_report(plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    report = result(row, specialist, at("2026-12-31"))
    accept_result(assignment_id=row.pk, answer="Đồng ý", actor=leader, now=at("2027-01-04"))
    row = work_on(plan, DATED)
    assert (row.state, row.done_on, row.progress) == (AssignmentState.DONE, END_OF_YEAR, 100)
    assert last_event(row).facts == {"report": report, "done_on": "2026-12-31", "own": False}
    assert standing_of(row, "2027-01-03") == Counts(open_late=1), "as far as was known on that day"
    assert standing_of(row, "2027-01-04") == Counts(done_in_time=1)


def test_a_result_after_the_limit_is_late(plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    result(row, specialist, at("2027-01-01"))
    accept_result(assignment_id=row.pk, actor=leader, now=at("2027-01-02"))
    assert standing_of(row, "2027-01-02") == Counts(done_late=1)


def test_a_result_sent_back_is_open_work_again(plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    report = result(row, specialist)
    with pytest.raises(WorkRefused, match="còn thiếu gì"):
        send_back_result(assignment_id=row.pk, answer=" ", actor=leader, now=NOW)
    send_back_result(assignment_id=row.pk, answer="Thiếu văn bản ban hành", actor=leader, now=NOW)
    row = work_on(plan, DATED)
    assert (row.state, row.reported_on) == (AssignmentState.IN_WORK, None)
    written = WorkReport.objects.get(pk=report)
    assert (written.accepted, written.answer, written.answered_by_id) == (
        False,
        "Thiếu văn bản ban hành",
        leader.person,
    )
    assert last_event(row).kind == "assignment.sent_back"
    assert "Thiếu" not in str(last_event(row).facts), "what people write stands in no event"


def test_who_leads_nothing_here_answers_nothing(world: World, plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    result(row, specialist)
    for other in (specialist, world.officer(Role.FOCAL_POINT), world.officer(Role.LEADER, body=world.culture)):
        with pytest.raises(AssignmentNotVisible):
            accept_result(assignment_id=row.pk, actor=other, now=NOW)


def test_a_delegate_of_the_leader_accepts(world: World, plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    result(row, specialist)
    deputy = world.officer(Role.SPECIALIST)
    assert deputy.person and leader.person
    post = PostRow.objects.get(person_id=leader.person)
    delegate(
        post_id=post.pk, delegate_id=deputy.person, from_on=TODAY, until_on=TODAY + timedelta(days=3),
        reason="đi công tác", actor=leader, now=NOW,
    )  # fmt: skip
    accept_result(assignment_id=row.pk, actor=actor_of(deputy.person, on=TODAY), now=NOW)
    assert work_on(plan, DATED).state == AssignmentState.DONE
    result(work_on(plan, WITHIN), specialist)
    with pytest.raises(AssignmentNotVisible):
        after = at("2026-10-20")
        accept_result(assignment_id=work_on(plan, WITHIN).pk, actor=actor_of(deputy.person, on=after.date()), now=after)


def test_the_only_leader_accepts_their_own_result_and_that_is_marked(plan: Plan, leader: Actor) -> None:
    row = work_on(plan, DATED)
    report = result(row, leader)
    accept_result(assignment_id=row.pk, actor=leader, now=NOW)
    assert WorkReport.objects.get(pk=report).own_acceptance
    assert last_event(row).facts["own"] is True


def test_where_another_leader_could_nobody_accepts_their_own(world: World, plan: Plan, leader: Actor) -> None:
    row = work_on(plan, DATED)
    report = result(row, leader)
    other = world.officer(Role.LEADER)
    with pytest.raises(WorkRefused, match="Người duyệt phải là người khác"):
        accept_result(assignment_id=row.pk, actor=leader, now=NOW)
    accept_result(assignment_id=row.pk, actor=other, now=NOW)
    assert not WorkReport.objects.get(pk=report).own_acceptance


# Periods


def test_periodic_work_goes_on_into_the_next_period(world: World, plan: Plan, leader: Actor) -> None:
    row, worker = work_on(plan, MONTHLY), world.officer(Role.SPECIALIST, body=world.economy)
    result(row, worker, at("2026-10-24"))
    accept_period(assignment_id=row.pk, actor=leader, now=at("2026-10-26"))
    row = work_on(plan, MONTHLY)
    assert (row.state, row.due_on, row.progress, row.reported_on) == (
        AssignmentState.IN_WORK,
        date(2026, 11, 24),
        0,
        None,
    )
    assert last_event(row).facts == {
        "report": row.reports.get().pk,
        "due_on": "2026-10-24",
        "reported_on": "2026-10-24",
        "next_due_on": "2026-11-24",
        "own": False,
    }
    assert standing_of(row, "2026-10-25") == Counts(open_late=1)
    assert standing_of(row, "2026-10-26") == Counts(open_in_time=1)
    assert standing_of(row, "2026-11-25") == Counts(open_late=1)


def test_no_period_is_skipped_however_early_or_late(world: World, plan: Plan, leader: Actor) -> None:
    row, worker = work_on(plan, MONTHLY), world.officer(Role.SPECIALIST, body=world.economy)
    found = []
    for reported, accepted in (
        ("2026-10-14", "2026-10-14"),
        ("2026-10-15", "2026-11-30"),
        ("2027-01-30", "2027-02-26"),
    ):
        result(row, worker, at(reported))
        accept_period(assignment_id=row.pk, actor=leader, now=at(accepted))
        found.append(work_on(plan, MONTHLY).due_on)
    assert found == [date(2026, 11, 24), date(2026, 12, 24), date(2027, 1, 24)], "January's passed, and is owed"


def test_work_that_does_not_recur_has_no_period(plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    result(row, specialist)
    with pytest.raises(WorkRefused, match="không lặp lại"):
        accept_period(assignment_id=row.pk, actor=leader, now=NOW)
    assert work_on(plan, DATED).state == AssignmentState.REPORTED


# Limits


def test_a_changed_limit_keeps_the_old_one_in_earlier_counts(plan: Plan, leader: Actor) -> None:
    row = work_on(plan, DATED)
    change_limit(assignment_id=row.pk, due_on=date(2027, 3, 31), ground=GROUND, actor=leader, now=at("2027-01-15"))
    row = work_on(plan, DATED)
    change = LimitChange.objects.get()
    assert row.due_on == date(2027, 3, 31)
    assert (change.old_due_on, change.new_due_on, change.ground) == (END_OF_YEAR, date(2027, 3, 31), GROUND)
    assert standing_of(row, "2027-01-14") == Counts(open_late=1)
    assert standing_of(row, "2027-01-15") == Counts(open_in_time=1)
    assert last_event(row).facts == {"change": change.pk, "old": "2026-12-31", "new": "2027-03-31"}


def test_only_a_leader_of_the_keeper_changes_a_limit_with_a_ground(
    world: World, plan: Plan, specialist: Actor, leader: Actor
) -> None:
    row = work_on(plan, DATED)

    def change(actor: Actor, due_on: date = date(2027, 3, 31), ground: str = GROUND) -> None:
        change_limit(assignment_id=row.pk, due_on=due_on, ground=ground, actor=actor, now=NOW)

    with pytest.raises(WorkRefused, match="lãnh đạo"):
        change(world.officer(Role.FOCAL_POINT))
    with pytest.raises(AssignmentNotVisible):
        change(specialist)
    with pytest.raises(WorkRefused, match="căn cứ"):
        change(leader, ground=" ")
    with pytest.raises(WorkRefused, match="trùng"):
        change(leader, due_on=END_OF_YEAR)
    result(row, specialist)
    accept_result(assignment_id=row.pk, actor=leader, now=NOW)
    with pytest.raises(WorkRefused, match="khép lại"):
        change(leader)
    assert not LimitChange.objects.exists()


# Events that start a limit


def happen(plan: Plan, position: int, actor: Actor, *, on: date = TODAY, due_on: date | None = None, what: str = "x") -> Happening:  # noqa: E501  # fmt: skip
    task = work_on(plan, position).task
    return record_happening(
        task_id=task.pk, happened_on=on, what=what, due_on=due_on, calendar=load_calendar(), actor=actor, now=NOW
    )


def test_an_event_starts_the_limit_in_working_days(plan: Plan, leader: Actor) -> None:
    # Friday 09/10: 12, 13, 14, 15 and 16/10 are worked.
    row = happen(plan, WITHIN, leader, on=date(2026, 10, 9), what="Công văn số 7/STP-VP")
    assert row.due_on == date(2026, 10, 16)
    work = work_on(plan, WITHIN)
    assert work.due_on == date(2026, 10, 16)
    assert last_event(work).facts == {"happening": row.pk, "happened_on": "2026-10-09", "due_on": "2026-10-16"}
    assert standing_of(work, "2026-10-12") == Counts(without_date=1)
    assert standing_of(work, "2026-10-13") == Counts(open_in_time=1)
    assert standing_of(work, "2026-10-17") == Counts(open_late=1)


def test_where_the_words_give_no_length_a_day_is_typed(plan: Plan, leader: Actor) -> None:
    with pytest.raises(WorkRefused, match="nhập hạn phải xong"):
        happen(plan, ON_REQUEST, leader)
    with pytest.raises(WorkRefused, match="không thể trước"):
        happen(plan, ON_REQUEST, leader, due_on=TODAY - timedelta(days=1))
    happen(plan, ON_REQUEST, leader, due_on=date(2026, 11, 1))
    assert work_on(plan, ON_REQUEST).due_on == date(2026, 11, 1)


@pytest.mark.parametrize("ahead", [TODAY + timedelta(days=1), date(9999, 12, 31)])
def test_an_event_that_lies_ahead_starts_nothing(plan: Plan, leader: Actor, ahead: date) -> None:
    with pytest.raises(WorkRefused, match="còn ở phía trước"):
        happen(plan, WITHIN, leader, on=ahead)


def test_an_event_needs_words_and_a_task_that_waits(plan: Plan, leader: Actor) -> None:
    with pytest.raises(WorkRefused, match="sự việc gì"):
        happen(plan, WITHIN, leader, what=" ")
    with pytest.raises(WorkRefused, match="không chờ sự việc"):
        happen(plan, DATED, leader)
    assert not Happening.objects.exists()


def test_an_event_moves_no_closed_work(world: World, plan: Plan, leader: Actor) -> None:
    drop_work(assignment_id=work_on(plan, WITHIN).pk, ground=GROUND, actor=leader, now=NOW)
    happen(plan, WITHIN, leader)
    assert work_on(plan, WITHIN).due_on is None


def test_who_does_not_follow_the_plan_records_no_event(world: World, plan: Plan, specialist: Actor) -> None:
    others = (specialist, world.officer(Role.SPECIALIST), world.officer(Role.LEADER, body=world.other_ward))
    for other in others:
        with pytest.raises(PlanNotVisible):
            happen(plan, WITHIN, other)


# Closing and opening again


def test_dropped_work_counts_nowhere_until_it_is_resumed(plan: Plan, leader: Actor) -> None:
    row = work_on(plan, DATED)
    drop_work(assignment_id=row.pk, ground=GROUND, actor=leader, now=at("2026-11-02"))
    assert work_on(plan, DATED).state == AssignmentState.DROPPED
    assert last_event(row).kind == "assignment.dropped"
    assert (standing_of(row, "2026-11-01"), standing_of(row, "2026-11-02")) == (Counts(open_in_time=1), Counts())
    resume_work(assignment_id=row.pk, reason="Vẫn phải làm", actor=leader, now=at("2027-01-10"))
    assert work_on(plan, DATED).state == AssignmentState.IN_WORK
    assert (standing_of(row, "2027-01-09"), standing_of(row, "2027-01-10")) == (Counts(), Counts(open_late=1))
    assert [remark.text for remark in Remark.objects.order_by("pk")] == [GROUND, "Vẫn phải làm"]
    assert last_event(row).kind == "assignment.resumed"


def test_reopened_work_is_late_from_its_old_limit(plan: Plan, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    result(row, specialist, at("2026-12-01"))
    accept_result(assignment_id=row.pk, actor=leader, now=at("2026-12-02"))
    reopen_work(assignment_id=row.pk, reason="Quy chế sai mẫu", actor=leader, now=at("2027-02-01"))
    row = work_on(plan, DATED)
    assert (row.state, row.done_on, row.due_on, row.progress) == (AssignmentState.IN_WORK, None, END_OF_YEAR, 99)
    assert standing_of(row, "2027-01-31") == Counts(done_in_time=1)
    assert standing_of(row, "2027-02-01") == Counts(open_late=1)
    assert last_event(row).kind == "assignment.reopened"


@pytest.mark.parametrize("act", [reopen_work, resume_work])
def test_what_is_open_is_neither_reopened_nor_resumed(plan: Plan, leader: Actor, act: Callable[..., None]) -> None:
    with pytest.raises(WorkRefused, match="sang bước khác"):
        act(assignment_id=work_on(plan, DATED).pk, reason="Vì", actor=leader, now=NOW)


def test_a_word_is_needed_to_drop_and_the_work_stays(plan: Plan, leader: Actor) -> None:
    with pytest.raises(WorkRefused, match="Ghi lý do hoặc căn cứ"):
        drop_work(assignment_id=work_on(plan, DATED).pk, ground=" ", actor=leader, now=NOW)
    assert work_on(plan, DATED).state == AssignmentState.GIVEN


def test_an_officer_without_a_word_here_drops_nothing(plan: Plan, specialist: Actor) -> None:
    with pytest.raises(AssignmentNotVisible):
        drop_work(assignment_id=work_on(plan, DATED).pk, ground=GROUND, actor=specialist, now=NOW)


# For strangers nothing is there

ACTS: dict[str, Callable[[int, Actor], object]] = {
    "give": lambda pk, who: give_task(assignment_id=pk, unit_id=None, person_id=who.person, actor=who, now=NOW),
    "progress": lambda pk, who: report_progress(assignment_id=pk, percent=1, text="x", actor=who, now=NOW),
    "result": lambda pk, who: report_result(assignment_id=pk, text="x", actor=who, now=NOW),
    "take back": lambda pk, who: take_back_result(assignment_id=pk, actor=who, now=NOW),
    "accept": lambda pk, who: accept_result(assignment_id=pk, actor=who, now=NOW),
    "accept period": lambda pk, who: accept_period(assignment_id=pk, actor=who, now=NOW),
    "send back": lambda pk, who: send_back_result(assignment_id=pk, answer="x", actor=who, now=NOW),
    "reopen": lambda pk, who: reopen_work(assignment_id=pk, reason="x", actor=who, now=NOW),
    "drop": lambda pk, who: drop_work(assignment_id=pk, ground="x", actor=who, now=NOW),
    "resume": lambda pk, who: resume_work(assignment_id=pk, reason="x", actor=who, now=NOW),
    "limit": lambda pk, who: change_limit(assignment_id=pk, due_on=TODAY, ground="x", actor=who, now=NOW),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_for_a_stranger_the_work_is_not_there(world: World, plan: Plan, act: Callable[[int, Actor], object]) -> None:
    row = work_on(plan, DATED)
    every_role = tuple(post for role in Role for post in world.officer(role, body=world.other_ward).posts)
    stranger = replace(world.officer(Role.LEADER, body=world.other_ward), posts=every_role)
    for pk in (row.pk, 999_999):
        with pytest.raises(AssignmentNotVisible):
            act(pk, stranger)
    assert not events_of(row)
    assert work_on(plan, DATED).state == AssignmentState.GIVEN


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_who_only_looks_works_on_nothing(world: World, plan: Plan, role: Role) -> None:
    looker = world.officer(role)
    for act in ("give", "progress", "result", "take back", "accept", "drop"):
        with pytest.raises(AssignmentNotVisible):
            ACTS[act](work_on(plan, DATED).pk, looker)


def test_a_coordinating_body_sees_the_lead_and_works_on_its_own_part(world: World, plan: Plan) -> None:
    economist = world.officer(Role.SPECIALIST, body=world.economy)
    own = Assignment.objects.get(task__plan=plan, task__position=DATED, role="coordinating", body=world.economy)
    result(own, economist)
    with pytest.raises(AssignmentNotVisible):
        result(work_on(plan, DATED), economist)
    assert not AssignmentSpan.objects.filter(assignment=own).exists(), "only leads are counted"


def test_the_system_reports_no_work(plan: Plan) -> None:
    with pytest.raises(AssignmentNotVisible):
        result(work_on(plan, DATED), system_actor("sweep"))


def test_the_class_in_the_database_is_the_class_of_the_domain(plan: Plan) -> None:
    day = date(2027, 1, 1)
    rows = counts(spans_on(day).filter(plan=plan), on=day)
    assert {one: rows.of(one) for one in Standing} == {
        Standing.DONE_IN_TIME: 0,
        Standing.DONE_LATE: 0,
        Standing.OPEN_IN_TIME: 0,
        Standing.OPEN_LATE: 3,
        Standing.WITHOUT_DATE: 2,
    }
