"""What the monitor of mandatory publication expects, read from `law/monitoring/`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from minhbach.domain.monitoring.values import Expectations, ExpectedLetter, Source
from minhbach.lawbook.folder import law_folder


@cache
def load_expectations(folder: Path | None = None) -> tuple[Expectations, ...]:
    """Return which letters every agency has, by date; read once in a process."""
    return tuple(
        Expectations(
            since=row["in_force_from"],
            until=row.get("in_force_until"),
            document=row["document"],
            article=row["article"],
            quotation=row["quotation"],
            letters={one["letter"]: _letter(one) for one in row["letter"]},
        )
        for row in _read(folder, "letters.toml")["expectations"]
    )


@cache
def open_formats(folder: Path | None = None) -> Mapping[str, str]:
    """Return the kinds of files that are open, each with its words; read once in a process."""
    return {one["media_type"]: one["words"] for one in _read(folder, "formats.toml")["format"]}


def _letter(row: Mapping[str, Any]) -> ExpectedLetter:
    given = dict(row)
    shown_by = tuple(Source(one) for one in given.pop("shown_by", ()))
    return ExpectedLetter(**given, shown_by=shown_by)


def _read(folder: Path | None, file: str) -> dict[str, Any]:
    return tomllib.loads(((folder or law_folder() / "monitoring") / file).read_text("utf-8"))
