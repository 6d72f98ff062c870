"""Finds the few hundred entries among which the best hits are, without looking at every entry that has a usual word.

Terms are taken from the most telling on, as long as few enough entries have them. Of a term that too many have, only
the entries that are strong in it are looked at; of terms too usual even so, those strong in all of them together.
Entries of every age are found alike: what is bounded is how usual a term may be, not how old an entry.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from minhbach.domain.search.fit import Weighed
from minhbach.domain.search.lexemes import STRONG
from minhbach.foundation.search.expressions import Expression, every, some
from minhbach.foundation.search.looking import View

BUDGET = 20_000
"""Entries that are looked at for one question, each as often as it has a term."""
KEPT = 120
"""Entries whose whole text is then compared; with 25 times as many, judged questions had the same first ten."""
_STRONG_WORTH = 0.8


@dataclass(frozen=True, slots=True)
class Candidates:
    """Ids of entries, likeliest first; `all_there`: nothing else has any of the terms."""

    ids: tuple[int, ...]
    all_there: bool


def find_candidates(
    view: View, weighed: Sequence[Weighed], frequencies: Mapping[str, int], *, in_view: int
) -> Candidates:
    """Return the entries that may fit best.

    :param frequencies: about how many entries have a lexeme; one that is not named is rare.
    :param in_view: how many entries the view has at most, as far as that was counted.
    """
    looks: list[tuple[str, float]] = []
    left = BUDGET

    def affordable(lexeme: str, worth: float) -> bool:
        nonlocal left
        about = min(frequencies.get(lexeme, 0), in_view)
        if about > left:
            return False
        left -= about
        looks.append((lexeme, worth))
        return True

    usual: list[Weighed] = []
    for one in sorted(weighed, key=lambda one: -one.weight):
        if affordable(one.term.lexeme, one.weight):
            affordable(STRONG + one.term.lexeme, one.weight * _STRONG_WORTH)
        else:
            usual.append(one)
    too_usual = [one for one in usual if not affordable(STRONG + one.term.lexeme, one.weight * (1 + _STRONG_WORTH))]
    sums: dict[str, float] = {}
    found = view.keys([lexeme for lexeme, _worth in looks], limit=BUDGET)
    for (_lexeme, worth), keys in zip(looks, found, strict=True):
        _add(sums, keys, worth)
    if too_usual and len(sums) < KEPT:
        _add_strongest(sums, view, too_usual)
    best = nlargest(KEPT, zip(sums.values(), map(int, sums), strict=True))
    return Candidates(tuple(entry for _sum, entry in best), all_there=not usual and len(sums) <= KEPT)


def _add(sums: dict[str, float], keys: Sequence[str], worth: float) -> None:
    for key in keys:
        sums[key] = sums.get(key, 0.0) + worth


def _add_strongest(sums: dict[str, float], view: View, usual: Sequence[Weighed]) -> None:
    strong = [STRONG + one.term.lexeme for one in usual]
    # All of them; then all but the least telling; down to the most telling with any other.
    for length in range(len(strong), 1, -1):
        _add(sums, _keys(view, every(*strong[:length])), float(length))
        if len(sums) >= KEPT:
            return
    _add(sums, _keys(view, every(strong[0], some(*strong[1:])) if strong[1:] else strong[0]), 1.0)
    if len(sums) < KEPT:
        _add(sums, _keys(view, every(*(one.term.lexeme for one in usual))), 0.5)


def _keys(view: View, expression: Expression) -> Sequence[str]:
    (keys,) = view.keys([expression], limit=4 * KEPT)
    return keys
