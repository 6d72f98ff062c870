"""Every list: narrowed, sorted, counted, as CSV and for paper. Expected rows are written by hand."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.planning.models import Assignment, AssignmentSpan, Plan, Task
from minhbach.planning.tests.conftest import World
from minhbach.planning.tests.test_pages import LIST, logged_in, reviewed, words

MINE = "/lam-viec/nhiem-vu/"
FIRST, SECOND = "Xây dựng quy chế nội bộ", "Vận hành cổng thông tin"


@pytest.fixture
def client(world: World) -> Client:
    """A specialist of the division that coordinates the first task and leads the second, of a public plan."""
    focal_point, leader = logged_in(world, Role.FOCAL_POINT), logged_in(world, Role.LEADER)
    focal_point.post(reviewed(focal_point, world) + "xac-nhan/")
    plan = Plan.objects.get()
    focal_point.post(f"{LIST}{plan.pk}/trinh/")
    leader.post(f"{LIST}{plan.pk}/duyet/", {"seen": "1"})
    return logged_in(world, Role.SPECIALIST, body=world.culture)


def order_of(response: Any) -> list[str]:
    """Return the two tasks in the order in which the page shows them."""
    page = words(response)
    return sorted((one for one in (FIRST, SECOND) if one in page), key=page.index)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("", [FIRST, SECOND]),
        ("?xep=-vai", [SECOND, FIRST]),
        ("?xep=vai", [FIRST, SECOND]),
        ("?xep=khong-co-cot-nay", [FIRST, SECOND]),
        ("?vai=lead", [SECOND]),
        ("?loai=dated", [FIRST]),
        ("?loai=continuing", [SECOND]),
        ("?tinh_trang=trong-han", [SECOND]),
        ("?tinh_trang=khong-ngay", []),
        ("?buoc=chua-nhan", [FIRST, SECOND]),
        ("?buoc=da-xong", []),
        ("?cua_toi=on", []),
        ("?tim=quy+che", [FIRST]),
        ("?loai=dated&tu=1/12/2026&den=31/12/2026", [FIRST]),
        ("?den=1/1/2020", []),
    ],
)
def test_own_tasks_are_narrowed_and_sorted(client: Client, question: str, expected: list[str]) -> None:
    assert order_of(client.get(MINE + question)) == expected
    assert order_of(client.get(f"{MINE}nhiem-vu.csv{question}")) == expected, "the file holds what the page shows"


def test_a_filter_in_force_is_a_chip_that_takes_it_away(client: Client) -> None:
    page = client.get(MINE + "?vai=lead&xep=han").content.decode()
    chips = re.findall(r'class="chip" href="([^"]+)"', page)
    assert chips == ["?xep=han"]


def test_a_column_s_head_that_the_box_does_not_offer_is_no_mistake(client: Client) -> None:
    assert "<title>Lỗi" not in client.get(MINE + "?xep=viec").content.decode()


def test_tasks_are_counted_by_how_they_stand_and_each_count_shows_its_rows(client: Client) -> None:
    """The division only coordinates the first task: it stands on its list and in none of its figures."""
    today = clock.today()
    AssignmentSpan.objects.update(due_on=today - timedelta(days=1))
    Assignment.objects.update(due_on=today - timedelta(days=1))
    page = words(client.get(MINE))
    assert "Quá hạn 1 Quá hạn" in page
    assert "Quá hạn 1 ngày" in page
    assert order_of(client.get(MINE + "?tinh_trang=qua-han")) == [SECOND]
    assert order_of(client.get(f"{MINE}?tinh_trang=qua-han&tinh_den={today - timedelta(days=1):%d/%m/%Y}")) == []


def test_the_figures_of_a_plan_open_the_rows_that_they_count(client: Client) -> None:
    """Both tasks have one leading body each; one was due yesterday."""
    plan, today = Plan.objects.get(), clock.today()
    AssignmentSpan.objects.filter(assignment__task__position=1).update(due_on=today - timedelta(days=1))
    for public, who in ((f"/ke-hoach/{plan.slug}/", Client()), (f"{LIST}{plan.pk}/", client)):
        page = who.get(public).content.decode()
        address = re.search(r'href="([^"]*tinh_trang=qua-han[^"]*)">1<', page)
        assert address, "one part of a task is late"
        assert order_of(who.get(html.unescape(address[1]))) == [FIRST]


def test_the_print_view_holds_all_rows(client: Client) -> None:
    task = Task.objects.get(position=2)
    parts = list(task.assignments.all())
    for position in range(10, 60):
        task.pk, task.position = None, position
        task.save()
        for part in parts:
            part.pk, part.task = None, task
            part.save()
    assert client.get(MINE).content.decode().count("<tr ") == 31
    assert client.get(MINE + "?in=1").content.decode().count("<tr ") == 53


@pytest.mark.parametrize("address", [LIST, "/ke-hoach/"])
def test_plans_are_sorted_narrowed_and_given_as_csv(client: Client, address: str) -> None:
    older = Plan.objects.get()
    assert "15/KH-UBND" in words(client.get(address + "?nam=2026"))
    assert "Không tìm thấy kế hoạch nào" in words(client.get(address + "?nam=1999"))
    assert older.title in client.get(address + "?dang=csv").content.decode()
    assert client.get(address + "?xep=-nhiem-vu").status_code == 200


def test_officers_find_the_plans_that_are_public_and_those_that_are_not(client: Client) -> None:
    assert "15/KH-UBND" in words(client.get(LIST + "?cong_khai=public"))
    assert "15/KH-UBND" not in words(client.get(LIST + "?cong_khai=not_submitted"))


def test_imports_are_narrowed_by_state(world: World) -> None:
    focal_point = logged_in(world, Role.FOCAL_POINT)
    reviewed(focal_point, world)
    assert "15/KH-UBND" in words(focal_point.get(LIST + "nhap/?tinh_trang=in_review&xep=-tep"))
    assert "Không tìm thấy văn bản nào" in words(focal_point.get(LIST + "nhap/?tinh_trang=confirmed"))


def test_a_body_s_public_tasks_are_narrowed_too(client: Client, world: World) -> None:
    address = f"/ke-hoach/co-quan/{world.culture.slug}/"
    assert order_of(Client().get(address)) == [SECOND, FIRST], "what it leads stands first"
    assert order_of(Client().get(address + "?vai=coordinating")) == [FIRST]
    assert order_of(Client().get(address + "nhiem-vu.csv?vai=coordinating")) == [FIRST]
