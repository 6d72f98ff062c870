"""Words that lost marks: telling them, and putting the marks back where only one spelling is possible."""

import re
import unicodedata

from minhbach.domain.text import fold, lower_one_tone, squeeze

_OFFICES = """
    CHỦ TỊCH; PHÓ CHỦ TỊCH; ỦY BAN NHÂN DÂN; HỘI ĐỒNG NHÂN DÂN; CHÁNH VĂN PHÒNG; PHÓ CHÁNH VĂN PHÒNG; GIÁM ĐỐC;
    PHÓ GIÁM ĐỐC; TỔNG GIÁM ĐỐC; PHÓ TỔNG GIÁM ĐỐC; BỘ TRƯỞNG; THỨ TRƯỞNG; THỦ TƯỚNG; PHÓ THỦ TƯỚNG; CỤC TRƯỞNG;
    PHÓ CỤC TRƯỞNG; CHI CỤC TRƯỞNG; VỤ TRƯỞNG; TRƯỞNG BAN; PHÓ TRƯỞNG BAN; TRƯỞNG PHÒNG; PHÓ TRƯỞNG PHÒNG; BÍ THƯ;
    PHÓ BÍ THƯ; HIỆU TRƯỞNG; PHÓ HIỆU TRƯỞNG; CHÁNH THANH TRA; VIỆN TRƯỞNG; BAN THƯỜNG VỤ; ĐẢNG ỦY; TỈNH ỦY
"""
_SURNAMES = """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Đoàn Lương Trịnh Đào Hà Phùng Tạ
    Vương
"""
_BY_PLAIN_OFFICE = {fold(office): office for office in map(squeeze, _OFFICES.split(";"))}
_BY_PLAIN_SURNAME = {fold(name): name for name in _SURNAMES.split()}
_MARKER = re.compile(r"^\W*(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\s?\.?\s*")


def office_with_marks(written: str) -> str:
    """Return an authority line or an office with the marks that a scan lost ("TM. UY BAN NHAN DAN")."""
    marker = _MARKER.match(written)
    lead = marker[0] if marker else ""
    office = _BY_PLAIN_OFFICE.get(fold(written[len(lead) :]))
    return f"{lead}{office}" if office and lower_one_tone(office) != lower_one_tone(written[len(lead) :]) else written


def surname_with_marks(name: str) -> str:
    """Return a name whose surname lost marks ("Nguyên Văn Mẫu") with the one surname that it can be."""
    first, _, rest = name.partition(" ")
    surname = _BY_PLAIN_SURNAME.get(fold(first))
    return f"{surname} {rest}" if surname and first != surname and lacks_marks_of(first, surname) else name


def lacks_marks_of(written: str, full: str) -> bool:
    """True where the written words are the full ones with some marks left out, and no mark of their own."""
    mine, theirs = lower_one_tone(squeeze(written)), lower_one_tone(full)
    return len(mine) == len(theirs) and all(a == b or _less(a, b) for a, b in zip(mine, theirs, strict=True))


def _less(a: str, b: str) -> bool:
    """True where a has the vowel of b without its tone ("ê" for "ề"), or its tone without its hook ("á" for "ấ")."""
    if b == "đ":
        return a == "d"
    return fold(a) == fold(b) and _marks(a) < _marks(b)


def _marks(letter: str) -> set[str]:
    return {c for c in unicodedata.normalize("NFD", letter) if unicodedata.combining(c)}
