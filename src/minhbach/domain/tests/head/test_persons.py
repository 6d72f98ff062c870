"""Names of people, told from offices, bodies and places."""

import pytest

from minhbach.domain.reading.head.persons import mended_name, name_at_end, person_name
from minhbach.domain.reading.head.spelling import office_with_marks, surname_with_marks


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("NGUYỄN VĂN MẪU", "Nguyễn Văn Mẫu"),
        ("Lưu Văn Thử", "Lưu Văn Thử"),
        ("TS. Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("PGS.TS. Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("Thượng tá, ThS. Nguyễn Văn Mẫu", "Nguyễn Văn Mẫu"),
        ("Giàng A Mẫu", "Giàng A Mẫu"),
        ("Y Mẫu Niê", "Y Mẫu Niê"),
        ("H'Mẫu Kđoh", "H'Mẫu Kđoh"),
    ],
)
def test_names(text: str, name: str) -> None:
    assert person_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "CHỦ TỊCH",
        "Hà Nội",
        "Văn phòng Sở",
        "Đã ký",
        "Nơi nhận",
        "Nguyễn",
        "ỦY BAN NHÂN DÂN",
        "Äguyến Văn Mẫu",
        "12 Văn",
    ],
)
def test_no_names(text: str) -> None:
    assert person_name(text) is None


def test_name_behind_specks_of_noise() -> None:
    assert name_at_end("—“¬ ý Nguyễn Văn Mẫu") == "Nguyễn Văn Mẫu"
    assert name_at_end("X6uyễn Hoàng Mẫu") is None


def test_surname_that_a_signature_ran_through() -> None:
    assert mended_name("X6uyễn Hoàng Mẫu") == "Nguyễn Hoàng Mẫu"
    assert mended_name("X6ần Hoàng Mẫu") is None
    assert surname_with_marks("Nguyên Văn Mẫu") == "Nguyễn Văn Mẫu"
    assert surname_with_marks("Võ Văn Mẫu") == "Võ Văn Mẫu"


def test_office_that_lost_its_marks() -> None:
    assert office_with_marks("TM. UY BAN NHAN DAN") == "TM. ỦY BAN NHÂN DÂN"
    assert office_with_marks("TM. UỶ BAN NHÂN DÂN") == "TM. UỶ BAN NHÂN DÂN"
    assert office_with_marks("CHU NHIEM MAU") == "CHU NHIEM MAU"
