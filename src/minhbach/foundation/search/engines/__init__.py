"""The two engines: what each database needs in order to keep lexemes and to answer which entries have them."""

from minhbach.foundation.search.engines import postgresql, sqlite
from minhbach.foundation.search.engines.engine import Engine

_ENGINES: dict[str, Engine] = {"sqlite": sqlite.SqliteEngine(), "postgresql": postgresql.PostgresqlEngine()}


def engine_of(vendor: str) -> Engine:
    """Return the engine of a database.

    :raises KeyError: if the database is neither SQLite nor PostgreSQL.
    """
    return _ENGINES[vendor]
