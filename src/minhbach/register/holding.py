"""Files that come with a version: they wait, unread, and are kept once they are known to carry no mark of secrecy."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.extraction.screening.edition import edition
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import quarantine
from minhbach.foundation.files.naming import safe_name
from minhbach.register.contracts import ItemRefused, NewFile
from minhbach.register.journal import note
from minhbach.register.models import HeldFile, ItemVersion, VersionFile
from minhbach.register.queries import VERSION_FILE


def hold_files(version: ItemVersion, files: Sequence[NewFile], *, actor: Actor) -> None:
    """Put files aside, unread, until the job has read them. The last step of an action: a rollback leaves no row that
    would ever have them looked at.

    :raises ItemRefused: if a file is empty or too large; then nothing of the act is kept.
    """
    for file in files:
        _refuse_size(file)
    for file in files:
        held = HeldFile.objects.create(
            version=version,
            role=file.role,
            name=nfc(safe_name(file.name))[:255],
            size=len(file.content),
            handed_in_by_id=actor.person,
        )
        quarantine.put_aside(file.content, place_of(held.pk))


def keep_file(version: ItemVersion, file: NewFile, text: str, *, actor: Actor, now: datetime) -> None:
    """Store a file that was read and carries no mark; the version's text grows by what it says."""
    subject = Subject(VERSION_FILE, version.pk)
    stored = store_file(content=file.content, name=file.name, subject=subject, actor=actor, now=now)
    VersionFile.objects.create(
        version=version,
        role=file.role,
        file_id=stored.id,
        name=stored.name,
        media_type=stored.media_type,
        size=stored.size,
        sha256=stored.sha256,
        characters=len(text.strip()),
        looked_at=now,
        looked_with=edition(),
    )
    note(
        version.item,
        "file_kept",
        actor=actor,
        now=now,
        facts={"version": version.number, "sha256": stored.sha256, "role": file.role.value},
    )
    if text.strip():
        version.text = "\n\n".join(part for part in (version.text, text.strip()) if part)
        version.save(update_fields=["text"])


def place_of(held_id: int) -> str:
    """Return under which name a file waits."""
    return f"kho-{held_id}"


def _refuse_size(file: NewFile) -> None:
    name = safe_name(file.name)
    if not file.content:
        raise ItemRefused(_("Tệp “%(name)s” không có gì bên trong.") % {"name": name}, field="files")
    if len(file.content) > settings.UPLOAD_LIMIT:
        most = settings.UPLOAD_LIMIT // 1024 // 1024
        raise ItemRefused(_("Tệp “%(name)s” nặng hơn %(most)s MB.") % {"name": name, "most": most}, field="files")
