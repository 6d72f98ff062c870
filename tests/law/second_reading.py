"""Reads `law/cases/readings/`: where each value stands in its law and which numbers its words say, read a second time.

Nothing of the product is imported here, so that a mistake in the product cannot stand on both sides of the comparison.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LAW = Path(__file__).parents[2] / "law"
READINGS = LAW / "cases" / "readings"
STATUTES = LAW / "statutes"
NAMES = ("key", "code", "letter", "number", "matter", "statute")
"""By which key the rows of a table are told apart."""
IN_PART = {"words", "quotation", "note", "source"}
"""What is read a second time in its numbers alone, with the words around them; everything else word for word."""
HEAD = ("document", "source")
"""What every file of a law says before its tables."""

Row = Mapping[str, Any]


def files() -> Iterator[Path]:
    """All files of the laws and of what details them."""
    return iter(sorted(STATUTES.glob("*/*.toml")))


def reading_of(path: Path) -> Row:
    """Return the second reading of the law that a file belongs to."""
    name = path.stem if path.parent.name == "details" else path.parent.name
    return _sorted_out(tomllib.loads((READINGS / f"{name}.toml").read_text("utf-8")))


def apart(text: str, reading: Row, *, is_head: bool) -> str | None:
    """Return the first thing that a file says otherwise than its second reading, or None where both agree.

    :param is_head: whether the file names the law and its days, beside tables.
    """
    content = tomllib.loads(text)
    tables = {name: value for name, value in content.items() if _is_table(value)}
    head = {name: value for name, value in content.items() if name not in tables}
    expected = {name: value for name, value in reading.items() if not isinstance(value, dict)}
    if not is_head:
        expected = {name: expected[name] for name in HEAD}
    for name in sorted(expected.keys() | {name for name, value in head.items() if _numbers(value)}):
        if head.get(name) != expected.get(name):
            return f"{name}: {head.get(name)}"
    for table, rows in tables.items():
        if problem := _apart(table, rows, reading.get(table, {})):
            return problem
    return None


def _apart(table: str, rows: list[Row], reading: Row) -> str | None:
    named = {next(row[name] for name in NAMES if name in row): row for row in rows}
    if len(named) != len(rows) or named.keys() != reading.keys():
        return f"{table}: {', '.join(sorted(named.keys() ^ reading.keys()))}"
    for key, row in named.items():
        told = reading[key]
        for name in row.keys() | told.keys():
            if name not in NAMES and not _agree(name, row.get(name), told.get(name)):
                return f"{table} {key}: {name}: {row.get(name)}"
    return None


def _agree(name: str, said: Any, read: Any) -> bool:
    if name not in IN_PART:
        return bool(said == read) if read is not None else not _numbers(said)
    return _numbers(said) == _numbers(read or "") and holds(str(said), str(read or ""))


def holds(text: str, read: str) -> bool:
    """Say whether the parts of a reading, which stand between " … ", stand in a text in their order."""
    place = 0
    for part in read.split(" … "):
        place = text.find(part, place) + len(part)
        if place < len(part):
            return False
    return True


def _numbers(value: Any) -> list[str]:
    return re.findall(r"\d+", str(value)) if not isinstance(value, bool) else []


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _sorted_out(content: Row) -> Row:
    """Return the reading with every row a table: "Điều 7" alone says the article."""
    return {
        name: {key: {"article": row} if isinstance(row, str) else row for key, row in value.items()}
        if isinstance(value, dict)
        else value
        for name, value in content.items()
    }
