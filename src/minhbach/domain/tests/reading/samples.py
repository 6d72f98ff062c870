"""Makes the source documents of tests from plain text, and finds the written ones."""

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

from minhbach.domain.reading.source import Cell, Line, SourceDocument
from minhbach.domain.text import nfc

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.toml"))


def source_of(text: str) -> SourceDocument:
    """Return the lines of a plain text, numbered from 1, as extraction hands them over."""
    return SourceDocument(tuple(Line(n, line) for n, line in enumerate(nfc(text).split("\n"), start=1)))


def row(number: int, *texts: str, merged: tuple[int, ...] = ()) -> Line:
    """Return one row of a table; `merged` names the cells that continue one above or to the left."""
    cells = tuple(Cell(text, merged=i in merged) for i, text in enumerate(texts))
    return Line(number, " | ".join(texts), cells)


def expected_of(path: Path) -> dict[str, Any]:
    """Return what a person read in a written document."""
    return tomllib.loads(path.read_text("utf-8"))


def shared_folder() -> Path:
    """Return the folder of real material beside the project; skip the test where it is absent."""
    folder = Path(os.environ.get("MINHBACH_SHARED", Path(__file__).parents[6] / "shared"))
    if not (folder / "tools" / "score_reading.py").exists():
        pytest.skip(f"không có tài liệu thật ở {folder}")
    return folder
