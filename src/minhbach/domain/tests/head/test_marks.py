"""Marks of secrecy and urgency are marks only where they stand alone."""

import pytest

from minhbach.domain.reading.head.marks import is_draft_mark, secrecy_mark, urgency_mark


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("MẬT", "Mật"),
        ("M Ậ T", "Mật"),
        ("(MẬT)", "Mật"),
        ("T Ố I   M Ậ T", "Tối mật"),
        ("TỐI MẬT", "Tối mật"),
        ("TUYỆT MẬT", "Tuyệt mật"),
        ("TUYET MAT", "Tuyệt mật"),
        ("Độ mật: Mật", "Mật"),
    ],
)
def test_secrecy(line: str, degree: str) -> None:
    assert secrecy_mark(line) == degree


@pytest.mark.parametrize(
    "line", ["Mật", "mật", "MẶT", "MẮT", "BÍ MẬT", "MẬT ONG", "bảo vệ bí mật nhà nước", "GIẢI MẬT", "MẬT ĐỘ DÂN SỐ", ""]
)
def test_words_are_no_mark(line: str) -> None:
    assert secrecy_mark(line) is None


@pytest.mark.parametrize(
    ("line", "degree"),
    [
        ("HỎA TỐC", "Hỏa tốc"),
        ("HOẢ TỐC", "Hỏa tốc"),
        ("HỎA TỐC HẸN GIỜ", "Hỏa tốc hẹn giờ"),
        ("THƯỢNG KHẨN", "Thượng khẩn"),
        ("K H Ẩ N", "Khẩn"),
    ],
)
def test_urgency(line: str, degree: str) -> None:
    assert urgency_mark(line) == degree


@pytest.mark.parametrize("line", ["Khẩn trương", "KHĂN", "KHÁN", "khẩn", "KHẨN TRƯƠNG TRIỂN KHAI"])
def test_words_are_no_urgency(line: str) -> None:
    assert urgency_mark(line) is None


@pytest.mark.parametrize("line", ["DỰ THẢO", "Dự thảo", "(Dự thảo lần 2)", "DỰ THẢO 3", "Dự thảo ngày 12/3"])
def test_draft(line: str) -> None:
    assert is_draft_mark(line)


@pytest.mark.parametrize("line", ["Dự thảo Quyết định sửa đổi Quyết định số 12", "góp ý dự thảo"])
def test_a_title_that_speaks_of_a_draft_is_no_mark(line: str) -> None:
    assert not is_draft_mark(line)
