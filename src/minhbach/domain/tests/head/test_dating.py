"""Places and dates, whole, broken, blank, by hand and impossible; and the official spelling of a place."""

import datetime as dt

import pytest

from minhbach.domain.reading.head.dating import read_dating
from minhbach.domain.reading.head.places import PROVINCES, official_place, territory_of


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("Hà Nội, ngày 05 tháng 3 năm 2020", "Hà Nội", dt.date(2020, 3, 5)),
        ("Đà Nẵng, ngày 18 tháng 11năm 2025", "Đà Nẵng", dt.date(2025, 11, 18)),
        ("Bà Rịa - Vũng Tàu, ngày 1 tháng 2 năm 2020", "Bà Rịa - Vũng Tàu", dt.date(2020, 2, 1)),
        ("TP. Hồ Chí Minh, ngày 26 tháng 11 năm 2008", "TP. Hồ Chí Minh", dt.date(2008, 11, 26)),
        ("Quận 1, ngày 03 tháng 4 năm 2021", "Quận 1", dt.date(2021, 4, 3)),
        ("Phường Mẫu Một, ngày 03 tháng 4 năm 2031", "Phường Mẫu Một", dt.date(2031, 4, 3)),
        ("Ia H'Drai, ngày 3 tháng 3 năm 2021", "Ia H'Drai", dt.date(2021, 3, 3)),
        ("Hà Nội, 18/11/2025", "Hà Nội", dt.date(2025, 11, 18)),
        ("Ngày: 12-3-2024", None, dt.date(2024, 3, 12)),
        ("T hành phố Hồ Chí M inh, ngày 28 tháng 6 năm 2014", "Thành phố Hồ Chí Minh", dt.date(2014, 6, 28)),
    ],
)
def test_place_and_date(line: str, place: str | None, date: dt.date) -> None:
    found = read_dating(line)
    assert found is not None
    assert (found.place, found.date) == (place, date)


@pytest.mark.parametrize(
    "line",
    [
        "Mẫu, ngày tháng năm 2031",
        "Mẫu, ngày … tháng … năm 2031",
        "Mẫu, ngày    tháng 4 năm 2031",
        "Mẫu, tháng 4 năm 2031",
    ],
)
def test_date_left_blank_is_null(line: str) -> None:
    found = read_dating(line)
    assert found is not None
    assert found.date is None
    assert found.blank


@pytest.mark.parametrize("line", ["Mẫu, ngày{5 tháng 01 năm 2031", "Mẫu, ngày {† tháng 01 năm 2031"])
def test_date_by_hand_is_not_guessed(line: str) -> None:
    found = read_dating(line)
    assert found is not None
    assert found.date is None
    assert found.unread


def test_date_that_no_calendar_has() -> None:
    found = read_dating("Mẫu, ngày 31 tháng 02 năm 2031")
    assert found is not None
    assert found.date is None
    assert found.impossible


@pytest.mark.parametrize(
    "line",
    ["Thực hiện Quyết định ngày 3 tháng 3 năm 2021", "24.01.2025 20:01:14", "Căn cứ Luật ngày 3 tháng 3 năm 2021"],
)
def test_other_lines_are_no_dates_of_the_document(line: str) -> None:
    assert read_dating(line) is None


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("Vinh Phúc", "Vĩnh Phúc"),
        ("Hà Nôi", "Hà Nội"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("BẮC NINH", "Bắc Ninh"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("Thành phố Huế", "Thành phố Huế"),
        ("Phường Mẫu Một", "Phường Mẫu Một"),
    ],
)
def test_official_spelling(written: str, official: str) -> None:
    assert official_place(written) == official


@pytest.mark.parametrize("written", ["Yên Bài", "Yên Bai", "Quang Bình", "Lang Sơn", "Hải Phong", "Kiến Giang"])
def test_spelling_is_left_alone_where_another_place_is_spelled_so(written: str) -> None:
    assert official_place(written) == written


def test_document_that_names_the_province_settles_its_spelling() -> None:
    assert official_place("Lang Sơn", "Ủy ban nhân dân tỉnh Lạng Sơn") == "Lạng Sơn"


def test_place_stands_for_the_unit_of_its_day() -> None:
    assert territory_of("Hải Phòng", None) == "thành phố Hải Phòng"
    assert territory_of("Huế", dt.date(2025, 1, 1)) == "thành phố Huế"
    assert territory_of("Đồng Nai", dt.date(2026, 4, 29)) == "tỉnh Đồng Nai"
    assert territory_of("Đồng Nai", dt.date(2026, 4, 30)) == "thành phố Đồng Nai"
    assert territory_of("Mẫu Một", None, "trên địa bàn phường Mẫu Một") == "phường Mẫu Một"
    assert territory_of("Mẫu Một", None) is None


def test_the_63_provinces_and_hue_under_both_names() -> None:
    assert len(set(PROVINCES)) == 64
