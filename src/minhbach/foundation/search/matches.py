"""Everything that answers a question, before it is cut into pages: found by number, by words, or by filters alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minhbach.domain.search.fit import Weighed, weigh
from minhbach.domain.search.lexemes import STRONG
from minhbach.domain.search.plain_words import plain_words_in, without_plain_words
from minhbach.domain.search.questions import Reading, Term, terms_of
from minhbach.foundation.search.candidates import BUDGET, KEPT, find_candidates
from minhbach.foundation.search.contracts import Facets, Order
from minhbach.foundation.search.facets import facets_of_ids, facets_of_view
from minhbach.foundation.search.frequencies import Frequencies
from minhbach.foundation.search.known_items import KnownItem, exact_first
from minhbach.foundation.search.looking import View
from minhbach.foundation.search.newest import newest_first, newest_of
from minhbach.foundation.search.ordering import Scored, having_words, in_order_of_fit
from minhbach.lawbook.matters import load_matters

COUNTED = 10_000
"""Hits that are counted one by one; of more, people want to know that there are more."""
SHORT = 5
"""Words of a question whose telling words must all be there, if any entry has them all."""
_STILL_FITS = 0.25
"""Of how well the best one fits: what fits less has a usual word or two of a long question, and answers nothing."""
_WRITTEN_INSTEAD = 0.6
"""Share of its weight of a word that documents write in place of what somebody said: it may not be what they meant."""
_PHRASES_CHECKED = 1_000
_EVERYTHING = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Matches:
    """What answers: the best in order, and the view that they and all others are in (None: there are no others)."""

    best: tuple[Scored, ...]
    count: int
    counted_exactly: bool
    view: View | None = None

    def page(self, order: Order, *, offset: int, limit: int) -> list[Scored]:
        """Return a page: the best in order, then the others, latest written first; or all, newest first."""
        if order is Order.NEWEST or not self.best:
            if self.view is not None:
                return newest_first(self.view, count=self.count, offset=offset, limit=limit)
            return newest_of([entry for entry, _score in self.best], offset=offset, limit=limit)
        page = list(self.best[offset : offset + limit])
        if self.view is not None and len(page) < limit and self.count > len(self.best):
            page += self._others(offset=max(0, offset - len(self.best)), limit=limit - len(page))
        return page

    def facets(self) -> Facets:
        """Return how many each filter would leave."""
        if self.view is not None:
            return facets_of_view(self.view, limit=COUNTED)
        return facets_of_ids([entry for entry, _score in self.best])

    def _others(self, *, offset: int, limit: int) -> list[Scored]:
        assert self.view is not None
        best = {entry for entry, _score in self.best}
        ids = self.view.ids(limit=len(best) + offset + limit)
        return [(entry, 0.0) for entry in ids if entry not in best][offset : offset + limit]


def browsed(view: View) -> Matches:
    """Return everything in view, newest first."""
    return Matches((), *_counted(view), view)


def by_number(item: KnownItem, view: View, frequencies: Frequencies) -> Matches:
    """Return the documents of a number, then those that speak of it, then what has the other words of the question."""
    terms = terms_of(item.rest)
    weighed = weigh(terms, _frequencies(terms, view, frequencies), frequencies.total, rare=frequencies.rare)
    own = exact_first(item, in_order_of_fit(view.ids(item.own, limit=KEPT), weighed, ()))
    having = {entry for entry, _score in own}
    others = [entry for entry in view.ids(item.anywhere, limit=2 * KEPT) if entry not in having][:KEPT]
    best = [*own, *in_order_of_fit(others, weighed, ())]
    count, exactly = _counted(view.narrowed(item.anywhere))
    if not item.rest:
        return Matches(tuple(best), count, exactly, view.narrowed(item.anywhere))
    having.update(others)
    found = by_words(Reading(item.rest), view, frequencies, is_filtered=True)
    best += [one for one in found.best if one[0] not in having]
    return Matches(tuple(best), len(best), counted_exactly=found.counted_exactly and exactly and found.view is None)


def by_words(
    reading: Reading, view: View, frequencies: Frequencies, *, is_filtered: bool, order: Order = Order.FIT
) -> Matches:
    """Return what has all the words of a short question, or most words of a longer one.

    :param order: in which pages will be asked for; newest first, nothing is put in order of fit that need not be.
    """
    terms = reading.terms
    known = _frequencies(terms, view, frequencies)
    weighed = weigh(terms, known, frequencies.total, rare=frequencies.rare)
    in_view = _in_view(view) if is_filtered else _EVERYTHING
    phrased = view.narrowed(*(term.lexeme for phrase in reading.phrases for term in phrase.terms))
    if len(reading.words) <= SHORT or reading.phrases:
        whole = phrased.narrowed(*(term.lexeme for term in reading.content))
        count, exactly = _counted(whole)
        if count and order is Order.NEWEST and not _need_text(reading):
            return Matches((), count, exactly, whole)
        if count:
            return _having_all(whole, count, exactly, reading, phrased, weighed, known, in_view=in_view)
    return _most_words(phrased, weighed, known, reading, in_view=in_view)


def by_need(
    reading: Reading,
    view: View,
    frequencies: Frequencies,
    *,
    is_filtered: bool,
    order: Order = Order.FIT,  # noqa: ARG001 - as `by_words`
) -> Matches:
    """Return what has most words of a need told in somebody's own words, or of what documents write in their place."""
    matters = load_matters()
    plain = plain_words_in(reading.words, matters.plain_words)
    telling = without_plain_words(reading.words, matters.talk)
    own = terms_of(telling) or reading.terms
    written = dict.fromkeys(term for one in plain for phrase in one.written for term in terms_of(phrase))
    others = tuple(term for term in written if term not in own)
    known = _frequencies([*own, *others], view, frequencies)
    weighed = weigh(own, known, frequencies.total, rare=frequencies.rare)
    weighed += weigh(others, known, frequencies.total, rare=frequencies.rare, share=_WRITTEN_INSTEAD)
    phrased = view.narrowed(*(term.lexeme for phrase in reading.phrases for term in phrase.terms))
    in_view = _in_view(view) if is_filtered else _EVERYTHING
    return _most_words(phrased, weighed, known, reading, in_view=in_view)


