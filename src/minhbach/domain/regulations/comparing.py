"""What an agency changed in a model's text, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s]+")


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words, and whether it is in both texts or in one."""

    change: Change
    words: str


def pieces_between(before: str, after: str) -> list[Piece]:
    """Return both texts as one, in pieces: what stayed, what went (before what came in its place), what came."""
    old, new = _WORDS.findall(before.strip()), _WORDS.findall(after.strip())
    pieces = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece(Change.SAME, "".join(old[a:b])))
            continue
        pieces += [Piece(Change.DROPPED, "".join(old[a:b]))] if b > a else []
        pieces += [Piece(Change.ADDED, "".join(new[c:d]))] if d > c else []
    return pieces
