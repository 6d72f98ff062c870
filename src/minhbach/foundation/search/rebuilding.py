"""Makes the index anew from its entries, and tells whether index and entries agree."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from minhbach.domain.search.lexemes import VERSION
from minhbach.foundation.models import SearchEntry, SearchState, SearchText
from minhbach.foundation.search.engines import engine_of
from minhbach.foundation.search.rows import compared, index_row
from minhbach.foundation.search.schema import empty_index

_BATCH = 200


def rebuild_index() -> int:
    """Make the index anew from what the entries say, by today's rules, in one transaction; return how many there are.

    Needed after a restore, and after a change of the rules (`domain.search.lexemes.VERSION`). Until it is done, readers
    see the old index on SQLite, and wait on PostgreSQL.
    """
    engine = engine_of(connection.vendor)
    with transaction.atomic():
        empty_index(connection)
        engine.prepare(connection)
        count, last = 0, 0
        while texts := list(SearchText.objects.select_related("entry").filter(pk__gt=last).order_by("pk")[:_BATCH]):
            _read_again(texts)
            engine.add(connection, [index_row(text.entry, text) for text in texts])
            count, last = count + len(texts), texts[-1].pk
        SearchState.objects.filter(pk=1).update(version=VERSION)
        engine.settle(connection)
    return count


def index_is_of_this_program() -> bool:
    """Tell whether the tables of the index are those that this program reads, as after a restore of its own backup."""
    recorder = MigrationRecorder(connection)
    mine = {key for key in MigrationLoader(connection).disk_migrations or () if key[0] == "foundation"}
    return mine <= recorder.applied_migrations().keys()


def _read_again(texts: Sequence[SearchText]) -> None:
    changed = []
    for text in texts:
        now = compared(text.title, text.body)
        if now != bytes(text.compared):
            text.compared = now
            changed.append(text)
    SearchText.objects.bulk_update(changed, ["compared"])


def index_is_whole() -> bool:
    """Tell whether the index was made by today's rules and holds as many entries of every kind as there are rows."""
    state = SearchState.objects.filter(pk=1).first()
    if state is not None and state.version != VERSION:
        return False
    kinds = SearchEntry.objects.order_by().values_list("kind", flat=True).distinct()
    everything = SearchEntry.objects.count() + 1
    engine = engine_of(connection.vendor)
    return all(
        engine.count(connection, f"@t.{kind.lower()}", everything) == SearchEntry.objects.filter(kind=kind).count()
        for kind in kinds
    )
