"""A degree of secrecy counts wherever the document bears it, and never where the text talks of degrees."""

import pytest

from minhbach.domain.reading.head.stamped import secrecy_of, urgency_of

LETTERHEAD = "ỦY BAN NHÂN DÂN\nXÃ MẪU MỘT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def degree(text: str) -> str | None:
    found = secrecy_of(text.split("\n"))
    return found[1] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"MẬT\n{LETTERHEAD}Số: 12/BC-UBND\nBÁO CÁO", "Mật"),
        (f"{LETTERHEAD}T Ố I   M Ậ T\nBÁO CÁO", "Tối mật"),
        (f"{LETTERHEAD}Số: 12/BC-UBND        TUYỆT MẬT\nBÁO CÁO", "Tuyệt mật"),
        ("MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "Mật"),
        (f"{LETTERHEAD}Số: 34/KH-CAX MẬT\nKẾ HOẠCH", "Mật"),
        (f"{LETTERHEAD}BÁO CÁO\n" + "Nội dung của báo cáo.\n" * 120 + "TỐI MẬT\nPHỤ LỤC", "Tối mật"),
        (f"{LETTERHEAD}Tối mật\nBÁO CÁO", "Tối mật"),
        (f"M\nẬ\nT\n{LETTERHEAD}", "Mật"),
        ("MÂT\nBÁO CÁO", "Mật"),
        ("T0I MẬT\nBÁO CÁO", "Tối mật"),
        ("TUYÊT MÂT\nBÁO CÁO", "Tuyệt mật"),
        ("TUVET MAT\nBÁO CÁO", "Tuyệt mật"),
        ("| MẬT |\nBÁO CÁO", "Mật"),
        ("Độ mật: Tối mật\nBÁO CÁO", "Tối mật"),
        ("Mức độ mật: Mật        Độ khẩn: Khẩn", "Mật"),
    ],
)
def test_marks_of_the_document_are_found(text: str, expected: str) -> None:
    assert degree(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "LUẬT\nBẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "BAN HÀNH DANH MỤC BÍ\nMẬT\nNHÀ NƯỚC",
        "DANH MỤC BÍ MẬT NHÀ NƯỚC ĐỘ\nTỐI MẬT\nTHUỘC LĨNH VỰC NỘI VỤ",
        "CÁC ĐỘ MẬT\nTUYỆT MẬT\nTỐI MẬT\nMẬT",
        "Loại | TUYỆT MẬT | TỐI MẬT | MẬT | Cộng\nVăn bản đến | 0 | 1 | 2 | 3",
        "Mẫu dấu:\n“TUYỆT MẬT”\nkích thước 40 mm x 8 mm",
        "1. Bí mật nhà nước độ Tuyệt mật;\n2. Bí mật nhà nước độ Tối mật;\n3. Bí mật nhà nước độ Mật.",
        "Mật độ dân số 1.234 người/km2",
        "MẬT ĐỘ DÂN SỐ",
        "Bảo mật thông tin; mật khẩu; mật ong; mật mã dân sự",
        "KHOA MẮT\nPHÒNG KHÁM\nMẮT\nRĂNG HÀM MẶT\nMẶT",
        "CHƯƠNG TRÌNH BẢO\nMẬT\nTHÔNG TIN",
        "Độ mật: Thường",
        "Tài liệu đã được giải mật theo quyết định.",
        "GIẢI MẬT",
        "",
    ],
)
def test_words_about_secrets_are_no_mark(text: str) -> None:
    assert degree(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"HỎA TỐC\n{LETTERHEAD}", "Hỏa tốc"),
        (f"{LETTERHEAD}HOẢ TỐC\nCÔNG ĐIỆN", "Hỏa tốc"),
        (f"{LETTERHEAD}HỎA TỐC HẸN GIỜ\n", "Hỏa tốc"),
        (f"{LETTERHEAD}Số: 3/CĐ-UBND          THƯỢNG KHẨN\n", "Thượng khẩn"),
        (f"{LETTERHEAD}K H Ẩ N\n", "Khẩn"),
        (f"{LETTERHEAD}Khẩn\nCÔNG VĂN", "Khẩn"),
        (f"{LETTERHEAD}Yêu cầu khẩn trương triển khai.\nKHẨN TRƯƠNG", None),
        (f"{LETTERHEAD}" + "Nội dung.\n" * 60 + "KHẨN\n", None),
        ("Xe chữa cháy đi hỏa tốc đến hiện trường.", None),
    ],
)
def test_urgency_stands_in_the_head(text: str, expected: str | None) -> None:
    assert urgency_of(text.split("\n")) == expected
