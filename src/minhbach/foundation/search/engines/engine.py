"""What both engines can do. They know nothing of words: they keep lexemes and answer which entries have them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from django.db.backends.base.base import BaseDatabaseWrapper

from minhbach.foundation.search.expressions import Expression

TABLE = "foundation_searchindex"
Row = tuple[int, Sequence[str]]
"""The id of an entry and all its lexemes."""
Among = Callable[[Sequence[int]], Collection[int]]
"""Says of some ids which of them are those of entries that have something; it may name others that were not asked."""
EVERYTHING = 1_000_000_000


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

    def among(self, connection: BaseDatabaseWrapper, expression: Expression) -> Among:
        """Return what tells of some entries after others which of them have this, the way that costs least here."""

    def tallies(self, table: str, columns: Sequence[str], expression: Expression, limit: int) -> tuple[str, list[Any]]:
        """Return SQL (with parameters) that counts at most so many entries by what stands in columns of their rows.

        Each row of the answer has the values of all columns, or of one alone (the others are null), and how many
        entries have them; summed by column, both say the same.
        """

    def count(self, connection: BaseDatabaseWrapper, expression: Expression, limit: int) -> int:
        """Return how many entries have this, counting no further than the limit."""


def keys_in_order(connection: BaseDatabaseWrapper, sql: str, parameters: Sequence[str | int]) -> list[list[str]]:
    """Return the ids of each row (its place, ids with commas between them) that some SQL yields, in order of place."""
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        rows = sorted(cursor.fetchall())
    return [together.split(",") if together else [] for _place, together in rows]
