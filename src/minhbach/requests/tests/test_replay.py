"""Requests to practise on: dates by the product, the handling entered as the officer's decision."""

import json
from datetime import date
from pathlib import Path

import pytest

from minhbach.domain.statutes import Complexity
from minhbach.intake.contracts import Way
from minhbach.requests.actions.ask_supplement import ask_supplement
from minhbach.requests.actions.end_case import set_aside
from minhbach.requests.actions.extend_deadline import extend_deadline
from minhbach.requests.actions.find_valid import find_valid
from minhbach.requests.actions.receive_request import receive_by_officer
from minhbach.requests.models import Case
from minhbach.requests.tests.conftest import ASKED, CALENDAR, World, case_of
from minhbach.requests.tests.test_acts import at
from minhbach.requests.tests.test_scenarios import Desk, Scenario

PRACTICE = Path(__file__).parents[5] / "shared" / "practice" / "requests.jsonl"
WAYS = {"mang": Way.EMAIL, "truc_tiep": Way.COUNTER, "buu_chinh": Way.POST, "fax": Way.FAX}


@pytest.mark.skipif(not PRACTICE.exists(), reason="the practice material is not beside the project")
def test_every_request_gets_the_dates_of_its_law_and_its_handling(world: World) -> None:
    desk, seen = Desk(world), 0
    for line in PRACTICE.read_text("utf-8").splitlines():
        told = json.loads(line)
        seen += 1
        row = _received(world, desk, told)
        dates = told.get("law_104_deadlines")
        if dates is None:
            _turned_aside(desk, row, told)
            continue
        on, complexity = date.fromisoformat(told["received"]), Complexity(told["complexity"])
        find_valid(case_id=row.pk, valid_on=on, complexity=complexity, calendar=CALENDAR, actor=desk.focal, now=at(on))
        row = Case.objects.get(pk=row.pk)
        assert row.due_on == date.fromisoformat(dates["deadline"]), told["id"]
        assert (row.notice_due_on and row.notice_due_on.isoformat()) == dates.get("notice_by"), told["id"]
        if "max_extended" in dates:
            longest = 10 if row.channel == "in_person" else 15
            assert _extended(desk, row, longest) == dates["max_extended"], told["id"]
        _answered(desk, row, told)
    assert seen >= 12


def _received(world: World, desk: Desk, told: dict[str, str]) -> Case:
    on = date.fromisoformat(told["received"])
    given = ASKED.__class__(
        text=told["text"], sender=ASKED.sender, way=WAYS[told["channel"]], sent_on=on, received_on=on
    )
    return case_of(receive_by_officer(given=given, body_id=world.ward.pk, actor=desk.focal, now=at(on)))


def _turned_aside(desk: Desk, row: Case, told: dict[str, str]) -> None:
    """Without dates no clock runs: what lacks is asked for; what is no request gets no answer here."""
    if told["expected"].startswith("supplement"):
        ask_supplement(case_id=row.pk, lacks=["other"], words=told["note"], actor=desk.focal, now=at(row.received_on))
        assert Case.objects.get(pk=row.pk).state == "lacking", told["id"]
    elif told["expected"] == "not_request":
        set_aside(case_id=row.pk, words=told["note"], actor=desk.focal, now=at(row.received_on))
        assert Case.objects.get(pk=row.pk).state == "set_aside", told["id"]
    assert Case.objects.get(pk=row.pk).due_on is None, told["id"]


def _extended(desk: Desk, row: Case, by: int) -> str:
    assert row.due_on is not None
    extend_deadline(
        case_id=row.pk, by=by, reason="Phải tập hợp.", calendar=CALENDAR, actor=desk.leader, now=at(row.due_on)
    )
    after = Case.objects.get(pk=row.pk).due_on
    assert after is not None
    return after.isoformat()


def _answered(desk: Desk, row: Case, told: dict[str, str]) -> None:
    how = "provide" if told["expected"] == "provide" else "refuse"
    assert row.valid_on is not None and row.due_on is not None
    desk.end(Scenario(row.valid_on, row.due_on, how), row, row.due_on)
    assert Case.objects.get(pk=row.pk).state == {"provide": "provided", "refuse": "refused"}[how], told["id"]
