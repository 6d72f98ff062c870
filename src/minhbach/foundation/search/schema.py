"""The table of the index, which no model names: each database makes it in its own way."""

from django.db.backends.base.base import BaseDatabaseWrapper

from minhbach.foundation.search.engines import engine_of


def make_index(connection: BaseDatabaseWrapper) -> None:
    """Make the empty index, if it is not there."""
    engine_of(connection.vendor).make(connection)


def drop_index(connection: BaseDatabaseWrapper) -> None:
    """Take the index away: for undoing the migration."""
    engine_of(connection.vendor).drop(connection)


def empty_index(connection: BaseDatabaseWrapper) -> None:
    """Let the index hold nothing: before it is made anew, and for emptying a test database."""
    engine_of(connection.vendor).empty(connection)
