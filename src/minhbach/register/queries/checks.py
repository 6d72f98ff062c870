"""What machines found of public items: whether they are there, and whether their text can be searched and reused."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from minhbach.extraction.screening.edition import edition
from minhbach.lawbook.monitoring import open_formats
from minhbach.register.models import VersionFile

HERE = Q(public_version__isnull=False)
"""The condition that an item is public in this installation, and not merely elsewhere."""


def gone() -> Q:
    """Return the condition that what is public is not there: no file and no text, or a file that is damaged or lost."""
    damaged = Q(Exists(_files().filter(is_whole=False)))
    nothing = ~Q(Exists(_files())) & Q(public_version__text="")
    return HERE & (nothing | damaged)


def looked_through() -> Q:
    """Return the condition that a machine has looked at the files of what is public, or that it is text alone."""
    return HERE & ~Q(Exists(_files().filter(characters__isnull=True)))


def unread() -> Q:
    """Return the condition that no file of it has text to search, or none is in an open form."""
    searchable = Q(Exists(_files().filter(characters__gt=0)))
    reusable = Q(Exists(_files().filter(media_type__in=_open())))
    return looked_through() & Q(Exists(_files())) & (~searchable | ~reusable)


def _files() -> QuerySet[VersionFile]:
    return VersionFile.objects.filter(version=OuterRef("public_version"))


def _open() -> Collection[str]:
    return list(open_formats())


def files_to_look_at(*, before: datetime) -> QuerySet[VersionFile]:
    """Return the files at which nobody has looked with the rules of today, or not since a moment (for jobs).

    What was never looked at comes first, then what was looked at longest ago.
    """
    due = ~Q(looked_with=edition()) | Q(looked_at__isnull=True) | Q(looked_at__lt=before)
    return VersionFile.objects.filter(due).order_by(F("looked_at").asc(nulls_first=True), "pk")
