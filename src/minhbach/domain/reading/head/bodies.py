"""The words with which names of public bodies begin, and how such a name set in capitals is written in a sentence."""

import re

from minhbach.domain.reading.head.places import PROVINCES
from minhbach.domain.text import fold, lower_one_tone, squeeze

# A name starts with one of these, by what follows it where the word is common.
_OPENERS = (
    "uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|uy ban|hoi dong(?! hop)|bo(?! may| doi| luat)|so(?! huu| hoa| cap)"
    "|tong cuc|chi cuc|cuc|vu(?! an)|tong cong ty|cong ty|tap doan|xi nghiep|nha may|ngan hang|kho bac|bao hiem"
    "|van phong|thanh tra|thanh uy|tinh uy|huyen uy|quan uy|thi uy|dang uy|dang bo|chi bo|chi uy|dang doan|ban can su"
    "|ban(?! hanh| an| ghi| thoa| nhan dan)|trung tam|phong(?! chay| chong|,| thu| ngua| benh| trao)|vien(?! phi|"
    " tro| thong)"
    "|hoc vien|truong(?! hop)|dai hoc|khoa(?! hoc)|benh vien|tram(?! nam)|toa an|tand|vksnd|cong an|bo chi huy|quan khu"
    "|quan chung|binh doan|su doan|lien doan|tong lien doan|hoi(?! nghi| thi| nhap| dong)|doan(?! ket|h)|lien minh"
    "|lien hiep|mat tran|chinh phu|thu tuong|quoc hoi|chu tich|kiem toan|doi(?! moi| voi| tuong)|hat kiem lam|chi nhanh"
    "|bao(?! ve| dam| cao| tri| ton)|dai(?! han)|thong tan xa|to cong tac|bql|bcd|bch|bhxh|lien co quan|so y"
    "|trung uong|tong hoi|quy(?! dinh| che| hoach| trinh)|nha xuat ban|thu vien|bao tang|doanh nghiep|hop tac xa"
)
_OPENER = re.compile(rf"^(?:{_OPENERS})(?!\w)")
# A name that is no more than this goes on in the next line.
_UNFINISHED = re.compile(
    r"^(?:uy|uy ban|uy ban nhan|hoi|hoi dong|hoi dong nhan|bo|so|cuc|chi cuc|tong cuc|vu|van|van phong|ban|phong|trung"
    r"|trung tam|vien|truong|toa an|vien kiem sat|cong ty|tong cong ty|tap doan|chu tich|thu tuong|ban chap hanh"
    r"|ban chi dao|ban quan ly|ban thuong vu|hoi dong phoi hop|bo chi huy|ban chi huy|thanh tra|lien doan"
    r"|ban thuong truc|ban to chuc|ban can su dang|ban dai dien|quy|doan|kiem toan|ngan hang|lien hiep"
    r"|hoi dong quan ly)$"
)
# With marks, because "Hà Tĩnh" and "Hải quan" end no worse than "tỉnh" and "quận" without them.
_OPEN_END = re.compile(
    r"(?:(?<!\w)(?:và|của|với|các|thuộc|tại|tỉnh|thành phố|xã|phường|huyện|quận|đặc khu|hội đồng|uỷ ban|uỷ ban nhân"
    r"|hội đồng nhân|văn|trung)|(?<!tỉnh )(?<!thành )(?<!huyện )(?<!đảng )(?<!quận )(?<!thị )(?<!\w)uỷ|[,&-])$"
)
_BINDS = re.compile(r"^(?:va |- |& |thuoc |truc thuoc |tinh |thanh pho |tp |tp\.|huyen |quan |xa |phuong |dac khu )")
_ABBREVIATION = re.compile(
    r"^(?:UBND|HĐND|UBMTTQVN|UBMTTQ|MTTQ|MTTQVN|TAND|VKSND|TNCS|TNHH|MTV|LĐLĐ|BHXH|TTHC|TTĐT|[IVX]+|BQL|BCĐ|BCH|TW"
    r"|THCS|THPT|"
    r"VPĐK|KCN|KKT|GD&ĐT|KH&CN|VH-XH|QĐND|CAND|VNPT|EVN|CSGT|PCCC|CNCH|HĐQT|HĐTV)$"
)
_JOINT = re.compile(r" [-–] (?=(?:bộ|tòa án|viện kiểm sát|ủy ban|uỷ ban|ban|sở|ngân hàng) )")
_UNIT_NAME = re.compile(
    r"((?<!\w)(?:[Tt]ỉnh|[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Qq]uận|[Hh]uyện|[Pp]hường|[Xx]ã"
    r"|[Đđ]ặc khu) )(?![uủ][ỷy]|hội|đoàn)(.+)$"
)
_SCHOOL_NAME = re.compile(
    r"((?<!\w)(?:[Tt]iểu học|trung học cơ sở|trung học phổ thông|THCS|THPT|[Mm]ầm non|[Mm]ẫu giáo|(?:[Tt]ỉnh"
    r"|[Tt]hành|[Hh]uyện|[Qq]uận|[Tt]hị) [uủ][ỷy]|TNHH MTV|TNHH|cổ phần) )(.+)$"
)
_PROPER = tuple(
    sorted(
        (
            *PROVINCES, "Việt Nam", "Chính phủ", "Quốc hội", "Mặt trận Tổ quốc Việt Nam", "Trung ương", "Đảng",
            "Nhà nước", "Bộ Chỉ huy Quân sự", "Ban Chỉ huy Quân sự",
            "Thủ tướng Chính phủ", "Cộng sản Hồ Chí Minh",
        ),
        key=len, reverse=True,
    )
)  # fmt: skip
_PROPER_PATTERNS = tuple(
    (proper, re.compile(rf"(?<!\w){re.escape(proper)}(?!\w)", re.IGNORECASE)) for proper in _PROPER
)
_DOMAIN_AFTER = re.compile(
    r"^(?:Bộ chỉ huy|Ban chỉ huy|Bộ|Sở|Tổng cục|Chi cục|Cục|Vụ|Văn phòng|Phòng|Ban|Trung tâm|Viện|Học viện|Trường"
    r"|Thanh tra|Công ty|Tổng công ty|Tập đoàn|Hội(?! đồng)|Liên đoàn|Kho bạc|Ngân hàng|Bệnh viện|Bảo hiểm|Quỹ)\s+(\w)"
)


