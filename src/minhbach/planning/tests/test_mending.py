"""Going back: a confirmed plan is reopened, mended and confirmed again; a submission is taken back."""

import pytest

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import events_about
from minhbach.planning.actions.confirm_plan import confirm_plan
from minhbach.planning.actions.discard_import import discard_import
from minhbach.planning.actions.reopen_plan import reopen_plan
from minhbach.planning.actions.review_draft import add_draft, correct_draft
from minhbach.planning.actions.submit_plan import submit_plan
from minhbach.planning.contracts import ImportRefused, PlanNotVisible
from minhbach.planning.models import Assignment, Plan, PlanImport, Task
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.test_pages import LIST, logged_in, reviewed, words
from minhbach.planning.tests.test_review_and_confirm import answer_names, corrections, read
from minhbach.publication.actions.close import send_back


@pytest.fixture
def focal_point(world: World) -> Actor:
    return world.officer(Role.FOCAL_POINT)


@pytest.fixture
def plan(world: World, focal_point: Actor) -> Plan:
    import_id = read(world)
    answer_names(world, import_id, focal_point)
    return Plan.objects.get(pk=confirm_plan(import_id=import_id, actor=focal_point, now=NOW))


def test_what_a_leader_sent_back_is_mended_and_keeps_its_address(world: World, plan: Plan, focal_point: Actor) -> None:
    submit_plan(plan_id=plan.pk, actor=focal_point, now=NOW)
    leader = world.officer(Role.LEADER)
    send_back(subject_kind="plan", subject_id=plan.pk, remark="Sai tên mục 1", actor=leader, now=NOW)
    import_id = reopen_plan(plan_id=plan.pk, actor=focal_point, now=NOW)
    assert PlanImport.objects.get().state == ImportState.IN_REVIEW
    assert Task.objects.count() == 2, "the tasks hold until it is confirmed again"
    correct_draft(import_id=import_id, position=1, corrections=corrections(), actor=focal_point, now=NOW)
    assert confirm_plan(import_id=import_id, actor=focal_point, now=NOW) == plan.pk
    after = Plan.objects.get()
    assert after.slug == plan.slug
    assert list(after.tasks.values_list("title", flat=True)) == ["Tên đã sửa", "Vận hành cổng thông tin điện tử"]
    assert Assignment.objects.filter(task__plan=after).count() == 2
    kinds = [event.kind for event in events_about(Subject("plan", plan.pk))]
    assert kinds.count("plan.confirmed") == 2
    assert "plan.reopened" in kinds


def test_what_waits_or_is_public_is_not_reopened(plan: Plan, focal_point: Actor) -> None:
    submit_plan(plan_id=plan.pk, actor=focal_point, now=NOW)
    with pytest.raises(ImportRefused, match="lấy lại bản trình"):
        reopen_plan(plan_id=plan.pk, actor=focal_point, now=NOW)


def test_what_is_being_mended_is_neither_submitted_nor_reopened_nor_dropped(plan: Plan, focal_point: Actor) -> None:
    import_id = reopen_plan(plan_id=plan.pk, actor=focal_point, now=NOW)
    with pytest.raises(ImportRefused, match="xác nhận lại"):
        submit_plan(plan_id=plan.pk, actor=focal_point, now=NOW)
    with pytest.raises(MoveNotAllowed):
        reopen_plan(plan_id=plan.pk, actor=focal_point, now=NOW)
    with pytest.raises(ImportRefused, match="không bỏ được"):
        discard_import(import_id=import_id, actor=focal_point, now=NOW)


def test_who_does_not_confirm_does_not_reopen_and_a_stranger_meets_nothing(world: World, plan: Plan) -> None:
    with pytest.raises(ImportRefused, match="Người mở lại"):
        reopen_plan(plan_id=plan.pk, actor=world.officer(Role.SPECIALIST), now=NOW)
    with pytest.raises(PlanNotVisible):
        reopen_plan(plan_id=plan.pk, actor=world.officer(Role.LEADER, body=world.other_ward), now=NOW)


def test_a_submission_is_taken_back_on_the_page_and_submitted_again(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    client.post(reviewed(client, world) + "xac-nhan/")
    where = f"{LIST}{Plan.objects.get().pk}/"
    client.post(where + "trinh/")
    assert "Đã lấy lại bản trình" in words(client.post(where + "lay-lai-ban-trinh/", follow=True))
    assert "Chờ duyệt công khai" in words(client.post(where + "trinh/", follow=True))


def test_the_page_says_who_may_approve_and_when_nobody_may(world: World) -> None:
    client = logged_in(world, Role.FOCAL_POINT)
    client.post(reviewed(client, world) + "xac-nhan/")
    where = f"{LIST}{Plan.objects.get().pk}/"
    assert "chưa có ai duyệt công khai được" in words(client.get(where))
    world.officer(Role.LEADER)
    assert "Người duyệt công khai: Lê Thử 2." in words(client.get(where))


@pytest.mark.parametrize(("after", "expected"), [(0, ["N", "A", "B"]), (1, ["A", "N", "B"]), (None, ["A", "B", "N"])])
def test_an_added_task_stands_where_it_belongs(world: World, after: int | None, expected: list[str]) -> None:
    import_id = read(world)
    drafts = PlanImport.objects.get().draft_tasks
    for position, title in ((1, "A"), (2, "B")):
        drafts.filter(position=position).update(title=title)
    actor = world.officer(Role.SPECIALIST)
    add_draft(import_id=import_id, corrections=corrections(title="N"), after=after, actor=actor, now=NOW)
    assert list(drafts.order_by("position").values_list("title", flat=True)) == expected
    assert list(drafts.order_by("position").values_list("position", flat=True)) == [1, 2, 3]


def test_nothing_is_added_after_a_task_that_is_not_there(world: World) -> None:
    import_id = read(world)
    with pytest.raises(PlanNotVisible):
        add_draft(
            import_id=import_id, corrections=corrections(), after=77, actor=world.officer(Role.SPECIALIST), now=NOW
        )
