"""One asker's view of the index: every look carries the asker's rights and filters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection

from minhbach.foundation.search.engines import engine_of
from minhbach.foundation.search.engines.engine import Among
from minhbach.foundation.search.expressions import Expression, every
from minhbach.foundation.search.sieve import Sieve


@dataclass(frozen=True, slots=True)
class View:
    """What an entry must have so that this asker may find it at all; `narrowed` by what is asked for.

    :param scope: everything that it must have.
    :param filters: the part of it that few entries have (body, letter, kind of document, year, words in quotes).
    :param sieve: tells of single entries whether they pass the rest, which most entries have (rights, kind of entry).
    """

    scope: Expression
    filters: tuple[Expression, ...]
    sieve: Sieve

    def narrowed(self, *parts: Expression) -> "View":
        """Return the view of what has these parts too."""
        return replace(self, scope=every(self.scope, *parts), filters=(*self.filters, *parts)) if parts else self

    def ids(self, *parts: Expression, limit: int) -> list[int]:
        """Return the ids of entries in view that have the parts, latest written first."""
        (keys,) = engine_of(connection.vendor).keys(connection, [every(self.scope, *parts)], limit)
        return [int(key) for key in keys]

    def among(self) -> Among:
        """Return what tells of some entries after others which of them are in view."""
        return engine_of(connection.vendor).among(connection, self.scope)

    def unsifted(self, expressions: Sequence[Expression], *, limit: int) -> list[list[str]]:
        """Return for each expression ids as text, of entries that pass the filters and not yet the sieve.

        What nearly every entry has costs more to look up with every term than to ask of the few that are left in the
        end. Whoever uses this must sift before anything of it is shown or counted.
        """
        if not expressions:
            return []
        within = [every(*self.filters, expression) for expression in expressions]
        return engine_of(connection.vendor).keys(connection, within, limit)

    def count(self, *parts: Expression, limit: int) -> int:
        """Return how many entries in view have the parts, counting no further than the limit."""
        return engine_of(connection.vendor).count(connection, every(self.scope, *parts), limit)

    def has(self, *parts: Expression) -> bool:
        """Tell whether any entry in view has the parts."""
        return self.count(*parts, limit=1) > 0

    def subquery(self, *, limit: int) -> tuple[str, list[str | int]]:
        """Return SQL (with parameters) that yields the ids of the view's entries."""
        return engine_of(connection.vendor).subquery(self.scope, limit)

    def tallies(self, table: str, columns: Sequence[str], *, limit: int) -> tuple[str, list[Any]]:
        """Return SQL (with parameters) that counts the view's entries by columns of a table, as engines do."""
        return engine_of(connection.vendor).tallies(table, columns, self.scope, limit)
