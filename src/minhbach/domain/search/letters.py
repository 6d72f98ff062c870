"""One byte a letter: the form in which text is compared, counted and folded at the speed of copying memory.

Vietnamese has 67 lower-case letters with marks. With a byte for each of them, taking the marks off is one
`bytes.translate`, and a word is found by one `bytes.find`, so that hundreds of texts are compared in milliseconds.
"""

import codecs
import unicodedata

from minhbach.domain.text import nfc

_BARE = "abcdefghijklmnopqrstuvwxyz0123456789"
_MARKED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
BREAK = b"|"
"""Stands where a sentence, a clause or a line ends: no pair of syllables reaches across it."""
_BREAKS = '\n\r\x0b\x0c\x85\u2028\u2029.,;:!?()[]{}<>"“”„«»…•·|'
_DROPPED = b"\x02"
_FIRST_MARKED = 0x80


def _bare(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


_BYTES = {letter: ord(letter) for letter in _BARE} | {
    letter: _FIRST_MARKED + place for place, letter in enumerate(_MARKED)
}
_LETTERS = "".join(
    next((letter for letter, byte in _BYTES.items() if byte == place), chr(place) if place < 0x80 else "\ufffe")
    for place in range(256)
)
_FOLD = bytes(_BYTES[_bare(_LETTERS[b])] if _LETTERS[b] in _MARKED else b for b in range(256))


def _byte_of(code: int) -> int | None:
    """Return the byte of a character; None for letters of other scripts, which are spelled out by their code."""
    letter = chr(code)
    if letter in _BREAKS:
        return BREAK[0]
    low = letter.lower()
    if low in _BYTES:
        return _BYTES[low]
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return _DROPPED[0]
    if not letter.isalnum():
        return ord(" ")
    # Letters of Vietnam's neighbours and of the West: ç, ñ, ü count as the letter under the mark.
    return _BYTES.get(unicodedata.normalize("NFKD", low)[0])


_TABLE = {code: byte for code in range(0x3000) if (byte := _byte_of(code)) is not None}


def _spell_out(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    letters = error.object[error.start : error.end]
    return "".join(f"x{ord(c):x}x" if c.isalnum() else " " for c in letters), error.end


codecs.register_error("minhbach.spell_out", _spell_out)


def in_bytes(text: str) -> bytes:
    """Return text in lower case, a byte a letter: what is no letter or digit is a space or `BREAK`.

    Letters of other scripts (Khmer, Chinese) are spelled out by their code, so that they are found as well.
    """
    encoded, _ = codecs.charmap_encode(nfc(text), "minhbach.spell_out", _TABLE)
    return encoded.translate(None, _DROPPED)


def in_letters(words: bytes) -> str:
    """Return what `in_bytes` made, as letters again."""
    return codecs.charmap_decode(words, "strict", _LETTERS)[0]


def without_marks(words: bytes) -> bytes:
    """Return the words with each letter bare (đ is d)."""
    return words.translate(_FOLD)


def has_marks(word: bytes) -> bool:
    """Tell whether a word has a letter that is written with a mark."""
    return not word.isascii()
