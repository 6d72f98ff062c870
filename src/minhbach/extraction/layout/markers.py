"""What a paragraph of an administrative document starts with: a number, a letter, a dash (Decree 30/2020, Annex I)."""

import re

MARKER = re.compile(
    r"^(?:[-–—+•*]\s|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)](?:\s|$)|\d{1,3}(?:\.\d{1,3}){1,4}\s|\(?[a-zđ]{1,2}[.)](?:\s|$)|"
    r"\(?[IVX]{1,6}[.)](?:\s|$)|[A-ZĐ][.)]\s|(?:Điều|Khoản|Chương|Mục|Phần|Phụ lục)\s+(?:\d+|[IVX]+)\b)"
)
BARE_MARKER = re.compile(
    r"^(?:[-–—+•*]|\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|\(?[a-zđ]{1,2}[.)]|\(?[IVX]{1,6}[.)]|[A-ZĐ][.)])$"
)
ENDED = re.compile(r"[.;:!?…][\"”’)]*$|\./\.?$")


def starts_paragraph(text: str) -> bool:
    """Say whether a line starts with a number, a letter or a dash."""
    return bool(MARKER.match(text))


def is_only_marker(text: str) -> bool:
    """Say whether a piece is a number or a dash alone, which belongs to what stands right of it."""
    return bool(BARE_MARKER.match(text))


def is_ended(text: str) -> bool:
    """Say whether a line ends where a sentence or an item ends."""
    return bool(ENDED.search(text.rstrip()))
