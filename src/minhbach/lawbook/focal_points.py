"""What the law says of focal points, read from `law/focal_points/`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from minhbach.domain.bodies.focal_points import Duty, FieldSet
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level
from minhbach.lawbook.folder import law_folder


@cache
def load_field_sets(folder: Path | None = None) -> tuple[FieldSet, ...]:
    """Return the sets of published fields, read once in a process."""
    return tuple(
        FieldSet(**_in_force(row), required=tuple(row["required"]), shown=tuple(row["shown"]))
        for row in _rows(folder, "fields.toml", "field_set")
    )


@cache
def load_duties(folder: Path | None = None) -> tuple[Duty, ...]:
    """Return which bodies need a focal point, read once in a process."""
    return tuple(
        Duty(
            **_in_force(row),
            bodies={Level(one["level"]): frozenset(Kind(kind) for kind in one["kinds"]) for one in row["bodies"]},
            only_essential=frozenset(Kind(kind) for kind in row.get("only_essential", ())),
        )
        for row in _rows(folder, "duty.toml", "duty")
    )


def _rows(folder: Path | None, file: str, table: str) -> list[dict[str, Any]]:
    path = (folder or law_folder() / "focal_points") / file
    return list(tomllib.loads(path.read_text("utf-8"))[table])


def _in_force(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "since": row["in_force_from"],
        "until": row.get("in_force_until"),
        "document": row["document"],
        "article": row["article"],
        "quotation": row["quotation"],
    }
