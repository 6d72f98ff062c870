"""Runs of words in capitals: where names may stand, and which words of a run make the name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minhbach.domain.text import fold
from minhbach.extraction.screening.facts.given import is_given
from minhbach.extraction.screening.facts.surnames import is_common, is_surname
from minhbach.extraction.screening.sheet import LETTERS, UPPER, Sheet

_WORD = rf"[{UPPER}][{LETTERS}]*(?:['’ʼ\-][{LETTERS}]+)*"
_RUN = re.compile(rf"(?<![\w]){_WORD}(?:[ \u00a0]{{1,2}}{_WORD})*")
_TOKEN = re.compile(r"[^ \u00a0]+")
_HONOURS_WORDS = "Ông Bà Anh Chị Cháu Em Cô Chú Bác Cụ Thầy Mẹ Cha Bố Con Vợ Chồng Trẻ"
_HONOURS = frozenset(_HONOURS_WORDS.split())
# Words that stand after a name in capitals and are none of it.
_ENDS_WORDS = "cccd cmnd cmt sdt dt tel email mst stk hktt mobile tp tt bhxh bhyt"
_ENDS = frozenset(_ENDS_WORDS.split())
_NEVER_WORDS = (
    "Trú Ngụ Số Chủ Giám Ngày Địa Quê Nơi Đã Bị Được Là Và Với Của Tại Ở Thuộc Xã Phường Quận Huyện Tỉnh Thôn Ấp "
    "Khu Tổ Đường Phố"
    " Hiện Giới Người Nhà Cấp Kính Gửi Ủy Uỷ Trong Theo Về Khi Nếu Các Những Hộ Thửa Tờ Ban Phòng Điện Mã Ký Nghề "
    "Căn Chứng Bên"
    " Trưởng Việc Dụng Đất Giấy Vợ Chồng Phó Có Chết Nhận Nộp Nghỉ Lớp Tuổi Cùng Đề"
)
_NEVER = frozenset(_NEVER_WORDS.split())
# Of these, what is a name too, where it is the last word and nothing but a sign follows: "Mai Xuân Trưởng;".
_NAMES_TOO = frozenset(("Trưởng", "Hiện", "Đường", "Điện"))
_MIDDLES = frozenset(("hữu", "đức", "đình", "ngọc", "xuân", "hồng", "quang", "thanh", "minh"))
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Run:
    """Words in capitals on one line: their places, and whether a title ("Ông") stood among them at the start."""

    words: tuple[tuple[int, int], ...]
    titled: bool

    @property
    def start(self) -> int:
        """Where the first word starts."""
        return self.words[0][0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1][1]


def find_runs(sheet: Sheet) -> Iterator[Run]:
    """Yield every run, without titles at its start and without what follows a name."""
    for found in _RUN.finditer(sheet.text):
        base = found.start()
        words = [(base + m.start(), base + m.end()) for m in _TOKEN.finditer(found[0])]
        titled = False
        while words and _is_title(sheet, words):
            words, titled = words[1:], True
        if words:
            yield Run(tuple(words), titled)


def _is_title(sheet: Sheet, words: list[tuple[int, int]]) -> bool:
    word = sheet.text[slice(*words[0])]
    if word in _HONOURS or word.isupper() and len(word) > 1 and word.capitalize() in ("Ông", "Bà"):
        return True
    # Without marks "Ong" and "Ba" are family names too, and rare ones.
    return word in ("Ong", "Ba", "Chi") and len(words) > 1 and sheet.is_unmarked(words[0][0])


def cut(sheet: Sheet, words: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return the words up to the first that no name holds."""
    text = sheet.text
    loud = text[slice(*words[0])].isupper() and len(words) > 1 and text[slice(*words[1])].isupper()
    kept: list[tuple[int, int]] = []
    for at, place in enumerate(words[:_MOST_WORDS]):
        word = text[slice(*place)]
        shape = word.capitalize() if loud else word
        if at > 1 and shape in _NAMES_TOO and not re.match(r"[ \u00a0]*[^\W_]", text[place[1] : place[1] + 3]):
            kept.append(place)
            break
        if at and (shape in _NEVER or fold(word) in _ENDS or (not loud and len(word) > 1 and word.isupper())):
            break
        kept.append(place)
    return tuple(kept)


def joined_over_line_end(sheet: Sheet, words: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Return the words with those of the next line where a line broke after "Nguyễn Văn"."""
    end = words[-1][1]
    last = sheet.plain[slice(*words[-1])]
    if (
        len(words) > 2
        or sheet.plain[end : end + 1] != "\n"
        or last not in ("van", "thi", "huu", "duc", "dinh", "ngoc", "minh")
    ):
        return words
    more = _RUN.match(sheet.text, end + 1)
    if not more:
        return words
    following = tuple((end + 1 + m.start(), end + 1 + m.end()) for m in _TOKEN.finditer(more[0]))
    return cut(sheet, words + following[:3])


def looks_like_name(sheet: Sheet, words: tuple[tuple[int, int], ...], *, strict: bool = False) -> bool:
    """Say whether words alone are a name: a family name and syllables that names are made of.

    :param strict: with just the marks that names have, as is asked where nothing announces a person.
    """
    texts = [sheet.text[slice(*place)] for place in words]
    if not 2 <= len(texts) <= _MOST_WORDS or not is_surname(texts[0]):
        return False
    middle = texts[1].lower() in _MIDDLES and len(texts) > 2 and is_common(texts[0], strict=True)
    bare = sheet.is_unmarked(words[0][0]) or is_loud(sheet, words) and "".join(texts).isascii()
    exact = strict and not (bare or texts[1].lower() in ("văn", "thị") or middle)
    if 3 <= len(texts) <= 4 and texts[1].lower() in ("văn", "thị") and is_common(texts[0], strict=True):
        return True  # whatever the given name is: parents choose rare ones
    return all(is_given(word, strict=exact) or is_surname(word) for word in texts[1:])


def is_sure(sheet: Sheet, words: tuple[tuple[int, int], ...]) -> bool:
    """Say whether a name-like run can hardly be anything else: three words or more with a common family name."""
    texts = [sheet.text[slice(*place)] for place in words]
    return len(texts) >= 3 and (is_common(texts[0]) or fold(texts[1]) in ("van", "thi"))


def is_loud(sheet: Sheet, words: tuple[tuple[int, int], ...]) -> bool:
    """Say whether all words stand in capitals, as in headings."""
    return sheet.text[words[0][0] : words[-1][1]].isupper()
