"""One writer a chain at a time, so that no two entries follow the same one."""

import hashlib

from django.db import connection

from minhbach.foundation.contracts import NotInTransaction


def hold_chain(chain: str) -> None:
    """Wait until nobody else writes this chain, and keep others out until the transaction ends.

    SQLite needs no more than its IMMEDIATE transaction, which has one writer in the whole database.

    :raises NotInTransaction: outside a transaction, where an event could outlive the change that it tells of.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction("record_event phải được gọi trong transaction.atomic() của thay đổi.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_lock_number(chain)])


def _lock_number(chain: str) -> int:
    return int.from_bytes(hashlib.sha256(f"event-chain:{chain}".encode()).digest()[:8], "big", signed=True)
