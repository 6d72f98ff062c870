"""The days off of 2026 and 2027 against dates counted by hand on a wall calendar, and files that are refused."""

import datetime as dt
from pathlib import Path

import pytest

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayKind, DayState
from minhbach.lawbook.calendars import CalendarDataInvalid, load_calendar


def day(text: str) -> dt.date:
    """Return the date of "24/4/2026", as papers write it."""
    numbers = [int(part) for part in text.split("/")]
    return dt.date(numbers[2], numbers[1], numbers[0])


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return load_calendar()


# Each line: from this day on, so many working days, so the last one is; the days counted stand behind.
@pytest.mark.parametrize(
    ("start", "n", "expected"),
    [
        ("01/1/2026", 1, "05/1/2026"),  # 02 swapped, 03–04 weekend
        ("01/1/2026", 6, "10/1/2026"),  # 05 06 07 08 09, Saturday 10 made up
        ("09/1/2026", 2, "12/1/2026"),  # 10 made up, 11 Sunday, 12
        ("13/2/2026", 1, "23/2/2026"),  # nine days off for Tết, 14–22
        ("11/2/2026", 3, "23/2/2026"),  # 12 13 | 23
        ("11/2/2026", 10, "04/3/2026"),  # 12 13 | 23 24 25 26 27 | 02 03 04
        ("24/4/2026", 3, "04/5/2026"),  # 28 29 | 04; 26 Hùng Kings, 27 for it, 30 and 01 off
        ("24/4/2026", 10, "13/5/2026"),  # 28 29 | 04 05 06 07 08 | 11 12 13
        ("20/8/2026", 2, "22/8/2026"),  # 21, Saturday 22 made up
        ("21/8/2026", 6, "28/8/2026"),  # 22 | 24 25 26 27 28
        ("28/8/2026", 1, "03/9/2026"),  # 29–30 weekend, 31 swapped, 01–02 National Day
        ("21/8/2026", 7, "03/9/2026"),
        ("24/11/2026", 1, "25/11/2026"),
        ("20/11/2026", 2, "25/11/2026"),  # 23 (only proposed as off) | 25; 24 Culture Day
        ("20/11/2026", 5, "30/11/2026"),  # 23 25 26 27 | 30; Saturday 28 only proposed as made up
        ("31/12/2026", 1, "04/1/2027"),  # Friday 01 off, 02–03 weekend
        ("03/2/2027", 3, "08/2/2027"),  # 04 05 08: Tết of 2027 is not announced
        ("15/4/2027", 1, "19/4/2027"),  # Friday 16 Hùng Kings
        ("29/4/2027", 1, "04/5/2027"),  # 30, Saturday 01, Monday 03 for it
        ("01/9/2027", 1, "03/9/2027"),  # 02; 03 only expected
        ("23/11/2027", 1, "25/11/2027"),  # 24 Culture Day
    ],
)
def test_terms_in_working_days_counted_by_hand(calendar: Calendar, start: str, n: int, expected: str) -> None:
    assert calendar.add_working_days(day(start), n) == day(expected)
    assert calendar.working_days_between(day(start), day(expected)) == n


@pytest.mark.parametrize(
    ("start", "n", "expected"),
    [
        ("23/2/2026", 1, "13/2/2026"),
        ("12/1/2026", 1, "10/1/2026"),
        ("05/1/2026", 1, "31/12/2025"),
        ("04/5/2026", 3, "24/4/2026"),  # 29 28 | 24
        ("03/9/2026", 7, "21/8/2026"),
    ],
)
def test_days_before_counted_by_hand(calendar: Calendar, start: str, n: int, expected: str) -> None:
    assert calendar.working_days_before(day(start), n) == day(expected)


