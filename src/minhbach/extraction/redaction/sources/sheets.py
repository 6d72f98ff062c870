"""What a reader of a workbook sees: sheets, rows and columns that are not hidden."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from minhbach.extraction.office.package import Package
from minhbach.extraction.tables.book import read_book
from minhbach.extraction.tables.values import Sheet

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_UNSEEN = ("collapse", "filter")
_MOST = 20_000  # rows and columns that are told apart; what repeats beyond is empty
_YES = ("1", "true", "on")


@dataclass(slots=True)
class Hidden:
    """Rows and columns of one sheet (from 1) that are hidden."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Seen:
    """A sheet as seen: its name and rows of texts."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def seen_sheets(data: bytes) -> tuple[list[Seen], bool]:
    """Return the sheets of an XLSX or ODS as seen, and whether the file hides rows, columns or sheets.

    :raises CannotRead: if it is no such workbook, or cannot be opened within limits.
    """
    package = Package(data)
    hidden, more = _hidden_ods(package) if "content.xml" in package.names else _hidden_xlsx(package)
    sheets = [_seen(sheet, hidden.get(sheet.name, Hidden())) for sheet in read_book(data).sheets]
    return [sheet for sheet in sheets if sheet.rows], more or any(h.rows or h.columns for h in hidden.values())


def _seen(sheet: Sheet, hidden: Hidden) -> Seen:
    rows = [
        tuple(cell.text for column, cell in enumerate(row, 1) if column not in hidden.columns)
        for number, row in enumerate(sheet.rows, 1)
        if number not in hidden.rows
    ]
    return Seen(sheet.name, tuple(row for row in rows if any(row)))


def _hidden_xlsx(package: Package) -> tuple[dict[str, Hidden], bool]:
    book = package.xml("xl/workbook.xml")
    targets = {r.get("Id"): r.get("Target") or "" for r in package.xml("xl/_rels/workbook.xml.rels")}
    found: dict[str, Hidden] = {}
    more = False
    for sheet in book.iter(f"{_MAIN}sheet"):
        more |= sheet.get("state", "visible") != "visible"
        part = posixpath.normpath(posixpath.join("xl", targets.get(sheet.get(_RELATION), "")))
        part = part.lstrip("/") if targets.get(sheet.get(_RELATION), "").startswith("/") else part
        if part in package.names:
            found[sheet.get("name") or ""] = _hidden_in_xlsx(package.xml(part))
    return found, more


def _hidden_in_xlsx(root: Any) -> Hidden:
    hidden = Hidden()
    for column in root.iter(f"{_MAIN}col"):
        if column.get("hidden") in _YES or column.get("width") in ("0", "0.0"):
            first, last = _whole(column.get("min")), min(_whole(column.get("max")), _MOST)
            hidden.columns |= set(range(first, last + 1))
    for place, row in enumerate(root.iter(f"{_MAIN}row"), 1):
        if row.get("hidden") in _YES or row.get("ht") in ("0", "0.0"):
            hidden.rows.add(_whole(row.get("r")) or place)
    return hidden


def _hidden_ods(package: Package) -> tuple[dict[str, Hidden], bool]:
    content = package.xml("content.xml")
    found: dict[str, Hidden] = {}
    for table in content.iter(f"{_TABLE}table"):
        rows = set(_places(table.iter(f"{_TABLE}table-row"), "number-rows-repeated"))
        columns = set(_places(table.iter(f"{_TABLE}table-column"), "number-columns-repeated"))
        found[table.get(f"{_TABLE}name") or ""] = Hidden(rows, columns)
    more = any(e.get(f"{_TABLE}display") == "false" for e in content.iter() if isinstance(e.tag, str))
    styles = [s for s in content.iter() if isinstance(s.tag, str) and s.tag.endswith("}table-properties")]
    return found, more or any(s.get(f"{_TABLE}display") == "false" for s in styles)


def _places(elements: Iterator[Any], repeated: str) -> Iterator[int]:
    """Yield the numbers, from 1, of hidden rows or columns."""
    at = 1
    for element in elements:
        count = max(1, _whole(element.get(_TABLE + repeated)) or 1)
        if element.get(f"{_TABLE}visibility") in _UNSEEN:
            yield from range(at, min(at + count, _MOST))
        at += count


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 8 else 0
