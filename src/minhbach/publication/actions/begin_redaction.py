"""Begin to take something out of a file (che thông tin): the machine reads it, then a person marks."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import fold
from minhbach.foundation.contracts import Subject
from minhbach.publication.contracts import FileToRedact, PublicationNotVisible, PublicationRefused
from minhbach.publication.models import Redaction
from minhbach.publication.queries.redactions import running_redactions
from minhbach.publication.redaction.journal import note
from minhbach.publication.redaction.rights import marker_of
from minhbach.publication.registries import host_of, hosts


@transaction.atomic
def begin_redaction(*, subject: Subject, file_id: int, actor: Actor, now: datetime) -> int:
    """Begin with one file of a subject, and return the redaction's id; the caller enqueues the job that reads it.

    :raises PublicationNotVisible: if the subject is not there for the actor.
    :raises PublicationRefused: if the actor does not mark, the file may not be redacted now, or it already is.
    """
    subject_id = int(subject.id)
    if subject.kind not in hosts() or not host_of(subject.kind).sees(actor, subject_id):
        raise PublicationNotVisible
    file = host_of(subject.kind).file(subject_id, file_id)
    marker_of(file.body_id, actor=actor)
    row = _only_one(subject, file, actor, now)
    note(row, "begun", actor=actor, now=now, sha256=file.sha256)
    return row.pk


def _only_one(subject: Subject, file: FileToRedact, actor: Actor, now: datetime) -> Redaction:
    """Return the file's new redaction; of two who begin at once, the database lets one."""
    refused = PublicationRefused(_("Tệp này đang được che. Mở việc đang làm."))
    if running_redactions([file.file_id]):
        raise refused
    try:
        with transaction.atomic():
            return Redaction.objects.create(
                subject_kind=subject.kind,
                subject_id=int(subject.id),
                body_id=file.body_id,
                file_id=file.file_id,
                file_name=file.name,
                search_text=fold(file.name),
                sha256=file.sha256,
                statute=file.statute,
                begun_by_id=actor.person,
                begun_at=now,
            )
    except IntegrityError:
        raise refused from None
