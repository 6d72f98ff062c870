"""Destroy stored files: their rows at once, their bytes by a job, when no other file has the same ones."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from django.db import connection, transaction

from minhbach.foundation.contracts import NotInTransaction, Subject
from minhbach.foundation.files import disk
from minhbach.foundation.models import DoomedBytes, FileLook, StoredFile

SOONEST = timedelta(hours=1)
"""How long bytes stay after their row: longer than any transaction that may be storing the same ones just now."""


def destroy_files_about(subjects: Iterable[Subject], *, now: datetime) -> int:
    """Destroy all files of some subjects and return how many; the caller's action records the event.

    :raises NotInTransaction: outside `transaction.atomic`.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction("destroy_files_about outside transaction.atomic()")
    by_kind: dict[str, list[str]] = {}
    for subject in subjects:
        by_kind.setdefault(subject.kind, []).append(str(subject.id))
    return sum(_destroy(kind, ids, now) for kind, ids in by_kind.items())


def _destroy(kind: str, ids: Collection[str], now: datetime) -> int:
    rows = StoredFile.objects.filter(subject_kind=kind, subject_id__in=ids)
    doomed = set(rows.values_list("sha256", flat=True))
    count, _ = rows.delete()
    left = set(StoredFile.objects.filter(sha256__in=doomed).values_list("sha256", flat=True))
    # A signature names its signer.
    FileLook.objects.filter(sha256__in=doomed - left).delete()
    DoomedBytes.objects.bulk_create(
        (DoomedBytes(sha256=one, since=now) for one in doomed - left), ignore_conflicts=True
    )
    return count


def remove_doomed_bytes(root: Path, *, now: datetime) -> int:
    """Take the bytes of destroyed files off the disk and return how many; each in a transaction of its own."""
    waiting = DoomedBytes.objects.filter(since__lte=now - SOONEST).values_list("pk", flat=True)
    return sum(_remove(pk, root) for pk in list(waiting))


@transaction.atomic
def _remove(pk: int, root: Path) -> int:
    # Held until the end: who stores the same bytes meanwhile waits here, then finds them gone and writes them anew.
    row = DoomedBytes.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        return 0
    is_named = StoredFile.objects.filter(sha256=row.sha256).exists()
    if not is_named:
        disk.remove(root, row.sha256)
    row.delete()
    return 0 if is_named else 1
