"""Dates as ui.md §5 writes them and as officers type them (§4)."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from minhbach.foundation import dates


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 5), "05/3/2026"),
        (date(2026, 10, 19), "19/10/2026"),
        (date(2027, 1, 1), "01/01/2027"),
        (date(2026, 2, 28), "28/02/2026"),
        (date(2026, 11, 22), "22/11/2026"),
    ],
)
def test_zero_stands_before_days_under_ten_and_the_first_two_months(day: date, expected: str) -> None:
    assert dates.written(day) == expected


def test_moment_is_written_as_the_day_that_it_is_in_vietnam() -> None:
    assert dates.written(datetime(2026, 10, 18, 17, 30, tzinfo=UTC)) == "19/10/2026"


def test_limit_carries_its_weekday_in_the_language_of_the_page() -> None:
    assert dates.written_with_weekday(date(2026, 10, 19)) == "thứ Hai 19/10/2026"
    assert dates.written_with_weekday(date(2026, 10, 25)) == "Chủ nhật 25/10/2026"
    with translation.override("en"):
        assert dates.written_with_weekday(date(2026, 10, 19)) == "Monday 19/10/2026"


@pytest.mark.parametrize(
    "text",
    [
        "5/3/2026",
        "05/3/2026",
        "05-03-2026",
        "5.3.2026",
        "5 3 2026",
        "5 tháng 3 năm 2026",
        "ngày 05 tháng 3 năm 2026",
        "Ngày 5 Tháng 3 Năm 2026",
        " 5 / 3 / 2026 ",
        "2026-03-05",
    ],
)
def test_officers_ways_of_typing_the_fifth_of_march(text: str) -> None:
    assert dates.typed(text) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["", "hôm qua", "5/3", "5/3/26", "quý I/2027", "5/3/2026 sáng"])
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    with pytest.raises(dates.NotADate):
        dates.typed(text)


@pytest.mark.parametrize("text", ["31/02/2026", "32/1/2026", "1/13/2026", "29 tháng 2 năm 2026"])
def test_day_that_the_calendar_lacks_is_refused(text: str) -> None:
    with pytest.raises(dates.NoSuchDay):
        dates.typed(text)
