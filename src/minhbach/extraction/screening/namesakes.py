"""Words before a person's name that make it the name of a street, a school, a unit, a firm."""

import re

from minhbach.domain.text import fold
from minhbach.extraction.screening.facts.surnames import COMMON_PLAIN
from minhbach.extraction.screening.sheet import LETTERS, UPPER, Sheet

_WORDS = """
    đường;phố;ngõ;ngách;hẻm;kiệt;phường;xã;p.;q.;quận;huyện;tp;tp.;thành phố;tỉnh;thị trấn;tt;tt.;
    trường;thcs;thpt;th;tiểu học;mầm non;mẫu giáo;đại học;cao đẳng;bệnh viện;công ty;công ty tnhh;
    công ty cổ phần;công ty cp;tnhh;mtv;dntn;doanh nghiệp tư nhân;cầu;chợ;công viên;khu đô thị;khu dân cư;
    khu công nghiệp;khu phố;quảng trường;di tích;đền;chùa;đình;thôn;ấp;làng;bản;xóm;tổ dân phố;tuyến;
    hồ;sông;núi;hang;quỹ;giải;giải thưởng;học bổng;quỹ học bổng;huân chương;tượng đài;nhà thờ;
    nhà lưu niệm;ngã ba;ngã tư;ngã năm;đại lộ;bến xe;ga;cảng;chi bộ;liên đội;trung đoàn;sư đoàn;đảo;mỏ;
    chủ tịch;tổng bí thư;đại tướng;bác;vua;khoa;học viện;sân;nhà hát;thư viện;trung tâm;nghĩa trang;
    khách sạn;tòa nhà;toà nhà;lăng;vụ án;tên
"""
_MARKED = tuple(" ".join(word.split()) for word in _WORDS.split(";"))
# Without marks these are also words of other meanings: "cho" (for), "ho" (household), "den" (to).
_AMBIGUOUS_WORDS = "cho ho den ban dinh mo bac dao quy ga lang ten th san hang"
_AMBIGUOUS = frozenset(_AMBIGUOUS_WORDS.split())
_END = r"[ ]{1,2}(?:(?:số|so) \d+ )?(?:(?:tên|ten) )?[\"'“]?$"
_IN_MARKS = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _MARKED))}){_END}")
_PLAIN = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(p) for p in map(fold, _MARKED) if p not in _AMBIGUOUS)}){_END}")
# "đường Nguyễn Văn Linh, Lê Hồng Phong và Trần Nguyên Hãn": one word for all that follow.
_IN_A_ROW = re.compile(
    r"(?<!\w)(?:[Đđ]ường|[Pp]hố|[Tt]uyến|[Tt]rường(?: THCS| THPT| [Tt]iểu học)?|[Cc]ầu|[Nn]gã tư"
    r"|[Cc]ác (?:xã|phường|quận|huyện))\s*:?"
    rf"(?: ?(?:[{UPPER}][{LETTERS}]*(?![{LETTERS}])|\d+(?!\d)|và|đến|,|-|–|\([^()\n]{{0,30}}\)|đường|phố))+ ?$"
)
# "Duong Nguyen Van Cu": without marks a street begins like the family name Dương.
_STREET = re.compile(r"(?:duong|pho|truong) (?:" + "|".join(sorted(COMMON_PLAIN)) + r") ")
_REACH = 40
_REACH_IN_A_ROW = 140


def names_a_place(sheet: Sheet, start: int) -> bool:
    """Say whether the words before a place make what stands there a street, a school or the like."""
    left = sheet.before(start, _REACH)
    if sheet.is_unmarked(start):
        return bool(_PLAIN.search(left)) or bool(_STREET.match(sheet.plain, start))
    if _IN_MARKS.search(sheet.text[start - len(left) : start].lower()):
        return True
    longer = sheet.before(start, _REACH_IN_A_ROW)
    return bool(_IN_A_ROW.search(sheet.text[start - len(longer) : start]))
