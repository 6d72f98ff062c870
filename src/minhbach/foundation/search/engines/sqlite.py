"""SQLite: an FTS5 table that keeps which rows have which lexeme, and nothing else (no text, positions or sizes).

A lexeme that 100,000 entries have is read in a few milliseconds so; the order of hits is found elsewhere.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from minhbach.foundation.search.engines.engine import EVERYTHING, TABLE, Among, Row, keys_in_order
from minhbach.foundation.search.expressions import All, Expression

# `ascii` cuts at spaces and takes every letter beyond ASCII as it is; the signs are those of our own lexemes.
_MAKE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5(lexemes, content='', detail=none, columnsize=0, "
    "tokenize=\"ascii tokenchars '_+=#@/.-:'\")"
)


class SqliteEngine:
    """See `Engine`."""

    def make(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, _MAKE)

    def drop(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, f"DROP TABLE IF EXISTS {TABLE}")

    def empty(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, f"INSERT INTO {TABLE}({TABLE}) VALUES ('delete-all')")  # noqa: S608

    def add(self, connection: BaseDatabaseWrapper, rows: Iterable[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}(rowid, lexemes) VALUES (%s, %s)",  # noqa: S608
                [(entry, " ".join(lexemes)) for entry, lexemes in rows],
            )

    def remove(self, connection: BaseDatabaseWrapper, rows: Iterable[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {TABLE}({TABLE}, rowid, lexemes) VALUES ('delete', %s, %s)",  # noqa: S608
                [(entry, " ".join(lexemes)) for entry, lexemes in rows],
            )

    def prepare(self, connection: BaseDatabaseWrapper) -> None:
        """Nothing: FTS5 merges as it goes."""

    def settle(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, f"INSERT INTO {TABLE}({TABLE}) VALUES ('optimize')")  # noqa: S608

    def reading(self, connection: BaseDatabaseWrapper) -> AbstractContextManager[None]:  # noqa: ARG002
        return nullcontext()

    def subquery(self, expression: Expression, limit: int) -> tuple[str, list[str | int]]:
        return (
            f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s ORDER BY rowid DESC LIMIT %s",  # noqa: S608
            [as_match(expression), limit],
        )

    def keys(self, connection: BaseDatabaseWrapper, expressions: Sequence[Expression], limit: int) -> list[list[str]]:
        inner = [self.subquery(expression, limit) for expression in expressions]
        # One text instead of a row for each id: rows cost ten times as much as the ids in them.
        sql = " UNION ALL ".join(
            f"SELECT {place}, (SELECT group_concat(rowid) FROM ({one}))"  # noqa: S608
            for place, (one, _parameters) in enumerate(inner)
        )
        return keys_in_order(connection, sql, [value for _one, values in inner for value in values])

    def among(self, connection: BaseDatabaseWrapper, expression: Expression) -> Among:
        # FTS5 answers for all entries as quickly as for a few of them.
        (keys,) = self.keys(connection, [expression], EVERYTHING)
        having = frozenset(map(int, keys))
        return lambda _ids: having

    def tallies(self, table: str, columns: Sequence[str], expression: Expression, limit: int) -> tuple[str, list[Any]]:
        inner, parameters = self.subquery(expression, limit)
        by = ", ".join(columns)
        return f"SELECT {by}, count(*) FROM {table} WHERE id IN ({inner}) GROUP BY {by}", parameters  # noqa: S608

    def count(self, connection: BaseDatabaseWrapper, expression: Expression, limit: int) -> int:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM (SELECT 1 FROM {TABLE} WHERE {TABLE} MATCH %s LIMIT %s)",  # noqa: S608
                [as_match(expression), limit],
            )
            return int(cursor.fetchone()[0])

    def _run(self, connection: BaseDatabaseWrapper, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)


def as_match(expression: Expression) -> str:
    """Return the expression in the language of FTS5, each lexeme quoted so that nothing in it is an operator."""
    if isinstance(expression, str):
        return '"' + expression.replace('"', '""') + '"'
    word = " AND " if isinstance(expression, All) else " OR "
    return "(" + word.join(as_match(part) for part in expression.parts) + ")"
