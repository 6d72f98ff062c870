"""What the letters of TCVN3 and VNI fonts mean.

TCVN3 (TCVN 5712:1993, the fonts named .Vn…) has one character a letter and no capitals with tones: fonts whose name
ends with H draw small letters as capitals. VNI writes most letters as a vowel and a mark behind it, small or capital.
"""

import re
import unicodedata
from enum import StrEnum


class Encoding(StrEnum):
    """How a text was typed."""

    TCVN3 = "tcvn3"
    VNI = "vni"


_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"
_TONES = (_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT)

# Of each vowel: its letters with no tone, then with grave, hook, tilde, acute and dot below.
_TCVN3_ROWS = {
    "a": " \xb5\xb6\xb7\xb8\xb9", "ă": "\xa8\xbb\xbc\xbd\xbe\xc6", "â": "\xa9\xc7\xc8\xc9\xca\xcb",
    "e": " \xcc\xce\xcf\xd0\xd1", "ê": "\xaa\xd2\xd3\xd4\xd5\xd6", "i": " \xd7\xd8\xdc\xdd\xde",
    "o": " \xdf\xe1\xe2\xe3\xe4", "ô": "\xab\xe5\xe6\xe7\xe8\xe9", "ơ": "\xac\xea\xeb\xec\xed\xee",
    "u": " \xef\xf1\xf2\xf3\xf4", "ư": "\xad\xf5\xf6\xf7\xf8\xf9", "y": " \xfa\xfb\xfc\xfd\xfe",
}  # fmt: skip
_TCVN3_CAPITALS = dict(zip("\xa1\xa2\xa3\xa4\xa5\xa6\xa7", "ĂÂÊÔƠƯĐ", strict=True))
# Programs that make PDFs give these signs for the soft hyphen, the middle dot and the micro sign of the font.
_TCVN3_ALSO = {"\u2212": "ư", "\u2219": "ã", "\u03bc": "à"}

# Behind a vowel: what each mark of VNI makes of it.
_VNI_MARKS = {
    "\xf8": _GRAVE, "\xfb": _HOOK, "\xf5": _TILDE, "\xf9": _ACUTE, "\xef": _DOT,
    "\xe2": "\u0302", "\xe0": "\u0302" + _GRAVE, "\xe5": "\u0302" + _HOOK, "\xe3": "\u0302" + _TILDE,
    "\xe1": "\u0302" + _ACUTE, "\xe4": "\u0302" + _DOT,
    "\xea": "\u0306", "\xe8": "\u0306" + _GRAVE, "\xfa": "\u0306" + _HOOK, "\xfc": "\u0306" + _TILDE,
    "\xe9": "\u0306" + _ACUTE, "\xeb": "\u0306" + _DOT,
}  # fmt: skip
_VNI_ALONE = {
    "\xf4": "ơ", "\xf6": "ư", "\xf1": "đ", "\xec": "ì", "\xed": "í", "\xe6": "ỉ", "\xf3": "ĩ", "\xf2": "ị", "\xee": "ỵ",
}  # fmt: skip
_BREVES = "aA"  # of all vowels the only one with a breve, so the marks with one mean nothing behind others
_CIRCUMFLEXES = "aAeEoO"
_TONED = "aAeEiIoOuUyY\xf4\xd4\xf6\xd6"


def _nfc(letter: str, marks: str) -> str:
    return unicodedata.normalize("NFC", letter + marks)


def _tcvn3() -> dict[str, str]:
    table = dict(_TCVN3_CAPITALS)
    for vowel, row in _TCVN3_ROWS.items():
        table |= {code: _nfc(vowel, tone) for code, tone in zip(row, ("", *_TONES), strict=True) if code != " "}
    return table | {"\xae": "đ"} | _TCVN3_ALSO


def _vni() -> dict[str, str]:
    table = dict(_VNI_ALONE) | {code.upper(): letter.upper() for code, letter in _VNI_ALONE.items()}
    for vowel in _TONED:
        for code, marks in _VNI_MARKS.items():
            if ("\u0306" in marks and vowel not in _BREVES) or ("\u0302" in marks and vowel not in _CIRCUMFLEXES):
                continue
            # The vowel decides whether the letter is a capital: many typed the mark of the other case.
            letter = _nfc(table.get(vowel, vowel), marks)
            table |= {vowel + code: letter, vowel + code.upper(): letter}
    return table


TABLES = {Encoding.TCVN3: _tcvn3(), Encoding.VNI: _vni()}
_LONGEST_FIRST = {
    encoding: re.compile("|".join(re.escape(code) for code in sorted(table, key=len, reverse=True)))
    for encoding, table in TABLES.items()
}
_BESIDE_A_LETTER = re.compile(r"(?<=[^\W\d_])[\u2212\u2219]|[\u2212\u2219](?=[^\W\d_])")


def to_unicode(text: str, encoding: Encoding, *, capital: bool = False) -> str:
    """Return a text that was typed for such a font in Unicode, whatever it looks like.

    :param capital: the font draws all letters as capitals.
    """
    table = TABLES[encoding]
    kept = _LONGEST_FIRST[encoding].sub(lambda found: _letter(found, table), text)
    return kept.upper() if capital else kept


def _letter(found: "re.Match[str]", table: dict[str, str]) -> str:
    """Return what a code means; a minus or a dot stays one where no letter stands beside it."""
    code = found[0]
    if code in "\u2212\u2219" and not _BESIDE_A_LETTER.match(found.string, found.start()):
        return code
    return table[code]
