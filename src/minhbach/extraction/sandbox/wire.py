"""Results of the sandbox as plain JSON: nothing that comes back is ever executed or unpickled."""

from dataclasses import dataclass, field
from typing import Any

from minhbach.domain.reading.results import Problem
from minhbach.domain.reading.source import Cell, Line, Place, SourceDocument


@dataclass(frozen=True, slots=True)
class Taken:
    """A file taken apart. `scans` are the pages (from 1) that hold no text and must be read from their image."""

    format: str
    lines: tuple[Line, ...] = ()
    pages: int | None = None
    problems: tuple[Problem, ...] = ()
    scans: tuple[int, ...] = ()
    layout: tuple[dict[str, Any], ...] = ()  # of the other pages, where lines must wait for the scans
    marks: dict[str, str] = field(default_factory=dict)  # what stamps say


def to_plain(taken: Taken) -> dict[str, Any]:
    """Return what was taken as JSON can hold it."""
    return {
        "format": taken.format,
        "pages": taken.pages,
        "lines": [_line(line) for line in taken.lines],
        "problems": [[p.code, p.message, p.line, p.page] for p in taken.problems],
        "scans": list(taken.scans),
        "layout": list(taken.layout),
    }


def from_plain(plain: dict[str, Any]) -> Taken:
    """Return what `to_plain` wrote."""
    return Taken(
        format=plain["format"],
        pages=plain["pages"],
        lines=tuple(_as_line(line) for line in plain["lines"]),
        problems=tuple(Problem(*problem) for problem in plain["problems"]),
        scans=tuple(plain["scans"]),
        layout=tuple(plain["layout"]),
    )


def source_to_plain(source: SourceDocument) -> dict[str, Any]:
    """Return a whole document as JSON can hold it."""
    lines = [_line(line) for line in source.lines]
    return {"lines": lines, "ocr": source.ocr, "pages": source.pages, "marks": source.marks}


def source_from_plain(plain: dict[str, Any]) -> SourceDocument:
    """Return the document that `source_to_plain` wrote."""
    return SourceDocument(tuple(map(_as_line, plain["lines"])), plain["ocr"], plain["pages"], plain["marks"])


def _line(line: Line) -> list[Any]:
    cells = None if line.cells is None else [[cell.text, cell.merged] for cell in line.cells]
    place = None if line.place is None else [line.place.page, *line.place.box]
    return [line.number, line.text, cells, place, line.confidence, line.heading, line.bold]


def _as_line(plain: list[Any]) -> Line:
    number, text, cells, place, confidence, heading, bold = plain
    return Line(
        number,
        text,
        cells=None if cells is None else tuple(Cell(*cell) for cell in cells),
        place=None if place is None else Place(place[0], (place[1], place[2], place[3], place[4])),
        confidence=confidence,
        heading=heading,
        bold=bold,
    )
