"""Text whose font is not known: is it TCVN3 or VNI? By what its words become, line by line.

A line is taken for one only where nearly all its words with marks become Vietnamese syllables that they are not as they
stand. So French, German, formulas and Unicode text stay as they are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minhbach.extraction.legacy.syllables import is_syllable
from minhbach.extraction.legacy.tables import Encoding, to_unicode

_WORD = re.compile(r"[A-Za-z\xa1-\xff\u03bc\u2212\u2219]+")
_MARKED = re.compile(r"[\xa1-\xff]")
_BEYOND = re.compile(r"[\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]")
_LETTERS = re.compile(r"[^\W\d_]+")
# "MËT" is typed in capitals, of which the one with a tone does not exist: two capitals and no small letter say so.
_WORD_OF_CAPITALS = re.compile(r"(?<![^\W\d_])(?=(?:[^\W\d_]*[A-Z]){2})[A-Z\u00c0-\u1ef9]+(?![^\W\d_])")
_UNIT = re.compile(r"(?<![^\W\d_])(\xb5(?:[mglLsAVFW]))(?![^\W\d_])")
_LEAST = 4  # different words with marks, before a text is taken for one of them
_SURE, _LIKELY = 0.85, 0.6
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Typed:
    """How a document was typed. `whole`: nothing in it is Unicode, so that words that could be either are not."""

    encoding: Encoding
    whole: bool


def typed_as(texts: Iterable[str]) -> Typed | None:
    """Return how texts that stand together were typed, where enough of their words say so; None for any others."""
    sample = "\n".join(texts)[:_SAMPLE]
    lines = [_looks(line) for line in sample.split("\n")]
    found = {encoding: _words_of(lines, encoding) for encoding in Encoding}
    best = max(Encoding, key=lambda encoding: len(found[encoding]))
    became = sum(1 for word in found[best] if _all_syllables(to_unicode(word, best)))
    if len(found[best]) < _LEAST or became < _SURE * len(found[best]):
        return None
    return Typed(best, whole=not is_beyond(sample))


def is_beyond(text: str) -> bool:
    """Say whether a text has letters of Unicode that no old font has: then it was not typed for one."""
    return _BEYOND.search(text) is not None


def mended(text: str, typed: Typed | None) -> str:
    """Return a text with its lines in Unicode that were typed so; lines of another kind stay as they are.

    :param typed: of the whole document.
    """
    if typed is None or not _MARKED.search(text):
        return text
    return "\n".join(_mended_line(line, typed) for line in text.split("\n"))


def mended_all(texts: Sequence[str]) -> list[str]:
    """Return texts that stand together, mended where they were typed so."""
    typed = typed_as(texts)
    return [mended(text, typed) for text in texts]


def mended_pieces(pieces: Sequence[str], typed: Typed | None) -> list[str]:
    """Return the pieces of one paragraph, as runs of different type part it, mended where the whole was typed so."""
    whole = "".join(pieces)
    if typed is None or not _is_so(whole, typed):
        return list(pieces)
    return [to_unicode(piece, typed.encoding, capital=_is_in_capitals(whole)) for piece in pieces]


def _mended_line(line: str, typed: Typed) -> str:
    if not _is_so(line, typed):
        return line
    parts = _UNIT.split(line)
    found = "".join(part if at % 2 else to_unicode(part, typed.encoding) for at, part in enumerate(parts))
    return found.upper() if _is_in_capitals(line) else _WORD_OF_CAPITALS.sub(lambda word: word[0].upper(), found)


def _is_so(line: str, typed: Typed) -> bool:
    """Say whether a line of a document that was typed so was typed so too: easier than of a line by itself."""
    looks = _looks(line, (typed.encoding,)).get(typed.encoding)
    if looks is None:
        return False
    return looks.share >= _LIKELY and (typed.whole or looks.were < len(looks.words))


def _is_in_capitals(line: str) -> bool:
    return len(re.findall("[A-Z]", line)) >= 2 and not re.search("[a-z]", line)


@dataclass(slots=True)
class _Looks:
    """How the words with marks of a text come out: as syllables, and which of these are syllables as they stand."""

    words: set[str]
    became: int = 0
    were: int = 0

    @property
    def share(self) -> float:
        return self.became / len(self.words) if self.words else 0.0

    @property
    def is_likely(self) -> bool:
        return bool(self.words) and self.share >= _LIKELY and self.were * 2 <= len(self.words)


def _looks(line: str, encodings: Sequence[Encoding] = tuple(Encoding)) -> dict[Encoding, _Looks]:
    if not _MARKED.search(line) or _BEYOND.search(line):
        return {}
    # A sign that stands alone, as × or µ does in formulas, says nothing.
    marked = (word for word in _WORD.findall(line) if len(word) > 1 and _MARKED.search(word))
    words = {word for word in marked if not _UNIT.fullmatch(word)}
    return {encoding: _judged(words, encoding) for encoding in encodings}


def _judged(words: set[str], encoding: Encoding) -> _Looks:
    looks = _Looks(words)
    for word in words:
        looks.became += _all_syllables(to_unicode(word, encoding))
        looks.were += _all_syllables(word)
    return looks


def _all_syllables(word: str) -> bool:
    """Say whether all letters of a word stand in syllables and nothing else stands in it."""
    parts = _LETTERS.findall(word)
    return "".join(parts) == word and all(map(is_syllable, parts))


def _words_of(lines: "Iterable[dict[Encoding, _Looks]]", encoding: Encoding) -> set[str]:
    """Return the different words with marks of the lines that were likely typed so."""
    return {word for line in lines if encoding in line and line[encoding].is_likely for word in line[encoding].words}
