"""The clock against each case of `law/cases/`: in process, and some through the command as people call it."""

import json
import subprocess
import sys
from typing import Any

import pytest

from minhbach.config.command import main
from minhbach.lawbook.calendars import load_calendar
from minhbach.lawbook.statutes import load_book
from tests.law.asking import agrees, ask
from tests.law.cases import Case, WrittenDue, all_cases, read_days
from tests.law.wall_calendar import DAY, WEEKEND

CASES = list(all_cases())
DATED = [case for case in CASES if case.due]
ANSWERED = [case for case in DATED if case.is_asked_by_command]
REFUSED = [case for case in CASES if case.refused]
AS_PEOPLE_CALL_IT = ANSWERED[::24] + REFUSED[::12]


def _name(case: Case) -> str:
    return case.title


@pytest.mark.parametrize("case", DATED, ids=_name)
def test_the_clock_gives_the_dates_that_were_counted_by_hand(case: Case) -> None:
    assert agrees(case, ask(case, book=load_book(), calendar=load_calendar()))


@pytest.mark.parametrize("case", ANSWERED, ids=_name)
def test_the_command_explains_each_date(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", *case.options, "--json"]) == 0
    _assert_told(case, capsys.readouterr().out)


@pytest.mark.parametrize("case", REFUSED, ids=_name)
def test_the_command_refuses_in_one_sentence_that_names_the_article(
    case: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deadline", *case.options, "--json"]) == 2
    told = capsys.readouterr()
    _assert_refused(case, told.err)


@pytest.mark.parametrize("case", AS_PEOPLE_CALL_IT, ids=_name)
def test_the_command_as_people_call_it(case: Case) -> None:
    command = [sys.executable, "-m", "minhbach.config.command", "deadline", *case.options, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == (2 if case.refused else 0)
    if case.refused:
        _assert_refused(case, done.stderr)
    else:
        _assert_told(case, done.stdout)


def test_at_least_twenty_cases_go_through_the_command() -> None:
    assert len(AS_PEOPLE_CALL_IT) >= 20
    assert {case.facts.get("channel") for case in AS_PEOPLE_CALL_IT} >= {"in_person", "online", "post", "fax"}


def _assert_told(case: Case, printed: str) -> None:
    answer = json.loads(printed)
    assert (answer["statute"], answer["refused"]) == (case.statute, None)
    assert [due["what"] for due in answer["due"]] == [due.what for due in case.due]
    for told, written in zip(answer["due"], case.due, strict=True):
        expected = _as_told(case, written)
        assert {key: told[key] for key in expected} == expected
        assert [off["date"] for off in told["days_off"]] == [day for day, _ in _skipped(case, written)]
        for off, (_, words) in zip(told["days_off"], _skipped(case, written), strict=True):
            assert off["why"] == "weekend" if words == WEEKEND else off["why"].startswith(words)
        assert (told["moved"] is None) == (not written.moved)
        for other in (written.alternative, written.other_reading):
            assert other is None or other.isoformat() in json.dumps(told)


def _as_told(case: Case, due: WrittenDue) -> dict[str, Any]:
    event = case.event_of(due)
    days = read_days(due.days, after=event)
    return {
        "what": due.what,
        "due_on": due.due_on.isoformat(),
        "article": due.article,
        "amount": due.amount,
        "unit": due.unit,
        "counted_from": (event + DAY if days else event).isoformat(),
        "nominal_end": (days[-1].day if days else due.due_on).isoformat(),
        "provisional": due.provisional,
    }


def _skipped(case: Case, due: WrittenDue) -> list[tuple[str, str]]:
    """Return the days off that the contract asks for: all where working days count, else those of the final move."""
    event = case.event_of(due)
    days = read_days(due.days, after=event)
    passed = [day for day in days if not day.number]
    if due.moved:
        passed += read_days(due.moved, after=days[-1].day - DAY)
    return [(day.day.isoformat(), day.words) for day in passed]


def _assert_refused(case: Case, told: str) -> None:
    assert case.refused
    assert case.refused in told
    assert len(told.strip().splitlines()) == 1
