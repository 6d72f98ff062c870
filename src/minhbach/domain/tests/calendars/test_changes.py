"""What an administrator adds: each act on a small calendar, and what the calendar does not take."""

import datetime as dt

import pytest

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.changes import (
    Act,
    ChangeRefused,
    Compensation,
    DaysOff,
    Entry,
    Objection,
    Ordinary,
    Swap,
    YearAnnounced,
    changed,
    check,
    entries_of,
    ground_of_recount,
    proposed_for,
)
from minhbach.domain.calendars.days import DayKind, DayRow, DayState

THURSDAY, FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY = (dt.date(2026, 6, day) for day in range(4, 10))
NEXT_SATURDAY = dt.date(2026, 6, 13)
SOURCE = "văn bản thử"


def row(
    day: dt.date,
    kind: DayKind = DayKind.DAY_OFF,
    other: dt.date | None = None,
    state: DayState = DayState.CONFIRMED,
) -> DayRow:
    return DayRow(day, kind, "Ngày lễ thử", SOURCE, state, other)


def proposed_swap() -> tuple[DayRow, DayRow]:
    return (
        row(MONDAY, DayKind.SWAPPED_OFF, NEXT_SATURDAY, DayState.PROPOSED),
        row(NEXT_SATURDAY, DayKind.WORKING_DAY, MONDAY, DayState.PROPOSED),
    )


def after(act: Act, *rows: DayRow) -> Calendar:
    calendar = Calendar(rows)
    confirming = (act.year,) if isinstance(act, YearAnnounced) else ()
    return changed(calendar, entries_of(act, calendar), source=SOURCE, confirming=confirming)


def objection(act: Act, *rows: DayRow) -> Objection:
    with pytest.raises(ChangeRefused) as refused:
        after(act, *rows)
    return refused.value.objection


def test_days_off_are_off_with_both_ends() -> None:
    calendar = after(DaysOff(FRIDAY, MONDAY, "Tết thử"))
    assert calendar.add_working_days(THURSDAY, 1) == TUESDAY
    assert [off.why for off in calendar.days_off_between(FRIDAY, TUESDAY)] == ["Tết thử"] * 4
    assert {one.state for one in calendar.rows} == {DayState.CONFIRMED}


def test_a_compensation_names_its_holiday_and_stands_alone_for_it() -> None:
    calendar = after(Compensation(SATURDAY, MONDAY), row(SATURDAY))
    assert calendar.add_working_days(FRIDAY, 1) == TUESDAY
    assert calendar.days_off_between(MONDAY, MONDAY)[0].why == "Nghỉ bù Ngày lễ thử"
    second = row(MONDAY, DayKind.COMPENSATION, SATURDAY)
    assert objection(Compensation(SATURDAY, TUESDAY), row(SATURDAY), second) is Objection.TWICE
    assert objection(Compensation(SATURDAY, SUNDAY), row(SATURDAY)) is Objection.OFF_ANYWAY


@pytest.mark.parametrize("holiday", [SUNDAY, TUESDAY])
def test_only_a_holiday_on_a_weekend_is_made_good(holiday: dt.date) -> None:
    assert objection(Compensation(holiday, MONDAY), row(TUESDAY)) is Objection.NO_HOLIDAY


def test_a_swap_has_both_days_and_each_is_another_day_than_it_would_be() -> None:
    calendar = after(Swap(MONDAY, NEXT_SATURDAY, "Hoán đổi thử"))
    assert (calendar.is_working_day(MONDAY), calendar.is_working_day(NEXT_SATURDAY)) == (False, True)
    assert [one.why for one in calendar.rows] == ["Hoán đổi thử", "Làm bù cho 08/6/2026"]
    assert objection(Swap(SUNDAY, NEXT_SATURDAY, "Hoán đổi")) is Objection.OFF_ANYWAY
    assert objection(Swap(MONDAY, TUESDAY, "Hoán đổi")) is Objection.WORKED_ANYWAY


def test_what_settles_half_of_a_proposed_swap_settles_the_other_half() -> None:
    calendar = after(DaysOff(MONDAY, MONDAY, "Tết thử"), *proposed_swap())
    assert not calendar.proposed_changes
    assert [one.day for one in calendar.rows] == [MONDAY]
    kept = after(Swap(MONDAY, NEXT_SATURDAY, "Hoán đổi thử"), *proposed_swap())
    assert not kept.proposed_changes
    assert kept.is_working_day(NEXT_SATURDAY)


