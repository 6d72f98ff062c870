"""Rows of what is known of bytes: one for all files that have them."""

from datetime import datetime

from minhbach.extraction.signatures.read import from_plain, to_plain
from minhbach.foundation.contracts import FileLook as Record
from minhbach.foundation.contracts import VirusCheck
from minhbach.foundation.files.looking import Looked
from minhbach.foundation.models import FileLook


def keep_look(sha256: str, looked: Looked, *, now: datetime) -> None:
    """Write down what was found; a later look replaces an earlier one."""
    FileLook.objects.update_or_create(
        sha256=sha256,
        defaults={
            "virus_check": looked.virus_check,
            "virus": "",
            "signatures": [to_plain(one) for one in looked.signatures],
            "judged_with": looked.judged_with,
            "looked_at": now,
        },
    )


def mark_infected(sha256: str, virus: str, *, now: datetime) -> None:
    """Write down that a virus was found in bytes that had been kept: from then on nobody gets them."""
    FileLook.objects.update_or_create(
        sha256=sha256,
        defaults={"virus_check": VirusCheck.INFECTED, "virus": virus[:100], "looked_at": now},
        create_defaults={
            "virus_check": VirusCheck.INFECTED, "virus": virus[:100], "judged_with": "", "looked_at": now,
        },
    )  # fmt: skip


def is_infected(sha256: str) -> bool:
    """Say whether a virus was found in bytes."""
    return FileLook.objects.filter(sha256=sha256, virus_check=VirusCheck.INFECTED).exists()


def as_record(row: FileLook) -> Record:
    """Return a row as the record that other rooms may hold."""
    return Record(VirusCheck(row.virus_check), tuple(map(from_plain, row.signatures)), row.looked_at)
