"""Let a row be found, or be found no more: written in the row's own transaction, so that both hold or neither."""

from collections.abc import Iterable, Sequence

from django.db import connection

from minhbach.foundation.contracts import NotInTransaction
from minhbach.foundation.search.contracts import Entry
from minhbach.foundation.search.rows import remove_entries, write_entries


def index_entry(entry: Entry) -> None:
    """Let an entry be found as it is now, in place of what the index held of the same row.

    :raises NotInTransaction: outside a transaction: the row could be there and not be found, or the reverse.
    """
    _demand_transaction()
    remove_entries(entry.kind, [entry.subject_id])
    write_entries([entry])


def index_new_entries(entries: Iterable[Entry]) -> None:
    """Let rows be found that were not there before, many at once.

    :raises NotInTransaction: outside a transaction.
    """
    _demand_transaction()
    write_entries(entries)


def drop_entries(kind: str, subject_ids: Sequence[int]) -> None:
    """Let rows of one kind be found no more, many at once.

    :raises NotInTransaction: outside a transaction.
    """
    _demand_transaction()
    remove_entries(kind, subject_ids)


def drop_entry(kind: str, subject_id: int) -> None:
    """Let a row be found no more; nothing happens if it was not found before.

    :raises NotInTransaction: outside a transaction.
    """
    _demand_transaction()
    remove_entries(kind, [subject_id])


def _demand_transaction() -> None:
    if not connection.in_atomic_block:
        raise NotInTransaction("index_entry and drop_entry belong into transaction.atomic() with their row")
