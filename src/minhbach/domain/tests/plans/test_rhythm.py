"""When recurring work falls due. Expected days are counted by hand from the words of plans."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.plans.rhythm import Every, Rhythm, from_code
from minhbach.domain.plans.rhythm_words import read_rhythm

MID_OCTOBER = dt.date(2026, 10, 13)

READ = [
    # From plans: how they are written, the code, and the next three days from 13/10/2026 on.
    ("Tháng 12 hằng năm", "yearly:12-31", ["2026-12-31", "2027-12-31", "2028-12-31"]),
    ("trước ngày 01/6 và 15/11 hằng năm", "yearly:05-31,11-14", ["2026-11-14", "2027-05-31", "2027-11-14"]),
    ("Trước ngày 15/12 hằng năm", "yearly:12-14", ["2026-12-14", "2027-12-14", "2028-12-14"]),
    ("hằng năm (trước ngày 15 tháng 11) hoặc theo đề nghị", "yearly:11-14", ["2026-11-14", "2027-11-14", "2028-11-14"]),
    ("6 tháng, hằng năm và định kỳ", "half_yearly", ["2026-12-31", "2027-06-30", "2027-12-31"]),
    ("Hằng năm", "yearly", ["2026-12-31", "2027-12-31", "2028-12-31"]),
    # As officials write them.
    ("hằng tháng trước ngày 25", "monthly:24", ["2026-10-24", "2026-11-24", "2026-12-24"]),
    ("Trước ngày 25 hàng tháng", "monthly:24", ["2026-10-24", "2026-11-24", "2026-12-24"]),
    ("chậm nhất ngày 05 hằng tháng", "monthly:5", ["2026-11-05", "2026-12-05", "2027-01-05"]),
    ("Hằng tháng (không quá ngày 10)", "monthly:10", ["2026-11-10", "2026-12-10", "2027-01-10"]),
    ("hằng tháng, trước ngày 05 của tháng sau", "monthly:4", ["2026-11-04", "2026-12-04", "2027-01-04"]),
    ("trước ngày 01 hằng tháng", "monthly", ["2026-10-31", "2026-11-30", "2026-12-31"]),
    ("ngày 31 hằng tháng", "monthly:31", ["2026-10-31", "2026-11-30", "2026-12-31"]),
    ("Hằng tháng", "monthly", ["2026-10-31", "2026-11-30", "2026-12-31"]),
    ("Hằng tuần", "weekly", ["2026-10-16", "2026-10-23", "2026-10-30"]),
    ("thứ Sáu hằng tuần", "weekly", ["2026-10-16", "2026-10-23", "2026-10-30"]),
    ("Hàng quý", "quarterly", ["2026-12-31", "2027-03-31", "2027-06-30"]),
    ("Hằng quý, hằng năm và đột xuất khi có yêu cầu", "quarterly", ["2026-12-31", "2027-03-31", "2027-06-30"]),
    ("Định kỳ mỗi quý 01 lần", "quarterly", ["2026-12-31", "2027-03-31", "2027-06-30"]),
    (
        "hằng quý, trước ngày 20 của tháng cuối quý",
        "quarterly:03-19,06-19,09-19,12-19",
        ["2026-12-19", "2027-03-19", "2027-06-19"],
    ),
    (
        "vào ngày 20 của tháng cuối quý",
        "quarterly:03-20,06-20,09-20,12-20",
        ["2026-12-20", "2027-03-20", "2027-06-20"],
    ),
    (
        "trước ngày 05 tháng đầu quý sau",
        "quarterly:01-04,04-04,07-04,10-04",
        ["2027-01-04", "2027-04-04", "2027-07-04"],
    ),
    (
        "định kỳ 6 tháng (trước 15/6), hằng năm (trước 15/12)",
        "yearly:06-14,12-14",
        ["2026-12-14", "2027-06-14", "2027-12-14"],
    ),
    (
        "Hằng quý (trước ngày 15/3, 15/6, 15/9, 15/12)",
        "quarterly:03-14,06-14,09-14,12-14",
        ["2026-12-14", "2027-03-14", "2027-06-14"],
    ),
    ("Trước ngày 15/11", "yearly:11-14", ["2026-11-14", "2027-11-14", "2028-11-14"]),
    ("trước ngày 01/3 hằng năm", "yearly:02-29", ["2027-02-28", "2028-02-29", "2029-02-28"]),
    ("Trước tháng 12 hằng năm", "yearly:11-30", ["2026-11-30", "2027-11-30", "2028-11-30"]),
    ("Tháng 6 và tháng 12 hằng năm", "yearly:06-30,12-31", ["2026-12-31", "2027-06-30", "2027-12-31"]),
    ("Quý I hằng năm", "yearly:03-31", ["2027-03-31", "2028-03-31", "2029-03-31"]),
    ("Hoàn thành trong Quý IV hàng năm", "yearly:12-31", ["2026-12-31", "2027-12-31", "2028-12-31"]),
    (
        "Trước ngày 15/6 và chậm nhất ngày 15/12 hằng năm",
        "yearly:06-14,12-15",
        ["2026-12-15", "2027-06-14", "2027-12-15"],
    ),
]

ASKED = [
    "",
    "Định kỳ",
    "2 lần/năm",
    "Ít nhất hai lần mỗi năm",
    "03 năm một lần",
    "Theo chương trình công tác hằng năm",
    "Định kỳ và đột xuất khi có yêu cầu",
    "Trước kỳ họp cuối năm hằng năm",
    "Ngày 10 và ngày 25 hằng tháng",
    "Trước 16 giờ thứ Năm hằng tuần",
    "thứ Ba hằng tuần",
    "Từ tháng 6 đến tháng 9 hằng năm",
    "Tháng 11, 12 hằng năm",
    "Đầu tháng 12 hằng năm",
    "Quý I - Quý II hằng năm",
    "Trước ngày 15/11/2026 và hằng năm",
    "Tháng 12/2026 và hằng năm",
    "6 tháng, hằng năm (trước ngày 15/12)",
    "Hằng quý, trước ngày 15/12 hằng năm",
    "Hằng tháng, trước ngày 15/12 hằng năm",
    "Trước ngày 31/4 hằng năm",
    "Trước ngày 15/13 hằng năm",
    "Trước ngày 00 hằng tháng",
    "Ngày 45 hằng tháng",
    "Hằng quý, sau 05 ngày làm việc kể từ ngày kết thúc quý",
    "Sau 15 ngày kể từ ngày kết thúc năm, hằng năm",
    "6 tháng đầu năm hằng năm",
    "Trong vòng 6 tháng kể từ ngày ký",
    "Sơ kết 6 tháng 1 năm",
    "Trước hoặc vào ngày 15/11 hằng năm",
    "Khi có yêu cầu",
]


@pytest.mark.parametrize(("words", "code", "days"), READ, ids=[case[0] for case in READ])
def test_words_of_plans_give_the_days_that_a_person_would_count(words: str, code: str, days: list[str]) -> None:
    rhythm = read_rhythm(words)
    assert rhythm is not None
    assert rhythm.code == code
    first = rhythm.first_from(MID_OCTOBER)
    second = rhythm.after(first)
    assert [first, second, rhythm.after(second)] == [dt.date.fromisoformat(day) for day in days]


@pytest.mark.parametrize("words", ASKED)
def test_a_person_is_asked_where_the_words_leave_the_day_open(words: str) -> None:
    assert read_rhythm(words) is None


PAIRS = st.tuples(st.integers(1, 12), st.integers(1, 31))
DAYS = st.lists(PAIRS, max_size=8, unique=True).map(lambda days: tuple(sorted(days)))
EVERY = st.sampled_from([Every.QUARTER, Every.HALF_YEAR, Every.YEAR])
MONTHLY = st.lists(st.integers(1, 31).map(lambda day: (0, day)), max_size=3, unique=True).map(
    lambda d: tuple(sorted(d))
)
RHYTHMS = st.one_of(
    st.builds(Rhythm, EVERY, DAYS), st.builds(Rhythm, st.just(Every.MONTH), MONTHLY), st.just(Rhythm(Every.WEEK))
)
DAY = st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1))


@given(RHYTHMS)
def test_a_code_says_all_that_a_rhythm_is(rhythm: Rhythm) -> None:
    assert from_code(rhythm.code) == rhythm
    assert len(rhythm.code) <= 60, "the column is no longer"


@given(RHYTHMS, DAY)
def test_the_first_due_day_is_never_before_and_within_a_period(rhythm: Rhythm, day: dt.date) -> None:
    first = rhythm.first_from(day)
    assert day <= first <= day + dt.timedelta(days=366)
    assert rhythm.first_from(first) == first


@given(RHYTHMS, DAY)
def test_the_next_due_day_is_later_and_none_lies_between(rhythm: Rhythm, day: dt.date) -> None:
    first = rhythm.first_from(day)
    following = rhythm.after(first)
    assert following > first
    assert rhythm.first_from(first + dt.timedelta(days=1)) == following


@given(st.text(max_size=80))
def test_nonsense_is_no_rhythm_and_no_error(words: str) -> None:
    found = read_rhythm(words)
    assert found is None or from_code(found.code) == found


WORDS = """trước ngày 15 31/4 30/2 29/2 hằng hàng năm tháng quý I IV 12 0 6 và ( ) , / chậm nhất 2026 15/11 01/6 tuần
thứ Sáu
định kỳ 99 đến từ - lần"""
PHRASES = ("hằng năm", "hằng tháng", "hằng quý", "6 tháng", "của tháng cuối quý")
PIECES = st.sampled_from([*WORDS.split(), *PHRASES])


@given(st.lists(PIECES, max_size=9).map(" ".join), DAY)
def test_words_thrown_together_give_a_rhythm_with_days_or_none(words: str, day: dt.date) -> None:
    found = read_rhythm(words)
    if found is not None:
        assert len(found.code) <= 60
        assert found.after(found.first_from(day)) > day
        assert "2026" not in words and "99" not in words, "what was not understood was passed over"


def test_empty_code_is_no_rhythm_and_a_wrong_one_is_refused() -> None:
    assert from_code("") is None
    for wrong in ("daily", "monthly:40", "quarterly:5", "yearly:13-01", "monthly:x", "yearly:02-00"):
        with pytest.raises(ValueError):
            from_code(wrong)
