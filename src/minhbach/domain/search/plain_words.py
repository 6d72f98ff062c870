"""What people say and what documents write in its place: "đền bù" finds "bồi thường"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from minhbach.domain.search.letters import BREAK, has_marks, without_marks
from minhbach.domain.search.words import words_of

_SHORTEST_ALONE = 4
"""Letters of a word that is known alone where it was typed without marks: *rac* may be *rác* or *rắc*."""


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Words that people say for some matter, and the phrases that documents have for it.

    :param without_marks: they are written with marks, and here as they are typed without.
    """

    said: tuple[bytes, ...]
    written: tuple[tuple[bytes, ...], ...]
    matter: str
    without_marks: bool = False


PlainWordsByFirst = Mapping[bytes, tuple[PlainWords, ...]]
"""Plain words by the first of them, with their marks and without; the longest first."""


def plain_words_by_first(rows: Iterable[tuple[Sequence[str], Sequence[str], str]]) -> PlainWordsByFirst:
    """Return plain words ready for use.

    :param rows: what people say, what documents write, and the id of the matter.
    """
    found: dict[bytes, list[PlainWords]] = {}
    for said, written, matter in rows:
        phrases = tuple(tuple(words_of(phrase, {})) for phrase in written)
        for one in said:
            words = words_of(one, {})
            known = PlainWords(tuple(words), phrases, matter)
            found.setdefault(words[0], []).append(known)
            bare = tuple(map(without_marks, words))
            if bare != known.said and (len(words) > 1 or len(bare[0]) >= _SHORTEST_ALONE):
                found.setdefault(bare[0], []).append(PlainWords(bare, phrases, matter, without_marks=True))
    return {first: tuple(sorted(ones, key=lambda one: -len(one.said))) for first, ones in found.items()}


def plain_words_in(words: Sequence[bytes], known: PlainWordsByFirst) -> tuple[PlainWords, ...]:
    """Return the plain words that stand in some words, in their order; where one holds another, the longer.

    Typed without marks, they are known only where the whole text has none: who writes marks means "rac" as it is.
    """
    return tuple(dict.fromkeys(one for _place, one in _found(words, known)))


def without_plain_words(words: Sequence[bytes], known: PlainWordsByFirst) -> tuple[bytes, ...]:
    """Return the words with a break where plain words stood."""
    left = list(words)
    for place, one in reversed(list(_found(words, known))):
        left[place : place + len(one.said)] = [BREAK]
    return tuple(left)


def _found(words: Sequence[bytes], known: PlainWordsByFirst) -> Iterator[tuple[int, PlainWords]]:
    typed_bare = not any(has_marks(word) for word in words)
    place = 0
    while place < len(words):
        beginning = (one for one in known.get(words[place], ()) if typed_bare or not one.without_marks)
        one = next((one for one in beginning if tuple(words[place : place + len(one.said)]) == one.said), None)
        if one:
            yield place, one
        place += len(one.said) if one else 1
