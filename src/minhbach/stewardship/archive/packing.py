"""Writes and reads the members of an archive, hashing each on its way."""

import gzip
import hashlib
import io
import json
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import IO, BinaryIO, cast

from minhbach.stewardship.archive.sealing import MARK, OpeningReader, SealingWriter
from minhbach.stewardship.contracts import BackupDamaged, Manifest, Member, WrongKey

MANIFEST = "manifest.json"
GZIP = b"\x1f\x8b"


class Packer:
    """Puts members into an archive and remembers their hashes for the manifest, which comes last."""

    def __init__(self, target: tarfile.TarFile) -> None:
        self._target = target
        self.members: dict[str, Member] = {}

    def put(self, name: str, content: bytes) -> None:
        """Add a member."""
        self.members[name] = Member(len(content), hashlib.sha256(content).hexdigest())
        self._write(name, content)

    def finish(self, manifest: Manifest) -> None:
        """Add the manifest: an archive without one was cut off."""
        self._write(MANIFEST, json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode())

    def _write(self, name: str, content: bytes) -> None:
        entry = tarfile.TarInfo(name)
        entry.size, entry.mode = len(content), 0o600
        self._target.addfile(entry, io.BytesIO(content))


@contextmanager
def new_archive(target: BinaryIO, key: str | None) -> Iterator[Packer]:
    """An archive that is written to a stream, sealed if there is a key."""
    with ExitStack() as opened:
        if key:
            target = opened.enter_context(closing(cast(BinaryIO, SealingWriter(target, key))))
        packed = opened.enter_context(gzip.GzipFile(fileobj=target, mode="wb", compresslevel=3, mtime=0))
        yield Packer(opened.enter_context(tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT)))


def read_archive(path: Path, key: str | None) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each member, the manifest last; hold each against nothing yet (`check_members`).

    :raises WrongKey: if the archive is sealed with another key, or none was given.
    :raises BackupDamaged: if it is altered, cut off, or no backup.
    """
    with path.open("rb") as source, gzip.GzipFile(fileobj=_open(source, key)) as packed:
        try:
            with tarfile.open(fileobj=packed, mode="r|") as tar:
                for entry in tar:
                    content = tar.extractfile(entry)
                    if content is None:
                        raise BackupDamaged(f"Bản sao lưu chứa thứ không phải tệp: {entry.name}.")
                    yield entry.name, content.read()
            # The sums of both layers stand at their ends, behind what tar needs.
            while packed.read(1024 * 1024):
                pass
        except (tarfile.TarError, EOFError, zlib.error, OSError) as error:
            raise BackupDamaged("Bản sao lưu đã bị sửa hoặc bị cắt cụt.") from error


def _open(source: BinaryIO, key: str | None) -> IO[bytes]:
    start = source.read(len(MARK))
    source.seek(0)
    if start == MARK:
        if not key:
            raise WrongKey("Bản sao lưu được mã hóa: đặt biến MINHBACH_BACKUP_KEY rồi chạy lại.")
        return io.BufferedReader(OpeningReader(source, key), 1024 * 1024)
    if not start.startswith(GZIP):
        raise BackupDamaged("Tệp này không phải là bản sao lưu của Minh Bạch.")
    return source
