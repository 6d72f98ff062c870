"""One value of a spreadsheet into a cell as a person reads it."""

import datetime as dt
from typing import Any

from minhbach.domain.text import nfc
from minhbach.extraction import limits
from minhbach.extraction.tables.values import EMPTY, TableCell

_UNSEEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0x200B, 0xFEFF])
"""Control characters, which no page and no database column wants; a line break in a cell stays."""


def cell_of(value: Any) -> TableCell:
    """Return the cell: dates as 05/3/2026, numbers with a decimal comma, text in NFC; too long text is cut."""
    match value:
        case None | "":
            return EMPTY
        case bool():
            return TableCell("x" if value else "")
        case dt.datetime():
            return TableCell(_written(value.date()), day=value.date())
        case dt.date():
            return TableCell(_written(value), day=value)
        case int() | float():
            return _number(float(value))
        case _:
            return TableCell(_clean(str(value)))


def _number(value: float) -> TableCell:
    # An infinite number is no JSON, and nobody typed it.
    if value != value or value in (float("inf"), float("-inf")):
        return EMPTY
    text = str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}".replace(".", ",")
    return TableCell(text, number=value)


def _written(day: dt.date) -> str:
    # As `foundation.dates.written`, which stands in a later room.
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def _clean(text: str) -> str:
    text = nfc(text).translate(_UNSEEN).replace("\r", "").replace("\u00a0", " ")
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(filter(None, lines))[: limits.MAX_CELL_CHARACTERS]
