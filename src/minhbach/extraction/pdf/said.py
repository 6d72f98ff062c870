"""Which lines say something that a text does not say already."""

import re
from collections.abc import Iterable

from minhbach.domain.text import fold

_WORD = re.compile(r"\w+")
_LONG_NUMBER = 4  # digits: a longer one that is not in the text is always worth saying


def unsaid(lines: Iterable[str], text: str) -> list[str]:
    """Return the lines that a text does not hold word for word."""
    known = _squeezed(text)
    return [line for line in lines if _squeezed(line) not in known]


def unlike(lines: Iterable[str], text: str) -> list[str]:
    """Return the lines of which more than a third of the words, or a number, are nowhere in a text.

    For words that were read twice, once by a recogniser of another program.
    """
    known = set(_WORD.findall(fold(text)))
    kept = []
    for line in lines:
        words = _WORD.findall(fold(line))
        strange = [word for word in words if word not in known]
        if 3 * len(strange) > len(words) or any(len(word) > _LONG_NUMBER and word.isdigit() for word in strange):
            kept.append(line)
    return kept


def _squeezed(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))
