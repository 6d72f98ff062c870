"""A real installation in a folder of its own, worked through its commands: for what a test's transaction would hide."""

import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection

COMMAND = (sys.executable, "-m", "minhbach.config.command")
SET_UP = "import django; django.setup()\n"


@dataclass(frozen=True)
class Installation:
    """Where an installation keeps its data, and how it is asked to do something."""

    folder: Path
    database_url: str

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("MINHBACH_")}
        return {
            "DJANGO_SETTINGS_MODULE": "minhbach.config.settings",
            **kept,
            "MINHBACH_MODE": "demonstration",
            "MINHBACH_DATA": str(self.folder),
            "DATABASE_URL": self.database_url,
        }

    def run(self, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a subcommand to its end."""
        return self._finish([*COMMAND, *map(str, arguments)], variables)

    def python(self, code: str) -> str:
        """Run Python in the installation and return what it printed; fail the test if it fails."""
        done = self._finish([sys.executable, "-c", SET_UP + code], {})
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Ask the database by its own driver, past the product."""
        if self.database_url.startswith("sqlite"):
            with closing(sqlite3.connect(self.database_url.removeprefix("sqlite:///"), timeout=20)) as asked:
                return asked.execute(statement).fetchall()
        with psycopg.connect(self.database_url) as asked:
            return asked.execute(statement).fetchall()

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a subcommand that goes on; its output lands in `run.log`."""
        with (self.folder / "run.log").open("ab") as log:
            return subprocess.Popen([*COMMAND, *arguments], env=self.environment, stdout=log, stderr=log)

    def start_python(self, code: str) -> subprocess.Popen[bytes]:
        """Start Python in the installation and go on without waiting."""
        with (self.folder / "run.log").open("ab") as log:
            return subprocess.Popen([sys.executable, "-c", SET_UP + code], env=self.environment, stdout=log, stderr=log)

    def _finish(self, command: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env={**self.environment, **variables}, capture_output=True, text=True, timeout=120, check=False
        )


@contextmanager
def empty_installation(folder: Path) -> Iterator[Installation]:
    """An installation without a table, on the engine of the test run; its database goes when the test ends."""
    folder.mkdir(parents=True, exist_ok=True)
    if on_postgresql():
        with _database() as url:
            yield Installation(folder, url)
    else:
        yield Installation(folder, f"sqlite:///{folder / 'minhbach.sqlite3'}")


def tables_of_the_test_run(folder: Path) -> str:
    """Return the address of a database that other processes see, for a test whose transactions are real.

    To make its tables anew takes half a minute; this copies those of the test run, or is them.
    """
    if on_postgresql():
        parts = urlsplit(os.environ["DATABASE_URL"])
        return urlunsplit(parts._replace(path=f"/{connection.settings_dict['NAME']}"))
    file = folder / "minhbach.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    return f"sqlite:///{file}"


def server_of_the_test_run() -> str:
    """Return the address of PostgreSQL's own database, from which others are made and dropped."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path="/postgres"))


def on_postgresql() -> bool:
    """Say which engine the test run is for."""
    return os.environ["DATABASE_URL"].startswith("postgres")


@contextmanager
def _database() -> Iterator[str]:
    parts = urlsplit(os.environ["DATABASE_URL"])
    name = f"minhbach_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server_of_the_test_run(), autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
