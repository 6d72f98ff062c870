"""Reads the mark that numbers a paragraph: Phần, A., I., Điều, 1., 1.1., a), (1), and bullets."""

import re
from dataclasses import dataclass
from enum import IntEnum

from minhbach.domain.reading.body.remembering import remembered


class Rank(IntEnum):
    """The usual order of marks, the outermost first (Decree 30/2020, Annex I, and habit)."""

    PART = 1
    CAPITAL = 2
    ROMAN = 3
    HEADING = 4
    ARTICLE = 5
    NAMED = 6  # “Nhiệm vụ 1:”
    ARABIC = 7
    DECIMAL = 8
    DECIMAL_3 = 9
    DECIMAL_4 = 10
    LETTER = 11
    ARABIC_CLOSED = 12
    ENCLOSED = 13
    STAR = 14
    DASH = 15
    PLUS = 16
    DOT = 17


BULLETS = (Rank.STAR, Rank.DASH, Rank.PLUS, Rank.DOT)
SECTIONS = (Rank.PART, Rank.CAPITAL, Rank.ROMAN, Rank.HEADING, Rank.ARTICLE)


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a paragraph: its rank, and what it says (“II”, “1.1”, “đ”), empty for bullets."""

    rank: Rank
    label: str


_UPPER = "A-ZĐÀ-ỸƯƠĂÂÊÔ"
_BULLET = r"[-–—−‑+*•●▪■◦○·‣►➢✓→\uf0b7\uf02d\uf0a7]"
_MARKS = re.compile(
    "|".join(
        (
            r"(?P<part>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|Bước|BƯỚC)\s+(?:thứ\s+|THỨ\s+)?(?:[IVXL]+|\d{1,2}|nhất"
            r"|hai|ba|tư|năm|NHẤT|HAI|BA|TƯ|NĂM|[A-H])(?![\w,])\s*[.:)–-]?)",
            r"(?:Nhiệm vụ|NHIỆM VỤ|Nhóm nhiệm vụ|NHÓM NHIỆM VỤ|Hoạt động|HOẠT ĐỘNG|Nội dung|NỘI DUNG|Giải pháp"
            r"|GIẢI PHÁP|Công việc|CÔNG VIỆC|(?:Tiểu d|D)ự án(?: thành phần)?|DỰ ÁN|Mô hình|Hợp phần|Chuyên đề)"
            r"\s+(?:số |thứ )?(?P<named>\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}|nhất|hai|ba|tư|năm|sáu)\s?[.:)–-](?=\s*\S)",
            r"(?P<article>Điều\s+\d{1,3}[a-zđ]?\s*[.:])",
            r"[IVX]{1,4}\.(?P<compound>\d{1,2}(?:\.\d{1,2}){0,2})[.):]?(?=\s+[^\W\d])",
            r"(?P<roman>[IVXL]{1,6})\s?(?:\.\)|[./)\-–])(?=\s|[A-ZĐ][^\W\d_])",
            rf"(?P<capital>[A-HK-ZĐ])\s?(?:\.\)|[./)])(?=\s+[{_UPPER}\"“])",
            rf"(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:\.\)|[.)/:])?(?=\s+[^\W\d]|[{_UPPER}])",
            rf"(?P<arabic>\d{{1,3}})\s?(?:\.\)|\.(?=\s+\d)|[./](?=\s*[^\s\d.,/)])|-(?=\s*[{_UPPER}]))",
            r"(?P<closed>\d{1,3})\s?\)(?=\s*\S)",
            r"\((?P<enclosed>\d{1,2}|[ivx]{1,4}|[a-zđ])\)(?=\s*\S)",
            r"(?P<letter>[a-zđ]|i{2,3}|iv|vi{1,3}|ix)\s?(?:\.\)|\)|[.,/](?=\s))(?=\s*\S)",
            rf"(?P<bullet>{_BULLET}(?:\s*{_BULLET})*)(?=\s*[^\s\d])",
            rf"(?P<numbered_bullet>{_BULLET})(?=\s+\d)",
            rf"(?P<word_bullet>o)(?=\s+[{_UPPER}])",
        )
    )
)
_RANKS = {
    "part": Rank.PART,
    "article": Rank.ARTICLE,
    "named": Rank.NAMED,
    "roman": Rank.ROMAN,
    "capital": Rank.CAPITAL,
    "arabic": Rank.ARABIC,
    "closed": Rank.ARABIC_CLOSED,
    "enclosed": Rank.ENCLOSED,
    "letter": Rank.LETTER,
    "word_bullet": Rank.DOT,
}
_DECIMALS = {1: Rank.DECIMAL, 2: Rank.DECIMAL_3, 3: Rank.DECIMAL_4}


@remembered
def read_mark(text: str) -> tuple[Mark | None, str]:
    """Return the mark at the beginning of `text`, null where there is none, and the text after it."""
    match = _MARKS.match(text)
    if match is None or not match.lastgroup:
        return None, text
    rest = text[match.end() :].strip()
    name, label = match.lastgroup, match[match.lastgroup]
    if name in ("bullet", "numbered_bullet"):
        return Mark(_bullet_rank(label.strip()[-1]), ""), rest
    if name in ("decimal", "compound"):
        return Mark(_DECIMALS.get(label.count("."), Rank.ARABIC), label), rest
    return Mark(_RANKS[name], label.strip(" .:)–-")), rest


def _bullet_rank(sign: str) -> Rank:
    if sign == "+":
        return Rank.PLUS
    if sign == "*":
        return Rank.STAR
    return Rank.DASH if sign in "-–—−‑\uf02d" else Rank.DOT
