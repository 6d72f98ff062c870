"""One line of a page that carries the left and the right column of a letterhead or of a foot."""

import re
from collections.abc import Iterator

from minhbach.domain.reading.head.places import PROVINCES
from minhbach.domain.text import fold

_GAP = re.compile(r"\s{4,}|\t+|\s\|\s")
# Room left for figures is no gap between columns: "Số:      /KH-UBND", "ngày      tháng      năm 2026".
_FILLED_IN = re.compile(
    r"(?:(?<=[Ss]ố)|(?<=[Ss]ố:)|(?<=[Ss]ố :))\s+(?=[\d/.…-])|(?<=\d)\s+(?=/)|(?<=ngày)\s+|\s+(?=tháng)|(?<=tháng)\s+"
    r"|\s+(?=năm)|(?<=năm)\s+(?=[\d.…])"
)
_INDENT = re.compile(r"^ {25,}")
_COUNTRY = "conghoaxahoichunghiavietnam"
_DEVICE = "doclaptudohanhphuc"
_PARTY = "dangcongsanvietnam"
_RUNS = {m: frozenset(m[i : i + 3] for i in range(len(m) - 2)) for m in (_COUNTRY, _DEVICE, _COUNTRY + _DEVICE, _PARTY)}
_ALIKE = 0.55
# A whole head on one line, as some pages give it: it is cut where each part of a head begins.
_ONE_LINE, _LONGEST_HEAD = 120, 4000
_MOTTO_INSIDE = re.compile(r"CỘNG H[OÒ]À?A? XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_MARKS = re.compile(
    r"(CỘNG H[OÒ]À?A? XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)"
    r"|\s(?=Số\s?:\s)|(?<=năm \d{4})\s+|\s(?=V/v)|\s(?=Kính gửi\s?:)|\s(?=Căn cứ )|\s(?=Nơi nhận\s?:)"
    r"|\s(?=(?:KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG BÁO|BÁO CÁO|TỜ TRÌNH|CHỈ THỊ|HƯỚNG DẪN|NGHỊ QUYẾT|THÔNG TƯ|NGHỊ ĐỊNH)\s)"
    r"|(?<=KẾ HOẠCH)\s|(?<=QUYẾT ĐỊNH)\s|(?<=THÔNG BÁO)\s|(?<=BÁO CÁO)\s|(?<=TỜ TRÌNH)\s|(?<=CHỈ THỊ)\s"
    r"|(?<=HƯỚNG DẪN)\s|(?<=NGHỊ QUYẾT)\s|(?<=THÔNG TƯ)\s|(?<=NGHỊ ĐỊNH)\s"
)
_MOTTO_WORD = re.compile(r"(?<=\s)[CĐÐDcđ]")
_LONGEST_MOTTO, _SHORTEST_MOTTO = 90, 12
_NOT_LETTERS = re.compile(r"[^a-z]+")
_DATED = re.compile(
    r"(?<=[\w.)])\s+((?:(?:Thành phố|Tp\.?|TP\.?|Thị xã|Thị trấn|Phường|Xã|Đặc khu|Huyện|Quận)\s)?"
    r"(?:[A-ZÀ-ỸĐ][^\W\d_]*[.]?(?:\s-)?\s?){1,5},\s?ngày\b.*)$"
)
_DATED_END = re.compile(
    r"(?<!tại)(?<!ở)(?<!của)(?<!Tỉnh)(?<!tỉnh)(?<!phố)(?<![Tt][Pp]\.)\s((?:(?:Thành phố|TP\.?)\s)?(?:"
    + "|".join(re.escape(name) for name in PROVINCES)
    + r"),\s?ngày\D{0,4}[\d\s.]{0,9}tháng\D{0,4}[\d\s.]{0,9}năm\s?[\d.…]{0,6}\s*)$"
)
# What stands in the left column beside a date: the number, or what a letter is about.
_BESIDE_DATE = re.compile(r"^\W{0,3}(?:(?:[^\W\d]+\s)?[Ss][ốôoóồỐÔO]\s?[:.;]?\s|[Vv]\s?/\s?[Vv]\s)")


def split_row(text: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of one line of text with the column each stands in: 0, or 1 for what stands on the right.

    A wide gap parts columns, and so does the national motto, and a place and date after a number, where the gap between
    the columns was lost.
    """
    if _INDENT.match(text) and not _GAP.search(text.strip()):
        yield 1, text.strip()
        return
    parts = [part for part in _GAP.split(_FILLED_IN.sub(" ", text.strip())) if part]
    for column, part in enumerate(parts):
        for more, cut in _split_words(part):
            yield min(1, column + more), cut


def is_motto(text: str) -> bool:
    """True for the country's or the Party's name over a document, and for the national motto, also misread."""
    letters = _letters(text)
    return any(_like(letters, motto) for motto in (_COUNTRY, _DEVICE, _COUNTRY + _DEVICE, _PARTY))


def starts_motto(text: str) -> bool:
    """True for the first words of the motto, where a narrow column broke it."""
    letters = _letters(text)
    return len(letters) >= 4 and any(motto.startswith(letters) for motto in (_COUNTRY, _DEVICE))


def _split_words(text: str) -> Iterator[tuple[int, str]]:
    if len(text) > _ONE_LINE and _MOTTO_INSIDE.search(text):
        yield from ((0, part.strip()) for part in _MARKS.split(text[:_LONGEST_HEAD]) if part and part.strip())
        return
    at = _motto_at(text)
    if at:
        yield 0, text[:at].strip()
        yield 1, text[at:].strip()
        return
    dated = _DATED.search(text) if _BESIDE_DATE.match(text) else _DATED_END.search(text[:300])
    if dated and dated.start() > 4:
        yield 0, text[: dated.start()].strip()
        yield 1, dated[1].strip()
        return
    yield 0, text


def _motto_at(text: str) -> int:
    """Return where the motto starts in a line that begins with something else; 0 where it does not."""
    if len(text) > 250:
        return 0
    party = text.find(" ĐẢNG CỘNG SẢN VIỆT NAM")
    if party > 0:
        return party + 1
    best, at = _ALIKE, 0
    for word in _MOTTO_WORD.finditer(text, max(1, len(text) - _LONGEST_MOTTO), len(text) - _SHORTEST_MOTTO):
        rest = _letters(text[word.start() :])
        for motto in (_COUNTRY, _DEVICE):
            likeness = _likeness(rest[: len(motto)], motto)
            if likeness > best:
                best, at = likeness, word.start()
    return at


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text[:300]))


def _like(letters: str, motto: str) -> bool:
    return letters == motto or (abs(len(letters) - len(motto)) <= 5 and _likeness(letters, motto) > _ALIKE)


def _likeness(letters: str, motto: str) -> float:
    """Return the share of the motto's runs of three letters that occur: a misread letter costs three of them."""
    runs = {letters[i : i + 3] for i in range(len(letters) - 2)}
    return len(runs & _RUNS[motto]) / len(_RUNS[motto])
