"""Rows of stored files as records."""

from minhbach.foundation.contracts import StoredFileRecord
from minhbach.foundation.models import StoredFile


def as_record(row: StoredFile) -> StoredFileRecord:
    """Return a row as the record that other rooms may hold."""
    return StoredFileRecord(id=row.pk, name=row.name, media_type=row.media_type, size=row.size, sha256=row.sha256)
