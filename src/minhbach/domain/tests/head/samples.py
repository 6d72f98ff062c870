"""Made-up documents, each a file: what a person reads in it (TOML), a line "+++", and the text."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minhbach.domain.reading.source import Line, SourceDocument

FOLDER = Path(__file__).parent / "samples"


@dataclass(frozen=True, slots=True)
class Sample:
    """A document and what must be found in it. An empty string stands for null."""

    name: str
    expected: dict[str, Any]
    text: str

    @property
    def source(self) -> SourceDocument:
        """The document as extraction hands over plain text."""
        return as_source(self.text, ocr=self.expected.get("ocr", False))


def as_source(text: str, *, ocr: bool = False) -> SourceDocument:
    """Return a text as lines that know their number; blank lines are dropped, as the numbers tell of them."""
    lines = (Line(number=i, text=line.rstrip()) for i, line in enumerate(text.split("\n"), start=1))
    return SourceDocument(lines=tuple(line for line in lines if line.text), ocr=ocr)


def load() -> list[Sample]:
    """Return all samples by name."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> Sample:
    expected, _, text = path.read_text(encoding="utf-8").partition("\n+++\n")
    return Sample(path.stem, tomllib.loads(expected), text)
