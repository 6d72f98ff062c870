"""Marks that a recogniser lost are put back only where the neighbours leave no choice."""

import pytest

from minhbach.extraction.scan.mending import MENDED, mended, mended_texts
from minhbach.extraction.scan.tesseract import Read


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("về việc công bô Danh mục", "về việc công bố Danh mục"),
        ("thuộc thâm quyền quản lý", "thuộc thẩm quyền quản lý"),
        ("QUYÉT ĐỊNH:", "QUYẾT ĐỊNH:"),
        ("UY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("công khai thông tỉn trên địa bàn", "công khai thông tin trên địa bàn"),
        ("Triến khai công khai", "Triển khai công khai"),
        ("ÚY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("Kiếm tra công tác", "Kiểm tra công tác"),
        ("cơ cấu tố chức, nội quy", "cơ cấu tổ chức, nội quy"),
        ("thực hiện chuyến đối vị trí", "thực hiện chuyển đổi vị trí"),
        ("nhân dịp Tết Nguyên đán Ất Ty - năm 2025", "nhân dịp Tết Nguyên đán Ất Tỵ - năm 2025"),
        ("TẾT NGUYÊN ĐÁN BÍNH NGO NĂM 2026", "TẾT NGUYÊN ĐÁN BÍNH NGỌ NĂM 2026"),
        ("đón Xuân Mau Thân, mừng năm mới Giáp Ty", "đón Xuân Mậu Thân, mừng năm mới Giáp Tý"),
        ("quý HI năm 2023", "quý III năm 2023"),
        ("trong quý Il, báo cáo", "trong quý II, báo cáo"),
    ],
)
def test_lost_marks_come_back(read, right):
    assert mended_texts(read.split()) == right.split()


@pytest.mark.parametrize(
    "right",
    [
        "Điều 30. Trong thời hạn sáu mươi ngày, cơ quan nhà nước kê khai",
        "Ông Phạm Văn Bô, sinh năm 1960, trú tại thôn Đoài",
        "Ông Lò Văn Bân và bà Vàng Thị Hồl, thôn Đăk Tỉn",
        "LÒ VĂN BÂN",
        "khiếu nại, tố cáo; tìm kiếm cứu nạn; có thế chấp nhà; thiết kế từ 10",
        "ông Nguyễn Tân Ty, năm Ất Sửu, bà Lò Canh Ngo",
        "năm Ất Thân",
        "quý 1 và quý IV năm 2023, quý III",
        "Số: 45/QĐ-UBND ngày 12/10/2026",
        "chương trình truyền hình từ sáng đến tối",
    ],
)
def test_what_is_right_stays(right):
    assert mended_texts(right.split()) == right.split()


def test_a_mended_word_is_not_sure():
    words = [Read(text, 40 * at, 0, 40 * at + 30, 12, 0.97, ("1",)) for at, text in enumerate(["công", "bô"])]
    first, second = mended(words)
    assert (first.text, first.sure) == ("công", 0.97)
    assert (second.text, second.sure) == ("bố", MENDED)
