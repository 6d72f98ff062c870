"""Telling a person's name, under a signature, from an office or a body."""

import re
import unicodedata

from minhbach.domain.reading.head import bodies
from minhbach.domain.reading.head.places import province_of
from minhbach.domain.text import fold, squeeze

_SURNAMES = """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly an au bach banh bo cao cam chau chu
    cu cung dam danh dao dau dien dinh doan dong dung duc giang giap ha han hau hinh hoa hong hua hy kha khau
    khong khuat khuc kieu kim kong la lac lai lam lang lau lenh leng lieng lieu linh lo long lu lua luc luong
    luu luyen ma mac mach mai man mang mau moc mong mua nay ngan nghe nghi nghiem ngoc ngu ngung nhac nhan nhu
    nhuong nie nhieu nong nung ong phi pho phu phuong phung quach quan quang quyen rmah ro sam sung ta tang
    thach thai than thang thao thi thiep thieu tho thoi thuc thuy tien tieu to ton tong tra trang tri trieu
    trinh trung truong tu tuan tuong ung uong van vang vi vien viet vinh von vong vuong vuu xa xin y yen ksor
    rcom kpa siu a dieu bloong ayun bkrong mlo
"""
SURNAMES = frozenset(_SURNAMES.split())
_DEGREES = (
    "GS|PGS|TSKH|TS|ThS|Ths|Th\\.S|BS|BSCK|BSCKI|BSCKII|CKI|CKII|CK1|CK2|KS|KTS|LS|CN|DS|NGƯT|NGND|TTƯT|TTND|AHLĐ|Ts|Bs"
)
_RANKS = (
    "Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy"
    "|Thiếu úy|Đô đốc|Luật sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Đ/c|Đồng chí|ĐẠI TÁ|THƯỢNG TÁ|TRUNG TÁ|THIẾU TÁ|THIẾU TƯỚNG"
    "|TRUNG TƯỚNG"
)
# "Ông" and "Bà" only before a colon: both are surnames too.
_TITLES = re.compile(rf"^(?:(?:{_DEGREES})\s*[.,]\s*)+|^(?:{_RANKS}|(?:Ông|Bà)(?=\s*:))\s*[.,:]?\s*")
_SIGNED = re.compile(r"\W*\(?đã ký\)?\W*", re.IGNORECASE)
_WORD = re.compile(r"^(?!.*[ÄËÏÖÜäëïöüÅåÆæØøÇç])[^\W\d_]+(?:['’-][^\W\d_]+)*\.?$")
_NOT_NAMES = re.compile(
    r"\b(?:noi nhan|da ky|viet nam|kinh gui|nhu tren|dong dau|ky ten|phu luc|ke toan|thu quy|doc lap|tu do|hanh phuc)\b"
)
_WORD_AT_END = re.compile(r"[^\W\d_]{3,}\W*$")  # What stands before a name may be a speck, not a word.
_DAMAGED = re.compile(r"(?:^|\s)\S{0,3}[uư]y[êếềễệẽ]n\s+((?:[^\W\d_]+\s+){0,3}[^\W\d_]+)\W*$")
_TAIL = re.compile(r"((?:[^\W\d_][\w'’]*\s+){1,4}[^\W\d_][\w'’]*)\W*$")


def person_name(text: str) -> str | None:
    """Return the name that a text consists of, without rank or degree and not in capitals, or null."""
    text = _SIGNED.sub("", squeeze(text[:80])).strip(" .,;:*_-–()[]")
    while found := _TITLES.match(text):
        text = text[found.end() :].strip()
    words = text.split()
    if not 2 <= len(words) <= 6 or not all(_WORD.match(word) for word in words):
        return None
    plain = fold(text)
    if _NOT_NAMES.search(plain) or province_of(text) or bodies.opens_body(plain) and not _cased_like_a_name(words):
        return None
    if text.isupper():
        return " ".join(_title(word) for word in words) if fold(words[0]) in SURNAMES else None
    return text if _cased_like_a_name(words) else None


def name_at_end(text: str) -> str | None:
    """Return a name with a usual surname that ends a text full of noise ("—“¬ hf Nguyễn Văn Mẫu"), or null."""
    found = _TAIL.search(text[-80:])
    words = found[1].split() if found else []
    for start in range(len(words) - 1):
        run = words[start:]
        before = " ".join([text[-80:][: found.start()] if found else "", *words[:start]])
        name = person_name(" ".join(run))
        if name and has_usual_surname(name) and not run[0].isupper() and not _WORD_AT_END.search(before):
            return name
    return None


def has_usual_surname(name: str) -> bool:
    """True where a name begins with one of the surnames that most people bear."""
    return fold(name.split(maxsplit=1)[0]) in SURNAMES


def mended_name(text: str) -> str | None:
    """Return a name whose surname a signature ran through ("X6uyễn Văn Mẫu"): only the one that most people bear."""
    found = _DAMAGED.search(text[-80:])
    return person_name(f"Nguyễn {found[1]}") if found else None


def better_read(first: str, second: str) -> str:
    """Return the reading of one name that kept more marks."""
    return second if _marks(second) > _marks(first) else first


def _cased_like_a_name(words: list[str]) -> bool:
    return all(
        word[0].isupper() and (len(word) == 1 or word[1:].islower() or "'" in word or "’" in word or "-" in word)
        for word in words
    )


def _title(word: str) -> str:
    return word[:1].upper() + word[1:].lower()


def _marks(text: str) -> int:
    return sum(bool(unicodedata.combining(c)) for c in unicodedata.normalize("NFD", text)) + sum(
        c in "đĐ" for c in text
    )
