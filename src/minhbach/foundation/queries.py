"""Reads of the event log and of stored files."""

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import EventRecord, Fact, FileLook, FileNotStored, StoredFileRecord, Subject
from minhbach.foundation.eventlog.rows import as_record as event_record
from minhbach.foundation.files import disk
from minhbach.foundation.files.looks import as_record as look_record
from minhbach.foundation.files.looks import is_infected
from minhbach.foundation.files.rows import as_record as file_record
from minhbach.foundation.models import Event, StoredFile
from minhbach.foundation.models import FileLook as FileLookRow
from minhbach.foundation.registries import may_read_files


def events_about(subject: Subject) -> tuple[EventRecord, ...]:
    """Return what was done about a subject, oldest first. Whoever shows it has asked who may see the subject."""
    rows = Event.objects.filter(subject_kind=subject.kind, subject_id=str(subject.id)).order_by("id")
    return tuple(event_record(row) for row in rows)


def events_of_many(subjects: Collection[Subject], *, kind: str) -> Mapping[str, Mapping[str, Fact]]:
    """Return the facts of the latest event of one kind about each subject, by its id: one query for all.

    Whoever shows them has asked who may see the subjects.
    """
    kinds = {one.kind for one in subjects}
    rows = Event.objects.filter(kind=kind, subject_kind__in=kinds, subject_id__in=[str(one.id) for one in subjects])
    return {row.subject_id: event_record(row).facts for row in rows.order_by("id")}


def events_after(cursor: int, *, kinds: tuple[str, ...], limit: int = 500) -> tuple[EventRecord, ...]:
    """Return the next entries of these kinds after the entry with id `cursor`, oldest first (for jobs)."""
    rows = Event.objects.filter(id__gt=cursor, kind__in=kinds).order_by("id")[:limit]
    return tuple(event_record(row) for row in rows)


def files_about(subjects: Iterable[Subject]) -> Mapping[str, tuple[StoredFileRecord, ...]]:
    """Return the files of each subject, by its id, in the order in which they came: one query for all of one kind.

    Whoever shows them has asked who may see the subjects.
    """
    named = list(subjects)
    if not named:
        return {}
    kinds = {one.kind for one in named}
    rows = StoredFile.objects.filter(subject_kind__in=kinds, subject_id__in=[str(one.id) for one in named])
    found: dict[str, list[StoredFileRecord]] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.subject_id, []).append(file_record(row))
    return {subject: tuple(files) for subject, files in found.items()}


def looks_at(file_ids: Collection[int]) -> Mapping[int, FileLook]:
    """Return what is known of stored files: viruses, signatures. Two queries, however many they are.

    Whoever shows them has asked who may see what the files belong to.
    """
    named = dict(StoredFile.objects.filter(pk__in=list(file_ids)).values_list("pk", "sha256"))
    found = {row.sha256: look_record(row) for row in FileLookRow.objects.filter(sha256__in=set(named.values()))}
    return {file_id: found.get(sha256, FileLook()) for file_id, sha256 in named.items()}


class _MayBeKept(Protocol):
    """A file that came in or goes out: kept, or refused, or still waiting to be read."""

    @property
    def file_id(self) -> int | None: ...


def looks_of(files: Iterable[_MayBeKept]) -> Mapping[int, FileLook]:
    """Return the same for the files of a page, of which some may not be kept."""
    return looks_at([one.file_id for one in files if one.file_id is not None])


def subjects_with_bytes(sha256s: Collection[str], *, kind: str) -> tuple[tuple[str, str], ...]:
    """Return (hash, id of the subject) of each stored file of a kind of subject that has one of these hashes."""
    rows = StoredFile.objects.filter(sha256__in=list(sha256s), subject_kind=kind).order_by("pk")
    return tuple(rows.values_list("sha256", "subject_id"))


def file_record_of(file_id: int) -> StoredFileRecord:
    """Return what is known of a stored file, for a room that has asked who may see what it belongs to.

    :raises FileNotStored: if there is no such file.
    """
    return file_record(_file(file_id))


def file_content(file_id: int) -> bytes:
    """Return the bytes of a stored file, checked against their hash.

    :raises FileNotStored: if there is no such file.
    :raises CorruptFile: if the bytes are missing or damaged.
    """
    return disk.read(settings.FILES_ROOT, _file(file_id).sha256)


def readable_file(file_id: int, *, actor: Actor) -> StoredFileRecord:
    """Return a file that this actor may read, as the room it belongs to answers.

    :raises FileNotStored: if there is none, and likewise if the actor may not know of it, or a virus was found in it.
    """
    row = _file(file_id)
    if not may_read_files(actor, Subject(row.subject_kind, row.subject_id)) or is_infected(row.sha256):
        raise FileNotStored(_("Không có tệp %(number)s.") % {"number": file_id})
    return file_record(row)


def _file(file_id: int) -> StoredFile:
    row = StoredFile.objects.filter(pk=file_id).first()
    if row is None:
        raise FileNotStored(_("Không có tệp %(number)s.") % {"number": file_id})
    return row
