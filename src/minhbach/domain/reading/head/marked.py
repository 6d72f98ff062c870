"""Settle the marks: secrecy anywhere in the document, urgency on its first page, and whether it is a draft."""

from minhbach.domain.reading.head.parts import Parts
from minhbach.domain.reading.head.stamped import secrecy_of


def settle_secrecy(parts: Parts) -> str | None:
    """Return the degree of secrecy that the document is marked with, or null."""
    found = parts.top.secrecy
    stamped = parts.source.marks.get("secrecy")
    if found:
        parts.note("secrecy_mark", found[1].line)
        return found[0]
    isolated = secrecy_of([line.text if not line.cells else "" for line in parts.source.lines])
    if isolated or stamped:
        parts.note("secrecy_mark", isolated[0] if isolated else None)
    return stamped or (isolated[1] if isolated else None)


def settle_urgency(parts: Parts) -> str | None:
    """Return the degree of urgency, or null."""
    found = parts.top.urgency
    return found[0] if found else parts.subject.urgency or parts.source.marks.get("urgency")


def is_draft(parts: Parts) -> bool:
    """True where the page says so, or where number or day were left open in a text that no hand can have filled in."""
    number, dating = parts.top.number, parts.top.dating
    blank = bool(number and number.blank) or bool(dating and dating.blank and dating.names_day)
    return parts.top.draft or parts.subject.draft or (blank and not parts.source.ocr)
