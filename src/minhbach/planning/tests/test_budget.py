"""Money by task and year: each body writes its own, the keeper sees all, sums are those counted by hand."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from minhbach.domain.access import Role
from minhbach.domain.money import MOST
from minhbach.planning.actions.write_budget import (
    Amounts,
    add_budget_line,
    change_budget_line,
    remove_budget_line,
)
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import BudgetLine
from minhbach.planning.queries.money import (
    Money,
    MoneyFilters,
    TaskMoney,
    budget_lines_visible_to,
    money_by_task,
    narrowed_lines,
    total_of,
)
from minhbach.planning.tests.conftest import NOW, World
from minhbach.planning.tests.following import Around, last_event, make_around


@pytest.fixture
def around(world: World) -> Around:
    return make_around(world)


def added(around: Around, **changes: Any) -> int:
    given = {
        "plan_id": around.plan.pk,
        "task_id": around.first.pk,
        "body_id": around.world.economy.pk,
        "year": 2026,
        "amounts": Amounts(estimate=30_000_000, allotted=20_000_000, spent=12_500_000),
        "source": "Ngân sách xã",
        "note": "Mua máy quét",
        "actor": around.economy,
        "now": NOW,
    }
    return add_budget_line(**{**given, **changes})


def test_a_body_writes_its_own_money_and_the_event_keeps_the_amounts(around: Around) -> None:
    pk = added(around, amounts=Amounts(estimate=84_500_000_000, supplement=-500_000, settled=123_456_789_012))
    row = BudgetLine.objects.get(pk=pk)
    assert (row.estimate, row.allotted, row.supplement, row.settled) == (84_500_000_000, 0, -500_000, 123_456_789_012)
    event = last_event("budget_line", pk)
    assert event.kind == "budget_line.added"
    assert event.facts == {
        "plan": around.plan.pk, "task": around.first.pk, "year": 2026, "estimate": "84_500_000_000", "allotted": "0",
        "supplement": "-500_000", "spent": "0", "settled": "123_456_789_012",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"year": 26}, "Năm từ 2016 đến 2100"),
        ({"task_id": 987_654}, "không thuộc kế hoạch"),
        ({"amounts": Amounts(spent=-1)}, "không được âm"),
        ({"amounts": Amounts(estimate=MOST + 1)}, "không quá"),
        ({"amounts": Amounts(settled=-1)}, "không được âm"),
    ],
)
def test_what_makes_no_sense_is_refused(around: Around, changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(WorkRefused, match=sentence):
        added(around, **changes)
    assert not BudgetLine.objects.exists()


@pytest.mark.parametrize("common", [False, True])
def test_a_second_line_for_the_same_is_refused(around: Around, common: bool) -> None:
    task = {"task_id": None} if common else {}
    added(around, **task)
    with pytest.raises(WorkRefused, match="mở dòng đó để sửa"):
        added(around, **task)
    added(around, year=2027, **task)


def test_nobody_writes_the_money_of_others(around: Around) -> None:
    with pytest.raises(WorkRefused, match="của mình"):
        added(around, body_id=around.world.office.pk)
    for actor in (around.stranger, around.world.officer(Role.SUPERVISOR)):
        with pytest.raises(PlanNotVisible):
            added(around, actor=actor)
    pk = added(around)
    for actor in (around.stranger, around.world.officer(Role.SPECIALIST, body=around.world.culture)):
        with pytest.raises(PlanNotVisible):
            change_budget_line(line_id=pk, plan_id=around.plan.pk, amounts=Amounts(), actor=actor, now=NOW)
        with pytest.raises(PlanNotVisible):
            remove_budget_line(line_id=pk, plan_id=around.plan.pk, actor=actor, now=NOW)


def test_amounts_change_and_a_line_goes_with_its_amounts_in_the_log(around: Around) -> None:
    pk = added(around)
    change_budget_line(
        line_id=pk, plan_id=around.plan.pk, amounts=Amounts(spent=5, settled=4), actor=around.economy, now=NOW
    )
    row = BudgetLine.objects.get(pk=pk)
    assert (row.estimate, row.spent, row.settled, row.source) == (0, 5, 4, "")
    assert last_event("budget_line", pk).kind == "budget_line.changed"
    with pytest.raises(WorkRefused, match="không được âm"):
        change_budget_line(
            line_id=pk, plan_id=around.plan.pk, amounts=Amounts(allotted=-5), actor=around.economy, now=NOW
        )
    remove_budget_line(line_id=pk, plan_id=around.plan.pk, actor=around.economy, now=NOW)
    event = last_event("budget_line", pk)
    assert (event.kind, event.facts["settled"]) == ("budget_line.removed", "4")
    assert not BudgetLine.objects.exists()


def test_a_body_sees_its_own_lines_and_the_keeper_all(around: Around) -> None:
    culture = around.world.officer(Role.SPECIALIST, body=around.world.culture)
    mine = added(around)
    theirs = added(around, body_id=around.world.culture.pk, actor=culture)
    plan = around.plan
    assert [one.pk for one in budget_lines_visible_to(around.economy, plan)] == [mine]
    assert {one.pk for one in budget_lines_visible_to(around.keeper, plan)} == {mine, theirs}


def test_sums_are_those_counted_by_hand(around: Around) -> None:
    culture = around.world.officer(Role.SPECIALIST, body=around.world.culture)
    added(around, amounts=Amounts(estimate=100, allotted=80, supplement=-10, spent=70, settled=65))
    other = {"body_id": around.world.culture.pk, "actor": culture}
    added(around, amounts=Amounts(estimate=50, allotted=50, spent=20), **other)
    added(around, task_id=around.second.pk, year=2027, amounts=Amounts(estimate=7), **other)
    added(around, task_id=None, amounts=Amounts(estimate=3, spent=1, settled=1))
    lines = money_by_task(budget_lines_visible_to(around.keeper, around.plan))
    first, second = around.first, around.second
    assert lines == (
        TaskMoney(2026, None, "", 1, Money(estimate=3, spent=1, settled=1, settled_spent=1)),
        TaskMoney(2026, first.pk, first.title, 2, Money(150, 130, -10, 90, 65, 70)),
        TaskMoney(2027, second.pk, second.title, 1, Money(estimate=7)),
    )
    assert lines[1].money.difference == -5, "only what is settled is compared with what it had spent"
    assert lines[2].money.difference is None
    total = total_of([line.money for line in lines])
    assert total == Money(estimate=160, allotted=130, supplement=-10, spent=91, settled=66, settled_spent=71)
    narrowed = narrowed_lines(budget_lines_visible_to(around.keeper, around.plan), MoneyFilters(common=True))
    assert [line.estimate for line in narrowed] == [3]


def test_sums_and_lines_take_the_same_queries_however_many(around: Around) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            rows = narrowed_lines(budget_lines_visible_to(around.keeper, around.plan), MoneyFilters())
            assert money_by_task(rows)
            assert [(str(row.task), str(row.body)) for row in rows]
        return len(queries)

    added(around)
    one = asked()
    for year in range(2027, 2032):
        added(around, year=year)
    assert asked() == one
