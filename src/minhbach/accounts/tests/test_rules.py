from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.accounts.rules import clean_username, is_username, name_sort_key, overlap, searchable


def test_people_are_listed_by_given_name_then_family_name() -> None:
    people = ["Trần Văn Bình", "Lê Thị An", "Đỗ Văn An", "Nguyễn Ánh", "Phạm Văn Ân", "Lê Đăng", "Lê Dũng"]
    assert sorted(people, key=name_sort_key) == [
        "Đỗ Văn An",
        "Lê Thị An",
        "Nguyễn Ánh",
        "Phạm Văn Ân",
        "Trần Văn Bình",
        "Lê Dũng",
        "Lê Đăng",
    ]


def test_letters_are_compared_before_tones_and_tones_in_the_order_of_dictionaries() -> None:
    words = ["bạ", "bác", "ba", "bã", "bà", "bá", "bả", "bạc"]
    assert sorted(words, key=name_sort_key) == ["ba", "bà", "bả", "bã", "bá", "bạ", "bác", "bạc"]


@given(st.text(max_size=200))
def test_a_sort_key_holds_only_hexadecimal_digits_and_fits_its_column(name: str) -> None:
    key = name_sort_key(name)
    assert set(key) <= set("0123456789abcdef")
    assert len(key) <= 900


@pytest.mark.parametrize("name", ["thu.tt", "a1b", "le-van_thu", "x" * 40])
def test_names_that_any_keyboard_can_type_are_user_names(name: str) -> None:
    assert is_username(name)


@pytest.mark.parametrize("name", ["", "ab", "thử", "a b", ".thu", "thu.", "x" * 41, "thu@vidu.vn", "thu\n"])
def test_other_texts_are_no_user_names(name: str) -> None:
    assert not is_username(name)


def test_a_user_name_typed_with_capitals_and_spaces_is_the_same() -> None:
    assert clean_username("  Thu.TT ") == "thu.tt"


def test_search_finds_without_marks() -> None:
    assert "tran thi thu" in searchable("Trần Thị Thử", "thu.tt", "")


DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@given(DAYS, st.none() | DAYS, DAYS, st.none() | DAYS)
def test_two_stretches_overlap_exactly_where_they_share_a_day(
    from_a: date, until_a: date | None, from_b: date, until_b: date | None
) -> None:
    def days(first: date, until: date | None) -> set[int]:
        return set(range(first.toordinal(), (until or date(2026, 4, 1)).toordinal()))

    a, b = days(from_a, until_a), days(from_b, until_b)
    if a and b:
        assert overlap(from_a, until_a, from_b, until_b) == bool(a & b)
