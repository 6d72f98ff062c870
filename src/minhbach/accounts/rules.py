"""Small rules of people and posts, without Django."""

import re
import unicodedata
from datetime import date

from minhbach.domain.text import fold, nfc, squeeze

_USERNAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{place:02x}" for place, letter in enumerate(_LETTERS, start=64)}
# The order of dictionaries: no tone, huyền, hỏi, ngã, sắc, nặng; letters are compared before tones.
_TONES = {"\u0300": "11", "\u0309": "12", "\u0303": "13", "\u0301": "14", "\u0323": "15"}


def clean_username(text: str) -> str:
    """Return a user name as stored: lower case, no surrounding space."""
    return squeeze(text).lower()


def is_username(text: str) -> bool:
    """True for 3–40 of a–z, 0–9, dot, hyphen and low line, with a letter or digit at both ends."""
    return 3 <= len(text) <= 40 and _USERNAME.fullmatch(text) is not None


def username_from(email: str) -> str:
    """Return a user name made from the part of an address before @: "Trần.An@vidu.vn" gives "tran.an"."""
    made = re.sub(r"[^a-z0-9._-]", "", fold(squeeze(email).partition("@")[0])).strip("._-")[:36]
    return made if len(made) >= 3 else f"quantri{made}"


def clean_email(text: str) -> str:
    """Return an e-mail address as stored and compared: NFC, lower case, no surrounding space."""
    return squeeze(text).lower()


def name_sort_key(name: str) -> str:
    """Return a text whose order is Vietnamese order by given name, then family name, then middle names.

    It holds only hexadecimal digits, so that every database orders it alike.
    """
    words = squeeze(name).lower().split()
    return "".join(_syllable_key(word) for word in [*words[-1:], *words[:-1]])


def _syllable_key(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), "10")
    plain = nfc("".join(mark for mark in decomposed if mark not in _TONES))
    return "".join(_RANK.get(letter, "30") for letter in plain) + tone


def searchable(*texts: str) -> str:
    """Return the folded form in which people are searched: `tran thi thu thu.tran thu@vidu.vn`."""
    return fold(" ".join(squeeze(text) for text in texts))


def overlap(from_a: date, until_a: date | None, from_b: date, until_b: date | None) -> bool:
    """True if two half-open stretches of days share a day; None means without end."""
    return (until_b is None or from_a < until_b) and (until_a is None or from_b < until_a)