@pytest.mark.parametrize(
    ("nominal", "expected"),
    [
        ("17/10/2026", "19/10/2026"),  # a Saturday: 12 days from 05/10/2026
        ("14/2/2026", "23/2/2026"),
        ("10/1/2026", "10/1/2026"),  # a Saturday that is worked
        ("11/1/2026", "12/1/2026"),
        ("29/8/2026", "03/9/2026"),
        ("26/4/2026", "28/4/2026"),
        ("30/4/2026", "04/5/2026"),
        ("24/11/2026", "25/11/2026"),
        ("01/5/2027", "04/5/2027"),
    ],
)
def test_a_term_in_days_that_ends_on_a_day_off_moves_on(calendar: Calendar, nominal: str, expected: str) -> None:
    assert calendar.next_working_day(day(nominal)) == day(expected)


def test_2026_has_249_working_days(calendar: Calendar) -> None:
    # 261 days from Monday to Friday; 2 Saturdays made up; off 01–02/1, 16–20/2, 27/4, 30/4, 01/5, 31/8, 01–02/9, 24/11.
    assert calendar.working_days_between(day("31/12/2025"), day("31/12/2026")) == 261 - 14 + 2


def test_every_day_skipped_is_named(calendar: Calendar) -> None:
    skipped = calendar.days_off_between(day("25/4/2026"), day("04/5/2026"))
    assert [(off.day.day, off.why) for off in skipped] == [
        (25, "weekend"),
        (26, "Giỗ Tổ Hùng Vương"),
        (27, "Nghỉ bù Giỗ Tổ Hùng Vương"),
        (30, "Ngày Chiến thắng"),
        (1, "Ngày Quốc tế lao động"),
        (2, "weekend"),
        (3, "weekend"),
    ]
    assert skipped[2].row is not None
    assert skipped[2].row.instead_of == day("26/4/2026")


def test_2026_is_announced_and_2027_is_not(calendar: Calendar) -> None:
    assert [calendar.is_confirmed(year) for year in (2025, 2026, 2027, 2028)] == [True, True, False, False]
    assert not calendar.provisional_between(day("25/4/2026"), day("13/5/2026"))
    assert calendar.provisional_between(day("31/12/2026"), day("04/1/2027"))


def test_the_swap_of_november_2026_is_provisional_and_names_another_date(calendar: Calendar) -> None:
    assert calendar.provisional_between(day("21/11/2026"), day("25/11/2026"))
    other = calendar.assuming_proposed()
    assert other.add_working_days(day("20/11/2026"), 2) == day("26/11/2026")  # 25 26
    # 25 26 27, Saturday 28 | 30: a term that holds both days of the swap ends where it did.
    assert other.add_working_days(day("20/11/2026"), 5) == day("30/11/2026")
    assert not calendar.provisional_between(day("24/11/2026"), day("27/11/2026"))


def test_tet_and_national_day_of_2027_as_they_are_expected(calendar: Calendar) -> None:
    other = calendar.assuming_proposed()
    assert other.add_working_days(day("03/2/2027"), 3) == day("15/2/2027")  # 04–10 off; 11 12 | 15
    assert other.add_working_days(day("01/9/2027"), 1) == day("06/9/2027")


def test_every_row_says_where_it_was_seen_and_proposals_say_so(calendar: Calendar) -> None:
    proposed = {row.day for row in calendar.rows if row.state is DayState.PROPOSED}
    tet = {dt.date(2027, 2, number) for number in range(4, 11)}
    assert proposed == tet | {day("23/11/2026"), day("28/11/2026"), day("03/9/2027")}
    assert all(len(row.source) > 10 for row in calendar.rows)
    assert sum(row.kind is DayKind.WORKING_DAY for row in calendar.rows if row.day.year == 2026) == 3


HEAD = 'year = 2026\nstate = "confirmed"\nsource = "văn bản thử"\n'
HOLIDAY = '[[day]]\non = 2026-04-26\nkind = "day_off"\nwhy = "Lễ thử"\nstate = "confirmed"\nsource = "văn bản thử"\n'


