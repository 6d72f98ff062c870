"""Versions of an item, for who may see it."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import Q

from minhbach.register.contracts import FileRecord, FileRole, ItemNotVisible, VersionRecord
from minhbach.register.models import HeldFile, Item, ItemVersion, VersionFile
from minhbach.register.rows import ItemRow

READABLE = Q(published_on__isnull=False, withdrawn_on__isnull=True)
"""The condition on a version that it was published and stays readable; the item must be public besides."""


def versions_of(row: Item) -> tuple[VersionRecord, ...]:
    """Return all versions of an item, the newest first: three queries. The caller has asked who may see them all."""
    versions = list(row.versions.order_by("-number"))
    return tuple(_records(versions))


def latest_version(row: ItemRow) -> ItemVersion:
    """Return the newest version; every item has one."""
    newest: ItemVersion = row.versions.order_by("-number")[0]
    return newest


def public_version_of(row: Item) -> VersionRecord:
    """Return the version that everybody may read.

    :raises ItemNotVisible: if the item is not public.
    """
    if row.public_version is None:
        raise ItemNotVisible
    return _records([row.public_version])[0]


def open_versions(row: Item) -> tuple[VersionRecord, ...]:
    """Return the versions that everybody may read, the newest first: the public one and those that it corrected."""
    if row.public_version_id is None:
        return ()
    return tuple(_records(list(row.versions.filter(READABLE).order_by("-number"))))


def version_record(version_id: int, *, item_id: int) -> VersionRecord:
    """Return one version of an item. The caller has asked who may see it.

    :raises ItemNotVisible: if the item has no such version.
    """
    version = ItemVersion.objects.filter(pk=version_id, item_id=item_id).first()
    if version is None:
        raise ItemNotVisible
    return _records([version])[0]


def _records(versions: Collection[ItemVersion]) -> list[VersionRecord]:
    ids = [one.pk for one in versions]
    files: dict[int, list[FileRecord]] = defaultdict(list)
    for file in VersionFile.objects.filter(version_id__in=ids):
        files[file.version_id].append(
            FileRecord(file.file_id, file.name, file.media_type, file.size, FileRole(file.role))
        )
    held: dict[int, list[str]] = defaultdict(list)
    for version_id, state in HeldFile.objects.filter(version_id__in=ids).values_list("version_id", "state"):
        held[version_id].append(state)
    return [
        VersionRecord(
            id=one.pk,
            item_id=one.item_id,
            number=one.number,
            corrects=one.corrects,
            why=one.why,
            text=one.text,
            files=tuple(files[one.pk]),
            waiting=held[one.pk].count("waiting"),
            refused=len(held[one.pk]) - held[one.pk].count("waiting"),
        )
        for one in versions
    ]
