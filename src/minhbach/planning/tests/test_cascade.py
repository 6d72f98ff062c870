"""Which bodies below made their plan, what nobody took over, how far each is; counted by hand on a small province."""

import datetime as dt
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minhbach.agencies.models import Body
from minhbach.domain.access import Role
from minhbach.planning.actions.answer_result import accept_result
from minhbach.planning.actions.report_work import report_progress, report_result
from minhbach.planning.cascade.values import BodyBelow, CascadeFilters, Lack
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Assignment, AssignmentSpan, Plan
from minhbach.planning.queries.cascade import cascade_of, parts_below, taken_over
from minhbach.planning.queries.counting import Counts
from minhbach.planning.tests.conftest import NOW, TODAY, World
from minhbach.planning.tests.country import Country, make_country
from minhbach.planning.tests.province_plan import AHEAD, Province, client_of, confirmed, make_province


@pytest.fixture
def province(world: World) -> Province:
    return make_province(world)


def below(province: Province, *, on: dt.date = TODAY) -> dict[int, BodyBelow]:
    rows = cascade_of(province.plan, on=on, actor=province.actor).bodies
    assert len({one.body.id for one in rows}) == len(rows)
    return {one.body.id: one for one in rows}


def test_each_body_that_must_act_stands_once_with_its_units(province: Province) -> None:
    world, rows = province.world, below(province)
    assert rows.keys() == {province.justice.pk, world.ward.pk, world.other_ward.pk}
    # The ward leads tasks 1 and 2, its office task 2 as well: three parts, of which the first is late.
    assert rows[world.ward.pk].given == 3
    assert set(rows[world.ward.pk].members) == {world.ward.pk, world.office.pk}
    assert rows[world.ward.pk].counts == Counts(open_in_time=2, open_late=1)
    assert rows[world.other_ward.pk].counts == Counts(open_in_time=1)
    assert rows[province.justice.pk].counts == Counts(open_in_time=1, open_late=1)
    assert all(one.owes_plan and one.plan is None and one.taken_over == 0 for one in rows.values())


def test_branches_are_the_communes_of_the_province_and_each_department(province: Province) -> None:
    whole = cascade_of(province.plan, on=TODAY, actor=province.actor)
    communes, department = whole.branches()
    assert (communes.name, communes.sums.bodies, communes.sums.given, communes.only) == ("tỉnh Thí Dụ", 2, 4, None)
    assert department.only is not None
    assert department.only.body.id == province.justice.pk
    assert (whole.sums.bodies, whole.sums.without_plan, whole.sums.not_taken_over) == (3, 3, 6)


def test_a_commune_that_only_coordinates_must_act_too(world: World) -> None:
    committee = Body.objects.get(kind="committee", territory__key="thi-du")
    justice = Body.objects.get(name__startswith="Sở Tư pháp")
    actor = world.officer(Role.FOCAL_POINT, body=committee)
    plan = confirmed(committee, actor, number="7", tasks=[("Việc", [justice], [world.ward, world.office], AHEAD)])
    rows = {one.body.id: one for one in cascade_of(plan, on=TODAY, actor=actor).bodies}
    assert rows.keys() == {justice.pk, world.ward.pk}
    assert (rows[world.ward.pk].given, rows[world.ward.pk].owes_plan) == (0, True)


def test_what_is_begun_or_done_is_taken_over(province: Province) -> None:
    ward, other = province.world.ward, province.world.other_ward
    specialist = province.world.officer(Role.SPECIALIST)
    report_progress(assignment_id=province.part(1, ward).pk, percent=10, text="Bắt đầu", actor=specialist, now=NOW)
    theirs = province.world.officer(Role.LEADER, body=other)
    part = province.part(2, other)
    report_result(assignment_id=part.pk, text="Xong", actor=theirs, now=NOW)
    accept_result(assignment_id=part.pk, answer="", actor=theirs, now=NOW)
    rows = below(province)
    assert (rows[ward.pk].taken_over, rows[ward.pk].not_taken_over) == (1, 2)
    assert (rows[other.pk].taken_over, rows[other.pk].counts) == (1, Counts(done_in_time=1))
    yesterday = below(province, on=TODAY - dt.timedelta(days=1))
    assert yesterday[ward.pk].taken_over == 0
    assert yesterday[other.pk].counts == Counts(open_in_time=1)


def test_a_body_with_a_plan_of_its_own_owes_none(province: Province) -> None:
    world = province.world
    actor = world.officer(Role.FOCAL_POINT)
    own = confirmed(world.ward, actor, number="5", tasks=[("Việc", [world.office], [], AHEAD)], above=province.plan)
    rows = below(province)
    found = rows[world.ward.pk].plan
    assert found is not None
    assert (found.id, found.name) == (own.pk, "Kế hoạch 5/KH-UBND")
    assert not rows[world.ward.pk].lacks_plan
    assert rows[world.other_ward.pk].lacks_plan
    before = below(province, on=dt.date(2026, 8, 31))
    assert before == {}, "the plan above was not there yet"


def test_under_a_plan_of_a_commune_nobody_makes_a_further_one(world: World) -> None:
    actor = world.officer(Role.FOCAL_POINT)
    front = Body.objects.get(kind="front", territory__key="mau-mot")
    plan = confirmed(world.ward, actor, number="6", tasks=[("Việc", [world.office, front, world.ward], [], AHEAD)])
    rows = cascade_of(plan, on=TODAY, actor=actor)
    assert {one.body.id for one in rows.bodies} == {world.office.pk, front.pk, world.ward.pk}
    assert not any(one.owes_plan for one in rows.bodies)
    assert all(one.only for one in rows.branches())


