"""Letterheads: which line begins another body, and how a name in capitals is written in a sentence."""

import pytest

from minhbach.domain.reading.head.bodies import starts_new_body, written_name
from minhbach.domain.reading.head.issuer import derive_issuer
from minhbach.domain.reading.head.letterhead import read_letterhead
from minhbach.domain.reading.head.pieces import Piece


@pytest.mark.parametrize(
    ("lines", "parents", "issuing"),
    [
        (("ỦY BAN NHÂN DÂN", "TỈNH HÀ TĨNH"), (), "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH"),
        (("UBND TỈNH HÀ TĨNH", "SỞ Y TẾ"), ("UBND TỈNH HÀ TĨNH",), "SỞ Y TẾ"),
        (("CỤC HẢI QUAN", "CHI CỤC MẪU"), ("CỤC HẢI QUAN",), "CHI CỤC MẪU"),
        (("BỘ", "TÀI CHÍNH", "CỤC THUẾ"), ("BỘ TÀI CHÍNH",), "CỤC THUẾ"),
        (("VĂN", "PHÒNG CHÍNH PHỦ"), (), "VĂN PHÒNG CHÍNH PHỦ"),
        (("CHỦ TỊCH ỦY", "BAN NHÂN DÂN", "TỈNH MẪU"), (), "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU"),
        (("UBND THÀNH PHỐ HÀ", "NỘI", "SỞ MẪU"), ("UBND THÀNH PHỐ HÀ NỘI",), "SỞ MẪU"),
        (("BAN CHỈ HUY", "PHÒNG THỦ DÂN SỰ"), (), "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ"),
        (("ĐẢNG ỦY XÃ MẪU", "ỦY BAN KIỂM TRA"), ("ĐẢNG ỦY XÃ MẪU",), "ỦY BAN KIỂM TRA"),
        (
            ("ỦY BAN MTTQ VIỆT NAM TỈNH MẪU", "BAN THƯỜNG TRỰC"),
            (),
            "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM TỈNH MẪU",
        ),
        (("ỦY B AN NHÂN D Â N T HÀNH P HỐ HUẾ",), (), "ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ"),
        (("ỦY BAN NHÂN DÂN", "TĨNH QUANG NGAI"), (), "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
        (("ỦY BẠN NHÂN DẦN", "XÃ MẪU HAI"), (), "ỦY BAN NHÂN DÂN XÃ MẪU HAI"),
        (("UỶ BAN NHÂN DÂN", "XÃ MẪU HAI"), (), "UỶ BAN NHÂN DÂN XÃ MẪU HAI"),
    ],
)
def test_lines_of_a_letterhead(lines: tuple[str, ...], parents: tuple[str, ...], issuing: str) -> None:
    found = read_letterhead([Piece(text, i) for i, text in enumerate(lines)])
    assert (found.parents, found.issuing) == (parents, issuing)


def test_wrapped_name_goes_on() -> None:
    assert not starts_new_body("BỘ VĂN HÓA,", "THỂ THAO")
    assert not starts_new_body("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG")
    assert starts_new_body("UBND PHƯỜNG MẪU", "TRƯỜNG TIỂU HỌC MẪU")


@pytest.mark.parametrize(
    ("capitals", "sentence"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH HÀ GIANG", "Ủy ban nhân dân tỉnh Hà Giang"),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Sở Giáo dục và Đào tạo"),
        ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("UBND THÀNH PHỐ HÀ NỘI", "UBND thành phố Hà Nội"),
        ("HỘI ĐỒNG NHÂN DÂN ĐẶC KHU MẪU ĐẢO", "Hội đồng nhân dân đặc khu Mẫu Đảo"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Trung tâm Phục vụ hành chính công"),
        ("BỘ MẪU - BỘ THỬ", "Bộ Mẫu - Bộ Thử"),
        ("Sở Mẫu", "Sở Mẫu"),
    ],
)
def test_name_as_a_sentence_writes_it(capitals: str, sentence: str) -> None:
    assert written_name(capitals) == sentence


def test_the_documents_own_spelling_comes_first() -> None:
    assert written_name("TRUNG TÂM THÍ ĐIỂM SỐ", "giao Trung tâm Thí điểm Số thực hiện") == "Trung tâm Thí điểm Số"


def test_issuer_from_symbol_and_place() -> None:
    assert derive_issuer("TTg", "Hà Nội", None, (), "") == "Thủ tướng Chính phủ"
    assert derive_issuer("UBND", "Hải Phòng", None, (), "") == "Ủy ban nhân dân thành phố Hải Phòng"
    assert derive_issuer("UBND", "Mẫu", None, (), "") is None
    assert derive_issuer(None, "Phường Mẫu", None, ("TM. ỦY BAN NHÂN DÂN",), "") == "Ủy ban nhân dân phường Mẫu"


def test_issuer_from_initials_in_the_text() -> None:
    text = "Thực hiện Kế hoạch của UBND tỉnh Thí Dụ, Sở Ngoại giao Mẫu xây dựng Kế hoạch."
    assert derive_issuer("SNgGM", "Thí Dụ", None, (), text) == "Sở Ngoại giao Mẫu tỉnh Thí Dụ"
