"""The last number that each table gave, so that the number of a removed row is never given again."""

from django.core.management.color import no_style
from django.db import connection
from django.db.models import AutoField, Model


def last_number(model: type[Model]) -> int | None:
    """Return the last number given for a table's key, or None if its key is no number that the database gives."""
    key = model._meta.pk
    if not isinstance(key, AutoField):
        return None
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        else:
            cursor.execute("SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s))", [f'"{table}"', key.column])
        row = cursor.fetchone()
    return row[0] if row else None


def go_on_after(numbers: dict[type[Model], int | None]) -> None:
    """Let each table give numbers from after the given one, or after the highest that stands in it."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(numbers)):
            cursor.execute(statement)
        for model, number in numbers.items():
            if number:
                _raise_to(model, number)


def _raise_to(model: type[Model], number: int) -> None:
    table, key = model._meta.db_table, model._meta.pk
    assert key is not None
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, number])
        else:
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [f'"{table}"', key.column, number])