def opens_body(plain: str) -> bool:
    """True where folded words begin like the name of a public body."""
    return bool(_OPENER.match(plain))


def starts_new_body(so_far: str, line: str) -> bool:
    """True where a line under a name begins another body's name rather than going on with the first."""
    if not so_far or _UNFINISHED.match(fold(so_far)) or _OPEN_END.search(lower_one_tone(so_far)):
        return False
    return opens_body(fold(line)) and not _BINDS.match(fold(line))


def written_name(name: str, text: str = "") -> str:
    """Return a body's name as a sentence writes it; a name that is not in capitals comes back as it is.

    Where `text` (the document) has the same name in ordinary letters, that spelling is taken.
    """
    name = squeeze(name).strip(" ,.;:-–*")
    if not name.isupper():
        return name
    return _as_in(name, text) or _from_capitals(name)


def _as_in(name: str, text: str) -> str | None:
    for match in re.finditer(re.escape(name), text, re.IGNORECASE):
        if not match[0].isupper() and match[0][0].isupper():
            return match[0]
    return None


def _from_capitals(name: str) -> str:
    """Give a name in capitals those of a sentence: for its first letter, its field, its territory and proper names."""
    words = [word if _ABBREVIATION.match(word) else word.lower() for word in name.split()]
    text = " - ".join(_sentence_case(part) for part in _JOINT.split(" ".join(words)))
    for proper, pattern in _PROPER_PATTERNS:
        text = pattern.sub(proper, text)
    return text


def _sentence_case(text: str) -> str:
    text = _UNIT_NAME.sub(lambda m: m[1] + _titled(m[2]), text[:1].upper() + text[1:])
    text = _SCHOOL_NAME.sub(lambda m: m[1] + _titled(m[2]), text)
    text = _DOMAIN_AFTER.sub(lambda m: m[0][:-1] + m[1].upper(), text)
    if text.startswith(("Bộ ", "Sở ", "Phòng ")):
        text = re.sub(r"(, | và | - )(\w)", lambda m: m[1] + m[2].upper(), text)
    return text


def _titled(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))
