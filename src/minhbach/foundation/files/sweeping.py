"""Compares the rows of stored files with the disk. Reports, and never deletes: that is for a person to decide."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from minhbach.foundation.contracts import CorruptFile
from minhbach.foundation.files import disk
from minhbach.foundation.models import StoredFile

YOUNG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FileSweep:
    """What a sweep found. `missing` and `damaged` are ids of rows; `unnamed`: names on the disk that no row knows."""

    rows: int
    missing: tuple[int, ...]
    damaged: tuple[int, ...]
    unnamed: tuple[str, ...]


def sweep(root: Path, *, now: datetime) -> FileSweep:
    """Read every stored file and compare. What came within a day may still get its row."""
    states = {sha256: _state(root, sha256) for sha256 in _named()}
    rows = list(StoredFile.objects.order_by("id").values_list("id", "sha256"))
    return FileSweep(
        rows=len(rows),
        missing=tuple(row for row, sha256 in rows if states.get(sha256) == "missing"),
        damaged=tuple(row for row, sha256 in rows if states.get(sha256) == "damaged"),
        unnamed=tuple(sorted(_unnamed(root, known=states.keys(), before=now - YOUNG))),
    )


def _named() -> Iterator[str]:
    yield from StoredFile.objects.values_list("sha256", flat=True).distinct().iterator()


def _state(root: Path, sha256: str) -> str:
    if not disk.place(root, sha256).exists():
        return "missing"
    try:
        disk.read(root, sha256)
    except CorruptFile:
        return "damaged"
    return "whole"


def _unnamed(root: Path, *, known: Container[str], before: datetime) -> Iterator[str]:
    for path in root.glob("??/??/*"):
        if path.name not in known and path.stat().st_mtime < before.timestamp():
            yield path.name
