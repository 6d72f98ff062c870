"""The newest entries of a view, by the day that rooms gave them."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from django.db import connection
from django.db.models import F

from minhbach.foundation.models import SearchEntry
from minhbach.foundation.search.looking import View
from minhbach.foundation.search.ordering import Scored

_FEW = 10_000
_FIRST, _STEP = 250, 2_000
_BY_DAY = (F("on").desc(nulls_last=True), "-pk")


def newest_first(view: View, *, count: int, offset: int, limit: int) -> list[Scored]:
    """Return a page of a view's entries, newest first.

    :param count: how many entries the view has, as far as that was counted.
    """
    if count <= _FEW:
        return _by_sorting(view, offset=offset, limit=limit)
    return _by_walking(view, offset=offset, limit=limit)


def newest_of(ids: Sequence[int], *, offset: int, limit: int) -> list[Scored]:
    """Return a page of some entries (a few hundred), newest first."""
    rows = SearchEntry.objects.filter(pk__in=ids).order_by(*_BY_DAY).values_list("pk", flat=True)
    return [(entry, 0.0) for entry in rows[offset : offset + limit]]


def _by_sorting(view: View, *, offset: int, limit: int) -> list[Scored]:
    inner, parameters = view.subquery(limit=_FEW + 1)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {SearchEntry._meta.db_table} WHERE id IN ({inner}) "  # noqa: S608 - our own names
            f'ORDER BY "on" IS NULL, "on" DESC, id DESC LIMIT %s OFFSET %s',
            [*parameters, limit, offset],
        )
        return [(entry, 0.0) for (entry,) in cursor.fetchall()]


def _by_walking(view: View, *, offset: int, limit: int) -> list[Scored]:
    """So many entries have it that walking from the newest on meets a page of them soon."""
    in_view = view.among()
    found: list[Scored] = []
    for portion in _portions():
        having = in_view(portion)
        found += [(entry, 0.0) for entry in portion if entry in having]
        if len(found) >= offset + limit:
            break
    return found[offset : offset + limit]


def _portions() -> Iterator[list[int]]:
    """Yield the ids of all entries from the newest on, few at first: most pages are full soon."""
    # Dated and undated apart: no index holds the undated ones behind the dated ones on both databases.
    dated = SearchEntry.objects.filter(on__isnull=False).order_by("-on", "-pk")
    undated = SearchEntry.objects.filter(on__isnull=True).order_by("-pk")
    newest = chain.from_iterable(rows.values_list("pk", flat=True).iterator(_STEP) for rows in (dated, undated))
    size = _FIRST
    while portion := list(islice(newest, size)):
        yield portion
        size = min(2 * size, _STEP)