def test_a_body_that_ended_owes_no_plan(province: Province) -> None:
    Body.objects.filter(pk=province.world.ward.pk).update(exists_until=TODAY)
    assert not below(province)[province.world.ward.pk].owes_plan


def test_lists_are_narrowed(province: Province) -> None:
    whole = cascade_of(province.plan, on=TODAY, actor=province.actor)
    names = lambda **asked: {one.body.id for one in whole.narrowed(CascadeFilters(**asked))}  # noqa: E731
    assert names(words="mau hai") == {province.world.other_ward.pk}
    assert names(lack=Lack.LATE) == {province.world.ward.pk, province.justice.pk}
    assert names(branch=f"c{province.justice.pk}") == {province.justice.pk}


def test_only_the_body_that_keeps_the_plan_looks_down(province: Province) -> None:
    for actor in (
        province.world.officer(Role.LEADER),
        province.world.officer(Role.LEADER, body=province.justice),
    ):
        with pytest.raises(PlanNotVisible):
            cascade_of(province.plan, on=TODAY, actor=actor)


@pytest.fixture
def small(db: Any) -> Country:
    return make_country(provinces=2, communes=7, departments=1, tasks=3)


def slow_count(plan: Plan, bodies: set[int], day: dt.date) -> tuple[int, int, dict[str, int]]:
    """Count one by one, in Python, without the query's conditions."""
    given = taken = 0
    classes = dict.fromkeys(("done_in_time", "done_late", "open_in_time", "open_late"), 0)
    for span in AssignmentSpan.objects.filter(plan=plan).select_related("assignment"):
        if span.body_id not in bodies or span.from_on > day or (span.until_on and span.until_on <= day):
            continue
        given += 1
        taken += span.assignment.state != "given"
        if span.done_on:
            classes["done_late" if span.due_on and span.done_on > span.due_on else "done_in_time"] += 1
        else:
            classes["open_late" if span.due_on and span.due_on < day else "open_in_time"] += 1
    return given, taken, classes


def test_a_country_counts_as_one_by_one(small: Country) -> None:
    whole = cascade_of(small.plan, on=TODAY, actor=small.actor)
    assert len(whole.bodies) == 2 + 2 + 7
    assert whole.sums.with_plan == sum(number % 3 != 0 for number in range(7))
    for one in whole.bodies:
        given, taken, classes = slow_count(small.plan, set(one.members), TODAY)
        assert (one.given, one.taken_over) == (given, taken)
        assert one.counts == Counts(**classes)
    branches = {one.key: one for one in whole.branches()}
    for place in small.province_ids:
        assert branches[f"t{place}"].only is None
    assert sum(one.sums.bodies for one in branches.values()) == 11


def test_queries_do_not_grow_with_bodies_or_tasks(small: Country) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            cascade_of(small.plan, on=TODAY, actor=small.actor)
        return len(captured)

    before = queries()
    task = small.plan.tasks.first()
    assert task is not None
    more = [Assignment(task=task, body_id=pk, role="coordinating", as_written="UBND xã") for pk in small.commune_ids]
    Assignment.objects.bulk_create(more)
    Plan.objects.bulk_create(
        Plan(body_id=pk, slug=f"them-{pk}", above=small.plan, title="Thêm", confirmed_at=NOW)
        for pk in small.commune_ids
    )
    assert queries() == before <= 9


def test_each_figure_opens_the_rows_that_it_counts(province: Province) -> None:
    report_progress(
        assignment_id=province.part(1, province.world.ward).pk, percent=5, text="Bắt đầu",
        actor=province.world.officer(Role.SPECIALIST), now=NOW,
    )  # fmt: skip
    client = client_of(province.actor)
    address = f"/lam-viec/ke-hoach/{province.plan.pk}/cap-duoi/"
    seen = 0
    for question in ("", "?cap=xa", "?thieu=nhan-viec", f"?nhanh=c{province.justice.pk}"):
        page = client.get(address + question)
        assert page.status_code == 200
        for line in page.context["lines"]:
            figures = {
                "given_url": line["sums"].given,
                "untaken_url": line["sums"].not_taken_over,
                "done_url": line["sums"].counts.done,
                "late_url": line["sums"].counts.open_late,
            }
            for name, count in figures.items():
                assert client.get(line[name]).context["page"].paginator.count == count, (line["words"], name)
                seen += 1
    assert seen >= 24
    untaken = client.get(f"/lam-viec/ke-hoach/{province.plan.pk}/chua-ai-nhan/")
    expected = parts_below(province.plan, on=TODAY).filter(~taken_over(on=TODAY)).count()
    assert untaken.context["page"].paginator.count == expected == 5


def test_pages_print_and_give_their_rows_as_csv(province: Province) -> None:
    client = client_of(province.actor)
    address = f"/lam-viec/ke-hoach/{province.plan.pk}/"
    sheet = client.get(address + "cap-duoi/?dang=csv").content.decode("utf-8-sig").splitlines()
    assert len(sheet) == 1 + 3
    assert sheet[0].startswith("Cơ quan,Kế hoạch của cơ quan")
    assert len(client.get(address + "chua-ai-nhan/?dang=csv").content.decode().splitlines()) == 1 + 6
    assert client.get(address + "cap-duoi/?in=1&thieu=ke-hoach").status_code == 200
    for stranger in (province.world.officer(Role.LEADER), province.world.officer(Role.LEADER, body=province.justice)):
        for path in ("cap-duoi/", "cap-duoi/viec/", "chua-ai-nhan/", "noi-tiep/"):
            assert client_of(stranger).get(address + path).status_code == 404
