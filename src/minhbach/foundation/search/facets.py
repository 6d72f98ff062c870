"""How many hits each filter would leave."""

from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Count

from minhbach.foundation.models import SearchEntry
from minhbach.foundation.search.contracts import Facets

_COLUMNS = ("letter", "document_kind", "year", "bodies")
Combination = tuple[str, str, int | None, str, int]


def facets_of_ids(ids: Sequence[int]) -> Facets:
    """Return the counts over some entries (a few hundred)."""
    rows = SearchEntry.objects.filter(pk__in=ids).values_list(*_COLUMNS).annotate(n=Count("pk")).order_by()
    return _facets(rows)


def facets_of_query(inner: tuple[str, list[str | int]]) -> Facets:
    """Return the counts over all entries whose ids some SQL yields."""
    sql, parameters = inner
    columns = ", ".join(_COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {columns}, count(*) FROM {SearchEntry._meta.db_table} "  # noqa: S608 - our own names
            f"WHERE id IN ({sql}) GROUP BY {columns}",
            parameters,
        )
        return _facets(cursor.fetchall())


def _facets(rows: Iterable[Combination]) -> Facets:
    letters: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    years: Counter[int] = Counter()
    bodies: Counter[str] = Counter()
    own: Counter[str] = Counter()
    for letter, kind, year, tokens, count in rows:
        letters[letter] += count
        kinds[kind] += count
        if year:
            years[year] += count
        held = tokens.split()
        for token in held:
            bodies[token] += count
        if held:
            own[held[0]] += count
    letters.pop("", None)
    kinds.pop("", None)
    return Facets(bodies=bodies, own_bodies=own, letters=letters, document_kinds=kinds, years=years)
