"""Names of units as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minhbach.domain.units.finding import find_unit
from minhbach.domain.units.names import distance, read_name
from minhbach.domain.units.values import Level, Unit, UnitKind, Version

DAY = dt.date(2026, 1, 1)


def unit(code: str, kind: UnitKind, name: str) -> Unit:
    return Unit(f"{code}@2025-07-01", code, Level.COMMUNE, (Version(name, kind, None, dt.date(2025, 7, 1)),))


UNITS = (
    unit("00001", UnitKind.PHUONG, "Mẫu Một"),
    unit("00002", UnitKind.XA, "Mẫu Một"),
    unit("00003", UnitKind.PHUONG, "Hòa Thủy"),
    unit("00004", UnitKind.PHUONG, "1"),
    unit("00005", UnitKind.XA, "Dư Hàng Mẫu"),
    unit("00006", UnitKind.PHUONG, "11"),
)


@pytest.mark.parametrize(
    ("text", "kind", "exact"),
    [
        ("phường Lê Chân", UnitKind.PHUONG, "lê chân"),
        ("P. Lê Chân", UnitKind.PHUONG, "lê chân"),
        ("P.Lê Chân", UnitKind.PHUONG, "lê chân"),
        ("PHƯỜNG LÊ CHÂN", UnitKind.PHUONG, "lê chân"),
        ("TP. Hải Phòng", UnitKind.THANH_PHO, "hải phòng"),
        ("TP Hải Phòng", UnitKind.THANH_PHO, "hải phòng"),
        ("P1", UnitKind.PHUONG, "1"),
        ("Phường 01", UnitKind.PHUONG, "1"),
        ("Q. 10", UnitKind.QUAN, "10"),
        ("Thị trấn Óc Eo", UnitKind.THI_TRAN, "óc eo"),
        ("Xã Hoà Bình", UnitKind.XA, "hoà bình"),
        ("tỉnh Bà Rịa – Vũng Tàu", UnitKind.TINH, "bà rịa vũng tàu"),
        ("Quảng Ninh", None, "quảng ninh"),
        ("Phú Thọ", None, "phú thọ"),
        ("Thái Bình", None, "thái bình"),
        ("Xã Đàn", UnitKind.XA, "đàn"),
    ],
)
def test_a_name_is_taken_apart(text: str, kind: UnitKind | None, exact: str) -> None:
    written = read_name(text)
    assert (written.kind, written.exact) == (kind, exact)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("phường Mẫu Một", ["00001"]),
        ("Mẫu Một", ["00001", "00002"]),
        ("P. Hoà Thuỷ", ["00003"]),
        ("Phường 1", ["00004"]),
        ("Phường 01", ["00004"]),
        ("thị trấn Mẫu Một", []),
        ("phường Mẫu Hai", []),
        ("", []),
    ],
)
def test_a_name_finds_what_bears_it(text: str, codes: list[str]) -> None:
    assert [key[:5] for key in find_unit(text, UNITS, on=DAY).units] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("xã Du Hàng Mẫu", ["00005"]),  # a mark lost
        ("xã Dư Hàng Mẩu", ["00005"]),  # a wrong mark
        ("xã Dư Hằng Mâu", ["00005"]),
        ("xã Dư Hàn Mẫu", ["00005"]),  # a letter lost
        ("phường Du Hàng Mẫu", []),  # no such ward
        ("thị trấn Mẫu Một", ["00001", "00002"]),  # the name under other kinds
        ("phường 12", []),  # numbers are never near
        ("phường Hoàn Toàn Khác", []),
    ],
)
def test_a_near_match_is_offered_and_not_taken(text: str, codes: list[str]) -> None:
    found = find_unit(text, UNITS, on=DAY)
    assert not found.units
    assert [p.unit[:5] for p in found.proposals] == codes
    assert all(p.why for p in found.proposals)


def test_a_unit_of_another_day_is_not_found() -> None:
    assert find_unit("phường Mẫu Một", UNITS, on=dt.date(2025, 6, 30)).units == ()


def test_distance_counts_a_swap_as_one() -> None:
    assert distance("hang kenh", "hang knhe", at_most=5) == 2
    assert distance("ab", "ba", at_most=2) == 1
    assert distance("abc", "abcdef", at_most=2) == 3


@given(st.text(max_size=12), st.text(max_size=12))
def test_distance_is_symmetric_and_zero_only_for_the_same(one: str, other: str) -> None:
    assert distance(one, other, at_most=20) == distance(other, one, at_most=20)
    assert (distance(one, other, at_most=20) == 0) == (one == other)


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    read_name(text)
    find_unit(text, UNITS, on=DAY)
