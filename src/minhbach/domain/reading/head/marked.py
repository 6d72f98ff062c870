"""Settle the marks: secrecy anywhere in the document, urgency on its first page, and whether it is a draft."""

from minhbach.domain.reading.head import marks
from minhbach.domain.reading.head.parts import Parts
from minhbach.domain.reading.source import Line
from minhbach.domain.text import fold

_LONGEST_MARK = 40


def settle_secrecy(parts: Parts) -> str | None:
    """Return the degree of secrecy that the document is marked with, or null."""
    found = parts.top.secrecy
    stamped = parts.source.marks.get("secrecy")
    if found:
        parts.note("secrecy_mark", found[1].line)
        return found[0]
    index = _isolated_secrecy(parts.source.lines)
    if index is not None or stamped:
        parts.note("secrecy_mark", index)
    return stamped or (marks.secrecy_mark(parts.source.lines[index].text) if index is not None else None)


def settle_urgency(parts: Parts) -> str | None:
    """Return the degree of urgency, or null."""
    found = parts.top.urgency
    return found[0] if found else parts.subject.urgency or parts.source.marks.get("urgency")


def is_draft(parts: Parts) -> bool:
    """True where the page says so, or where number or day were left open in a text that no hand can have filled in."""
    number, dating = parts.top.number, parts.top.dating
    blank = bool(number and number.blank) or bool(dating and dating.blank and dating.names_day)
    return parts.top.draft or parts.subject.draft or (blank and not parts.source.ocr)


def _isolated_secrecy(lines: tuple[Line, ...]) -> int | None:
    """Return the first line anywhere that consists of a degree of secrecy: annexes and last pages are stamped too."""
    before = ""
    for index, line in enumerate(lines):
        if _may_be_mark(line) and marks.secrecy_mark(line.text) and not _goes_on_from(before):
            return index
        before = line.text or before
    return None


def _may_be_mark(line: Line) -> bool:
    return len(line.text) <= _LONGEST_MARK and not line.cells and (line.text.isupper() or ":" in line.text)


def _goes_on_from(before: str) -> bool:
    """True where a line broke inside "bí mật" or "bảo mật"."""
    return fold(before[-6:]).rstrip().endswith(("bi", "bao"))
