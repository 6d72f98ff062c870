"""The Vietnamese order of words as text that every database sorts alike."""

import re
import unicodedata

from minhbach.domain.text import nfc, squeeze

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{place:02x}" for place, letter in enumerate(_LETTERS, start=64)}
# The order of dictionaries: no tone, huyền, hỏi, ngã, sắc, nặng; all letters of a syllable come before its tone.
_TONES = {"\u0300": "11", "\u0309": "12", "\u0303": "13", "\u0301": "14", "\u0323": "15"}
_PIECES = re.compile(r"\d+|[^\W\d_]+")


def sort_key(text: str) -> str:
    """Return a key of hexadecimal digits whose order is that of a Vietnamese dictionary; numbers go by their value."""
    return "".join(_piece_key(piece) for piece in _PIECES.findall(squeeze(text).lower()))


def _piece_key(piece: str) -> str:
    if piece.isdecimal():
        number = str(int(piece))
        return f"30{len(number):02x}" + number + "10"
    decomposed = unicodedata.normalize("NFD", piece)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), "10")
    letters = nfc("".join(mark for mark in decomposed if mark not in _TONES))
    return "".join(_RANK.get(letter, "3f") for letter in letters) + tone
