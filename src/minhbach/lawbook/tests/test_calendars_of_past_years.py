"""The days off of 2016–2025 against facts written by hand from the announcements and the lunar calendar."""

import datetime as dt

import pytest

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayKind, DayRow, DayState, is_weekend
from minhbach.lawbook.calendars import load_calendar

YEARS = range(2016, 2026)

# Year: first day of the lunar year, the 10th of the 3rd lunar month, first and last day off for Tết as announced,
# without the weekends around them.
LUNAR = {
    2016: ("08/2", "16/4", "07/2", "12/2"),
    2017: ("28/1", "06/4", "26/1", "01/2"),
    2018: ("16/2", "25/4", "14/2", "20/2"),
    2019: ("05/2", "14/4", "04/2", "08/2"),
    2020: ("25/1", "02/4", "23/1", "29/1"),
    2021: ("12/2", "21/4", "10/2", "16/2"),
    2022: ("01/2", "10/4", "31/1", "04/2"),
    2023: ("22/1", "29/4", "20/1", "26/1"),
    2024: ("10/2", "18/4", "08/2", "14/2"),
    2025: ("29/1", "07/4", "27/1", "31/1"),
}
NATIONAL_DAY_BESIDE = {2021: "03/9", 2022: "01/9", 2023: "01/9", 2024: "03/9", 2025: "01/9"}
SWAPS = [
    ("31/12/2018", "05/1/2019"),
    ("29/4/2019", "04/5/2019"),
    ("29/4/2024", "04/5/2024"),
    ("02/5/2025", "26/4/2025"),
]
# Days from Monday to Friday, less those off, with the Saturdays made up; counted on a wall calendar.
WORKED = {
    2016: 261 - 10,  # 01/1, 08–12/2, 18/4, 02–03/5, 02/9
    2017: 260 - 10,  # 02/1, 26–27, 30–31/1, 01/2, 06/4, 01–02/5, 04/9
    2018: 261 - 11,  # 01/1, 14–16, 19–20/2, 25/4, 30/4, 01/5, 03/9, 31/12
    2019: 261 - 11 + 2,  # 01/1, 04–08/2, 15/4, 29–30/4, 01/5, 02/9
    2020: 262 - 10,  # 01/1, 23–24, 27–29/1, 02/4, 30/4, 01/5, 02/9
    2021: 261 - 11,  # 01/1, 10–12, 15–16/2, 21/4, 30/4, 03/5, 02–03/9
    2022: 260 - 11,  # 03/1, 31/1, 01–04/2, 11/4, 02–03/5, 01–02/9
    2023: 260 - 11,  # 02/1, 20, 23–26/1, 01–03/5, 01/9, 04/9
    2024: 262 - 12 + 1,  # 01/1, 08–09, 12–14/2, 18/4, 29–30/4, 01/5, 02–03/9
    2025: 261 - 12 + 1,  # 01/1, 27–31/1, 07/4, 30/4, 01–02/5, 01–02/9
}


def day(text: str, year: int | None = None) -> dt.date:
    """Return the date of "24/4/2026", or of "24/4" in a year."""
    numbers = [int(part) for part in text.split("/")]
    return dt.date(year or numbers[2], numbers[1], numbers[0])


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar()


@pytest.fixture(scope="module")
def rows(calendar: Calendar) -> dict[dt.date, DayRow]:
    return {row.day: row for row in calendar.rows}


def test_ten_years_before_2026_are_announced_and_hold_no_proposal(calendar: Calendar) -> None:
    assert all(calendar.is_confirmed(year) for year in YEARS)
    assert not any(row.state is DayState.PROPOSED for row in calendar.rows if row.day.year in YEARS)
    assert not calendar.provisional_between(dt.date(2016, 1, 1), dt.date(2025, 12, 31))


