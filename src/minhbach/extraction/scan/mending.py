"""Marks that a recogniser lost: "công bô" is put back to "công bố" where the words beside leave no other choice.

Print of some years, faint or small, loses marks above letters, and the recogniser is sure of what it sees then. A
syllable is changed only where its neighbour never stands beside it and stands often beside the one with more marks, in
words as agencies write them (`pairs.txt`). Where hardly any text has the syllable, as "tỉn", and it is no name, marks
that specks made are taken away too. Letters and numbers never change, nor a syllable that is common by itself.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from minhbach.domain.text import fold, lower_one_tone
from minhbach.extraction.scan.tesseract import Read
from minhbach.extraction.scan.year_names import year_name

PAIRS = Path(__file__).with_name("pairs.txt")
MENDED = 0.8  # a mended word is never surer than that, so that a person sees it
_OFTEN = 4  # how often a pair must stand in the known words
_VERY_OFTEN = 12  # the same where the syllable that was read is common by itself
_CLEARLY = 4  # how much more often than any other spelling
_RARE = 10  # how often a syllable may stand in the known words that is still taken for misread
_LEAST_LETTERS = 2
_LOOKS, _MEANT = "\u0302\u0301", "\u0302\u0309"  # an acute above a circumflex, a hook there
_CORE = re.compile(r"^(\W*)([^\W\d_]+)(\W*)$")
_STROKES = re.compile(r"^([HIl1|]{1,3})([.,;:)]?)$")
_ENDS = re.compile(r"[.;:!?)]$")
_EARLY = {
    late: early
    for lates, earlies in (("oà oá oả oã oạ", "òa óa ỏa õa ọa"), ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
                           ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"))
    for late, early in zip(lates.split(), earlies.split(), strict=True)
}  # fmt: skip
_LATE_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_EARLY)})$")
_STANDS_ALONE = frozenset(
    {"mươi", "kê", "kế", "thế", "thẻ", "can", "đê", "bay", "đau", "tù", "kiêm", "đôi", "lăm", "rưỡi", "lẻ", "mốt", "tư"}
)
"""Syllables that are right beside almost anything: numbers above all."""


@dataclass(frozen=True, slots=True)
class Known:
    """How often pairs and single syllables stand in words that are spelled right, and spellings by what is left
    without marks."""

    pairs: Mapping[tuple[str, str], int]
    alone: Mapping[str, int]
    spellings: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def known_words() -> Known:
    """Return the words that `pairs.txt` holds."""
    pairs: dict[tuple[str, str], int] = {}
    alone: dict[str, int] = {}
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        *words, count = line.split()
        if len(words) == 2:
            pairs[words[0], words[1]] = int(count)
        else:
            alone[words[0]] = int(count)
    spellings: dict[str, set[str]] = {}
    for word in alone:
        spellings.setdefault(fold(word), set()).add(word)
    return Known(pairs, alone, {plain: frozenset(found) for plain, found in spellings.items()})


def mended(words: Sequence[Read]) -> list[Read]:
    """Return the words of a page, in their order, with lost marks put back."""
    texts = mended_texts([word.text for word in words])
    return [
        word if text == word.text else replace(word, text=text, sure=min(word.sure, MENDED))
        for word, text in zip(words, texts, strict=True)
    ]


def mended_texts(texts: Sequence[str]) -> list[str]:
    """Return the same for bare words."""
    known, found = known_words(), [_quarter(texts[at - 1] if at else "", text) for at, text in enumerate(texts)]
    cores = [lower_one_tone(match[2]) if (match := _CORE.match(text)) else "" for text in texts]
    for at, core in enumerate(cores):
        if len(core) < _LEAST_LETTERS or core in _STANDS_ALONE:
            continue
        before = cores[at - 1] if at and not _ENDS.search(texts[at - 1]) else ""
        after = cores[at + 1] if at + 1 < len(cores) and not _ENDS.search(texts[at]) else ""
        spelling = _only_spelling(core, before, after, known)
        if spelling and not _has_more_marks(spelling, core):
            spelling = _for_no_word(texts, cores, at, known)
        spelling = spelling or _with_hook(core, before, after, known)
        if spelling:
            cores[at], found[at] = spelling, _like(texts[at], spelling)
    return _with_year_names(found)


def _with_year_names(texts: list[str]) -> list[str]:
    for at in range(1, len(texts) - 1):
        cores = [match[2] if (match := _CORE.match(text)) else "" for text in texts[at - 1 : at + 2]]
        for place, word in zip((at, at + 1), year_name(*cores), strict=True):
            texts[place] = _like(texts[place], word.lower()) if word else texts[place]
    return texts


def _quarter(before: str, text: str) -> str:
    """Return a Roman number behind "quý" with the strokes that a recogniser took for other letters ("quý HI năm")."""
    strokes = _STROKES.match(text) if before.lower() == "quý" else None
    count = len(strokes[1].replace("H", "II")) if strokes and not strokes[1].isdecimal() else 0
    return "I" * count + strokes[2] if strokes and 0 < count <= 3 else text


def _with_hook(core: str, before: str, after: str, known: Known) -> str:
    """Return the syllable with a hook for its acute, where that alone stands beside its neighbours, or nothing.

    In grain and blur a hook above a circumflex becomes an acute, in two syllables that follow each other as easily as
    in one ("chuyến đối"), and what comes out may be a common syllable of its own.
    """
    spelling = _hooked(core)
    if spelling not in known.alone:
        return ""
    following = {after, _hooked(after)} - {""}

    def beside(word: str) -> int:
        return known.pairs.get((before, word), 0) + max((known.pairs.get((word, a), 0) for a in following), default=0)

    others = known.spellings.get(fold(core), frozenset()) - {core, spelling}
    often = _VERY_OFTEN if known.alone.get(core, 0) > _RARE else _OFTEN
    least = max(often, _CLEARLY * max(map(beside, others), default=0))
    return spelling if not beside(core) and beside(spelling) >= least else ""


def _hooked(core: str) -> str:
    apart = unicodedata.normalize("NFD", core)
    return unicodedata.normalize("NFC", apart.replace(_LOOKS, _MEANT)) if _LOOKS in apart else ""


def _for_no_word(texts: Sequence[str], cores: Sequence[str], at: int, known: Known) -> str:
    """Return the one spelling for a syllable that hardly any text has, or nothing where it may be part of a name.

    Syllables of a name have capitals and stand beside each other: a word with a capital counts only by what follows,
    which is small, and after no other capital, or among capitals alone two known words, one after the other.
    """
    if known.alone.get(cores[at], 0) > _RARE:
        return ""
    if texts[at].islower():
        return _only_spelling(cores[at], cores[at - 1] if at else "", (*cores[at + 1 : at + 2], "")[0], known)
    following, second = (*cores[at + 1 : at + 3], "", "")[:2]
    is_last = bool(at) and texts[at - 1][:1].isupper()
    is_small = not texts[at].isupper() and not is_last and "".join(texts[at + 1 : at + 2]).islower()
    if is_small or (texts[at].isupper() and known.pairs.get((following, second), 0) >= _OFTEN):
        return _only_spelling(cores[at], "", following, known)
    return ""


def _only_spelling(core: str, before: str, after: str, known: Known) -> str:
    """Return the one other spelling that the neighbours ask for, or nothing."""

    def beside(word: str) -> int:
        return known.pairs.get((before, word), 0) + known.pairs.get((word, after), 0)

    others = known.spellings.get(fold(core), frozenset()) - {core}
    ranked = sorted(((beside(word), word) for word in others), reverse=True)
    if not ranked or beside(core):
        return ""
    best, spelling = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0
    is_clear = best >= _OFTEN and best >= _CLEARLY * second and known.alone.get(core, 0) <= best
    return spelling if is_clear else ""


def _has_more_marks(spelling: str, core: str) -> bool:
    """Say whether a spelling is the word with marks added, none changed or taken away."""
    full, lost = (unicodedata.normalize("NFD", word) for word in (spelling, core))
    left = iter(full)
    return len(full) > len(lost) and all(letter in left for letter in lost)


def _like(text: str, spelling: str) -> str:
    """Write a spelling as the word was: in capitals, with a capital, and between its own signs; "ủy", not "uỷ"."""
    match = _CORE.match(text)
    assert match is not None
    core = match[2]
    spelling = _LATE_TONE.sub(lambda late: _EARLY[late[0]], spelling)
    if core.isupper():
        spelling = spelling.upper()
    elif core[0].isupper():
        spelling = spelling[0].upper() + spelling[1:]
    return f"{match[1]}{spelling}{match[3]}"
