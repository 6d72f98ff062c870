"""How many hits each filter would leave."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Count

from minhbach.foundation.models import SearchEntry
from minhbach.foundation.search.contracts import Facets
from minhbach.foundation.search.looking import View

_COLUMNS = ("letter", "document_kind", "year", "bodies")
Combination = tuple[str | None, str | None, int | None, str | None, int]


def facets_of_ids(ids: Sequence[int]) -> Facets:
    """Return the counts over some entries (a few hundred)."""
    rows = SearchEntry.objects.filter(pk__in=ids).values_list(*_COLUMNS).annotate(n=Count("pk")).order_by()
    return _facets(rows)


def facets_of_view(view: View, *, limit: int) -> Facets:
    """Return the counts over at most so many entries of a view."""
    with connection.cursor() as cursor:
        cursor.execute(*view.tallies(SearchEntry._meta.db_table, _COLUMNS, limit=limit))
        return _facets(cursor.fetchall())


def _facets(rows: Iterable[Combination]) -> Facets:
    letters: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    years: Counter[int] = Counter()
    bodies: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for letter, kind, year, tokens, count in rows:
        if letter:
            letters[letter] += count
        if kind:
            kinds[kind] += count
        if year:
            years[year] += count
        held = tokens.split() if tokens else []
        for token in held:
            bodies[token] += count
        if held:
            own[held[0]] += count
    return Facets(bodies=bodies, own_bodies=own, letters=letters, document_kinds=kinds, years=years)
