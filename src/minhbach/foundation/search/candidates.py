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
from minhbach.foundation.search.expressions import every
from minhbach.foundation.search.looking import View

BUDGET = 30_000
"""Entries that are looked at for one question, each as often as it has a term."""
KEPT = 120
"""Entries whose whole text is then compared; with 25 times as many, judged questions had the same first ten."""
_STRONG_WORTH = 0.8
_STRONGEST = 5_000
_MUCH = 0.3
"""Share of a question's weight in terms that are too usual, from which on those strong in all of them are looked at."""
_ENOUGH = 30
"""Candidates by telling terms, from which on what nearly every entry has is left to the comparison of texts."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Ids of entries, likeliest first; `all_there`: nothing else has any of the terms."""

    ids: tuple[int, ...]
    all_there: bool


def find_candidates(
    view: View, weighed: Sequence[Weighed], frequencies: Mapping[str, int], *, in_view: int, most: int = KEPT
) -> Candidates:
    """Return the entries in view that may fit best.

    :param frequencies: about how many entries have a lexeme; one that is not named is rare.
    :param in_view: how many entries pass the filters of the view, at most.
    """
    looks: list[tuple[str, float]] = []
    left = BUDGET

    def affordable(lexeme: str, worth: float) -> bool:
        nonlocal left
        having = frequencies.get(lexeme, 0)
        # Filters make few entries of many, but the many are walked all the same, ten times as quickly.
        about = having if having <= in_view else in_view + having // 10
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
    found = view.unsifted([lexeme for lexeme, _worth in looks], limit=BUDGET)
    for (_lexeme, worth), keys in zip(looks, found, strict=True):
        _add(sums, keys, worth)
    weight = sum(one.weight for one in weighed)
    if too_usual and (len(sums) < _ENOUGH or sum(one.weight for one in too_usual) > weight * _MUCH):
        _add_strongest(sums, view, too_usual)
    ids = view.sieve.first(_likeliest(sums, 2 * most), most=most)
    if len(ids) < most and len(sums) > 2 * most:
        # Much of what came first is hidden from this asker.
        ids = view.sieve.first(_likeliest(sums, len(sums)), most=most)
    return Candidates(tuple(ids), all_there=not usual and len(ids) < most)


def _likeliest(sums: Mapping[str, float], count: int) -> list[int]:
    return [entry for _sum, entry in nlargest(count, zip(sums.values(), map(int, sums), strict=True))]


def _add(sums: dict[str, float], keys: Sequence[str], worth: float) -> None:
    for key in keys:
        sums[key] = sums.get(key, 0.0) + worth


def _add_strongest(sums: dict[str, float], view: View, usual: Sequence[Weighed]) -> None:
    half = (len(usual) + 1) // 2
    groups = dict.fromkeys((tuple(usual), tuple(usual[:half]), tuple(usual[half:]), tuple(usual[: (half + 1) // 2])))
    looks = [group for group in groups if group]
    found = view.unsifted([every(*(STRONG + one.term.lexeme for one in group)) for group in looks], limit=_STRONGEST)
    for group, keys in zip(looks, found, strict=True):
        _add(sums, keys, sum(one.weight for one in group) * (1 + _STRONG_WORTH))
    if len(sums) < _ENOUGH:
        (keys,) = view.unsifted([every(*(one.term.lexeme for one in usual))], limit=_STRONGEST)
        _add(sums, keys, sum(one.weight for one in usual))