def test_a_day_that_is_bound_to_another_is_not_taken_from_it() -> None:
    swap = (row(MONDAY, DayKind.SWAPPED_OFF, NEXT_SATURDAY), row(NEXT_SATURDAY, DayKind.WORKING_DAY, MONDAY))
    with pytest.raises(ChangeRefused) as refused:
        after(DaysOff(MONDAY, MONDAY, "Tết thử"), *swap)
    assert (refused.value.objection, refused.value.day, refused.value.other) == (
        Objection.BOUND,
        MONDAY,
        NEXT_SATURDAY,
    )


def test_a_day_that_is_ordinary_again_takes_with_it_what_stands_for_it() -> None:
    holiday, made_good = row(SATURDAY), row(MONDAY, DayKind.COMPENSATION, SATURDAY)
    assert after(Ordinary(SATURDAY), holiday, made_good).rows == ()
    assert after(Ordinary(MONDAY), holiday, made_good).rows == (holiday,)
    assert after(Ordinary(NEXT_SATURDAY), *proposed_swap()).rows == ()
    assert objection(Ordinary(TUESDAY), holiday, made_good) is Objection.NOT_THERE


def test_a_year_is_announced_with_those_proposals_that_hold() -> None:
    expected = row(dt.date(2026, 9, 3), state=DayState.PROPOSED)
    act = YearAnnounced(2026, frozenset({MONDAY, NEXT_SATURDAY}))
    calendar = after(act, *proposed_swap(), expected)
    assert calendar.is_confirmed(2026)
    assert not calendar.provisional_between(dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    assert not calendar.is_working_day(MONDAY)
    assert calendar.is_working_day(expected.day)
    assert objection(YearAnnounced(2026, frozenset({MONDAY})), *proposed_swap()) is Objection.HALF


def test_the_other_day_of_a_swap_over_the_turn_of_the_year_is_asked_too() -> None:
    last, first = dt.date(2026, 12, 31), dt.date(2027, 1, 9)
    rows = (
        row(last, DayKind.SWAPPED_OFF, first, DayState.PROPOSED),
        row(first, DayKind.WORKING_DAY, last, DayState.PROPOSED),
    )
    assert [one.day for one in proposed_for(Calendar(rows), 2026)] == [last, first]


def test_a_slip_of_the_pen_and_what_stands_already_are_refused() -> None:
    assert objection(DaysOff(MONDAY, FRIDAY, "Tết thử")) is Objection.BACKWARDS
    assert objection(DaysOff(MONDAY, MONDAY + dt.timedelta(days=15), "Tết thử")) is Objection.TOO_LONG
    assert objection(DaysOff(MONDAY, MONDAY, "Ngày lễ thử"), row(MONDAY)) is Objection.ALREADY
    calendar = Calendar(confirmed_years=frozenset({2026}))
    with pytest.raises(ChangeRefused):
        entries_of(YearAnnounced(2026, frozenset()), calendar)


def test_taking_a_holiday_away_leaves_no_compensation_behind() -> None:
    calendar = Calendar((row(SATURDAY), row(MONDAY, DayKind.COMPENSATION, SATURDAY)))
    with pytest.raises(ChangeRefused) as refused:
        check(calendar.with_days((), forgetting=[SATURDAY]), before=calendar)
    assert (refused.value.objection, refused.value.other) == (Objection.BOUND, MONDAY)


def test_what_was_wrong_before_is_no_reason_to_refuse() -> None:
    alone = row(MONDAY, DayKind.COMPENSATION, SATURDAY)
    assert len(after(DaysOff(FRIDAY, FRIDAY, "Tết thử"), alone).rows) == 2


def test_the_days_that_are_not_what_their_weekday_says() -> None:
    calendar = Calendar(
        (row(SATURDAY), row(MONDAY), *proposed_swap()[1:], row(NEXT_SATURDAY, DayKind.WORKING_DAY, MONDAY))
    )
    assert calendar.exceptions == {MONDAY: False, NEXT_SATURDAY: True}


def test_the_ground_of_a_recount_names_days_and_source() -> None:
    assert ground_of_recount([MONDAY], SOURCE) == "Lịch ngày nghỉ thay đổi: 08/6/2026 (văn bản thử)"
    many = [MONDAY + dt.timedelta(days=ahead) for ahead in range(8)]
    assert "và 2 ngày khác" in ground_of_recount(many, SOURCE)


def test_entries_without_a_kind_are_ordinary_days() -> None:
    assert entries_of(Ordinary(MONDAY), Calendar((row(MONDAY),))) == (Entry(MONDAY),)
