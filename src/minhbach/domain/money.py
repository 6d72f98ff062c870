"""Amounts of money as people here type them: 3.000.000, 3 triệu, 1,2 tỷ, 3000000 đồng."""

import re
from decimal import Decimal

from minhbach.domain.text import fold, squeeze

MOST = 10**16
"""No amount of a plan comes near ten million tỷ đồng; a longer row of digits is a slip of the finger."""
_WORDS = {"nghin": 10**3, "ngan": 10**3, "trieu": 10**6, "tr": 10**6, "ty": 10**9, "ti": 10**9}
_CURRENCY = re.compile(r"\s*(?:dong|vnd|vnđ|d)$")
_GROUPED = re.compile(r"\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"(\d+)[.,](\d{1,2})")
_PART = re.compile(r"([\d., ]*\d)\s*(ty|ti|trieu|tr|nghin|ngan)?(?![a-z])")


class NotAnAmount(ValueError):
    """The typed text is no amount of whole đồng."""


def typed_amount(text: str) -> int:
    """Return the amount in đồng that a person typed.

    Dots, commas or spaces stand between groups of three digits; before a word like "triệu", a dot or comma followed
    by one or two digits is a decimal mark ("1,2 tỷ"). Words may follow each other from large to small.

    :raises NotAnAmount: if it can be read in two ways or in none, is negative, too long, or not whole đồng.
    """
    rest = _CURRENCY.sub("", fold(squeeze(text)))
    if not rest:
        raise NotAnAmount(text)
    total, smallest, place = Decimal(0), 0, 0
    while place < len(rest):
        part = _PART.match(rest, place)
        unit = _WORDS.get(part[2] or "", 1) if part else 0
        if part is None or (smallest and unit >= smallest):
            raise NotAnAmount(text)
        total += _number(part[1], with_word=bool(part[2])) * unit
        smallest, place = unit, part.end()
        place += len(rest[place:]) - len(rest[place:].lstrip())
    if total != int(total) or total > MOST:
        raise NotAnAmount(text)
    return int(total)


def _number(text: str, *, with_word: bool) -> Decimal:
    if text.isdecimal() and text.isascii():
        return Decimal(text)
    if _GROUPED.fullmatch(text) and not (with_word and text.count(",") == 1):
        return Decimal(re.sub(r"[., ]", "", text))
    decimal = _DECIMAL.fullmatch(text) if with_word else None
    if decimal is None:
        # "3,500 triệu" is three and a half million to one reader and three and a half billion to another.
        raise NotAnAmount(text)
    return Decimal(f"{decimal[1]}.{decimal[2]}")
