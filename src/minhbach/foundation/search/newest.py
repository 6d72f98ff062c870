"""The newest entries of a view, by the day that rooms gave them."""

from collections.abc import Sequence

from django.db import connection
from django.db.models import F

from minhbach.foundation.models import SearchEntry
from minhbach.foundation.search.looking import View
from minhbach.foundation.search.ordering import Scored

_EVERYTHING = 10_000_000
_FEW = 10_000
_STEP = 2_000
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
    having = set(view.ids(limit=_EVERYTHING))
    newest = SearchEntry.objects.order_by(*_BY_DAY).values_list("pk", flat=True)
    found: list[Scored] = []
    for entry in newest.iterator(chunk_size=_STEP):
        if entry in having:
            found.append((entry, 0.0))
            if len(found) == offset + limit:
                break
    return found[offset:]
