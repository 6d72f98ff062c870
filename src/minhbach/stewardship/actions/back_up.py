"""Back up the whole installation while it runs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import salted_hmac

from minhbach import __version__
from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, CorruptFile, Subject
from minhbach.foundation.files import disk
from minhbach.foundation.files.disk import flush_folder
from minhbach.lawbook.folder import added_law_folder
from minhbach.stewardship.archive.packing import Packer, new_archive
from minhbach.stewardship.contracts import FORMAT, Manifest, StewardshipError, Table
from minhbach.stewardship.database.numbers import last_number
from minhbach.stewardship.database.rows import columns, parts
from minhbach.stewardship.database.schema import applied_migrations, models_after, tables_without_model
from minhbach.stewardship.database.snapshot import one_moment
from minhbach.stewardship.naming import (
    certificate_member,
    checkpoint_member,
    file_member,
    law_member,
    part_member,
    read_name,
)


def back_up(*, target: Path, actor: Actor, now: datetime, key: str | None) -> Manifest:
    """Write rows, files, checkpoints, added law and certificates into one archive, as of one moment.

    Nobody has to wait for it.

    Stored files that are damaged are named in the manifest and left out; the backup is made all the same.

    :param key: seals the archive; None leaves it readable by whoever gets hold of it.
    :raises StewardshipError: if the target is there already or cannot be written.
    """
    with _written_whole(target) as file, new_archive(file, key) as packer:
        # Checkpoints first: a later one would speak of entries that the snapshot does not hold yet.
        _put_checkpoints(packer)
        _put_added_law(packer)
        _put_certificates(packer)
        with one_moment():
            manifest = _put_everything(packer, now=now)
        packer.finish(manifest)
    with transaction.atomic():
        record_event(
            chain=INSTALLATION,
            kind="installation.backed_up",
            subject=Subject("backup", manifest.taken_at),
            actor=actor,
            now=now,
            facts={"sealed": key is not None, "files": manifest.files, "tables": len(manifest.tables)},
        )
    return manifest


def secret_key_mark() -> str:
    """Return what tells whether two installations have the same secret key, and nothing else about it."""
    return salted_hmac("minhbach.stewardship.secret-key-mark", "1", algorithm="sha256").hexdigest()[:16]


@contextmanager
def _written_whole(target: Path) -> Iterator[BinaryIO]:
    if target.exists():
        raise StewardshipError(f"{target} đã có; hãy chọn tên khác.")
    partial = target.with_name(f"{target.name}.dang-ghi")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise StewardshipError(f"Không ghi được {target}: {error.strerror}.") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.rename(target)
        flush_folder(target.parent)
    finally:
        partial.unlink(missing_ok=True)


def _put_checkpoints(packer: Packer) -> None:
    for path in sorted(settings.CHECKPOINTS_ROOT.glob("*.jsonl")):
        member = checkpoint_member(path.name)
        if read_name(member):
            packer.put(member, path.read_bytes())


def _put_added_law(packer: Packer) -> None:
    """Keep every file of law data that an operator added: without a decree dates come out otherwise.

    :raises StewardshipError: if a file's name does not fit into a backup; nothing is left out in silence.
    """
    for path in sorted(added_law_folder().glob("*/*.toml")):
        member = law_member(path.parent.name, path.name)
        if read_name(member) is None:
            raise StewardshipError(f"Tên tệp {path} không đưa vào bản sao lưu được; hãy đổi tên tệp, thư mục.")
        packer.put(member, path.read_bytes())


def _put_certificates(packer: Packer) -> None:
    """Keep the certificates that an operator was given: without them no signature is known to be good."""
    for path in sorted(settings.CERTIFICATES.glob("*.*")):
        member = certificate_member(path.name)
        if read_name(member):
            packer.put(member, path.read_bytes())


def _put_everything(packer: Packer, *, now: datetime) -> Manifest:
    migrations = applied_migrations()
    models = models_after(migrations)
    tables = {}
    for name, model in models.items():
        rows = 0
        for number, (part, count) in enumerate(parts(model), start=1):
            packer.put(part_member(name, number), part)
            rows += count
        tables[name] = Table(model._meta.label, columns(model), rows, last_number(model))
    hashes = models["foundation_storedfile"]._base_manager.values_list("sha256", flat=True).distinct()
    damaged = [sha256 for sha256 in hashes.order_by("sha256") if not _put_file(packer, sha256)]
    return Manifest(
        format=FORMAT,
        program=__version__,
        taken_at=now.isoformat(),
        engine=connection.vendor,
        secret_key_mark=secret_key_mark(),
        migrations=migrations,
        tables=tables,
        left_out=tables_without_model(models),
        files=hashes.count() - len(damaged),
        damaged_files=tuple(damaged),
        members=packer.members,
    )


def _put_file(packer: Packer, sha256: str) -> bool:
    try:
        content = disk.read(settings.FILES_ROOT, sha256)
    except CorruptFile:
        return False
    packer.put(file_member(sha256), content)
    return True