def _most_words(
    view: View, weighed: Sequence[Weighed], known: Mapping[str, int], reading: Reading, *, in_view: int
) -> Matches:
    candidates = find_candidates(view, weighed, known, in_view=in_view)
    scored = in_order_of_fit(candidates.ids, weighed, reading.phrases)
    best = [one for one in scored if one[1] >= scored[0][1] * _STILL_FITS]
    return Matches(tuple(best), len(best), candidates.all_there)


def _having_all(
    whole: View,
    count: int,
    exactly: bool,
    reading: Reading,
    view: View,
    weighed: Sequence[Weighed],
    known: Mapping[str, int],
    *,
    in_view: int,
) -> Matches:
    if _need_text(reading):
        few = count <= _PHRASES_CHECKED
        likely = [] if few else _likely_whole(view, weighed, known, reading, in_view=in_view)
        best = in_order_of_fit(likely, weighed, reading.phrases)
        if not best:
            best = in_order_of_fit(whole.ids(limit=_PHRASES_CHECKED), weighed, reading.phrases)
        return Matches(tuple(best), len(best), counted_exactly=few)
    if count <= KEPT:
        ids = whole.ids(limit=KEPT)
    else:
        ids = _likely_whole(view, weighed, known, reading, in_view=in_view)[:KEPT] or whole.ids(limit=KEPT)
    return Matches(tuple(in_order_of_fit(ids, weighed, ())), count, exactly, whole)


def _need_text(reading: Reading) -> bool:
    """Tell whether only the text can say what has the question's words: the index knows pairs, not three in a row."""
    return any(len(phrase.terms) > 1 for phrase in reading.phrases)


def _likely_whole(
    view: View, weighed: Sequence[Weighed], known: Mapping[str, int], reading: Reading, *, in_view: int
) -> list[int]:
    """Return those with all the words among the likeliest: cheaper than to look every term up with all of them."""
    likely = find_candidates(view, weighed, known, in_view=in_view, most=3 * KEPT)
    return having_words(likely.ids, reading.content)


def _in_view(view: View) -> int:
    count = view.count(limit=BUDGET + 1)
    return count if count <= BUDGET else _EVERYTHING


def _counted(view: View) -> tuple[int, bool]:
    count = view.count(limit=COUNTED + 1)
    return min(count, COUNTED), count <= COUNTED


def _frequencies(terms: Sequence[Term], view: View, frequencies: Frequencies) -> dict[str, int]:
    """Return about how many entries have each term, and are strong in it."""
    lexemes = [term.lexeme for term in terms]
    lexemes += [STRONG + lexeme for lexeme in lexemes]
    if frequencies.sampled:
        return dict(frequencies.of(lexemes))
    return {lexeme: view.count(lexeme, limit=BUDGET + 1) for lexeme in lexemes}
