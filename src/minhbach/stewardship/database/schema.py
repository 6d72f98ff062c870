"""The models as the database has them now, whatever the program's own models have become since."""

from collections.abc import Iterable

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model

from minhbach.stewardship.contracts import BETWEEN, NEWER, BackupDamaged

MigrationName = tuple[str, str]
BOOKKEEPING = frozenset({"django_migrations"})


def applied_migrations() -> tuple[MigrationName, ...]:
    """Return the migrations that the database went through and the program still has."""
    loader = MigrationLoader(connection)
    return tuple(sorted(key for key in loader.applied_migrations if key in loader.graph.nodes))


def models_after(migrations: Iterable[MigrationName]) -> dict[str, type[Model]]:
    """Return the model of each table, as it was after these migrations; by table, in a fixed order.

    :raises BackupDamaged: if the program does not know one of them.
    """
    loader = MigrationLoader(connection)
    nodes = sorted(_as_known_now(migrations, loader))
    unknown = [f"{app}.{name}" for app, name in nodes if (app, name) not in loader.graph.nodes]
    if unknown:
        raise BackupDamaged(f"{NEWER} (bước {unknown[0]})")
    found = loader.project_state(nodes).apps.get_models(include_auto_created=True)
    managed = (model for model in found if model._meta.managed and not model._meta.proxy and not model._meta.swapped)
    return {model._meta.db_table: model for model in sorted(managed, key=lambda model: model._meta.db_table)}


def make_tables(migrations: Iterable[MigrationName]) -> None:
    """Bring an empty database through these migrations and no further."""
    executor = MigrationExecutor(connection)
    wanted = _as_known_now(migrations, executor.loader)
    # Only the last of each app: a target that another one has pulled in already would be taken for a step back.
    executor.migrate(sorted(node for node in wanted if not _is_followed(node, wanted, executor.loader)))


def _as_known_now(migrations: Iterable[MigrationName], loader: MigrationLoader) -> set[MigrationName]:
    """Return the migrations with the one that replaces many in the place of those many.

    :raises BackupDamaged: if only some of the many are there, which leads to tables that the program no longer knows.
    """
    names = set(migrations)
    for name, migration in loader.replacements.items():
        replaced = names.intersection(migration.replaces)
        if replaced and name not in names and len(replaced) < len(migration.replaces):
            raise BackupDamaged(BETWEEN)
        if replaced:
            names = names - replaced | {name}
    return names


def _is_followed(node: MigrationName, wanted: set[MigrationName], loader: MigrationLoader) -> bool:
    children = {child.key for child in loader.graph.node_map[node].children}
    return any(child in wanted and child[0] == node[0] for child in children)


def tables_without_model(models: Iterable[str]) -> tuple[str, ...]:
    """Return the tables that stand in the database and that no model names, such as caches."""
    return tuple(sorted(set(connection.introspection.table_names()) - set(models) - BOOKKEEPING))
