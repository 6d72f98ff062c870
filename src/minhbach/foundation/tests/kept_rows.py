"""Rows of the test run's database as they stood at a moment, to be had again: to make them anew takes long."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import psycopg
from django.db import connection

from minhbach.foundation.tests.installation import on_postgresql, server_of_the_test_run


class KeptRows(Protocol):
    """All tables with all that stood in them."""

    def keep(self) -> None:
        """Keep what stands in the test run's database now, in the place of what was kept before."""

    def lay_out(self) -> None:
        """Put it back into the test run's database, in the place of whatever stands there."""

    def forget(self) -> None:
        """Take away what stands outside of the tests' own folder."""


def kept_rows(folder: Path, name: str) -> KeptRows:
    """Return a place for rows of the engine of the test run, under a name."""
    return KeptDatabase(name) if on_postgresql() else KeptFile(folder / f"{name}.sqlite3")


class KeptFile:
    """Rows of SQLite, in a file; the tests' own database may stand in memory."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def keep(self) -> None:
        self.forget()
        with closing(sqlite3.connect(self._file)) as kept:
            _at_hand().backup(kept)

    def lay_out(self) -> None:
        with closing(sqlite3.connect(self._file)) as kept:
            kept.backup(_at_hand())

    def forget(self) -> None:
        self._file.unlink(missing_ok=True)


def is_the_tests_own() -> bool:
    """False where no test that was collected asks for a database: pytest-django makes none then."""
    return str(connection.settings_dict["NAME"]) not in os.environ["DATABASE_URL"]


def _at_hand() -> Any:
    connection.ensure_connection()
    return connection.connection


class KeptDatabase:
    """Rows of PostgreSQL, in a database beside the tests' own; the server copies its files."""

    def __init__(self, name: str) -> None:
        self._kept = name

    def keep(self) -> None:
        self._copy(self._own, self._name)

    def lay_out(self) -> None:
        self._copy(self._name, self._own)

    def forget(self) -> None:
        _drop(self._name)

    @property
    def _own(self) -> str:
        return str(connection.settings_dict["NAME"])

    @property
    def _name(self) -> str:
        return f"{self._own}_{self._kept}"

    def _copy(self, source: str, target: str) -> None:
        # Who is connected to either would keep it from being copied, or replaced.
        connection.close()
        _drop(target)
        with psycopg.connect(server_of_the_test_run(), autocommit=True) as server:
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [source])
            server.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}" STRATEGY FILE_COPY')


def _drop(name: str) -> None:
    with psycopg.connect(server_of_the_test_run(), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
