"""What machines found of public items: whether they are there, and whether their text can be searched and reused."""

from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from minhbach.extraction.screening.edition import edition
from minhbach.lawbook.monitoring import open_formats
from minhbach.register.models import VersionFile

HERE = Q(public_version__isnull=False)
"""The condition that an item is public in this installation, and not merely elsewhere."""


def gone() -> Q:
    """Return the condition that what is public is not there: no file and no text, or a file that is damaged or lost."""
    damaged = Q(public_version__in=_versions(VersionFile.objects.filter(is_whole=False)))
    nothing = ~_with_files() & Q(public_version__text="")
    return HERE & (nothing | damaged)


def looked_through() -> Q:
    """Return the condition that a machine has looked at the files of what is public, or that it is text alone."""
    return HERE & ~Q(public_version__in=_versions(VersionFile.objects.filter(characters__isnull=True)))


def unread() -> Q:
    """Return the condition that no file of it has text to search, or none is in an open form."""
    searchable = Count("pk", filter=Q(characters__gt=0))
    reusable = Count("pk", filter=Q(media_type__in=list(open_formats())))
    files = VersionFile.objects.order_by().values("version").annotate(searchable=searchable, reusable=reusable)
    bad = files.filter(Q(searchable=0) | Q(reusable=0))
    return looked_through() & Q(public_version__in=bad.values("version"))


# Asked of thousands of items at once: what is bad is gathered once, and not looked for item by item.
def _versions(files: QuerySet[VersionFile]) -> QuerySet[VersionFile, Any]:
    return files.order_by().values("version")


def _with_files() -> Q:
    return Q(public_version__in=_versions(VersionFile.objects.all()))


def item_of_file(version_file_id: int) -> int | None:
    """Return the item that a kept file belongs to (for jobs); None where it is gone meanwhile."""
    return VersionFile.objects.filter(pk=version_file_id).values_list("version__item_id", flat=True).first()


def version_of_file(version_file_id: int) -> tuple[int, int]:
    """Return the id and the number of the version that a kept file belongs to (for jobs)."""
    return VersionFile.objects.values_list("version_id", "version__number").get(pk=version_file_id)


def files_to_look_at(*, before: datetime) -> QuerySet[VersionFile]:
    """Return the files at which nobody has looked with the rules of today, or not since a moment (for jobs).

    What was never looked at comes first, then what was looked at longest ago.
    """
    due = ~Q(looked_with=edition()) | Q(looked_at__isnull=True) | Q(looked_at__lt=before)
    return VersionFile.objects.filter(due).order_by(F("looked_at").asc(nulls_first=True), "pk")
