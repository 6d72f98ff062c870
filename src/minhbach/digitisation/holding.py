"""Where the bytes of scans wait: in quarantine, from which they are taken away for good."""

from collections.abc import Collection

from django.db import transaction

from minhbach.foundation.files import quarantine

PREFIX = "so-hoa-"


def place_of(scan_id: int) -> str:
    """Return under which name a scan waits."""
    return f"{PREFIX}{scan_id}"


def hold(scan_id: int, content: bytes) -> None:
    """Put the bytes of a scan aside, flushed to the disk: the last step of an action."""
    quarantine.put_aside(content, place_of(scan_id))


def held(scan_id: int) -> bytes:
    """Return the bytes of a scan.

    :raises FileNotFoundError: if they were taken away.
    """
    return quarantine.waiting(place_of(scan_id))


def let_go(scan_ids: Collection[int]) -> None:
    """Take the bytes of scans away once the transaction at hand is done."""
    ids = tuple(scan_ids)

    def remove() -> None:
        for scan_id in ids:
            quarantine.remove(place_of(scan_id))

    transaction.on_commit(remove)
