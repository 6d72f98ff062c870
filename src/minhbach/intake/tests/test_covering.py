"""Numbers of papers inside words: what is covered, and what is left alone."""

import pytest

from minhbach.intake.covering import covered, identity_numbers_in


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Số căn cước 001099900777.", "Số căn cước ••••0777."),
        ("CCCD: 001 099 900 777, cấp ngày 01/01/2021", "CCCD: ••••0777, cấp ngày 01/01/2021"),
        ("001-099-900-777", "••••0777"),
        ("CMND số 012345678 do Công an cấp", "CMND số ••••5678 do Công an cấp"),
        ("Chứng minh nhân dân 012 345 678", "Chứng minh nhân dân ••••5678"),
        ("Hộ chiếu số C1234567", "Hộ chiếu số ••••4567"),
        ("001099900777 và 001099900778", "••••0777 và ••••0778"),
        ("Căn cước 001099900777, căn cước 001099900777", "Căn cước ••••0777, căn cước ••••0777"),
    ],
)
def test_numbers_of_papers_are_covered(said: str, shown: str) -> None:
    assert covered(said) == shown


@pytest.mark.parametrize(
    "said",
    [
        "Điện thoại 0912 345 678, 0912345678, +84912345678",
        "Dự toán 250.000.000.000 đồng, 123456789012 đồng",
        "Thửa đất 012345678, tờ bản đồ 12",
        "Số 45/QĐ-UBND ngày 13/10/2026, hồ sơ 2026-00412",
        "",
    ],
)
def test_other_numbers_stay(said: str) -> None:
    assert covered(said) == said
    assert identity_numbers_in(said) == ()


def test_numbers_are_told_once_each_and_without_spaces() -> None:
    said = ("CCCD 001 099 900 777", "căn cước 001099900777; hộ chiếu: b7654321")
    assert identity_numbers_in(*said) == ("001099900777", "b7654321")
