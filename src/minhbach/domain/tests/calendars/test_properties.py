"""What holds of every calendar, whatever days it names."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayKind, DayRow, DayState

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2027, 12, 31)
DAY = st.dates(FIRST, LAST)
N = st.integers(min_value=1, max_value=60)
KIND = st.sampled_from([DayKind.DAY_OFF, DayKind.WORKING_DAY])
ROW = st.builds(DayRow, DAY, KIND, st.just("Ngày lễ thử"), st.just("văn bản thử"), st.sampled_from(DayState), st.none())
ROWS = st.lists(ROW, max_size=40, unique_by=lambda row: (row.day, row.state)).map(tuple)
CALENDAR = st.builds(Calendar, ROWS, st.just(frozenset(range(2025, 2030))))


def whole(calendar: Calendar, first: dt.date, last: dt.date) -> list[dt.date]:
    """Return the working days of a stretch, asked for one by one."""
    days = [first + dt.timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    return [day for day in days if calendar.is_working_day(day)]


@given(CALENDAR, DAY, N)
def test_the_nth_working_day_is_worked_and_has_n_behind_it(calendar: Calendar, day: dt.date, n: int) -> None:
    found = calendar.add_working_days(day, n)
    worked = whole(calendar, day + dt.timedelta(days=1), found)
    assert worked[-1] == found
    assert len(worked) == n == calendar.working_days_between(day, found)
    off = calendar.days_off_between(day + dt.timedelta(days=1), found)
    assert len(off) == (found - day).days - n


@given(CALENDAR, DAY, N)
def test_adding_and_going_back_are_inverse_on_working_days(calendar: Calendar, day: dt.date, n: int) -> None:
    worked = calendar.next_working_day(day)
    assert calendar.working_days_before(calendar.add_working_days(worked, n), n) == worked
    assert calendar.add_working_days(calendar.working_days_before(worked, n), n) == worked


@given(CALENDAR, DAY)
def test_the_next_working_day_is_the_first_one_not_before(calendar: Calendar, day: dt.date) -> None:
    found = calendar.next_working_day(day)
    assert whole(calendar, day, found) == [found]


@given(CALENDAR, DAY, DAY, N)
def test_a_new_day_off_never_moves_a_limit_earlier(calendar: Calendar, off: dt.date, day: dt.date, n: int) -> None:
    more = calendar.with_days([DayRow(off, DayKind.DAY_OFF, "Ngày lễ thử", "văn bản thử", DayState.CONFIRMED)])
    assert more.add_working_days(day, n) >= calendar.add_working_days(day, n)
    assert more.next_working_day(day) >= calendar.next_working_day(day)


@given(CALENDAR, DAY, N)
def test_what_is_only_proposed_moves_nothing(calendar: Calendar, day: dt.date, n: int) -> None:
    decided = tuple(row for row in calendar.rows if row.state is DayState.CONFIRMED)
    assert calendar.add_working_days(day, n) == Calendar(decided).add_working_days(day, n)


@given(CALENDAR, DAY, N)
def test_a_result_that_is_not_provisional_stays_when_all_is_decided(calendar: Calendar, day: dt.date, n: int) -> None:
    found = calendar.add_working_days(day, n)
    other = calendar.assuming_proposed()
    if not calendar.provisional_between(day + dt.timedelta(days=1), found):
        assert other.add_working_days(day, n) == found
    assert not other.proposed_changes


@given(CALENDAR, DAY, DAY)
def test_counting_back_is_counting_with_the_sign_turned(calendar: Calendar, one: dt.date, other: dt.date) -> None:
    assert calendar.working_days_between(one, other) == -calendar.working_days_between(other, one)
