"""A plan that is checked a second time keeps the work on the tasks that stay, and loses none that was written."""

from dataclasses import replace
from datetime import date

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.reading.results import Deadline, DeadlineKind
from minhbach.lawbook.calendars import load_calendar
from minhbach.planning.actions.answer_result import accept_period, accept_result
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.close_work import drop_work
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.record_happening import record_happening
from minhbach.planning.actions.reopen_plan import reopen_plan
from minhbach.planning.actions.report_work import report_progress, report_result
from minhbach.planning.actions.review_draft import Corrections, correct_draft, leave_out_draft
from minhbach.planning.actions.write_remark import write_remark
from minhbach.planning.contracts import ImportRefused
from minhbach.planning.models import Assignment, AssignmentSpan, DraftTask, Plan, Remark, WorkReport
from minhbach.planning.queries.counting import Counts, counts, spans_on
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.test_work import GROUND, at, result
from minhbach.planning.tests.work_plan import DATED, MONTHLY, ONGOING, WITHIN, answer_names, confirmed_plan, work_on

LATER = at("2026-11-10")


@pytest.fixture
def plan(world: World) -> Plan:
    return confirmed_plan(world)


@pytest.fixture
def focal_point(world: World) -> Actor:
    return world.officer(Role.FOCAL_POINT)


@pytest.fixture
def specialist(world: World) -> Actor:
    return world.officer(Role.SPECIALIST, body=world.office)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


def open_again(plan: Plan, actor: Actor) -> None:
    reopen_plan(plan_id=plan.pk, actor=actor, now=LATER)


def confirm_again(plan: Plan, actor: Actor) -> None:
    assert confirm_plan(import_id=plan.plan_import_id, actor=actor, now=LATER) == plan.pk


def as_read(plan: Plan, position: int) -> Corrections:
    draft = DraftTask.objects.get(plan_import=plan.plan_import_id, position=position)
    return Corrections(
        number=draft.number,
        report_to=draft.report_to,
        title=draft.title,
        scope=draft.scope,
        lead=tuple(name["text"] for name in draft.lead),
        coordinating=tuple(name["text"] for name in draft.coordinating),
        product=draft.product,
        deadline=Deadline(
            text=draft.deadline_text, kind=DeadlineKind(draft.deadline_kind), start=draft.deadline_start,
            end=draft.deadline_end,
        ),
    )  # fmt: skip


def correct(world: World, plan: Plan, position: int, actor: Actor, **changed: object) -> None:
    corrections = replace(as_read(plan, position), **changed)  # type: ignore[arg-type]
    correct_draft(import_id=plan.plan_import_id, position=position, corrections=corrections, actor=actor, now=LATER)
    answer_names(world, plan.plan_import_id, actor, LATER)


def leave_out(plan: Plan, position: int, actor: Actor) -> None:
    leave_out_draft(import_id=plan.plan_import_id, position=position, actor=actor, now=LATER)


def test_a_new_title_keeps_what_was_reported(
    world: World, plan: Plan, focal_point: Actor, specialist: Actor, leader: Actor
) -> None:
    row = work_on(plan, DATED)
    report_progress(assignment_id=row.pk, percent=40, text="Đang lấy ý kiến", actor=specialist, now=NOW)
    open_again(plan, focal_point)
    correct(world, plan, DATED, focal_point, title="Ban hành quy chế cung cấp thông tin")
    confirm_again(plan, focal_point)
    after = work_on(plan, DATED)
    assert (after.pk, after.task.title) == (row.pk, "Ban hành quy chế cung cấp thông tin")
    assert (after.state, after.progress, after.person_id) == (AssignmentState.IN_WORK, 40, specialist.person)
    assert WorkReport.objects.get().assignment_id == row.pk
    assert AssignmentSpan.objects.filter(assignment=row).count() == 1, "nothing that is counted has changed"


def test_a_limit_read_anew_moves_open_work_from_today_on(world: World, plan: Plan, focal_point: Actor) -> None:
    open_again(plan, focal_point)
    sooner = Deadline(text="Trước ngày 01/11/2026", kind=DeadlineKind.BEFORE_DATE, end=date(2026, 10, 31))
    correct(world, plan, DATED, focal_point, deadline=sooner)
    confirm_again(plan, focal_point)
    row = work_on(plan, DATED)
    assert row.due_on == date(2026, 10, 31)
    assert [(span.from_on, span.due_on) for span in AssignmentSpan.objects.filter(assignment=row).order_by("pk")] == [
        (date(2026, 10, 5), date(2026, 12, 31)),
        (date(2026, 11, 10), date(2026, 10, 31)),
    ]


def test_a_limit_that_a_leader_set_outlives_a_second_reading(
    world: World, plan: Plan, focal_point: Actor, leader: Actor
) -> None:
    row = work_on(plan, DATED)
    change_limit(assignment_id=row.pk, due_on=date(2027, 1, 31), ground=GROUND, actor=leader, now=NOW)
    open_again(plan, focal_point)
    sooner = Deadline(text="Trước ngày 01/11/2026", kind=DeadlineKind.BEFORE_DATE, end=date(2026, 10, 31))
    correct(world, plan, DATED, focal_point, deadline=sooner)
    confirm_again(plan, focal_point)
    assert work_on(plan, DATED).due_on == date(2027, 1, 31)


