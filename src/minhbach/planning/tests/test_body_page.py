"""What a citizen finds on a body's pages: its tasks, those of its parts and of whom it came from, and its plans."""

import html
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from minhbach.agencies.actions.add_body import add_body
from minhbach.agencies.actions.record_succession import record_succession
from minhbach.agencies.models import Body
from minhbach.domain.access import Role, system_actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Extent
from minhbach.foundation import clock
from minhbach.planning.models import Assignment, AssignmentSpan, Plan, Task
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.test_pages import LIST, logged_in, reviewed, words

FIRST, SECOND = "Xây dựng quy chế nội bộ", "Vận hành cổng thông tin"


@pytest.fixture
def plan(world: World) -> Plan:
    """The ward's own plan, public; its office leads the first task, a division the second."""
    focal_point, leader = logged_in(world, Role.FOCAL_POINT), logged_in(world, Role.LEADER)
    focal_point.post(reviewed(focal_point, world) + "xac-nhan/")
    plan = Plan.objects.get()
    focal_point.post(f"{LIST}{plan.pk}/trinh/")
    leader.post(f"{LIST}{plan.pk}/duyet/", {"seen": "1"})
    return plan


def pages(body: Body) -> tuple[str, str]:
    return f"/co-quan/{body.slug}/", f"/ke-hoach/co-quan/{body.slug}/"


def predecessor(world: World, name: str) -> Body:
    """Return a body of the same place whose tasks came to the ward."""
    older = add_body(
        name=name, kind=Kind.OTHER, territory_key="mau-mot", parent_id=None, actor=system_actor("test"), now=NOW
    )
    record_succession(
        older_id=older.id,
        newer_id=world.ward.pk,
        on=date(2026, 1, 1),
        extent=Extent.WHOLE,
        actor=system_actor("test"),
        now=NOW,
    )
    return Body.objects.get(pk=older.id)


def give_also_to(task: Task, *bodies: Body) -> None:
    """Let the bodies lead the task too, like its first leader."""
    part = task.assignments.filter(role="lead").get()
    span = part.spans.get()
    for body in bodies:
        part.pk, part.body = None, body
        part.save()
        span.pk, span.assignment, span.body = None, part, body
        span.save()


def test_a_ward_s_page_has_its_plan_and_what_it_gives_to_office_and_divisions(world: World, plan: Plan) -> None:
    for address in pages(world.ward):
        page = words(Client().get(address))
        assert "Kế hoạch đã ban hành Kế hoạch 15/KH-UBND" in page, address
        assert f"{FIRST} về cung cấp thông tin Chủ trì: {world.office.name}" in page, address
        assert f"Phối hợp: {world.economy.name}, {world.culture.name}" in page, address
        assert f"{SECOND} điện tử Chủ trì: {world.culture.name}" in page, address
    file = Client().get(pages(world.ward)[1] + "nhiem-vu.csv").content.decode()
    assert file.count("\r\n") == 5, "a head and each body's part: two that lead, two that coordinate"


def test_the_part_s_own_page_names_nobody_else_and_another_ward_s_page_nothing(world: World, plan: Plan) -> None:
    page = words(Client().get(pages(world.culture)[0]))
    assert f"{SECOND} điện tử Chủ trì Hạn: Thường xuyên" in page
    assert "Kế hoạch đã ban hành" not in page, "its committee issued it"
    assert FIRST not in words(Client().get(pages(world.other_ward)[0]))


def test_a_task_of_several_predecessors_is_one_row_that_names_them(world: World, plan: Plan) -> None:
    older = [predecessor(world, f"Ban Cũ {number}") for number in ("Một", "Hai", "Ba")]
    give_also_to(plan.tasks.get(position=1), *older)
    response = Client().get(pages(world.ward)[1])
    page = words(response)
    assert page.count(FIRST) == 1
    older_names = "Ban Cũ Ba xã Mẫu Một, Ban Cũ Hai xã Mẫu Một, Ban Cũ Một xã Mẫu Một"
    assert f"Chủ trì: {older_names}, {world.office.name}" in page
    assert "2 nhiệm vụ" in page
    address = re.search(r'href="([^"]*tinh_trang=trong-han[^"]*)">(\d+)<', response.content.decode())
    assert address
    assert address[2] == "2", "the figure counts tasks, as the list does"
    assert words(Client().get(pages(world.ward)[1] + html.unescape(address[1]))).count(FIRST) == 1


def test_open_tasks_of_the_newest_plan_stand_first(world: World, plan: Plan) -> None:
    done = plan.tasks.get(position=1)
    Assignment.objects.filter(task=done).update(state="done", done_on=clock.today())
    page = words(Client().get(pages(world.ward)[1]))
    assert page.index(SECOND) < page.index(FIRST), "what is done stands after what is open"
    assert f"Đã hoàn thành {FIRST}" in page


def test_the_same_question_whatever_their_number(
    world: World, plan: Plan, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    for address in pages(world.ward):
        with django_assert_max_num_queries(45) as few:
            Client().get(address)
        for position in range(100, 140):
            task = plan.tasks.get(position=1)
            parts = list(task.assignments.all())
            task.pk, task.position = None, position
            task.save()
            for part in parts:
                part.pk, part.task = None, task
                part.save()
        with django_assert_num_queries(len(few)):
            page = Client().get(address).content.decode()
        assert page.count("#nhiem-vu-") == 30, "a page of the list"
        plan.tasks.filter(position__gte=100).delete()


def test_a_late_task_of_several_counts_once(world: World, plan: Plan) -> None:
    give_also_to(plan.tasks.get(position=1), predecessor(world, "Ban Cũ Một"))
    AssignmentSpan.objects.filter(assignment__task__position=1).update(due_on=clock.today() - timedelta(days=1))
    assert "Quá hạn 1 Quá hạn" in words(Client().get(pages(world.ward)[1]))


def test_more_plans_than_fit_stand_on_the_list_of_plans_of_that_body(world: World, plan: Plan) -> None:
    assert "15/KH-UBND" in words(Client().get(f"/ke-hoach/?co_quan={world.ward.slug}"))
    assert "Không tìm thấy kế hoạch nào" in words(Client().get(f"/ke-hoach/?co_quan={world.other_ward.slug}"))
    assert "15/KH-UBND" in words(Client().get("/ke-hoach/?co_quan=khong-co"))