@pytest.mark.parametrize("year", YEARS)
def test_tet_has_five_days_around_the_lunar_new_year_and_a_day_for_each_on_a_weekend(
    calendar: Calendar, rows: dict[dt.date, DayRow], year: int
) -> None:
    new_year, _hung_kings, first, last = (day(text, year) for text in LUNAR[year])
    tet = [row for row in rows.values() if row.day.year == year and "Tết Nguyên đán" in row.why]
    holidays = [row.day for row in tet if row.kind is DayKind.DAY_OFF]
    assert holidays == [holidays[0] + dt.timedelta(ahead) for ahead in range(5)]
    assert rows[new_year].why.endswith("(mùng 1)")
    assert (new_year - holidays[0]).days in (1, 2)
    assert (min(row.day for row in tet), max(row.day for row in tet)) == (first, last)
    assert not any(calendar.is_working_day(first + dt.timedelta(ahead)) for ahead in range((last - first).days + 1))
    assert sum(row.kind is DayKind.COMPENSATION for row in tet) == sum(map(is_weekend, holidays))


@pytest.mark.parametrize("year", YEARS)
def test_the_days_that_the_law_fixes(rows: dict[dt.date, DayRow], year: int) -> None:
    fixed = {day(text, year) for text in ("01/1", LUNAR[year][1], "30/4", "01/5", "02/9")}
    if year in NATIONAL_DAY_BESIDE:
        fixed.add(day(NATIONAL_DAY_BESIDE[year], year))
    others = {row.day for row in rows.values() if row.day.year == year and row.kind is DayKind.DAY_OFF}
    assert {one for one in others if "Tết Nguyên đán" not in rows[one].why} == fixed
    assert rows[day(LUNAR[year][1], year)].why == "Giỗ Tổ Hùng Vương"


def test_every_holiday_on_a_weekend_is_made_good_once_on_a_later_weekday(rows: dict[dt.date, DayRow]) -> None:
    past = [row for row in rows.values() if row.day.year in YEARS]
    owed = sorted(row.day for row in past if row.kind is DayKind.DAY_OFF and is_weekend(row.day))
    given = [row for row in past if row.kind is DayKind.COMPENSATION]
    assert sorted(row.instead_of for row in given if row.instead_of) == owed
    assert all(row.instead_of and 1 <= (row.day - row.instead_of).days <= 5 for row in given)


def test_swaps_are_the_four_announced_and_made_up_on_saturdays(rows: dict[dt.date, DayRow]) -> None:
    past = [row for row in rows.values() if row.day.year in YEARS]
    swapped = {(row.day, row.instead_of) for row in past if row.kind is DayKind.SWAPPED_OFF}
    assert swapped == {(day(off), day(on)) for off, on in SWAPS}
    made_up = [row.day for row in past if row.kind is DayKind.WORKING_DAY]
    assert sorted(made_up) == sorted(day(on) for _off, on in SWAPS)
    assert {one.isoweekday() for one in made_up} == {6}


@pytest.mark.parametrize("year", YEARS)
def test_days_worked_in_the_year_counted_by_hand(calendar: Calendar, year: int) -> None:
    assert calendar.working_days_between(dt.date(year - 1, 12, 31), dt.date(year, 12, 31)) == WORKED[year]


@pytest.mark.parametrize(
    ("start", "n", "expected"),
    [
        ("29/6/2018", 1, "02/7/2018"),  # the Law of 2016 is in force from Sunday 01/7/2018
        ("31/8/2018", 1, "04/9/2018"),  # 01–02 weekend, 03 for National Day
        ("28/12/2018", 4, "05/1/2019"),  # 31/12 swapped, 01/1; 02 03 04, Saturday 05 made up
        ("12/4/2019", 1, "16/4/2019"),  # Hùng Kings on Sunday 14, Monday 15 for it
        ("26/4/2019", 3, "04/5/2019"),  # 27 to 01/5 off; 02 03, Saturday 04 made up
        ("22/1/2020", 1, "30/1/2020"),
        ("01/9/2021", 1, "06/9/2021"),
        ("29/4/2022", 1, "04/5/2022"),
        ("28/4/2023", 1, "04/5/2023"),
        ("31/8/2023", 1, "05/9/2023"),
        ("26/4/2024", 3, "04/5/2024"),
        ("25/4/2025", 1, "26/4/2025"),  # a Saturday made up before the day that it is worked for
        ("29/4/2025", 1, "05/5/2025"),
        ("29/8/2025", 1, "03/9/2025"),
    ],
)
def test_terms_over_the_holidays_of_these_years(calendar: Calendar, start: str, n: int, expected: str) -> None:
    assert calendar.add_working_days(day(start), n) == day(expected)
