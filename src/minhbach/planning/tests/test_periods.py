"""Periods of recurring work that passed without a report: each stays listed, owed and late, until it is reported."""

from datetime import date

import pytest
from django.urls import reverse

from minhbach.domain.access import Actor, Role
from minhbach.foundation import clock
from minhbach.planning.actions.answer_result import accept_period
from minhbach.planning.actions.change_limit import change_limit
from minhbach.planning.actions.report_work import report_result
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.models import Plan
from minhbach.planning.queries.counting import Counts, counts, spans_on
from minhbach.planning.queries.periods import periods_of
from minhbach.planning.tests.conftest import World
from minhbach.planning.tests.test_work import at
from minhbach.planning.tests.test_work_pages import client_of
from minhbach.planning.tests.work_plan import DATED, MONTHLY, confirmed_plan, work_on

LATE = date(2027, 1, 30)
"""October's report is owed, and three more have passed."""


@pytest.fixture
def plan(world: World) -> Plan:
    return confirmed_plan(world)


@pytest.fixture
def worker(world: World) -> Actor:
    return world.officer(Role.SPECIALIST, body=world.economy)


@pytest.fixture
def leader(world: World) -> Actor:
    return world.officer(Role.LEADER)


def listed(plan: Plan, on: date = LATE) -> dict[str, str]:
    return {f"{one.day:%m/%y}": one.stands(on=on).value for one in periods_of(work_on(plan, MONTHLY), on=on)}


def report(plan: Plan, worker: Actor, leader: Actor, *, on: str, until: date | None = None) -> None:
    pk = work_on(plan, MONTHLY).pk
    report_result(assignment_id=pk, text="Đã rà soát", period_until=until, actor=worker, now=at(on))
    accept_period(assignment_id=pk, actor=leader, now=at(on))


def test_each_period_that_passed_stays_listed_as_its_own_and_the_work_counts_once(
    plan: Plan, worker: Actor, leader: Actor
) -> None:
    assert listed(plan) == dict.fromkeys(("10/26", "11/26", "12/26", "01/27"), "open_late")
    report(plan, worker, leader, on="2027-01-30")
    assert listed(plan) == {"10/26": "done_late", **dict.fromkeys(("11/26", "12/26", "01/27"), "open_late")}
    assert work_on(plan, MONTHLY).due_on == date(2026, 11, 24)
    spans = spans_on(LATE).filter(assignment=work_on(plan, MONTHLY))
    assert counts(spans, on=LATE) == Counts(open_late=1), "one work, by the oldest period that is owed"


def test_one_report_may_stand_for_several_periods(plan: Plan, worker: Actor, leader: Actor) -> None:
    report(plan, worker, leader, on="2027-01-30", until=date(2026, 12, 24))
    assert listed(plan) == {**dict.fromkeys(("10/26", "11/26", "12/26"), "done_late"), "01/27": "open_late"}
    report(plan, worker, leader, on="2027-01-31")
    assert work_on(plan, MONTHLY).due_on == date(2027, 2, 24)
    assert listed(plan)["02/27"] == "open_in_time"


@pytest.mark.parametrize("until", [date(2026, 12, 25), date(2027, 2, 24), date(2026, 9, 24)])
def test_a_report_stands_for_no_period_that_is_not_owed(plan: Plan, worker: Actor, until: date) -> None:
    with pytest.raises(WorkRefused, match="Chọn kỳ"):
        report_result(
            assignment_id=work_on(plan, MONTHLY).pk, text="Gộp", period_until=until, actor=worker, now=at("2027-01-30")
        )


def test_work_that_does_not_recur_has_no_periods(plan: Plan, worker: Actor, world: World) -> None:
    row = work_on(plan, DATED)
    assert periods_of(row, on=LATE) == ()
    with pytest.raises(WorkRefused, match="Chọn kỳ"):
        report_result(
            assignment_id=row.pk, text="Xong", period_until=row.due_on, now=at("2027-01-30"),
            actor=world.officer(Role.SPECIALIST, body=world.office),
        )  # fmt: skip


def test_a_limit_that_was_moved_moves_one_period_and_not_those_after(plan: Plan, worker: Actor, leader: Actor) -> None:
    pk = work_on(plan, MONTHLY).pk
    change_limit(assignment_id=pk, due_on=date(2026, 10, 15), ground="Công văn 1", actor=leader, now=at("2026-10-13"))
    report(plan, worker, leader, on="2026-10-16")
    assert work_on(plan, MONTHLY).due_on == date(2026, 11, 24), "October is reported, though it was due early"
    change_limit(assignment_id=pk, due_on=date(2026, 12, 5), ground="Công văn 2", actor=leader, now=at("2026-11-20"))
    report(plan, worker, leader, on="2026-12-04")
    assert listed(plan, date(2026, 12, 10)) == {
        "10/26": "done_late", "11/26": "done_in_time", "12/26": "open_in_time",
    }  # fmt: skip


def test_a_limit_that_is_moved_in_the_moment_of_an_acceptance_is_the_new_periods(
    plan: Plan, worker: Actor, leader: Actor
) -> None:
    pk = work_on(plan, MONTHLY).pk
    report(plan, worker, leader, on="2026-10-20")
    change_limit(assignment_id=pk, due_on=date(2026, 11, 30), ground="Công văn", actor=leader, now=at("2026-10-20"))
    assert listed(plan, date(2026, 12, 1)) == {"10/26": "done_in_time", "11/26": "open_late"}
    report(plan, worker, leader, on="2026-12-01")
    assert work_on(plan, MONTHLY).due_on == date(2026, 12, 24)


def test_the_page_lists_the_periods_and_the_form_asks_for_which_the_report_stands(
    plan: Plan, worker: Actor, leader: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now", lambda: at("2027-01-30"))
    monkeypatch.setattr(clock, "today", lambda: LATE)
    officer, row = client_of(worker), work_on(plan, MONTHLY)
    work, form = reverse("planning:work", args=[row.pk]), reverse("planning:report_result", args=[row.pk])
    shown = officer.get(work).content.decode()
    assert "Các kỳ báo cáo" in shown
    assert shown.count("Quá hạn</span>") >= 4 or shown.count("Quá hạn") >= 4
    assert "4 kỳ chưa báo cáo" in officer.get(reverse("planning:my_tasks")).content.decode()
    asked = officer.get(form).content.decode()
    assert "Chỉ kỳ đến hết 24/10/2026" in asked
    assert "Gộp các kỳ từ 24/10/2026 đến hết 24/01/2027" in asked
    wrong = officer.post(form, {"text": "Đã làm", "period_until": "2027-02-24", "without_number": "on"})
    assert wrong.status_code == 422
    sent = officer.post(form, {"text": "Đã làm", "period_until": "2026-12-24", "without_number": "on"})
    assert sent.status_code == 302
    answer = client_of(leader).get(reverse("planning:answer_work", args=[row.pk])).content.decode()
    assert "gộp các kỳ từ 24/10/2026 đến hết 24/12/2026" in answer
    once = work_on(plan, DATED)
    assert "kỳ nào" not in client_of(leader).get(reverse("planning:report_result", args=[once.pk])).content.decode()
