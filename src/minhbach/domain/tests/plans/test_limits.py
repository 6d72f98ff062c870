"""Which limit runs first and which one follows. Expected days are counted by hand."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass
from minhbach.domain.plans.limits import first_limit, next_limit, rhythm_of
from minhbach.domain.plans.periods import Covering, Period, open_periods, reported_periods
from minhbach.domain.plans.rhythm import Every, Rhythm
from minhbach.domain.plans.standing import Standing
from minhbach.domain.reading.results import DeadlineKind

ENTERED = dt.date(2026, 10, 13)
END_OF_YEAR = dt.date(2026, 12, 31)
MONTHLY, FIFTH = Rhythm(Every.MONTH), Rhythm(Every.MONTH, ((0, 5),))


def test_a_dated_task_has_its_last_day_also_where_that_has_passed() -> None:
    passed = dt.date(2026, 9, 30)
    assert first_limit(DeadlineKind.QUARTER, passed, None, known_on=ENTERED) == passed


def test_what_goes_on_is_looked_at_at_the_end_of_the_quarter() -> None:
    rhythm = rhythm_of(DeadlineKind.ONGOING, "Thường xuyên")
    assert rhythm == Rhythm(Every.QUARTER)
    assert first_limit(DeadlineKind.ONGOING, None, rhythm, known_on=ENTERED) == END_OF_YEAR


def test_a_first_quarter_comes_before_what_goes_on() -> None:
    rhythm = rhythm_of(DeadlineKind.QUARTER_THEN_ONGOING, "Quý IV năm 2026 và thường xuyên")
    assert first_limit(DeadlineKind.QUARTER_THEN_ONGOING, END_OF_YEAR, rhythm, known_on=ENTERED) == END_OF_YEAR
    assert next_limit(rhythm, covered=END_OF_YEAR, reported_on=END_OF_YEAR) == dt.date(2027, 3, 31)


def test_a_periodic_task_of_an_old_plan_begins_with_the_period_that_runs() -> None:
    rhythm = rhythm_of(DeadlineKind.PERIODIC, "Trước ngày 15/12 hằng năm")
    assert first_limit(DeadlineKind.PERIODIC, None, rhythm, known_on=ENTERED) == dt.date(2026, 12, 14)


@pytest.mark.parametrize("kind", [kind for kind, its in CLASS_OF_KIND.items() if its == DeadlineClass.AWAITED])
def test_what_waits_for_an_event_has_no_limit_before_it(kind: DeadlineKind) -> None:
    words = "Trong 15 ngày kể từ ngày nhận, hằng năm"
    assert rhythm_of(kind, words) is None
    assert first_limit(kind, None, rhythm_of(kind, words), known_on=ENTERED) is None


@pytest.mark.parametrize("kind", [DeadlineKind.DONE, DeadlineKind.NONE, DeadlineKind.UNCLEAR])
def test_what_is_done_unwritten_or_unclear_has_none(kind: DeadlineKind) -> None:
    assert first_limit(kind, END_OF_YEAR, rhythm_of(kind, "hằng năm"), known_on=ENTERED) is None


@pytest.mark.parametrize(
    ("rhythm", "due_on", "reported_on", "following"),
    [
        # Reported early: the next period all the same, none is skipped and none comes twice.
        (MONTHLY, "2026-10-31", "2026-10-02", "2026-11-30"),
        (MONTHLY, "2026-10-31", "2026-10-31", "2026-11-30"),
        # Late, but before the next limit: that one stands.
        (MONTHLY, "2026-10-31", "2026-11-03", "2026-11-30"),
        (FIFTH, "2026-10-05", "2026-11-04", "2026-11-05"),
        # Late by more than a period: what passed meanwhile is not skipped.
        (MONTHLY, "2026-10-31", "2026-12-02", "2026-11-30"),
        (FIFTH, "2026-10-05", "2026-12-06", "2026-11-05"),
        (FIFTH, None, "2026-11-04", "2026-11-05"),
    ],
)
def test_the_next_period_follows(rhythm: Rhythm, due_on: str | None, reported_on: str, following: str) -> None:
    due = dt.date.fromisoformat(due_on) if due_on else None
    found = next_limit(rhythm, covered=due, reported_on=dt.date.fromisoformat(reported_on))
    assert found == dt.date.fromisoformat(following)


def test_what_does_not_recur_has_no_next_limit() -> None:
    assert next_limit(None, covered=END_OF_YEAR, reported_on=ENTERED) is None


DAY = st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1))
RHYTHM = st.sampled_from([Rhythm(every) for every in Every] + [FIFTH, Rhythm(Every.YEAR, ((5, 31), (11, 14)))])


@given(RHYTHM, DAY, DAY)
def test_no_period_is_skipped(rhythm: Rhythm, due: dt.date, reported: dt.date) -> None:
    assert next_limit(rhythm, covered=due, reported_on=reported) == rhythm.after(due)


@given(RHYTHM, DAY, st.integers(0, 900))
def test_every_period_is_open_or_reported_once_and_in_order(rhythm: Rhythm, given_on: dt.date, later: int) -> None:
    first, on = rhythm.first_from(given_on), given_on + dt.timedelta(days=later)
    waiting = open_periods(rhythm, running=first, due_on=first, on=on)
    days = [one.day for one in waiting]
    assert days == sorted(set(days))
    assert days[0] == first
    assert all(one.stands(on=on) == Standing.OPEN_LATE for one in waiting[1:])
    if first < on:
        assert rhythm.after(days[-1]) >= on, "what still lies ahead is not owed yet"
    half = days[len(days) // 2]
    reported = reported_periods(rhythm, [Covering(first, half, first, on)])
    following = next_limit(rhythm, covered=half, reported_on=on)
    assert following
    rest = open_periods(rhythm, running=following, due_on=following, on=on)
    both = [one.day for one in (*reported, *rest)]
    assert both[: len(days)] == days


def test_a_period_that_was_reported_twice_counts_by_the_first_report() -> None:
    day = dt.date(2026, 10, 31)
    early, again = Covering(day, day, day, dt.date(2026, 10, 20)), Covering(day, day, day, dt.date(2026, 12, 1))
    assert reported_periods(MONTHLY, [again, early]) == (Period(day, day, dt.date(2026, 10, 20)),)
