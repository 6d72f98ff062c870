"""A database for one measurement: made, led to as if it were the installation's, and removed afterwards."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

from minhbach.foundation.models import SearchEntry, SearchFrequency, SearchState, SearchText
from minhbach.foundation.search.schema import make_index

_SCHEMA = "minhbach_search_measure"
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA mmap_size=134217728;"
"""As an installation reads; what is written here need not outlive a power cut."""


class NoServer(Exception):
    """PostgreSQL was asked for, and DATABASE_URL names no server of it."""


@contextmanager
def own_database(engine: str) -> Iterator[None]:
    """Let the default connection lead to an empty database with the tables of the index alone.

    :param engine: "sqlite" or "postgresql"; the latter makes a schema of its own on the server of DATABASE_URL.
    :raises NoServer: if there is no such server.
    """
    usual = connections["default"]
    with _made_on_sqlite(usual) if engine == "sqlite" else _made_on_postgresql(usual) as wrapper:
        connections["default"] = wrapper
        try:
            with wrapper.schema_editor() as editor:
                for model in (SearchEntry, SearchText, SearchFrequency, SearchState):
                    editor.create_model(model)
            make_index(wrapper)
            yield
        finally:
            wrapper.close()
            connections["default"] = usual


@contextmanager
def _made_on_sqlite(usual: BaseDatabaseWrapper) -> Iterator[BaseDatabaseWrapper]:
    with tempfile.TemporaryDirectory(prefix="minhbach-search-") as folder:
        options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": _PRAGMAS}
        yield _wrapper(
            usual, ENGINE="django.db.backends.sqlite3", NAME=str(Path(folder) / "search.sqlite3"), OPTIONS=options
        )


@contextmanager
def _made_on_postgresql(usual: BaseDatabaseWrapper) -> Iterator[BaseDatabaseWrapper]:
    if usual.vendor != "postgresql":
        raise NoServer("Cần DATABASE_URL=postgresql://… để đo trên PostgreSQL.")
    _execute(usual, f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE", f"CREATE SCHEMA {_SCHEMA}")
    try:
        yield _wrapper(usual, OPTIONS={**usual.settings_dict["OPTIONS"], "options": f"-c search_path={_SCHEMA}"})
    finally:
        _execute(usual, f"DROP SCHEMA IF EXISTS {_SCHEMA} CASCADE")


def _wrapper(usual: BaseDatabaseWrapper, **changed: Any) -> BaseDatabaseWrapper:
    settings = {**usual.settings_dict, **changed}
    wrapper: BaseDatabaseWrapper = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, "default")
    return wrapper


def _execute(connection: BaseDatabaseWrapper, *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
