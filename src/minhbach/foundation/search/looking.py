"""One asker's view of the index: every look carries the asker's rights and filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from minhbach.foundation.search.engines import engine_of
from minhbach.foundation.search.expressions import Expression, every


@dataclass(frozen=True, slots=True)
class View:
    """What an entry must have so that this asker may find it at all; `narrowed` by what is asked for."""

    scope: Expression

    def narrowed(self, *parts: Expression) -> "View":
        """Return the view of what has these parts too."""
        return View(every(self.scope, *parts))

    def ids(self, *parts: Expression, limit: int) -> list[int]:
        """Return the ids of entries that have the parts, latest written first."""
        (keys,) = self.keys([every(*parts)] if parts else [self.scope], limit=limit)
        return [int(key) for key in keys]

    def keys(self, expressions: Sequence[Expression], *, limit: int) -> list[list[str]]:
        """Return for each expression such ids as text: of many thousands, few are ever needed as numbers."""
        if not expressions:
            return []
        within = [every(self.scope, expression) for expression in expressions]
        return engine_of(connection.vendor).keys(connection, within, limit)

    def count(self, *parts: Expression, limit: int) -> int:
        """Return how many entries have the parts, counting no further than the limit."""
        return engine_of(connection.vendor).count(connection, every(self.scope, *parts), limit)

    def has(self, *parts: Expression) -> bool:
        """Tell whether any entry has the parts."""
        return self.count(*parts, limit=1) > 0

    def subquery(self, *, limit: int) -> tuple[str, list[str | int]]:
        """Return SQL (with parameters) that yields the ids of the view's entries."""
        return engine_of(connection.vendor).subquery(every(self.scope), limit)
