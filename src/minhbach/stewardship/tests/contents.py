"""What stands in an installation, counted past the product: by the databases' own drivers."""

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg

from minhbach.foundation.tests.installation import Installation

# Written by each installation for itself: when it was migrated, its caches, its heads (its own act is one entry more).
OWN = {"django_migrations", "sqlite_sequence", "foundation_eventchain", "minhbach_cache"}
OWN_ACTS = ("installation.backed_up", "installation.restored")


def rows(installation: Installation) -> dict[str, tuple[int, str]]:
    """Return for each table how many rows it has and a hash over them, whatever their order."""
    if installation.database_url.startswith("sqlite"):
        with closing(sqlite3.connect(installation.database_url.removeprefix("sqlite:///"))) as connection:
            return _summaries(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")
    with psycopg.connect(installation.database_url) as connection:
        return _summaries(connection, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")


def counts(installation: Installation) -> dict[str, int]:
    """Return for each table how many rows it has."""
    return {name: count for name, (count, _) in rows(installation).items()}


def stored_files(folder: Path) -> dict[str, str]:
    """Return name and hash of every stored file."""
    found = (path for path in (folder / "files").rglob("*") if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def _summaries(connection: Any, listing: str) -> dict[str, tuple[int, str]]:
    names = [name for (name,) in connection.execute(listing).fetchall() if name not in OWN and not _is_index(name)]
    return {name: _summary(connection.execute(_all(name)).fetchall()) for name in names}


def _is_index(name: str) -> bool:
    # Made anew from its entries, which are rows: the same hits, laid out otherwise.
    return name.startswith("foundation_searchindex")


def _all(name: str) -> str:
    acts = ", ".join(f"'{kind}'" for kind in OWN_ACTS)
    return f'SELECT * FROM "{name}"' + (f" WHERE kind NOT IN ({acts})" if name == "foundation_event" else "")


def _summary(found: Iterable[tuple[object, ...]]) -> tuple[int, str]:
    lines = sorted(repr(tuple(bytes(v) if isinstance(v, memoryview) else v for v in row)) for row in found)
    return len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()
