"""Symbols, letterheads, and what a scan is."""

from datetime import date

import pytest

from minhbach.domain.bodies.values import Kind
from minhbach.papers.rules import (
    KINDS_OFFERED,
    letterhead_of,
    reason_not_a_symbol,
    reason_not_to_number_on,
    scan_ending,
    symbol_for,
)

PROVINCE = "Ủy ban nhân dân tỉnh Thí Dụ"


@pytest.mark.parametrize(
    ("kind", "abbreviation", "unit", "symbol"),
    [
        ("Công văn", "UBND", "VP", "UBND-VP"),
        ("Kế hoạch", "UBND", "VP", "KH-UBND"),
        ("Công văn", "STP", "VP", "STP-VP"),
        ("Tờ trình", "STP", "", "TTr-STP"),
        ("Quyết định", "UBND", "", "QĐ-UBND"),
    ],
)
def test_symbol_is_made_as_annex_three_says(kind: str, abbreviation: str, unit: str, symbol: str) -> None:
    assert symbol_for(kind=kind, abbreviation=abbreviation, unit=unit) == symbol
    assert reason_not_a_symbol(symbol) is None


@pytest.mark.parametrize("symbol", ["", "15/KH-UBND", "KH UBND", "-UBND", "KH--UBND", "x" * 61, "KH-UBND\n"])
def test_what_is_no_symbol_is_refused(symbol: str) -> None:
    assert reason_not_a_symbol(symbol)


@pytest.mark.parametrize(
    ("name", "kind", "above", "expected"),
    [
        ("Ủy ban nhân dân phường Mẫu Một", Kind.COMMITTEE, PROVINCE,
         ("", "ỦY BAN NHÂN DÂN\nPHƯỜNG MẪU MỘT", "Mẫu Một", "UBND", ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH")),
        ("Ủy ban nhân dân Phường 12", Kind.COMMITTEE, PROVINCE,
         ("", "ỦY BAN NHÂN DÂN\nPHƯỜNG 12", "Phường 12", "UBND", ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH")),
        ("Sở Khoa học và Công nghệ tỉnh Thí Dụ", Kind.DEPARTMENT, PROVINCE,
         ("ỦY BAN NHÂN DÂN TỈNH THÍ DỤ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Thí Dụ", "SKHCN", (), "GIÁM ĐỐC")),
        ("Phòng Văn hóa - Xã hội", Kind.DIVISION, "Ủy ban nhân dân xã Mẫu Một",
         ("ỦY BAN NHÂN DÂN XÃ MẪU MỘT", "PHÒNG VĂN HÓA - XÃ HỘI", "Mẫu Một", "PVHXH", (), "TRƯỞNG PHÒNG")),
    ],
)  # fmt: skip
def test_letterhead_follows_from_the_body(name: str, kind: Kind, above: str, expected: tuple[object, ...]) -> None:
    head = letterhead_of(name=name, kind=kind, above=above)
    assert (
        head.body_above, head.issuing_body, head.place, head.abbreviation, head.authority, head.position
    ) == expected  # fmt: skip


def test_the_twenty_nine_kinds_of_article_seven_are_offered() -> None:
    assert len(KINDS_OFFERED) == len(set(KINDS_OFFERED)) == 29
    assert {"Công văn", "Kế hoạch", "Báo cáo", "Thư công"} <= set(KINDS_OFFERED)


def test_numbers_follow_the_order_of_dates_and_none_is_given_ahead() -> None:
    today = date(2026, 10, 13)
    assert reason_not_to_number_on(today, today=today, last=None) is None
    assert reason_not_to_number_on(today, today=today, last=today) is None
    assert reason_not_to_number_on(date(2026, 10, 14), today=today, last=None)
    assert reason_not_to_number_on(date(2026, 10, 1), today=today, last=date(2026, 10, 2))


def test_scan_is_known_by_its_bytes_alone() -> None:
    assert scan_ending(b"%PDF-1.7\n") == "pdf"
    assert scan_ending(b"\xff\xd8\xff\xe0") == "jpg"
    assert scan_ending(b"\x89PNG\r\n\x1a\n") == "png"
    assert scan_ending(b"II*\x00") == scan_ending(b"MM\x00*") == "tif"
    assert scan_ending(b"MZ\x90") is None
    assert scan_ending(b"") is None
