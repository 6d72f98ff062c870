"""Unpacks an archive into a folder of our own and holds every member against the manifest."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from minhbach.foundation.files import disk
from minhbach.stewardship.archive.packing import MANIFEST, read_archive
from minhbach.stewardship.contracts import BackupDamaged, Manifest, Member
from minhbach.stewardship.naming import MemberName, read_name


class Unpacked:
    """An archive that was found whole, in a folder."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder, self.manifest = folder, manifest
        self.files = folder / "files"
        self.checkpoints = folder / "checkpoints"
        self.certificates = folder / "certificates"
        self.law = folder / "law"

    def parts_of(self, table: str) -> Iterator[bytes]:
        """Yield the parts of a table, in order."""
        for path in sorted((self.folder / "database" / table).glob("*.jsonl")):
            yield path.read_bytes()


def unpack(archive: Path, folder: Path, key: str | None) -> Unpacked:
    """Unpack into an empty folder.

    :raises WrongKey: if the archive is sealed with another key.
    :raises BackupDamaged: if a member is missing, altered, unknown, or the manifest does not fit.
    """
    found: dict[str, Member] = {}
    manifest: Manifest | None = None
    for name, content in read_archive(archive, key):
        if manifest is not None or name in found:
            raise BackupDamaged(f"Bản sao lưu có phần thừa: {name}.")
        if name == MANIFEST:
            manifest = _manifest(content)
        else:
            found[name] = Member(len(content), hashlib.sha256(content).hexdigest())
            _place(folder, name, content)
    if manifest is None:
        raise BackupDamaged("Bản sao lưu bị cắt cụt: thiếu bản kê.")
    _compare(found, manifest)
    return Unpacked(folder, manifest)


def _manifest(content: bytes) -> Manifest:
    try:
        return Manifest.from_json(json.loads(content))
    except ValueError as error:
        raise BackupDamaged("Bản sao lưu không có bản kê hợp lệ.") from error


def _place(folder: Path, name: str, content: bytes) -> None:
    known = read_name(name)
    if known is None:
        raise BackupDamaged(f"Bản sao lưu có phần lạ: {name}.")
    if known.kind == "file":
        _place_file(folder / "files", known, content)
        return
    # The name matched a pattern of ours, so it cannot lead out of the folder.
    path = folder / "law" / known.name if known.kind == "law" else folder / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _place_file(root: Path, known: MemberName, content: bytes) -> None:
    if disk.write(root, content) != known.name:
        raise BackupDamaged(f"Tệp {known.name[:12]}… trong bản sao lưu đã bị sửa.")


def _compare(found: dict[str, Member], manifest: Manifest) -> None:
    for name in found.keys() ^ manifest.members.keys():
        raise BackupDamaged(f"Bản sao lưu không khớp bản kê: {name}.")
    for name, member in found.items():
        if member != manifest.members[name]:
            raise BackupDamaged(f"Bản sao lưu đã bị sửa: {name}.")
