"""What both engines can do. They know nothing of words: they keep lexemes and answer which entries have them."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from minhbach.foundation.search.expressions import Expression

TABLE = "foundation_searchindex"
Row = tuple[int, Sequence[str]]
"""The id of an entry and all its lexemes."""


class Engine(Protocol):
    """One database's way to keep the index. Everything happens in the caller's transaction."""

    def make(self, connection: BaseDatabaseWrapper) -> None:
        """Make the empty index, if it is not there."""

    def drop(self, connection: BaseDatabaseWrapper) -> None:
        """Take the index away."""

    def empty(self, connection: BaseDatabaseWrapper) -> None:
        """Let the index hold nothing."""

    def add(self, connection: BaseDatabaseWrapper, rows: Iterable[Row]) -> None:
        """Write entries that the index does not hold."""

    def remove(self, connection: BaseDatabaseWrapper, rows: Iterable[Row]) -> None:
        """Take entries out; their lexemes must be those that they were added with."""

    def prepare(self, connection: BaseDatabaseWrapper) -> None:
        """Make ready for writing very much into an empty index; `settle` must follow."""

    def settle(self, connection: BaseDatabaseWrapper) -> None:
        """Bring the index into the shape that is read fastest, after much was written."""

    def reading(self, connection: BaseDatabaseWrapper) -> AbstractContextManager[None]:
        """Return what a question is answered within."""

    def subquery(self, expression: Expression, limit: int) -> tuple[str, list[str | int]]:
        """Return SQL (with parameters) that yields the ids of at most so many entries, latest written first."""

    def keys(self, connection: BaseDatabaseWrapper, expressions: Sequence[Expression], limit: int) -> list[list[str]]:
        """Return for each expression the ids of at most so many entries as text, in one statement."""

    def count(self, connection: BaseDatabaseWrapper, expression: Expression, limit: int) -> int:
        """Return how many entries have this, counting no further than the limit."""


def keys_in_order(connection: BaseDatabaseWrapper, sql: str, parameters: Sequence[str | int]) -> list[list[str]]:
    """Return the ids of each row (its place, ids with commas between them) that some SQL yields, in order of place."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = sorted(cursor.fetchall())
    return [together.split(",") if together else [] for _place, together in rows]
