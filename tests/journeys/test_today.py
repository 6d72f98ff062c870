"""Hôm nay: what each officer of the world finds there, and nothing of others."""

from datetime import date

import pytest

from minhbach.desk.queries import day_of
from tests.world import World
from tests.world.visiting import answer, body_of

pytestmark = pytest.mark.django_db


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
        (date(2026, 12, 27), 0, 0, 0),
        (date(2026, 12, 28), 0, 0, 5),
        (date(2026, 12, 31), 0, 5, 0),
        (date(2027, 1, 2), 5, 0, 0),
    ],
)
def test_tasks_of_the_wards_office_come_near_and_pass(
    world: World, day: date, late: int, today: int, soon: int
) -> None:
    """Five confirmed plans each give the office one task until the end of quarter IV: 31/12/2026."""
    found = day_of(world.actors["specialist"], day)
    assert (len(found.late), len(found.due_today), len(found.soon)) == (late, today, soon)
