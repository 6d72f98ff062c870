"""Look at a kept file again: whether it is whole, whether its text can be read, whether it bears a mark of secrecy."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.extraction.screening.edition import edition
from minhbach.foundation.contracts import CorruptFile
from minhbach.foundation.queries import file_content
from minhbach.register.files import FileUnfit, text_of_fit
from minhbach.register.journal import note
from minhbach.register.models import VersionFile


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found. `secret`: why the file may not be kept, as the machine says it; then nothing is written."""

    is_whole: bool = True
    characters: int = 0
    secret: str = ""


def look_at_file(*, version_file_id: int, actor: Actor, now: datetime) -> Look | None:
    """Write down how a file is found today. Safe to call again, late, or twice; None where it is gone meanwhile.

    What is found to bear a mark is left to the caller, who takes it away from the public too.
    """
    row = VersionFile.objects.filter(pk=version_file_id).first()
    if row is None:
        return None
    found = _look(row.file_id, now)
    if found.secret:
        return found
    _write(row, found, actor, now)
    return found


@transaction.atomic
def _write(row: VersionFile, found: Look, actor: Actor, now: datetime) -> None:
    # Of a damaged file it stays written how much there was to read while it was whole.
    characters = found.characters if found.is_whole else row.characters
    VersionFile.objects.filter(pk=row.pk).update(
        is_whole=found.is_whole, characters=characters, looked_at=now, looked_with=edition()
    )
    if row.is_whole and not found.is_whole:
        version = row.version
        note(
            version.item,
            "file_damaged",
            actor=actor,
            now=now,
            facts={"version": version.number, "sha256": row.sha256},
        )


def _look(file_id: int, now: datetime) -> Look:
    try:
        content = file_content(file_id)
        return Look(characters=len(text_of_fit(content, now=now).strip()))
    except CorruptFile:
        return Look(is_whole=False)
    except FileUnfit as unfit:
        # What cannot be opened at all (an archive, an encrypted file) has no text that anybody could search.
        return Look(secret=unfit.problem.message if unfit.is_secret else "")
