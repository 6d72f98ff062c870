"""Numbers of identity papers inside what people wrote: covered where pages show the words, told to who says why.

A number counts as one where it looks like a căn cước, stands behind the name of an old paper, or of a passport. Sums of
money and telephone numbers are left as they are; a number written out in words is not found.
"""

import re

from minhbach.intake.rules import masked

CITIZEN = re.compile(r"(?<![\d.,])\d{3}([ -]?)\d{3}\1\d{3}\1\d{3}(?!\d)(?!\s*(?:đồng|đ\b|VND|VNĐ))")
"""Căn cước: twelve digits, in one or in threes."""
OLD_CARD = re.compile(
    r"\b(?:chứng minh(?: nhân dân| thư)?|cmnd|cmt|cccd|căn cước|giấy tờ)\b[^\n\d]{0,30}"
    r"(\d{3}([ -]?)\d{3}\2\d{3})(?!\d|\2\d{3}(?!\d))",
    re.IGNORECASE,
)
PASSPORT = re.compile(r"\b(?:hộ chiếu|passport)\b[^\n]{0,30}?\b([A-Z]{1,2}\d{6,8})\b", re.IGNORECASE)
_KINDS = ((CITIZEN, 0), (OLD_CARD, 1), (PASSPORT, 1))


def identity_numbers_in(*texts: str) -> tuple[str, ...]:
    """Return the numbers in some texts, each once, as written but without spaces and hyphens."""
    spans = (text[start:end] for text in texts for start, end in _places(text))
    return tuple(dict.fromkeys(_signs(one) for one in spans))


def covered(text: str) -> str:
    """Return the text with the last four signs alone of each number: "số căn cước ••••2345"."""
    for start, end in reversed(_places(text)):
        text = text[:start] + masked(_signs(text[start:end])) + text[end:]
    return text


def _places(text: str) -> list[tuple[int, int]]:
    """Return where the numbers stand, in order; none inside another."""
    found = (match.span(group) for pattern, group in _KINDS for match in pattern.finditer(text))
    places: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not places or start >= places[-1][1]:
            places.append((start, end))
    return places


def _signs(number: str) -> str:
    return re.sub(r"[ -]", "", number)
