"""Keep a file: bytes on the disk first, then the row that promises them."""

from datetime import datetime

from django.conf import settings

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import StoredFileRecord, Subject
from minhbach.foundation.files import disk
from minhbach.foundation.files.looking import look_at
from minhbach.foundation.files.looks import keep_look
from minhbach.foundation.files.naming import media_type, safe_name
from minhbach.foundation.files.rows import as_record
from minhbach.foundation.models import DoomedBytes, StoredFile


def store_file(*, content: bytes, name: str, subject: Subject, actor: Actor, now: datetime) -> StoredFileRecord:
    """Put bytes on the disk, flushed with their folder, and write the row that names them.

    Equal bytes lie on the disk once. The caller's action records the event, with the `sha256` among its facts.
    If the caller's transaction is rolled back, the bytes stay unnamed until the sweep reports them.

    :param subject: what the file belongs to; whoever registered `let_read_files` for its kind says who may read it.
    :raises FileInfected: if the antivirus finds something; whoever can asks `look_at` before its transaction.
    :raises OSError: if the disk is full or refuses.
    """
    name = safe_name(name)
    looked = look_at(content, now=now)
    sha256 = disk.sha256_of(content)
    # Before the disk is looked at: whoever takes these bytes away just now is waited for.
    DoomedBytes.objects.filter(sha256=sha256).delete()
    row = StoredFile.objects.create(
        sha256=disk.write(settings.FILES_ROOT, content),
        size=len(content),
        name=name,
        media_type=media_type(content, name),
        subject_kind=subject.kind,
        subject_id=str(subject.id),
        stored_by=actor.reference,
        stored_at=now,
    )
    keep_look(sha256, looked, now=now)
    return as_record(row)
