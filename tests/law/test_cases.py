"""The clock against each case of `law/cases/`: in process, and some through the command as people call it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from minhbach.config.command import main
from tests.law.cases import Case, WrittenDue, all_cases, read_days
from tests.law.wall_calendar import DAY, LAW, WEEKEND

CASES = list(all_cases())
DATED = [case for case in CASES if case.due]
REFUSED = [case for case in CASES if case.refused]
PROVISIONAL = [case for case in DATED if any(due.provisional for due in case.due)]
AS_PEOPLE_CALL_IT = DATED[::24] + REFUSED[::12]


def _name(case: Case) -> str:
    return case.title


@pytest.mark.parametrize("case", DATED, ids=_name)
def test_the_command_explains_each_date(case: Case, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["deadline", *case.options, "--json"]) == 0
    assert_told(case, capsys.readouterr().out)


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
        assert_told(case, done.stdout)


@pytest.fixture(scope="module")
def announced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of day lists in which all that is proposed was decided, and every year announced."""
    folder = tmp_path_factory.mktemp("calendars")
    for path in (LAW / "calendars").glob("*.toml"):
        text = path.read_text("utf-8")
        (folder / path.name).write_text(text.replace('state = "proposed"', 'state = "confirmed"'), "utf-8")
    return folder


@pytest.mark.parametrize("case", PROVISIONAL, ids=_name)
def test_once_all_is_announced_only_what_the_law_leaves_open_stays_provisional(
    case: Case, announced: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deadline", *case.options, "--calendar", str(announced), "--json"]) == 0
    told = {due["what"]: due for due in json.loads(capsys.readouterr().out)["due"]}
    for written in case.due:
        due = told[written.what]
        assert due["due_on"] == (written.alternative or written.due_on).isoformat()
        assert due["provisional"] == (written.what == "extended_answer" or written.other_reading is not None)


def test_at_least_twenty_cases_go_through_the_command() -> None:
    assert len(AS_PEOPLE_CALL_IT) >= 20
    assert {case.facts.get("channel") for case in AS_PEOPLE_CALL_IT} >= {"in_person", "online", "post", "fax"}


def assert_told(case: Case, printed: str) -> None:
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
        "counted_from": (event if due.unit == "immediately" else event + DAY).isoformat(),
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
