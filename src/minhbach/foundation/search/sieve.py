"""Which of some entries an asker may see: asked of their rows, for candidates that the index named without asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from minhbach.foundation.models import SearchEntry
from minhbach.foundation.search.contracts import Question

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Sieve:
    """Rights and kinds of entries: the tokens of which an entry must be visible to one, and kinds (all, if none)."""

    tokens: frozenset[str]
    kinds: frozenset[str]

    def first(self, ids: Sequence[int], *, most: int) -> list[int]:
        """Return the first ids, in the given order, of entries that pass; no more than asked for."""
        passing: list[int] = []
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            rows = SearchEntry.objects.filter(self._visible(), pk__in=some)
            if self.kinds:
                rows = rows.filter(kind__in=self.kinds)
            having = set(rows.values_list("pk", flat=True))
            passing += [entry for entry in some if entry in having]
            if len(passing) >= most:
                return passing[:most]
        return passing

    def _visible(self) -> Q:
        return reduce(or_, (Q(visible_to__contains=f" {token} ") for token in sorted(self.tokens)))


def sieve_of(question: Question) -> Sieve:
    """Return the sieve of a question, which has at least one token."""
    return Sieve(question.tokens, question.kinds)
