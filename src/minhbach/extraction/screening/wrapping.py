"""Line ends that only the width of the page forced: taken as spaces, so that names and addresses are whole."""

import re

from minhbach.extraction.screening.facts.surnames import is_surname

_LEAST = 38  # characters of a line that may have been full
_ITEM = re.compile(r"\s*(?:[-+*•–]|\d{1,3}[.)]|[a-zđ][.)]|[ivxIVX]{1,4}[.)]|Điều \d|Mục \d|Khoản \d|Chương )")
_LABELLED = re.compile(r"\s*[^\W\d_][^:\n]{0,40}:(?:\s|$)")
_ENDED = re.compile(r"[.;:!?/|\t]\s*$|\./\.\s*$")
_UNFINISHED = re.compile(
    r"(?:^|[\s(,.])(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]háu|[Cc]ụ|ong|ba|xã|phường|thị trấn|huyện|quận|thành phố|tỉnh|"
    r"thôn|ấp|bản|xóm"
    r"|buôn|tổ|tổ dân phố|khu phố|đường|phố|ngõ|ngách|hẻm|số|số nhà|P\.|Q\.|TP\.?|xa|phuong|huyen|quan|tinh|thon|so|"
    r"duong|và|tên|là)\s*$"
)
_LAST_WORDS = re.compile(r"(\S+)\s+([^\W\d_]+)\s*$")
_TITLES = frozenset(("ông", "bà", "anh", "chị", "cháu", "cụ", "em", "cô", "chú", "bác", "ong"))


def without_forced_line_ends(text: str) -> str:
    """Return the text, as long as it was, with a space for every line end inside a sentence.

    A line end is forced where the next line goes on in small letters, where the line breaks off in mid-name, or where
    the lines around are all about as long and the next word would not have fitted.
    """
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    full = _full_lines(lines)
    joined = [lines[0]]
    for index in range(1, len(lines)):
        above, below = lines[index - 1], lines[index]
        joined.append(" " if _goes_on(above, below, fits=index - 1 not in full) else "\n")
        joined.append(below)
    return "".join(joined)


def _goes_on(above: str, below: str, *, fits: bool) -> bool:
    if len(above) < _LEAST or not below.strip() or "|" in below or "\t" in below or "   " in below.strip():
        return False
    if _ENDED.search(above) or _ITEM.match(below) or "   " in above.strip() or above.isupper() or below.isupper():
        return False
    first = below.lstrip()[:1]
    if first.islower() or first in ",)":
        return not _LABELLED.match(below)
    return _breaks_off(above) or (not fits and not _LABELLED.match(below))


def _breaks_off(line: str) -> bool:
    """Say whether a line ends where something must follow: "ông", "xã", or a family name behind a title."""
    if _UNFINISHED.search(line):
        return True
    last = _LAST_WORDS.search(line)
    return last is not None and last[1].lower() in _TITLES and is_surname(last[2])


def _full_lines(lines: list[str]) -> set[int]:
    """Return the lines of evenly long blocks whose next word would not have fitted."""
    full: set[int] = set()
    start = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and lines[index].strip():
            continue
        block = range(start, index)
        start = index + 1
        if len(block) < 3:
            continue
        width = max(len(lines[at]) for at in block)
        broken = {at for at in block[:-1] if len(lines[at]) + 1 + _first_word(lines[at + 1]) > width}
        if 2 * len(broken) >= len(block) - 1 and len(broken) >= 2:
            full |= broken
    return full


def _first_word(line: str) -> int:
    words = line.split(maxsplit=1)
    return len(words[0]) if words else 0
