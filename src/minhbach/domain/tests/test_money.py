"""Amounts as people type them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.money import MOST, NotAnAmount, typed_amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("3.000.000", 3_000_000),
        ("3000000 đồng", 3_000_000),
        ("3 000 000 đ", 3_000_000),
        ("3,000,000 VND", 3_000_000),
        ("3 triệu", 3_000_000),
        ("3tr", 3_000_000),
        ("3.500 triệu đồng", 3_500_000_000),
        ("1,2 tỷ", 1_200_000_000),
        ("1.25 tỉ đồng", 1_250_000_000),
        ("2 tỷ 500 triệu", 2_500_000_000),
        ("2 tỷ 500 triệu 300 nghìn đồng", 2_500_300_000),
        ("500 ngàn", 500_000),
        ("0", 0),
        ("  12 ", 12),
    ],
)
def test_an_amount_is_read_as_it_is_meant(typed: str, amount: int) -> None:
    assert typed_amount(typed) == amount


@pytest.mark.parametrize(
    "typed",
    ["", "ba triệu", "-5", "3.5", "3,500 triệu", "30.00.000", "3.000,000", "500 triệu 2 tỷ", "triệu", "1 2", "đồng",
     "0,1 đồng", "3 triệu 4 triệu", "9" * 40, "12 trieuu", "¾", "٣"],
)  # fmt: skip
def test_what_can_be_read_in_two_ways_or_none_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAmount):
        typed_amount(typed)


@given(st.integers(min_value=0, max_value=MOST), st.sampled_from([".", ",", " "]))
def test_every_amount_is_read_back_from_how_it_is_written(amount: int, mark: str) -> None:
    assert typed_amount(f"{amount:,}".replace(",", mark)) == amount
    assert typed_amount(f"{amount} đồng") == amount


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    with suppress(NotAnAmount):
        assert 0 <= typed_amount(text) <= MOST
