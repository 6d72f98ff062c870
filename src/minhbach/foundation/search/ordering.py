"""Puts candidates in order by how well their text fits, the same on every database."""

from collections.abc import Iterable, Sequence

from minhbach.domain.search.fit import Measure, Weighed, has_phrase, has_words
from minhbach.domain.search.questions import Phrase, Term
from minhbach.foundation.models import SearchText

Scored = tuple[int, float]


def in_order_of_fit(ids: Sequence[int], weighed: Sequence[Weighed], phrases: Sequence[Phrase]) -> list[Scored]:
    """Return the entries that have all phrases with how well they fit, best first, then latest written first."""
    having = ((entry, text) for entry, text in _texts(ids) if all(has_phrase(text, phrase) for phrase in phrases))
    measure = Measure(weighed)
    scored = [(entry, measure.fit(text)) for entry, text in having]
    return sorted(scored, key=lambda one: (-one[1], -one[0]))


def having_words(ids: Sequence[int], terms: Sequence[Term]) -> list[int]:
    """Return which of these entries have all the words, in the given order."""
    having = {entry for entry, text in _texts(ids) if has_words(text, terms)}
    return [entry for entry in ids if entry in having]


def _texts(ids: Sequence[int]) -> Iterable[tuple[int, bytes]]:
    for start in range(0, len(ids), 500):
        rows = SearchText.objects.filter(pk__in=ids[start : start + 500]).values_list("pk", "compared")
        yield from ((entry, bytes(text)) for entry, text in rows)
