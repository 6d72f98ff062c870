"""Let stored files belong to another subject: who may open them, and when they are destroyed, follows that one."""

from collections.abc import Iterable

from django.db import connection

from minhbach.foundation.contracts import NotInTransaction, Subject
from minhbach.foundation.models import StoredFile


def move_files(file_ids: Iterable[int], *, to: Subject) -> int:
    """Move files and return how many; the caller has asked who may, and its action records the event.

    :raises NotInTransaction: outside `transaction.atomic`.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction("move_files outside transaction.atomic()")
    return StoredFile.objects.filter(pk__in=list(file_ids)).update(subject_kind=to.kind, subject_id=str(to.id))
