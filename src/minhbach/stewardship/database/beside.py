"""Builds a new database beside the present one and puts it in its place in one step; the old one is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from minhbach.foundation.files.disk import flush_folder

SCHEMA = "minhbach_restore"


@contextmanager
def built_beside(folder: Path) -> Iterator[None]:
    """Let the connection lead to a new, empty database; what goes wrong inside leaves the present one as it is.

    :param folder: where a new SQLite file may stand: on the file system of the present one.
    """
    settings, usual = connection.settings_dict, dict(connection.settings_dict)
    changed: dict[str, Any]
    if connection.vendor == "sqlite":
        changed = {"NAME": str(folder / "minhbach.sqlite3")}
    else:
        forget()
        _execute(f"CREATE SCHEMA {SCHEMA}")
        changed = {"OPTIONS": {**usual["OPTIONS"], "options": f"-c search_path={SCHEMA}"}}
    connection.close()
    settings.update(changed)
    try:
        yield
    except BaseException:
        _lead_back(usual)
        forget()
        raise
    _lead_back(usual)


def forget() -> None:
    """Remove what was built and not put in place; a SQLite file goes with its folder."""
    if connection.vendor == "postgresql":
        _execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")


def _lead_back(usual: dict[str, Any]) -> None:
    connection.close()
    connection.settings_dict.update(usual)


def put_in_place(folder: Path, *, mark: str) -> str:
    """Let the database built beside be the installation's; return where the old one is kept, "" if there was none.

    :param mark: a word for the name of what is kept, such as the moment of the restore.
    """
    had_tables = bool(connection.introspection.table_names())
    if connection.vendor == "sqlite":
        connection.close()
        present = Path(connection.settings_dict["NAME"])
        # Asking what is here has made an empty file, of which nothing need be kept.
        kept = _put_aside(present, mark) if had_tables else _remove(present)
        (folder / "minhbach.sqlite3").rename(present)
        flush_folder(present.parent)
        return kept
    return _swap_schemas(mark, had_tables=had_tables)


def _put_aside(present: Path, mark: str) -> str:
    kept = present.with_name(f"{present.name}.truoc-khi-khoi-phuc-{mark}")
    # What the write-ahead log holds belongs to the old file, and would be played into the new one.
    for ending in ("-wal", "-shm", ""):
        part = Path(f"{present}{ending}")
        if part.exists():
            part.rename(f"{kept}{ending}")
    return str(kept)


def _remove(present: Path) -> str:
    for ending in ("-wal", "-shm", ""):
        Path(f"{present}{ending}").unlink(missing_ok=True)
    return ""


def _swap_schemas(mark: str, *, had_tables: bool) -> str:
    kept = f"truoc_khi_khoi_phuc_{mark.replace('-', '_').lower()}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (present,) = cursor.fetchone()
    aside = f'ALTER SCHEMA "{present}" RENAME TO "{kept}"' if had_tables else f'DROP SCHEMA "{present}"'
    # One statement string is one transaction: nobody ever sees the installation without its tables.
    _execute(f'BEGIN; {aside}; ALTER SCHEMA {SCHEMA} RENAME TO "{present}"; COMMIT')
    connection.close()
    return f"lược đồ {kept}" if had_tables else ""


def settle() -> None:
    """Bring everything written so far into the main file, so that it can be moved alone."""
    if connection.vendor == "sqlite":
        _execute("PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA journal_mode = DELETE")


def _execute(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
