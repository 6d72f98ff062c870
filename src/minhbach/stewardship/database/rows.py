"""Rows as lines of JSON, one list of values a line, the same for both engines."""

import base64
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import DateField, Field, JSONField, Model
from django.utils.duration import duration_iso_string

AnyField = Field[Any, Any]
LONGEST_PART = 8 * 1024 * 1024
BATCH = 500


def columns(model: type[Model]) -> tuple[str, ...]:
    """Return the names under which a model keeps its columns."""
    return tuple(field.attname for field in model._meta.local_concrete_fields)


def parts(model: type[Model]) -> Iterator[tuple[bytes, int]]:
    """Yield all rows of a table in parts of a few megabytes, each with its number of rows."""
    lines: list[bytes] = []
    size = 0
    fields = model._meta.local_concrete_fields
    for row in model._base_manager.order_by("pk").values_list(*columns(model)).iterator(chunk_size=2000):
        line = json.dumps(
            [as_plain(field, value) for field, value in zip(fields, row, strict=True)],
            ensure_ascii=False,
            separators=(",", ":"),
        ).encode()
        lines.append(line)
        size += len(line)
        if size > LONGEST_PART:
            yield b"\n".join(lines) + b"\n", len(lines)
            lines, size = [], 0
    if lines:
        yield b"\n".join(lines) + b"\n", len(lines)


def load_part(model: type[Model], names: Sequence[str], part: bytes) -> int:
    """Write the rows of a part into the table as they were; return how many."""
    fields = {field.attname: field for field in model._meta.local_concrete_fields}
    given = [fields[name] for name in names]
    for field in given:
        if isinstance(field, DateField):
            # The moments that rows were made and changed at are those of the archive, not of the restore.
            field.auto_now = field.auto_now_add = False
    rows = (json.loads(line) for line in part.splitlines())
    return sum(len(_insert(model, given, batch)) for batch in _batches(rows))


def as_plain(field: AnyField, value: Any) -> Any:
    """Return a value as JSON can hold it without loss."""
    if isinstance(field, JSONField) or value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    raise TypeError(f"{field}: no plain form for {type(value)}")


def _insert(model: type[Model], fields: Sequence[AnyField], rows: Sequence[Sequence[Any]]) -> list[Model]:
    made = [model(**{f.attname: _from_plain(f, v) for f, v in zip(fields, row, strict=True)}) for row in rows]
    return model._base_manager.bulk_create(made, batch_size=BATCH)


def _from_plain(field: AnyField, value: Any) -> Any:
    return value if value is None or isinstance(field, JSONField) else field.to_python(value)


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
