"""Every list: narrowed, sorted, counted, as CSV and for paper. Expected rows are written by hand."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from minhbach.domain.access import Role
from minhbach.foundation import clock
from minhbach.planning.models import Plan, Task
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
        ("?tinh_trang=khong-ngay", [SECOND]),
        ("?tim=quy+che", [FIRST]),
        ("?tu=1/12/2026&den=31/12/2026", [FIRST]),
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
    today = clock.today()
    late, soon = Task.objects.order_by("position")
    Task.objects.filter(pk=late.pk).update(due_on=today - timedelta(days=1))
    Task.objects.filter(pk=soon.pk).update(due_on=today + timedelta(days=30), deadline_kind="date")
    page = words(client.get(MINE))
    assert "Đã qua hạn ghi trong văn bản 1" in page
    assert "Trong 30 ngày tới 1" in page
    assert order_of(client.get(MINE + "?tinh_trang=qua-han")) == [FIRST]
    assert order_of(client.get(MINE + "?tinh_trang=sap-den")) == [SECOND]


def test_the_public_reads_of_a_passed_limit_but_of_no_delay_that_nobody_established(client: Client) -> None:
    Task.objects.update(due_on=date(2020, 1, 1), deadline_kind="date")
    page = Client().get(f"/ke-hoach/{Plan.objects.get().slug}/").content.decode()
    assert "Đã qua hạn ghi trong văn bản" in page
    assert "status-late" not in page
    assert "status-late" in client.get(MINE).content.decode()


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
