"""Each count in `law/cases/` held against the wall calendar, leaf by leaf, without the product's clock."""

import datetime as dt
import tomllib
from dataclasses import replace

import pytest

from tests.law import wall_calendar
from tests.law.cases import Case, WrittenDue, all_cases, read_days
from tests.law.wall_calendar import DAY, LAW, WEEKEND, WallCalendar

CASES = list(all_cases())
COUNTED = [(case, due) for case in CASES for due in case.due]
DECIDED = wall_calendar.read()
AS_PROPOSED = wall_calendar.read(with_proposals=True)
FIRST_STATUTE = dt.date(2018, 7, 1)
SECOND_STATUTE = dt.date(2026, 9, 1)


def _name(value: object) -> str:
    return value.title if isinstance(value, Case) else getattr(value, "what", "")


def test_there_are_at_least_three_hundred_cases_each_with_its_own_story() -> None:
    assert len(CASES) >= 300
    assert len({case.title for case in CASES}) == len(CASES)
    assert len({(*case.options,) for case in CASES}) == len(CASES)


@pytest.mark.parametrize(("case", "due"), COUNTED, ids=_name)
def test_written_days_are_the_days_of_the_calendar(case: Case, due: WrittenDue) -> None:
    event = case.event_of(due)
    if due.unit == "immediately":
        assert (due.days, due.due_on) == ((), event)
        return
    if due.unit == "month":
        assert (due.due_on.year * 12 + due.due_on.month) - (event.year * 12 + event.month) == due.amount
        assert due.due_on.day == event.day
        assert DECIDED.why_off(due.due_on) is None, "a month's term that ends on a day off has no case yet"
        return
    days = read_days(due.days, after=event)
    for written in days:
        why = DECIDED.why_off(written.day)
        if written.number is None:
            assert due.unit == "working_day", "a term in days counts every day"
            assert _explains(written.words, why, written.day), written
        elif due.unit == "working_day":
            assert why is None, written
            assert (written.words == "làm bù") == (written.day.weekday() > 4), written
    assert [each.number for each in days if each.number] == list(range(1, due.amount + 1))
    assert days[-1].number == due.amount
    _assert_moved(due, days[-1].day)


def _assert_moved(due: WrittenDue, end: dt.date) -> None:
    moved = read_days(due.moved, after=end - DAY)
    for written in moved:
        assert written.number is None
        assert _explains(written.words, DECIDED.why_off(written.day), written.day), written
    assert due.due_on == (moved[-1].day + DAY if moved else end)
    assert DECIDED.why_off(due.due_on) is None, "the term ends on a day off"


def _explains(words: str, why: str | None, day: dt.date) -> bool:
    """Say whether the words beside a day off are why it is off: its occasion, or that it is a weekend."""
    return bool(words) and why is not None and why.startswith(words) and (words != WEEKEND or day.weekday() > 4)


@pytest.mark.parametrize(("case", "due"), COUNTED, ids=_name)
def test_a_date_is_provisional_where_a_proposal_or_an_open_year_may_change_it(case: Case, due: WrittenDue) -> None:
    event = case.event_of(due)
    if due.unit in ("immediately", "month"):
        assert due.provisional == (not DECIDED.is_announced(event, due.due_on))
        return
    other = _turned(case, due, AS_PROPOSED)
    assert due.alternative == (other if other != due.due_on else None)
    open_reading = due.what == "extended_answer" or _is_of_an_earlier_answer(case)
    not_announced = not DECIDED.is_announced(event + DAY, max(due.due_on, other))
    assert due.provisional == (open_reading or not_announced or due.alternative is not None)


@pytest.mark.parametrize(("case", "due"), COUNTED, ids=_name)
def test_what_the_law_leaves_open_tells_the_date_of_the_other_reading(case: Case, due: WrittenDue) -> None:
    other = due.due_on
    if due.what == "extended_answer":
        answer = next(each for each in case.due if each.what == "answer")
        other = DECIDED.count(answer.due_on, due.amount, only_worked=due.unit == "working_day")
    elif _is_of_an_earlier_answer(case):
        other = DECIDED.count(case.facts["received"], 15, only_worked=False)
    assert due.other_reading == (other if other != due.due_on else None)


def _is_of_an_earlier_answer(case: Case) -> bool:
    """Say whether an answer is to be corrected that was asked for under the Law of 2016, now that of 2026 holds."""
    return "correct_provided" in case.facts and case.facts.get("sent", SECOND_STATUTE) < SECOND_STATUTE <= _received(
        case
    )


def _received(case: Case) -> dt.date:
    day: dt.date = case.facts["received"]
    return day


def test_each_day_off_and_each_make_up_day_since_the_first_law_decides_a_case() -> None:
    dates = [_dates(calendar) for calendar in (DECIDED, AS_PROPOSED)]
    idle = []
    for path in sorted((LAW / "calendars").glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["day"]:
            day, is_worked = row["on"], row["kind"] == "working_day"
            if day < FIRST_STATUTE or is_worked == (day.weekday() < 5):
                continue
            if [_dates(_without(calendar, day)) for calendar in (DECIDED, AS_PROPOSED)] == dates:
                idle.append(f"{day} {row['why']}")
    assert idle == []


def _dates(calendar: WallCalendar) -> list[dt.date]:
    return [_turned(case, due, calendar) for case, due in COUNTED if due.unit in ("working_day", "day")]


def _turned(case: Case, due: WrittenDue, calendar: WallCalendar) -> dt.date:
    """Count a term on another calendar: of an extension, from the end that the answer's term has on that one."""
    event = case.event_of(due)
    if due.what == "extended_answer":
        answer = next(each for each in case.due if each.what == "answer")
        if answer.unit == "working_day":
            event = calendar.count(case.event_of(answer), answer.amount, only_worked=True)
    return calendar.count(event, due.amount, only_worked=due.unit == "working_day")


def _without(calendar: WallCalendar, day: dt.date) -> WallCalendar:
    off = {other: why for other, why in calendar.off.items() if other != day}
    made_up = {other: why for other, why in calendar.made_up.items() if other != day}
    return replace(calendar, off=off, made_up=made_up)
