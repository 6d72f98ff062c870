"""PostgreSQL: a narrow table with a tsvector per entry, kept out of line, and a GIN index over it.

The tsvector is only what the index is made from; no query reads it, so the table that is walked stays small.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from minhbach.foundation.search.engines.engine import EVERYTHING, TABLE, Among, Row, keys_in_order
from minhbach.foundation.search.expressions import All, Expression

_LEXEMES = f"{TABLE}_lexemes"
_MAKE = (
    # No foreign key: the index is made anew from the entries whenever they and it do not agree.
    f"CREATE TABLE IF NOT EXISTS {TABLE} (entry bigint PRIMARY KEY, lexemes tsvector NOT NULL) "
    "WITH (toast_tuple_target = 128)",
    # Without the list of pending entries a search costs the same a moment after a write as an hour later.
    f"CREATE INDEX IF NOT EXISTS {_LEXEMES} ON {TABLE} USING gin (lexemes) WITH (fastupdate = off)",
)

_LOOKED_AT = 3_000
"""Entries whose own lexemes are read, one by one, before the index is asked for all entries at once."""


class PostgresqlEngine:
    """See `Engine`."""

    def make(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, *_MAKE)

    def drop(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, f"DROP TABLE IF EXISTS {TABLE}")

    def empty(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, f"TRUNCATE {TABLE}")

    def add(self, connection: BaseDatabaseWrapper, rows: Iterable[Row]) -> None:
        with connection.cursor() as cursor, cursor.copy(f"COPY {TABLE} (entry, lexemes) FROM STDIN") as copy:
            for entry, lexemes in rows:
                copy.write_row((entry, _as_tsvector(lexemes)))

    def remove(self, connection: BaseDatabaseWrapper, rows: Iterable[Row]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE entry = ANY(%s)", [[entry for entry, _ in rows]])  # noqa: S608

    def prepare(self, connection: BaseDatabaseWrapper) -> None:
        # An index made at once from everything is smaller and made in a tenth of the time.
        self._run(connection, f"DROP INDEX IF EXISTS {_LEXEMES}")

    def settle(self, connection: BaseDatabaseWrapper) -> None:
        self._run(connection, *_MAKE, f"ANALYZE {TABLE}")

    @contextmanager
    def reading(self, connection: BaseDatabaseWrapper) -> Iterator[None]:
        # The planner does not know that a tsvector kept out of line is dear to fetch: for a usual word it would rather
        # read all of them than walk the index, which is quicker by a hundred times.
        with transaction.atomic(using=connection.alias):
            self._run(connection, "SET LOCAL enable_seqscan = off", "SET LOCAL jit = off")
            yield
            self._run(connection, "SET LOCAL enable_seqscan = on")

    def subquery(self, expression: Expression, limit: int) -> tuple[str, list[str | int]]:
        return (
            f"SELECT entry FROM {TABLE} WHERE lexemes @@ %s::tsquery LIMIT %s",  # noqa: S608
            [as_tsquery(expression), limit],
        )

    def keys(self, connection: BaseDatabaseWrapper, expressions: Sequence[Expression], limit: int) -> list[list[str]]:
        inner = [self.subquery(expression, limit) for expression in expressions]
        sql = " UNION ALL ".join(
            f"SELECT {place}, (SELECT string_agg(entry::text, ',') FROM ({one}) AS found)"  # noqa: S608
            for place, (one, _parameters) in enumerate(inner)
        )
        return keys_in_order(connection, sql, [value for _one, values in inner for value in values])

    def among(self, connection: BaseDatabaseWrapper, expression: Expression) -> Among:
        looked_at = 0
        having: frozenset[int] | None = None

        def found(ids: Sequence[int]) -> Collection[int]:
            nonlocal looked_at, having
            looked_at += len(ids)
            if looked_at <= _LOOKED_AT:
                return self._looked_at(connection, expression, ids)
            if having is None:
                (keys,) = self.keys(connection, [expression], EVERYTHING)
                having = frozenset(map(int, keys))
            return having

        return found

    def _looked_at(
        self, connection: BaseDatabaseWrapper, expression: Expression, ids: Sequence[int]
    ) -> Collection[int]:
        with connection.cursor() as cursor:
            # Materialised, so that the planner does not walk the whole index for a few entries.
            cursor.execute(
                f"WITH asked AS MATERIALIZED (SELECT entry, lexemes FROM {TABLE} WHERE entry = ANY(%s)) "  # noqa: S608
                "SELECT entry FROM asked WHERE lexemes @@ %s::tsquery",
                [list(ids), as_tsquery(expression)],
            )
            return {entry for (entry,) in cursor.fetchall()}

    def tallies(self, table: str, columns: Sequence[str], expression: Expression, limit: int) -> tuple[str, list[Any]]:
        inner, parameters = self.subquery(expression, limit)
        by, sets = ", ".join(columns), ", ".join(f"({column})" for column in columns)
        return (
            # OFFSET 0, so that the rows are looked up one by one and not all rows of the table are read for these.
            f"SELECT {by}, count(*) FROM ({inner}) AS found "  # noqa: S608
            f"CROSS JOIN LATERAL (SELECT {by} FROM {table} WHERE id = entry OFFSET 0) AS rows_found "
            # Column by column: combinations of values are nearly as many as entries.
            f"GROUP BY GROUPING SETS ({sets})",
            parameters,
        )

    def count(self, connection: BaseDatabaseWrapper, expression: Expression, limit: int) -> int:
        inner, parameters = self.subquery(expression, limit)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM ({inner}) AS found", parameters)  # noqa: S608
            return int(cursor.fetchone()[0])

    def _run(self, connection: BaseDatabaseWrapper, *statements: str) -> None:
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def _as_tsvector(lexemes: Sequence[str]) -> str:
    joined = "' '".join(lexemes)
    if joined.count("'") == 2 * (len(lexemes) - 1) and "\\" not in joined:
        return f"'{joined}'"
    return " ".join(as_tsquery(lexeme) for lexeme in lexemes)


def as_tsquery(expression: Expression) -> str:
    """Return the expression as a tsquery, each lexeme quoted so that nothing in it is an operator."""
    if isinstance(expression, str):
        return "'" + expression.replace("\\", "\\\\").replace("'", "''") + "'"
    word = " & " if isinstance(expression, All) else " | "
    return "(" + word.join(as_tsquery(part) for part in expression.parts) + ")"
