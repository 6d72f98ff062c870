"""Look again at files that were kept before anybody could look, or were judged by other certificates. Safe twice."""

import time
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from minhbach.domain.access import Actor
from minhbach.extraction.signatures.roots import edition_of
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, CorruptFile, FileInfected, Subject, VirusCheck
from minhbach.foundation.files import disk
from minhbach.foundation.files.looking import look_at
from minhbach.foundation.files.looks import keep_look, mark_infected
from minhbach.foundation.models import FileLook, StoredFile

MOST, OLD = 2_000, timedelta(days=30)


def look_again_at_files(*, seconds: float, actor: Actor, now: datetime) -> int:
    """Look at what waits for it until the time is up, and return how many files' bytes were looked at.

    In whose bytes a virus is found: the file stays where it is and is given to nobody; the event says so.
    """
    stop, count = time.monotonic() + seconds, 0
    for sha256 in list(waiting_for_a_look(now)[:MOST]):
        if time.monotonic() > stop:
            break
        count += _look(sha256, actor, now)
    return count


def waiting_for_a_look(now: datetime) -> "QuerySet[StoredFile, str]":
    """Return the hashes of stored bytes that nobody looked at, or not for viruses though clamd is there, or whose
    signatures were held against other certificates, or so long ago that some may have run out.
    """
    looks = FileLook.objects.filter(sha256=OuterRef("sha256"))
    if settings.CLAMD:
        looks = looks.exclude(virus_check=VirusCheck.NOT_SCANNED)
    judged = looks.filter(judged_with=edition_of(settings.CERTIFICATES), looked_at__gte=now - OLD)
    done = judged | looks.filter(signatures=[])
    infected = FileLook.objects.filter(sha256=OuterRef("sha256"), virus_check=VirusCheck.INFECTED)
    rows = StoredFile.objects.exclude(Exists(done)).exclude(Exists(infected))
    return rows.order_by("sha256").values_list("sha256", flat=True).distinct()


def _look(sha256: str, actor: Actor, now: datetime) -> int:
    try:
        looked = look_at(disk.read(settings.FILES_ROOT, sha256), now=now)
    except CorruptFile:
        return 0  # the sweep of the disk tells of it
    except FileInfected as infected:
        _mark(sha256, infected, actor, now)
        return 1
    keep_look(sha256, looked, now=now)
    return 1


@transaction.atomic
def _mark(sha256: str, infected: FileInfected, actor: Actor, now: datetime) -> None:
    mark_infected(sha256, str(infected), now=now)
    files = StoredFile.objects.filter(sha256=sha256).count()
    subject = Subject("file", sha256[:16])
    record_event(
        chain=INSTALLATION, kind="file.infected", subject=subject, actor=actor, now=now, facts={"files": files}
    )
