"""Hôm nay: what each officer of the world finds there, and nothing of others."""

import re
from datetime import date

import pytest

from minhbach.desk.queries import day_of
from tests.world import World
from tests.world.visiting import answer, body_of

pytestmark = pytest.mark.django_db
PLANS = re.compile(r"Kế hoạch 1[3-7]/")


def page(world: World, actor: str) -> str:
    return body_of(answer(world, actor, "GET", "/lam-viec/")).decode()


def test_leader_finds_the_plan_that_waits_and_the_document_to_check(world: World) -> None:
    shown = page(world, "leader")
    assert f"/lam-viec/ke-hoach/{world.samples['plan_submitted']}/duyet/" in shown
    assert f"/lam-viec/ke-hoach/nhap/{world.samples['import_under_review']}/" in shown


def test_focal_point_finds_no_plan_to_approve(world: World) -> None:
    shown = page(world, "focal_point")
    assert "/duyet/" not in shown
    assert f"/lam-viec/ke-hoach/nhap/{world.samples['import_under_review']}/" in shown


def test_other_ward_and_who_works_on_no_tasks_find_none_of_it(world: World) -> None:
    for actor in ("stranger", "administrator", "supervisor"):
        shown = page(world, actor)
        assert "/duyet/" not in shown, actor
        assert f"/nhap/{world.samples['import_under_review']}/" not in shown, actor
        assert day_of(world.actors[actor], date(2026, 12, 31)).due_today == (), actor


@pytest.mark.parametrize(
    ("day", "late", "today", "soon"),
    [
        (date(2026, 12, 8), 0, 0, 0),
        (date(2026, 12, 9), 0, 0, 1),
        (date(2026, 12, 27), 1, 0, 0),
        (date(2026, 12, 28), 1, 0, 6),
        (date(2026, 12, 31), 1, 6, 0),
        (date(2027, 1, 2), 7, 0, 0),
    ],
)
def test_what_nobody_has_comes_near_to_who_gives_it_out(
    world: World, day: date, late: int, today: int, soon: int
) -> None:
    """Of plans 13, 14 and 15 two works each are due on 31/12/2026; one of plan 17 on 13/12, since its event came."""
    for actor in ("focal_point", "leader", "justice_coordinator"):
        found = day_of(world.actors[actor], day)
        groups = [
            [act for act in acts if PLANS.match(act.detail)] for acts in (found.late, found.due_today, found.soon)
        ]
        assert [len(acts) for acts in groups] == [late, today, soon], actor
        assert {act.verb for acts in groups for act in acts} <= {"Nhận việc, giao việc"}


def test_specialist_finds_their_own_work_and_no_more(world: World) -> None:
    found = day_of(world.actors["specialist"], date(2026, 12, 31))
    work = [act for act in found.late if "/cong-khai/" not in act.url]
    assert [(act.verb, act.due_on) for act in work] == [("Báo kết quả", date(2026, 12, 13))]
    assert not found.due_today
    assert not found.soon


def test_what_must_be_public_or_answered_stands_with_whom_it_waits_for(world: World) -> None:
    day = date(2026, 10, 26)
    verbs = {act.verb for act in day_of(world.actors["specialist"], day).late}
    assert verbs == {"Đưa ra công khai", "Sửa, trình lại", "Xem kết quả kiểm tra", "Trả lời"}
    (approve,) = [act for act in day_of(world.actors["leader"], day).late if act.verb == "Duyệt đăng"]
    assert approve.url == f"/lam-viec/cong-khai/{world.samples['item_submitted']}/duyet/"
    assert not [act for act in day_of(world.actors["supervisor"], day).late if "/cong-khai/" in act.url]


def test_result_waits_for_the_leader_and_for_whom_it_waits_stands_with_the_reporter(world: World) -> None:
    day, work = date(2026, 10, 14), world.samples["first_work_public"]
    answer = f"/lam-viec/viec/{work}/duyet/"
    assert [act.url for act in day_of(world.actors["leader"], day).waiting if "/viec/" in act.url] == [answer]
    (line,) = [line for line in day_of(world.actors["specialist"], day).awaited if "/viec/" in line.url]
    assert (line.who, line.remind_url) == ("Trần Thị Thử leader", f"/lam-viec/viec/{work}/nhac/")


def test_work_that_waits_for_an_event_asks_nothing_of_anybody(world: World) -> None:
    awaited = str(world.samples["awaited_confirmed"])
    for actor in ("focal_point", "leader", "specialist"):
        assert f"/su-viec/{awaited}" not in page(world, actor)
