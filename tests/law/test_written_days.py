"""Each count in `law/cases/` held against the wall calendar, leaf by leaf, without the product's clock."""

import datetime as dt

import pytest

from tests.law import wall_calendar
from tests.law.cases import Case, WrittenDue, all_cases, read_days
from tests.law.wall_calendar import DAY, WEEKEND

CASES = list(all_cases())
COUNTED = [(case, due) for case in CASES for due in case.due]
DECIDED = wall_calendar.read()
AS_PROPOSED = wall_calendar.read(with_proposals=True)


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
            assert why is not None and why.startswith(written.words), written
        elif due.unit == "working_day":
            assert why is None, written
            assert (written.words == "làm bù") == (written.day.weekday() > 4), written
    assert [each.number for each in days if each.number] == list(range(1, due.amount + 1))
    assert days[-1].number == due.amount
    _assert_moved(due, days[-1].day)


def _assert_moved(due: WrittenDue, end: dt.date) -> None:
    moved = read_days(due.moved, after=end - DAY)
    for written in moved:
        why = DECIDED.why_off(written.day)
        assert written.number is None
        assert why is not None and why.startswith(written.words), written
    assert due.due_on == (moved[-1].day + DAY if moved else end)
    assert DECIDED.why_off(due.due_on) is None, "the term ends on a day off"


@pytest.mark.parametrize(("case", "due"), COUNTED, ids=_name)
def test_a_date_is_provisional_where_a_proposal_or_an_open_year_may_change_it(case: Case, due: WrittenDue) -> None:
    event = case.event_of(due)
    if due.unit in ("immediately", "month"):
        assert due.provisional == (not DECIDED.is_announced(event, due.due_on))
        return
    only_worked = due.unit == "working_day"
    if due.what == "extended_answer":
        event = _answered(case, AS_PROPOSED, event)
    other = AS_PROPOSED.count(event, due.amount, only_worked=only_worked)
    assert due.alternative == (other if other != due.due_on else None)
    open_reading = due.what == "extended_answer"
    not_announced = not DECIDED.is_announced(event + DAY, max(due.due_on, other))
    assert due.provisional == (open_reading or not_announced or due.alternative is not None)


def _answered(case: Case, calendar: wall_calendar.WallCalendar, nominal: dt.date) -> dt.date:
    """Return the end of the answer's term before it moves: a proposal shifts it where working days are counted."""
    answer = next(due for due in case.due if due.what == "answer")
    if answer.unit == "day":
        return nominal
    return calendar.count(case.event_of(answer), answer.amount, only_worked=True)


def test_words_beside_a_skipped_day_say_more_than_that_it_is_off() -> None:
    for case, due in COUNTED:
        event = case.event_of(due)
        for written in read_days(due.days, after=event):
            assert written.number or written.words, (case.title, written)
            if written.words == WEEKEND:
                assert written.day.weekday() > 4, (case.title, written)
