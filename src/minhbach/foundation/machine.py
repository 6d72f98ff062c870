"""What this machine can do with files, and what it lacks: recognition, old Word files, antivirus, certificates."""

import shutil
import subprocess
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Count

from minhbach.extraction.antivirus import version_of
from minhbach.extraction.old_word import can_read_old_word
from minhbach.extraction.signatures.roots import Root, roots_for_people, trusted_in
from minhbach.foundation.actions.look_again_at_files import waiting_for_a_look
from minhbach.foundation.contracts import VirusCheck
from minhbach.foundation.files.looking import certificates
from minhbach.foundation.models import FileLook


@dataclass(frozen=True, slots=True)
class Machine:
    """`antivirus` is what clamd calls itself, "" where none answers; `is_antivirus_set`: an address is set.

    `unread` are names of files in the folder of certificates that hold none; `looks` counts bytes by what the antivirus
    said of them; `waiting`: bytes that are still to be looked at.
    """

    reads_scans: bool
    reads_old_word: bool
    antivirus: str
    is_antivirus_set: bool
    folder: str
    roots: tuple[Root, ...]
    unread: tuple[str, ...]
    revoked_lists: int
    looks: dict[str, int]
    waiting: int


def this_machine(*, now: datetime) -> Machine:
    """Return what is found now; asks clamd and tesseract, which answer at once or not at all."""
    trusted = trusted_in(certificates())
    counted = FileLook.objects.values_list("virus_check").annotate(files=Count("pk")).order_by()
    looks = dict.fromkeys((one.value for one in VirusCheck), 0) | dict(counted)
    return Machine(
        reads_scans=_reads_scans(),
        reads_old_word=can_read_old_word(),
        antivirus=version_of(settings.CLAMD),
        is_antivirus_set=bool(settings.CLAMD),
        folder=str(certificates()),
        roots=roots_for_people(trusted),
        unread=trusted.unread,
        revoked_lists=len(trusted.revoked),
        looks=looks,
        waiting=waiting_for_a_look(now).count(),
    )


def _reads_scans() -> bool:
    """Say whether tesseract is there with Vietnamese."""
    program = shutil.which("tesseract")
    if program is None:
        return False
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, check=False, timeout=5)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"vie" in told.stdout.split()
