"""Lengths counted from an event. Expected days are counted by hand in the calendar of 2026 and 2027."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayKind, DayRow, DayState
from minhbach.domain.plans.lengths import Length, Unit, read_length

OFF = (
    (dt.date(2026, 4, 27), DayKind.COMPENSATION, dt.date(2026, 4, 26)),
    (dt.date(2026, 4, 30), DayKind.DAY_OFF, None),
    (dt.date(2026, 5, 1), DayKind.DAY_OFF, None),
)
CALENDAR = Calendar(
    tuple(DayRow(day, kind, "Ngày lễ", "văn bản thử", DayState.CONFIRMED, instead) for day, kind, instead in OFF),
    frozenset({2026, 2027}),
)
READ = [
    ("Trong 15 ngày làm việc kể từ ngày nhận được đề nghị", Length(15, Unit.WORKING_DAY)),
    ("trong thời hạn 05 ngày kể từ ngày ký", Length(5, Unit.DAY)),
    ("Không quá 03 (ba) ngày làm việc", Length(3, Unit.WORKING_DAY)),
    ("sau 02 tuần kể từ khi Nghị định được ban hành", Length(14, Unit.DAY)),
    ("Trong thời hạn 06 tháng kể từ ngày Luật có hiệu lực thi hành", Length(6, Unit.MONTH)),
    ("Trong 30\u00a0ngày", Length(30, Unit.DAY)),
    ("từ 5 đến 10 ngày", Length(10, Unit.DAY)),
]
ASKED = [
    "",
    "Theo đề nghị của cơ quan cấp trên",
    "Trong 05 ngày làm việc, trường hợp phức tạp 10 ngày làm việc",
    "Sau khi Luật có hiệu lực ngày 01 tháng 7 năm 2026",
    "trước 15 tháng 11",
    "Chậm nhất 10 ngày trước khi họp",
    "trong 0 ngày",
    "15 ngày (tính theo ngày làm việc)",
    "0,5 ngày",
    "Trong 24 giờ",
    "03 năm",
]


@pytest.mark.parametrize(("words", "length"), READ, ids=[case[0] for case in READ])
def test_one_length_in_the_words_is_read(words: str, length: Length) -> None:
    assert read_length(words) == length


@pytest.mark.parametrize("words", ASKED)
def test_a_person_is_asked_where_the_words_give_no_one_length(words: str) -> None:
    assert read_length(words) is None


@pytest.mark.parametrize(
    ("event", "length", "last"),
    [
        # Tuesday 13/10: three working days are 14, 15, 16; five reach over the weekend to Tuesday 20.
        ("2026-10-13", Length(3, Unit.WORKING_DAY), "2026-10-16"),
        ("2026-10-13", Length(5, Unit.WORKING_DAY), "2026-10-20"),
        # Friday 24/4/2026: Monday 27 is off for the Hùng Kings' day (Sunday 26), 30/4 and 01/5 are holidays, so that
        # 28, 29/4, then Monday 04 and Tuesday 05/5 are worked.
        ("2026-04-24", Length(4, Unit.WORKING_DAY), "2026-05-05"),
        ("2026-10-13", Length(15, Unit.DAY), "2026-10-28"),
        ("2026-01-31", Length(1, Unit.MONTH), "2026-02-28"),
        ("2027-12-31", Length(2, Unit.MONTH), "2028-02-29"),
        ("2026-07-01", Length(6, Unit.MONTH), "2027-01-01"),
        ("2026-11-30", Length(1, Unit.MONTH), "2026-12-30"),
    ],
)
def test_the_day_of_the_event_is_not_counted(event: str, length: Length, last: str) -> None:
    found = length.from_day(dt.date.fromisoformat(event), add_working_days=CALENDAR.add_working_days)
    assert found == dt.date.fromisoformat(last)


UNITS = st.sampled_from(Unit)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)), st.integers(1, 120), UNITS)
def test_a_longer_length_never_ends_earlier(day: dt.date, amount: int, unit: Unit) -> None:
    count = CALENDAR.add_working_days
    one, more = (Length(n, unit).from_day(day, add_working_days=count) for n in (amount, amount + 1))
    assert day < one < more


@given(st.text(max_size=60))
def test_nonsense_is_no_length_and_no_error(words: str) -> None:
    found = read_length(words)
    assert found is None or found.amount > 0
