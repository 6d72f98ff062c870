"""Restore an installation from a backup: built beside the present one, checked, and only then put in its place."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, Subject
from minhbach.foundation.eventlog.verifying import Verdict, verify_log
from minhbach.foundation.files import disk
from minhbach.foundation.jobs.alive import somebody_alive
from minhbach.foundation.search.rebuilding import index_is_of_this_program, rebuild_index
from minhbach.lawbook.folder import added_law_folder
from minhbach.stewardship.actions.back_up import secret_key_mark
from minhbach.stewardship.archive.unpacking import Unpacked, unpack
from minhbach.stewardship.contracts import (
    BackupDamaged,
    InstallationInUse,
    InstallationNotEmpty,
    Manifest,
)
from minhbach.stewardship.database.beside import built_beside, put_in_place, settle
from minhbach.stewardship.database.emptiness import filled_tables
from minhbach.stewardship.database.numbers import go_on_after
from minhbach.stewardship.database.rows import load_part
from minhbach.stewardship.database.schema import make_tables, models_after


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, what the log's check said, and where the former database is kept ("" if there was none)."""

    manifest: Manifest
    verdict: Verdict
    kept: str
    same_secret_key: bool


def restore(
    *, archive: Path, actor: Actor, now: datetime, key: str | None, replace: bool, despite_log: bool
) -> Restored:
    """Restore rows, files, checkpoints, added law and certificates.

    Nothing changes before the whole archive was read, loaded and checked.

    :param replace: allow an installation that is not empty; its database and checkpoints are kept beside the new ones.
    :param despite_log: restore although the event log in the backup is not whole.
    :raises InstallationInUse: if a worker runs here.
    :raises InstallationNotEmpty: if rows stand here and `replace` is not given.
    :raises WrongKey: if the archive is sealed with another key.
    :raises BackupDamaged: if the archive does not fit its manifest, or its event log is not whole.
    """
    if somebody_alive(settings.DATA / "workers"):
        raise InstallationInUse("Minh Bạch đang chạy ở đây; hãy dừng (minhbach run) rồi khôi phục.")
    filled = filled_tables()
    if filled and not replace:
        raise InstallationNotEmpty(
            f"Ở đây đã có dữ liệu (bảng {filled[0]}). Thêm --replace để thay; cơ sở dữ liệu cũ được giữ bên cạnh."
        )
    with _work_folder() as folder:
        unpacked = unpack(archive, folder / "archive", key)
        with built_beside(folder):
            _load(unpacked)
            verdict = _check_log(unpacked, despite_log=despite_log)
            _index_again()
            _record(unpacked, actor=actor, now=now)
            settle()
        # Files first: they are added to what is there, so the present database loses nothing if this is cut short.
        _add_files(unpacked)
        kept = put_in_place(folder, mark=f"{now:%Y%m%d-%H%M%S}")
        _put_aside_and_in(settings.CHECKPOINTS_ROOT, unpacked.checkpoints, "*.jsonl", mark=f"{now:%Y%m%d-%H%M%S}")
        _put_aside_and_in(settings.CERTIFICATES, unpacked.certificates, "*.*", mark=f"{now:%Y%m%d-%H%M%S}")
        _put_law_in(unpacked, mark=f"{now:%Y%m%d-%H%M%S}")
    return Restored(unpacked.manifest, verdict, kept, unpacked.manifest.secret_key_mark == secret_key_mark())


@contextmanager
def _work_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="khoi-phuc-", dir=settings.DATA))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _load(unpacked: Unpacked) -> None:
    manifest = unpacked.manifest
    models = models_after(manifest.migrations)
    if models.keys() != manifest.tables.keys():
        raise BackupDamaged("Các bảng trong bản sao lưu không khớp các bước cập nhật mà nó kê.")
    make_tables(manifest.migrations)
    with transaction.atomic():
        with connection.cursor() as cursor:
            # What migrations themselves put in comes back with the archive's rows.
            for name in models:
                cursor.execute(f'DELETE FROM "{name}"')  # noqa: S608 - names come from our own models
        for name, model in models.items():
            table = manifest.tables[name]
            loaded = sum(load_part(model, table.columns, part) for part in unpacked.parts_of(name))
            if loaded != table.rows or model._base_manager.count() != table.rows:
                raise BackupDamaged(f"Bảng {name} có {loaded} dòng, bản kê ghi {table.rows}.")
        go_on_after({models[name]: table.last_number for name, table in manifest.tables.items()})
        connection.check_constraints()


def _check_log(unpacked: Unpacked, *, despite_log: bool) -> Verdict:
    verdict = verify_log(unpacked.checkpoints)
    if not verdict.is_whole and not despite_log:
        first = verdict.problems[0]
        raise BackupDamaged(
            f"Nhật ký trong bản sao lưu không nguyên vẹn ({first.chain}: {first.sentence}) "
            "Thêm --despite-log nếu vẫn muốn khôi phục."
        )
    return verdict


def _index_again() -> None:
    # A backup of an older program is indexed once its tables have been brought up to date: by the hourly job.
    if index_is_of_this_program():
        rebuild_index()


def _record(unpacked: Unpacked, *, actor: Actor, now: datetime) -> None:
    with transaction.atomic():
        record_event(
            chain=INSTALLATION,
            kind="installation.restored",
            subject=Subject("backup", unpacked.manifest.taken_at),
            actor=actor,
            now=now,
            facts={"program": unpacked.manifest.program, "from_engine": unpacked.manifest.engine},
        )


def _add_files(unpacked: Unpacked) -> None:
    for sha256 in disk.hashes_on_disk(unpacked.files):
        disk.write(settings.FILES_ROOT, disk.read(unpacked.files, sha256))


def _put_law_in(unpacked: Unpacked, *, mark: str) -> None:
    added = added_law_folder()
    folders = {path.parent.name for root in (added, unpacked.law) for path in root.glob("*/*.toml")}
    for name in sorted(folders):
        _put_aside_and_in(added / name, unpacked.law / name, "*.toml", mark=mark)


def _put_aside_and_in(root: Path, restored: Path, pattern: str, *, mark: str) -> None:
    """Put restored files in place; what stood there before is kept in a folder beside them."""
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    former = sorted(root.glob(pattern))
    if former:
        aside = root / f"truoc-khi-khoi-phuc-{mark}"
        aside.mkdir(mode=0o700)
        for path in former:
            path.rename(aside / path.name)
    for path in sorted(restored.glob(pattern)):
        shutil.copy2(path, root / path.name)
    os.sync()
