"""On PostgreSQL, an index of three letters each over what cases are found by: a rare word scans no table any more.

Where the extension cannot be had (not installed, or the role may not create it), lists scan as before; docs/how-to.md
says how to add it later. SQLite has nothing like it that would follow each row by itself.
"""

from typing import Any

from django.db import DatabaseError, migrations, transaction

INDEX = "case_by_letters"


def make(_apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {INDEX} ON requests_case USING gin (search_text gin_trgm_ops)")
    except DatabaseError:
        return


def drop(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [("requests", "0001_tables")]

    operations = [migrations.RunPython(make, drop)]
