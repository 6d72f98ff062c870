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


def weigh(terms: Sequence[Term], frequencies: Mapping[str, int], total: int) -> tuple[Weighed, ...]:
    """Return the terms with their weights: the fewer entries have a term, the more it tells.

    :param frequencies: in how many entries a lexeme stands; one that is not named stands in none.
    """
    found = []
    for term in terms:
        having = min(frequencies.get(term.lexeme, 0), total)
        found.append(Weighed(term, math.log(1 + (total - having + 0.5) / (having + 0.5))))
    return tuple(found)


def fit(stored: bytes, weighed: Sequence[Weighed]) -> float:
    """Return how well a text fits: 0 if it has none of the terms."""
    title, _, body = stored.partition(SEPARATOR)
    bare_title, bare_body = without_marks(title), without_marks(body)
    for_title = TITLE_WEIGHT / (1 - _TITLE_LENGTH_COUNTS + _TITLE_LENGTH_COUNTS * title.count(b" ") / USUAL_TITLE)
    for_body = 1 / (1 - _LENGTH_COUNTS + _LENGTH_COUNTS * body.count(b" ") / USUAL_LENGTH)
    sum_ = 0.0
    for one in weighed:
        pattern = one.term.pattern
        if one.term.bare:
            often = bare_body.count(pattern) * for_body + bare_title.count(pattern) * for_title
        else:
            often = body.count(pattern) * for_body + title.count(pattern) * for_title
        if often:
            sum_ += one.weight * often * (_K + 1) / (often + _K)
    return sum_


def has_phrase(stored: bytes, phrase: Phrase) -> bool:
    """Tell whether the words of a phrase stand side by side in a text."""
    return phrase.pattern in (without_marks(stored) if phrase.bare else stored)