@pytest.mark.parametrize(
    ("position", "deadline", "due_on"),
    [
        (MONTHLY, Deadline(text="Hằng quý", kind=DeadlineKind.PERIODIC), date(2026, 12, 31)),
        (
            MONTHLY,
            Deadline(text="Trước ngày 01/12/2026", kind=DeadlineKind.BEFORE_DATE, end=date(2026, 11, 30)),
            date(2026, 11, 30),
        ),
        (DATED, Deadline(text="Chậm nhất ngày 20 hằng tháng", kind=DeadlineKind.PERIODIC), date(2026, 11, 20)),
        (DATED, Deadline(text="Thường xuyên", kind=DeadlineKind.ONGOING), date(2026, 12, 31)),
        (DATED, Deadline(text="Khi có đề nghị", kind=DeadlineKind.ON_REQUEST), None),
        (ONGOING, Deadline(text="Quý I năm 2027", kind=DeadlineKind.QUARTER, end=date(2027, 3, 31)), date(2027, 3, 31)),
    ],
)
def test_a_limit_of_another_kind_is_followed_as_what_it_is(
    world: World, plan: Plan, focal_point: Actor, position: int, deadline: Deadline, due_on: date | None
) -> None:
    open_again(plan, focal_point)
    correct(world, plan, position, focal_point, deadline=deadline)
    confirm_again(plan, focal_point)
    assert work_on(plan, position).due_on == due_on


def test_a_period_that_runs_and_an_event_that_came_keep_their_limits(
    world: World, plan: Plan, focal_point: Actor, leader: Actor
) -> None:
    monthly = work_on(plan, MONTHLY)
    result(monthly, world.officer(Role.SPECIALIST, body=world.economy), NOW)
    accept_period(assignment_id=monthly.pk, actor=leader, now=NOW)
    record_happening(
        task_id=work_on(plan, WITHIN).task_id, happened_on=TODAY, what="Công văn đến", due_on=None,
        calendar=load_calendar(), actor=leader, now=NOW,
    )  # fmt: skip
    open_again(plan, focal_point)
    correct(world, plan, MONTHLY, focal_point, title="Rà soát danh mục thông tin")
    correct(world, plan, WITHIN, focal_point, title="Góp ý dự thảo")
    confirm_again(plan, focal_point)
    assert work_on(plan, MONTHLY).due_on == date(2026, 11, 24)
    assert work_on(plan, WITHIN).due_on == date(2026, 10, 20)


def test_a_task_left_out_goes_with_its_parts_where_nothing_was_written(plan: Plan, focal_point: Actor) -> None:
    gone = work_on(plan, ONGOING)
    open_again(plan, focal_point)
    leave_out(plan, ONGOING, focal_point)
    confirm_again(plan, focal_point)
    assert not plan.tasks.filter(position=ONGOING).exists()
    assert not Assignment.objects.filter(pk=gone.pk).exists()
    assert plan.tasks.count() == 4


def test_a_task_with_a_report_is_not_left_out_silently(plan: Plan, focal_point: Actor, specialist: Actor) -> None:
    row = work_on(plan, DATED)
    report_progress(assignment_id=row.pk, percent=40, text="Đang lấy ý kiến", actor=specialist, now=NOW)
    open_again(plan, focal_point)
    leave_out(plan, DATED, focal_point)
    with pytest.raises(ImportRefused, match="đã có báo cáo việc ở mục 1.*Thôi thực hiện"):
        confirm_again(plan, focal_point)
    assert work_on(plan, DATED).progress == 40


def test_dropped_work_may_be_left_out_and_stays_readable(
    plan: Plan, focal_point: Actor, specialist: Actor, leader: Actor
) -> None:
    row = work_on(plan, DATED)
    report_progress(assignment_id=row.pk, percent=40, text="Đang lấy ý kiến", actor=specialist, now=NOW)
    drop_work(assignment_id=row.pk, ground=GROUND, actor=leader, now=NOW)
    open_again(plan, focal_point)
    leave_out(plan, DATED, focal_point)
    confirm_again(plan, focal_point)
    assert WorkReport.objects.filter(assignment=row).exists()
    assert counts(spans_on(LATER.date()).filter(assignment=row), on=LATER.date()) == Counts()


def test_a_task_on_which_somebody_remarked_is_not_left_out_silently(
    world: World, plan: Plan, focal_point: Actor
) -> None:
    task = work_on(plan, ONGOING).task
    write_remark(
        task_id=task.pk, body_id=world.ward.pk, text="Cần thêm cán bộ", actor=focal_point, now=NOW
    )  # fmt: skip
    open_again(plan, focal_point)
    leave_out(plan, ONGOING, focal_point)
    with pytest.raises(ImportRefused, match="Mục 2 đã có ý kiến"):
        confirm_again(plan, focal_point)
    assert Remark.objects.count() == 1


def test_another_lead_takes_the_place_of_one_that_wrote_nothing(world: World, plan: Plan, focal_point: Actor) -> None:
    open_again(plan, focal_point)
    correct(world, plan, ONGOING, focal_point, lead=("Phòng Kinh tế",))
    confirm_again(plan, focal_point)
    assert work_on(plan, ONGOING).body_id == world.economy.pk
    assert AssignmentSpan.objects.filter(assignment__task__plan=plan, assignment__task__position=ONGOING).count() == 1


def test_done_work_stays_done(world: World, plan: Plan, focal_point: Actor, specialist: Actor, leader: Actor) -> None:
    row = work_on(plan, DATED)
    report_result(assignment_id=row.pk, text="Đã ban hành", actor=specialist, now=NOW)
    accept_result(assignment_id=row.pk, actor=leader, now=NOW)
    open_again(plan, focal_point)
    correct(world, plan, DATED, focal_point, title="Ban hành quy chế")
    confirm_again(plan, focal_point)
    assert work_on(plan, DATED).state == AssignmentState.DONE
    assert counts(spans_on(LATER.date()).filter(assignment=row), on=LATER.date()) == Counts(done_in_time=1)