def made(kind: str, on: str, instead_of: str | None = None) -> str:
    other = f"instead_of = {instead_of}\n" if instead_of else ""
    return HOLIDAY.replace('"day_off"', f'"{kind}"').replace("2026-04-26", on) + other


def load(folder: Path, content: str) -> Calendar:
    (folder / "2026.toml").write_text(content, "utf-8")
    return load_calendar(folder)


def test_another_folder_is_read(tmp_path: Path) -> None:
    swap = made("swapped_off", "2026-06-08", "2026-06-13") + made("working_day", "2026-06-13", "2026-06-08")
    calendar = load(tmp_path, HEAD + HOLIDAY + made("compensation", "2026-04-27", "2026-04-26") + swap)
    assert calendar.add_working_days(day("24/4/2026"), 1) == day("28/4/2026")
    assert calendar.add_working_days(day("05/6/2026"), 5) == day("13/6/2026")
    assert calendar.is_confirmed(2026)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + "[[day]\n", r"2026\.toml: không đọc được .*line 4"),
        (HEAD.replace("year = 2026", "year = 2027"), r"2026\.toml: year là 2027"),
        (HEAD.replace("confirmed", "sure"), r"2026\.toml: “sure” không phải một trong confirmed, proposed"),
        ('year = 2026\nstate = "confirmed"\n', r"2026\.toml: thiếu source"),
        (HEAD + "day = 3\n", r"2026\.toml: day phải là các mục"),
        (HEAD + HOLIDAY + HOLIDAY, r"mục day thứ 2: ngày 26/04/2026 đứng hai lần"),
        (HEAD + HOLIDAY.replace("why =", "name ="), r"mục day thứ 1: thiếu why"),
        (HEAD + HOLIDAY + "note = 1\n", r"mục day thứ 1: không hiểu note"),
        (HEAD + HOLIDAY.replace('"Lễ thử"', '""'), r"mục day thứ 1: thiếu lý do"),
        (HEAD + HOLIDAY.replace("2026-04-26", '"26/4/2026"'), r"mục day thứ 1: on phải là một ngày"),
        (HEAD + HOLIDAY.replace("2026-04-26", "2026-04-26T00:00:00"), r"mục day thứ 1: on phải là một ngày"),
        (HEAD + made("holiday", "2026-04-26"), r"mục day thứ 1: “holiday” không phải một trong day_off"),
        (HEAD + made("day_off", "2027-04-26"), r"mục day thứ 1: 26/04/2027 không thuộc năm 2026"),
        (HEAD + made("day_off", "2026-04-26", "2026-04-27"), r"mục day thứ 1: instead_of đi với"),
        (HEAD + made("compensation", "2026-04-27"), r"mục day thứ 1: instead_of đi với"),
        (HEAD + made("compensation", "2026-04-25", "2026-04-26"), r"mục day thứ 1: nghỉ bù hoặc hoán đổi"),
        (HEAD + made("compensation", "2026-04-27", "2026-04-26"), r"mục day thứ 1: 27/04/2026 không khớp"),
        (HEAD + made("working_day", "2026-06-08", "2026-06-13"), r"mục day thứ 1: làm bù vào 08/06/2026"),
        (HEAD + made("swapped_off", "2026-06-08", "2026-06-13"), r"mục day thứ 1: 08/06/2026 không khớp"),
        (
            HEAD
            + made("swapped_off", "2026-06-08", "2026-06-13")
            + made("working_day", "2026-06-13", "2026-06-08").replace("confirmed", "proposed"),
            r"mục day thứ 1: 08/06/2026 không khớp với ngày 13/06/2026",
        ),
    ],
)
def test_a_broken_file_is_refused_by_name_and_place(tmp_path: Path, content: str, said: str) -> None:
    with pytest.raises(CalendarDataInvalid, match=said):
        load(tmp_path, content)


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CalendarDataInvalid, match="không có danh sách ngày nghỉ nào"):
        load_calendar(tmp_path / "missing")
