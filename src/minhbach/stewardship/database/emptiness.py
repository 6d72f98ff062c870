"""Is there an installation here that a restore would destroy?"""

from django.db import connection

from minhbach.stewardship.database.schema import applied_migrations, models_after

# What migrating and starting the program fill by themselves.
FILLED_BY_ITSELF = frozenset(
    {
        "django_content_type",
        "auth_permission",
        "django_migrations",
        "foundation_scheduledjob",
        "foundation_joblease",
        "django_tasks_db_dbtaskresult",
    }
)


def filled_tables() -> tuple[str, ...]:
    """Return the tables that hold something that people put in."""
    if "django_migrations" not in connection.introspection.table_names():
        return ()
    models = models_after(applied_migrations())
    return tuple(
        table for table, model in models.items() if table not in FILLED_BY_ITSELF and model._base_manager.exists()
    )
