"""Rows, proposals and what an administrator adds, on small calendars made for each case."""

import datetime as dt

import pytest

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import WEEKEND, DayKind, DayRow, DayRowInvalid, DayState

FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = (dt.date(2026, 6, day) for day in range(5, 10))


def row(day: dt.date, kind: DayKind = DayKind.DAY_OFF, state: DayState = DayState.CONFIRMED) -> DayRow:
    return DayRow(day, kind, "Ngày lễ thử", "văn bản thử", state)


def year(*rows: DayRow) -> Calendar:
    return Calendar(rows, frozenset({2026}))


def test_without_rows_only_weekends_are_off_and_every_year_is_provisional() -> None:
    calendar = Calendar()
    assert calendar.add_working_days(FRIDAY, 1) == MONDAY
    assert not calendar.is_confirmed(2026)
    assert calendar.provisional_between(MONDAY, MONDAY)
    assert [off.why for off in calendar.days_off_between(FRIDAY, MONDAY)] == [WEEKEND, WEEKEND]


def test_a_confirmed_day_off_is_skipped_and_named() -> None:
    calendar = year(row(MONDAY))
    assert calendar.next_working_day(SATURDAY) == TUESDAY
    assert [(off.day, off.why) for off in calendar.days_off_between(FRIDAY, TUESDAY)] == [
        (SATURDAY, WEEKEND),
        (SUNDAY, WEEKEND),
        (MONDAY, "Ngày lễ thử"),
    ]
    assert not calendar.provisional_between(FRIDAY, TUESDAY)


def test_a_make_up_saturday_counts() -> None:
    calendar = year(row(SATURDAY, DayKind.WORKING_DAY))
    assert calendar.next_working_day(SATURDAY) == SATURDAY
    assert calendar.add_working_days(FRIDAY, 2) == MONDAY
    assert calendar.working_days_before(MONDAY, 1) == SATURDAY


def test_a_proposed_day_off_counts_as_worked_and_makes_the_result_provisional() -> None:
    calendar = year(row(MONDAY, state=DayState.PROPOSED))
    assert calendar.add_working_days(FRIDAY, 1) == MONDAY
    assert calendar.provisional_between(SATURDAY, MONDAY)
    assert not calendar.provisional_between(TUESDAY, TUESDAY)
    assert calendar.assuming_proposed().add_working_days(FRIDAY, 1) == TUESDAY


def test_a_proposed_make_up_saturday_stays_a_saturday() -> None:
    calendar = year(row(SATURDAY, DayKind.WORKING_DAY, DayState.PROPOSED))
    assert not calendar.is_working_day(SATURDAY)
    assert calendar.assuming_proposed().is_working_day(SATURDAY)


def test_a_proposed_holiday_on_a_sunday_changes_nothing() -> None:
    assert not year(row(SUNDAY, state=DayState.PROPOSED)).provisional_between(FRIDAY, MONDAY)


def test_an_added_confirmed_day_settles_the_proposal_for_it() -> None:
    calendar = year(row(MONDAY, state=DayState.PROPOSED)).with_days([row(MONDAY)])
    assert calendar.next_working_day(MONDAY) == TUESDAY
    assert not calendar.provisional_between(MONDAY, MONDAY)


def test_a_proposal_that_was_not_taken_up_is_settled_too() -> None:
    calendar = year(row(MONDAY, state=DayState.PROPOSED)).with_days([row(MONDAY, DayKind.WORKING_DAY)])
    assert calendar.is_working_day(MONDAY)
    assert not calendar.provisional_between(MONDAY, MONDAY)


def test_an_added_row_may_take_a_day_off_back() -> None:
    calendar = year(row(MONDAY)).with_days([row(MONDAY, DayKind.WORKING_DAY)])
    assert calendar.is_working_day(MONDAY)


def test_a_proposal_to_work_on_a_confirmed_day_off_leaves_it_off() -> None:
    calendar = year(row(MONDAY)).with_days([row(MONDAY, DayKind.WORKING_DAY, DayState.PROPOSED)])
    assert not calendar.is_working_day(MONDAY)
    assert calendar.provisional_between(MONDAY, MONDAY)


def test_announcing_a_year_confirms_it() -> None:
    calendar = Calendar().with_days([row(MONDAY)], confirming=[2026])
    assert calendar.is_confirmed(2026)
    assert not calendar.provisional_between(MONDAY, TUESDAY)
    assert calendar.provisional_between(MONDAY, dt.date(2027, 1, 1))


def test_the_version_differs_with_any_row_or_year_and_not_with_their_order() -> None:
    first, second = row(MONDAY), row(TUESDAY)
    versions = {
        year().version,
        year(first).version,
        year(first, second).version,
        year(row(MONDAY, state=DayState.PROPOSED)).version,
        Calendar((first,)).version,
    }
    assert len(versions) == 5
    assert year(first, second).version == year(second, first).version


def test_what_is_late_counts_backwards() -> None:
    assert Calendar().working_days_between(FRIDAY, TUESDAY) == 2
    assert Calendar().working_days_between(TUESDAY, FRIDAY) == -2
    assert Calendar().working_days_between(MONDAY, MONDAY) == 0


@pytest.mark.parametrize("n", [0, -1])
def test_a_term_has_at_least_one_day(n: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        Calendar().add_working_days(MONDAY, n)
    with pytest.raises(ValueError, match="at least 1"):
        Calendar().working_days_before(MONDAY, n)


def test_a_day_cannot_stand_twice_in_one_state() -> None:
    with pytest.raises(DayRowInvalid, match="08/06/2026 đứng hai lần"):
        year(row(MONDAY), row(MONDAY))


@pytest.mark.parametrize("kind", [DayKind.COMPENSATION, DayKind.SWAPPED_OFF])
def test_nothing_is_made_good_on_a_weekend(kind: DayKind) -> None:
    with pytest.raises(DayRowInvalid, match="ngày nghỉ hằng tuần"):
        row(SUNDAY, kind)


def test_a_row_names_why_and_where_it_was_seen() -> None:
    for why, source in ((" ", "văn bản thử"), ("Ngày lễ thử", "")):
        with pytest.raises(DayRowInvalid, match="thiếu lý do"):
            DayRow(MONDAY, DayKind.DAY_OFF, why, source, DayState.CONFIRMED)
