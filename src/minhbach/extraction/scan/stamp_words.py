"""What the letters of a stamp say: a degree of secrecy or of urgency, nothing of the kind, or what a person must see.

A row of letters was read in several ways. "MẬT" (secret) and "MẤT" (lost) differ by the marks on one letter, so short
words are told by their marks: readings that agree are believed, those that do not are left to a person.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from minhbach.domain.text import fold

_LONG = (
    ("secrecy", "Tuyệt mật", "tuyetmat"),
    ("secrecy", "Tối mật", "toimat"),
    ("urgency", "Thượng khẩn", "thuongkhan"),
    ("urgency", "Hỏa tốc", "hoatoc"),
)
_SHORT = (("secrecy", "Mật", "mat"), ("urgency", "Khẩn", "khan"))
_ALIKE = 0.74
_PIECE = 2  # letters: so few a word are one that is set wide
_FRAME = re.compile(r"^[ijlt]?(mat|khan)[ijl]?$")
"""A short word, with what is left of the frame beside it."""
_DOT_BELOW, _ACUTE, _GRAVE, _HOOK, _TILDE = "\u0323", "\u0301", "\u0300", "\u0309", "\u0303"
_RIGHT_TONE = {"mat": _DOT_BELOW, "khan": _HOOK}
_TONES = frozenset({_DOT_BELOW, _ACUTE, _GRAVE, _HOOK, _TILDE})

Row = Sequence[Sequence[str]]
"""The words of one row, once for each way of reading it."""
Mark = tuple[str, str, bool]
"""Kind, name, and whether it is sure."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one stamp reads: its rows, and whether it stands over a seal, which leaves little of it to be read."""

    rows: Sequence[Row]
    over_seal: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stamps say: "secrecy" and "urgency" in the words of the law, and whether one of them may be a mark of
    secrecy that only a person can read."""

    marks: dict[str, str] = field(default_factory=dict)
    is_doubtful: bool = False

    def beside(self, other: "Stamp") -> "Stamp":
        """Return what these and other stamps of the same page say; where two say different things, the other ones."""
        marks = self.marks | other.marks
        return Stamp(marks, (self.is_doubtful or other.is_doubtful) and "secrecy" not in marks)


def said_by(stamps: Iterable[Reading]) -> Stamp:
    """Return what stamps say."""
    marks: dict[str, str] = {}
    is_doubtful = False
    for stamp in stamps:
        found = [mark for row in _with_whole(stamp.rows) if (mark := _long_mark(row) or _short_mark(row))]
        for kind, name, is_sure in found:
            if is_sure:
                marks[kind] = _graver(marks.get(kind, ""), name)
        is_doubtful |= any(kind == "secrecy" and not is_sure for kind, _name, is_sure in found)
        is_doubtful |= stamp.over_seal and not any(is_sure for _kind, _name, is_sure in found)
    return Stamp(marks, is_doubtful and "secrecy" not in marks)


def _with_whole(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a stamp, and all of them as one: "TUYỆT" may stand above "MẬT"."""
    if len(rows) < 2:
        return list(rows)
    return [*rows, [[word for row in rows for word in row[way]] for way in range(len(rows[0]))]]


def _graver(one: str, other: str) -> str:
    """Return the graver of two degrees: "Mật" is the end of "Tối mật" too."""
    names = [name for _kind, name, _letters in (*_LONG, *_SHORT)]
    return min((name for name in (one, other) if name), key=names.index)


def _long_mark(row: Row) -> Mark | None:
    """Return a mark of two words that some way of reading gives; they are long enough to bear a wrong letter."""
    for words in row:
        texts = [letters for word in words if (letters := _plain(word))]
        joined = _set_wide(texts)
        runs = [a + b for texts in (texts, joined) for a, b in zip(texts, texts[1:], strict=False)] + texts + joined
        for kind, name, letters in _LONG:
            if any(_is_like(run, letters) for run in runs):
                return kind, name, True
    return None


def _is_like(run: str, letters: str) -> bool:
    return len(run) >= len(letters) - 1 and SequenceMatcher(None, run, letters).ratio() >= _ALIKE


def _short_mark(row: Row) -> Mark | None:
    """Return a mark of one word that stands alone, sure where the signs above and below its letters leave no doubt."""
    for kind, name, letters in _SHORT:
        found = [tone for words in row if (tone := _tone_alone(words, letters)) is not None]
        if not found:
            continue
        right = found.count(_RIGHT_TONE[letters])
        bare, wrong = found.count(""), len(found) - right - found.count("")
        if right > wrong or (not wrong and bare):
            return kind, name, True
        if right or bare or len(found) < len(row) or len(set(found)) > 1:
            return kind, name, False
    return None


def _tone_alone(words: Sequence[str], letters: str) -> str | None:
    """Return the tone of a short word that stands in a row by itself ("" where it has none), None where it does not."""
    texts = [word for word in words if sum(c.isalpha() for c in word) > 1]
    texts = texts if texts else ["".join(words)]
    if len(texts) != 1:
        return None
    match = _FRAME.match(_plain(texts[0]))
    if match is None or match[1] != letters:
        return None
    marks = [c for c in unicodedata.normalize("NFD", texts[0]) if c in _TONES]
    return marks[0] if marks else ""


def _plain(word: str) -> str:
    return "".join(c for c in fold(word) if c.isalpha())


def _set_wide(texts: Sequence[str]) -> list[str]:
    """Return words whose letters stand apart, as "T Ố I  M Ậ T": runs of pieces of a letter or two, joined."""
    joined = "".join(text if len(text) <= _PIECE else " " for text in texts)
    return [run for run in joined.split() if len(run) > _PIECE]
