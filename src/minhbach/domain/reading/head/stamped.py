"""The marks of a whole document: secrecy anywhere in it, urgency in its head. Words about marks are none."""

import re
from collections.abc import Callable, Iterator, Sequence

from minhbach.domain.reading.head.marks import secrecy_mark, urgency_mark
from minhbach.domain.text import fold

_LONGEST = 200
_PIECES = re.compile(r"\s{3,}|\t+|\s*\|\s*")
_MOST_PIECES = 3
_NEAR = 15  # lines within which three degrees are a list of degrees
_HEAD_LINES = 18
# A line that breaks off so goes on with "mật": "bí mật", "bảo mật", "giải mật", "độ tối mật", "và mật".
_GOES_ON = re.compile(
    r"(?:^|\s|\W)(?:bi|bao|giai|do|muc|va|hoac|dau|chi|la|cac|loai|tai lieu|van ban|con dau)\W{0,2}$|,\s*$"
)
_LETTERHEAD = re.compile(r"cong hoa xa hoi chu nghia|doc lap\W+tu do|dang cong san viet nam")
_NUMBER = r"[Ss]ố\s?:?\s?\d*\s?/[\w.\-/Đ]+"
_DEGREE = r"(?:TUYỆT MẬT|TỐI MẬT|MẬT|M Ậ T)"
_BESIDE = re.compile(
    rf"^\W*(?P<first>{_DEGREE})\W+(?:CỘNG H[ÒO][ÀA]? XÃ HỘI|Độc lập|ĐỘC LẬP|{_NUMBER}|[^,\n]{{2,40}}, ngày)|"
    rf"(?:{_NUMBER}|Hạnh phúc|HẠNH PHÚC|VIỆT NAM|năm (?:19|20)\d\d)\W+(?P<last>{_DEGREE})\W*$"
)
_QUOTED = re.compile(r"^\s*[“\"'«].*[”\"'»][\s.,;]*$")
_LETTER = re.compile(r"^\W*[MẬT]\W*$")


def secrecy_of(lines: Sequence[str]) -> tuple[int, str] | None:
    """Return the first line that marks the document as secret, with the degree, or None.

    A mark stands by itself on a line or in a column of it, or beside the letterhead. Three different degrees close
    together are a list of degrees, as a law has it.
    """
    found = list(_found(lines, _secrecy_in))
    for at, degree in found:
        near = {other for place, other in found if abs(place - at) <= _NEAR}
        if len(near) < 3:
            return at, degree
    return None


def urgency_of(lines: Sequence[str]) -> str | None:
    """Return the degree of urgency that the head of a document bears, or None."""
    head = _head(lines)
    first = next(_found(lines[:head], _urgency_in), None)
    if first is None:
        return None
    return "Hỏa tốc" if first[1].startswith("Hỏa tốc") else first[1]


def _found(lines: Sequence[str], look: Callable[[str, bool], str | None]) -> Iterator[tuple[int, str]]:
    head = _head(lines)
    lettered = any(_LETTERHEAD.search(fold(line[:_LONGEST])) for line in lines[:head])
    before = ""
    for index, line in enumerate(lines):
        if line.strip():
            degree = look(line, lettered and index < head) if len(line) <= _LONGEST else None
            degree = degree or _down_the_page(lines, index, look)
            if degree and not _GOES_ON.search(fold(before[-20:]).rstrip()):
                yield index, degree
            before = line


def _head(lines: Sequence[str]) -> int:
    """Return where the head ends: after so many lines that say anything."""
    seen = 0
    for index, line in enumerate(lines):
        seen += bool(line.strip())
        if seen == _HEAD_LINES:
            return index + 1
    return len(lines)


def _secrecy_in(line: str, in_head: bool) -> str | None:
    if "Ậ" not in line and "ật" not in line and not _may_be_misread(line):
        return None
    beside = _BESIDE.search(line)
    if beside:
        return secrecy_mark(beside["first"] or beside["last"])
    return _in_pieces(line, secrecy_mark, in_head)


def _may_be_misread(line: str) -> bool:
    return any(word in line for word in ("MAT", "MÂT", "MẠT", "MẶT", "M A T", "M Â T", "MẬ", "M Ậ"))


def _urgency_in(line: str, in_head: bool) -> str | None:
    return _in_pieces(line, urgency_mark, in_head)


def _in_pieces(line: str, mark: Callable[[str], str | None], in_head: bool) -> str | None:
    whole = mark(line)
    if whole and not _QUOTED.match(line):
        return whole
    pieces = [piece for piece in _PIECES.split(line) if piece.strip()]
    if len(pieces) > _MOST_PIECES or _QUOTED.match(line):
        return None
    if len(pieces) > 1:
        return next((found for piece in pieces if (found := mark(piece))), None)
    # In the head, above the title, a stamp may be typed with one capital only.
    return mark(line.upper()) if in_head and len(line.strip()) <= 12 and line.strip()[:1].isupper() else None


def _down_the_page(lines: Sequence[str], index: int, look: Callable[[str, bool], str | None]) -> str | None:
    """Return a degree that is written one letter a line."""
    if not _LETTER.match(lines[index]) or index + 2 >= len(lines):
        return None
    return look("".join(line.strip() for line in lines[index : index + 3]), False)
