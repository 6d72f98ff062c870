"""How well a text fits a question: Okapi's measure over title and text together, for words and for pairs of words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minhbach.domain.search.letters import without_marks
from minhbach.domain.search.lexemes import USUAL_LENGTH
from minhbach.domain.search.questions import Phrase, Term

TITLE_WEIGHT = 3.0
USUAL_TITLE = 10
"""A word of the title counts as three of the text; long titles and long texts are counted down by these lengths."""
_K = 1.2
_TITLE_LENGTH_COUNTS = 0.5
_LENGTH_COUNTS = 0.75
SEPARATOR = b"\x00"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term and how much it tells."""

    term: Term
    weight: float


def stored_form(title: Sequence[bytes], body: Sequence[bytes]) -> bytes:
    """Return title and text as `fit` reads them."""
    return b" " + b" ".join(title) + b" " + SEPARATOR + b" " + b" ".join(body) + b" "


def weigh(
    terms: Sequence[Term], frequencies: Mapping[str, int], total: int, *, rare: int = 0, share: float = 1.0
) -> tuple[Weighed, ...]:
    """Return the terms with their weights: the fewer entries have a term, the more it tells.

    :param frequencies: in how many entries a lexeme stands.
    :param rare: in how many entries a lexeme stands that is not named.
    :param share: of the weights, where the terms are not those that were asked for.
    """
    found = []
    for term in terms:
        having = min(frequencies.get(term.lexeme, rare), total)
        found.append(Weighed(term, share * math.log(1 + (total - having + 0.5) / (having + 0.5))))
    return tuple(found)


class Measure:
    """Measures texts against one question."""

    def __init__(self, weighed: Sequence[Weighed]) -> None:
        self._exact = _Counted([one for one in weighed if not one.term.bare])
        self._bare = _Counted([one for one in weighed if one.term.bare])

    def fit(self, stored: bytes) -> float:
        """Return how well a text fits: 0 if it has none of the terms."""
        sum_ = self._exact.fit(stored) if self._exact else 0.0
        return sum_ + self._bare.fit(without_marks(stored)) if self._bare else sum_


class _Counted:
    """Terms that are counted in one pass over the words of a text."""

    def __init__(self, weighed: Sequence[Weighed]) -> None:
        self._weights = [one.weight for one in weighed]
        places = {one.term.words: place for place, one in enumerate(weighed)}
        # A word that only stands in a pair is a number beyond those of the terms, and is not counted for itself.
        words = dict.fromkeys(word for one in weighed for word in one.term.words)
        self._word = {word: places.get((word,), len(weighed) + place) for place, word in enumerate(words)}
        self._pair = {
            (self._word[pair[0]], self._word[pair[1]]): place for pair, place in places.items() if len(pair) > 1
        }

    def __bool__(self) -> bool:
        return bool(self._weights)

    def fit(self, stored: bytes) -> float:
        title, _, body = stored.partition(SEPARATOR)
        in_title, title_length = self._count(title)
        in_body, body_length = self._count(body)
        for_title = TITLE_WEIGHT / (1 - _TITLE_LENGTH_COUNTS + _TITLE_LENGTH_COUNTS * title_length / USUAL_TITLE)
        for_body = 1 / (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * body_length / USUAL_LENGTH)
        sum_ = 0.0
        for weight, title_count, body_count in zip(self._weights, in_title, in_body, strict=False):
            if often := title_count * for_title + body_count * for_body:
                sum_ += weight * often * (_K + 1) / (often + _K)
        return sum_

    def _count(self, text: bytes) -> tuple[list[int], int]:
        counts = [0] * (len(self._weights) + len(self._word))
        words = text.split()
        before, at = -1, -1
        # Few words of a text are asked for: the rest is passed over without a line of Python for each.
        for place, word in [(place, word) for place, word in enumerate(map(self._word.get, words)) if word is not None]:
            counts[word] += 1
            if at == place - 1 and (pair := self._pair.get((before, word))) is not None:
                counts[pair] += 1
            before, at = word, place
        return counts, len(words)


def has_phrase(stored: bytes, phrase: Phrase) -> bool:
    """Tell whether the words of a phrase stand side by side in a text."""
    return phrase.pattern in (without_marks(stored) if phrase.bare else stored)


def has_words(stored: bytes, terms: Sequence[Term]) -> bool:
    """Tell whether all the words stand in a text, wherever."""
    bare = without_marks(stored) if any(term.bare for term in terms) else b""
    return all(b" " + word + b" " in (bare if term.bare else stored) for term in terms for word in term.words)
