"""Abbreviations of public bodies: a fixed list for the common ones, initials for departments and divisions."""

import re

from minhbach.domain.text import lower_one_tone, squeeze

# Order matters: a longer abbreviation stands before those inside it. Case matters: "CA" is not "ca".
_EXPANSIONS = tuple(
    (re.compile(rf"(?<!\w){short}(?!\w)"), long)
    for short, long in (
        (r"VP\.?\s?(?:ĐĐBQH|Đoàn ĐBQH)", "Văn phòng Đoàn đại biểu Quốc hội"),
        (r"(?:VP|Văn phòng)\s?CP", "Văn phòng Chính phủ"),
        (r"VPUBND", "Văn phòng Ủy ban nhân dân"),
        (r"VPUBTP", "Văn phòng Ủy ban nhân dân thành phố"),
        (r"VPHĐND", "Văn phòng Hội đồng nhân dân"),
        (r"TTHĐND", "Thường trực Hội đồng nhân dân"),
        (r"(?:UB\s?MTTQ\s?VN|UBMTTQVN)(?:TP)?", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        (r"UB\s?MTTQ", "Ủy ban Mặt trận Tổ quốc"),
        (r"MTTQ\s?VN", "Mặt trận Tổ quốc Việt Nam"),
        (r"MTTQ", "Mặt trận Tổ quốc"),
        (r"UBND", "Ủy ban nhân dân"),
        (r"H[ĐD]ND", "Hội đồng nhân dân"),
        (r"(?:ĐĐBQH|Đoàn ĐBQH)", "Đoàn đại biểu Quốc hội"),
        (r"ĐBQH", "đại biểu Quốc hội"),
        (r"BCH\s?QS", "Ban Chỉ huy quân sự"),
        (r"Ban CHQS", "Ban Chỉ huy quân sự"),
        (r"CHQS", "Chỉ huy quân sự"),
        (r"(?:TT\.?\s?|Trung tâm )PV\s?HCC", "Trung tâm Phục vụ hành chính công"),
        (r"PV\s?HCC", "Phục vụ hành chính công"),
        (r"HCC", "hành chính công"),
        (r"CATP", "Công an thành phố"),
        (r"CAT", "Công an tỉnh"),
        (r"CA", "Công an"),
        (r"BQL", "Ban Quản lý"),
        (r"KKT", "Khu kinh tế"),
        (r"KCN", "khu công nghiệp"),
        (r"LĐLĐ", "Liên đoàn Lao động"),
        (r"LHPN", "Liên hiệp Phụ nữ"),
        (r"CCB", "Cựu chiến binh"),
        (r"TNCS\s?HCM", "Thanh niên Cộng sản Hồ Chí Minh"),
        (r"(?:CT-XH|CTXH)", "chính trị - xã hội"),
        (r"(?:TP\.?\s?HCM|Tp\.?\s?HCM|TPHCM)", "thành phố Hồ Chí Minh"),
        (r"(?:TP|Tp)\.?", "thành phố"),
        (r"TX\.?", "thị xã"),
        (r"TDP", "tổ dân phố"),
        (r"VP\.?", "Văn phòng"),
    )
)
# "P. VH-XH" is a division, "P. Lê Chân" a ward: what follows tells.
_STOPPED = re.compile(r"(?<!\w)(VP|TP|Tp|TX|TT|CA)\.\s*")
_DIVISION = re.compile(r"(?<!\w)P(?:\.\s?|\s)(?=[A-ZĐ]{2})")
_WARD = re.compile(r"(?<!\w)P\.\s?(?=[A-ZĐÀ-Ỹ][a-zà-ỹđ]|\d)")
_MAY_BE_SHORT = re.compile(r"[A-ZĐ]{2}|[A-ZĐ]\.|Tp|&")
_HEAD = re.compile(r"(sở|phòng|ban|trung tâm)\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"((?:[A-ZĐ]+(?:\s*[-–&.,/]\s*|\s+và\s+(?=[A-ZĐ]+\b))?)+)(?=$|[\s,;.)])")
_NOT_A_WORD = re.compile(r"[^\w\s]")


def expand(text: str) -> str:
    """Write the common abbreviations out: "VP UBND&HĐND P. Mẫu" names an office, a committee, a council and a ward."""
    text = squeeze(text)
    if not _MAY_BE_SHORT.search(text):
        return text
    text = _WARD.sub("phường ", _DIVISION.sub("Phòng ", _STOPPED.sub(r"\1 ", text)))
    for pattern, long in _EXPANSIONS:
        text = pattern.sub(long, text)
    return squeeze(text.replace("&", " và "))


def written_initials(text: str) -> tuple[str, str, str] | None:
    """Return what kind of body, which initials, and what follows: "Sở KH&CN tỉnh" → ("sở", "khcn", "tỉnh").

    None where the text gives none. A single letter is no abbreviation.
    """
    head = _HEAD.match(text)
    capitals = _CAPITALS.match(text, head.end()) if head else None
    if head is None or capitals is None:
        return None
    letters = "".join(c for c in capitals[1].replace(" và ", "") if c.isalpha()).lower()
    if len(letters) < 2:
        return None
    return lower_one_tone(head[1]), letters, text[capitals.end() :].strip(" ,;.")


def initials_of(core: str) -> tuple[str, str] | None:
    """Return the kind of body and the initials of the rest: "sở khoa học và công nghệ" → ("sở", "khcn")."""
    for head in ("sở", "phòng", "ban", "trung tâm"):
        if core.startswith(head + " "):
            words = _NOT_A_WORD.sub(" ", core[len(head) :]).split()
            return head, "".join(word[0] for word in words if word != "và")
    return None
