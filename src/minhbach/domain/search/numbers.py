"""Numbers of documents, whole, in part and in careless spelling: 54/2025/NQ-HĐND = 54 2025 nq hdnd = số 54/2025/NQHĐND.

A number becomes one key: the number, the year where it has one, and the letters of its symbol run together, bare.
"""

import re
from collections.abc import Iterator, Sequence

from minhbach.domain.search.letters import BREAK, in_bytes, in_letters, without_marks

_YEAR = re.compile(rb"(19|20)\d\d\Z")
_PIECE = re.compile(rb"[a-z0-9]+")
# In running text only what is written with a stroke after its number: 1408/QĐ-TTg, 01/2026/QH16.
_IN_TEXT = re.compile(r"\b\d{1,6}(?:/\d{4})?/[A-ZĐ][\w.]*(?:-[\w.&]+)*")
_LONGEST_SYMBOL = 5
_LONGEST_PIECE = 25
"""Letters of a part of a number that count: what is longer is no symbol, and PostgreSQL keeps no endless lexeme."""
_LONGEST_BEFORE = 4
"""Letters of a symbol that people put before the number: QĐ, NQ, TTLT; longer ones are words."""


def key_of(number: str) -> str:
    """Return the key of a whole number; "" if it does not begin with digits."""
    return max(_keys_from(_pieces(number)), key=len, default="")


def part_keys_of(number: str) -> tuple[str, ...]:
    """Return the keys of a number and of its beginnings, with and without the year, the whole one first."""
    pieces = _pieces(number)
    keys = set(_keys_from(pieces))
    if len(pieces) > 2 and _YEAR.match(pieces[1]):
        keys.update(_keys_from([pieces[0], *pieces[2:]]))
    return tuple(sorted(keys, key=len, reverse=True))


def keys_mentioned(text: str) -> frozenset[str]:
    """Return the keys of the numbers that a text speaks of."""
    return frozenset(key_of(number) for number in _IN_TEXT.findall(text))


def keys_asked(words: Sequence[bytes]) -> Iterator[tuple[str, int, int]]:
    """Yield what in a question may be a number, longest first: its key, and where its words begin and end."""
    bare = [without_marks(word) for word in words]
    found: list[tuple[str, int, int]] = []
    for place, word in enumerate(bare):
        if not word.isdigit():
            continue
        stretch = bare[place : place + 2 + _LONGEST_SYMBOL]
        end = stretch.index(BREAK) if BREAK in stretch else len(stretch)
        found.extend((key, place, place + length) for length, key in _beginnings(stretch[:end]))
        found.extend(_symbol_before(bare, place, dated=end > 1 and _YEAR.match(stretch[1]) is not None))
    yield from sorted(found, key=lambda one: -len(one[0]))


def _symbol_before(bare: Sequence[bytes], place: int, *, dated: bool) -> Iterator[tuple[str, int, int]]:
    """Yield the key of a number whose symbol stands before it: "QĐ số 1408", "NQ 07/2026"."""
    start = place - 2 if bare[max(0, place - 1)] == b"so" else place - 1
    if start >= 0 and bare[start].isalpha() and len(bare[start]) <= _LONGEST_BEFORE:
        end = place + 1 + dated
        *_shorter, (_length, key) = _beginnings([*bare[place:end], bare[start]])
        yield key, start, end


def _pieces(number: str) -> list[bytes]:
    return _PIECE.findall(without_marks(in_bytes(number)))


def _keys_from(pieces: Sequence[bytes]) -> Iterator[str]:
    return (key for _length, key in _beginnings(pieces))


def _beginnings(pieces: Sequence[bytes]) -> Iterator[tuple[int, str]]:
    if not pieces or not pieces[0].isdigit():
        return
    pieces = [piece[:_LONGEST_PIECE] for piece in pieces]
    key = in_letters(pieces[0].lstrip(b"0") or b"0")
    yield 1, key
    used = 1
    if len(pieces) > 1 and _YEAR.match(pieces[1]):
        used, key = 2, f"{key}/{in_letters(pieces[1])}"
        yield used, key
    key += "/"
    for piece in pieces[used : used + _LONGEST_SYMBOL]:
        if piece.isdigit():
            return
        used, key = used + 1, key + in_letters(piece)
        yield used, key
