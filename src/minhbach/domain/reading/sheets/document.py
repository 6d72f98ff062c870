"""Finds in the lines above a table which document its tasks come from."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from minhbach.domain.text import squeeze

_REFERENCE = re.compile(r"(?<![\w/])(\d{1,5})\s*/\s*((?:\d{4}/)?[A-ZĐ]{2,}[A-ZĐa-zđ0-9&.]*(?:-[A-ZĐ][\w&.]*)*)")
_DAY = re.compile(r"ngày\s+(\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|-|\.|\s+năm\s+)\s*(\d{4})")
_YEAR = re.compile(r"năm\s+(20\d{2})")


@dataclass(frozen=True, slots=True)
class TableDocument:
    """What the lines say of the document: "15", "KH-UBND", its day; empty where they do not say it."""

    number: str = ""
    symbol: str = ""
    day: dt.date | None = None
    title: str = ""
    year: int | None = None


def reference_of(text: str) -> tuple[str, str] | None:
    """Return number and symbol of the first document that the text cites: ("15", "KH-UBND")."""
    found = _REFERENCE.search(text[:500])
    return (found[1], found[2]) if found else None


def read_above(lines: Iterable[str]) -> TableDocument:
    """Return what is said above the table: its title is the longest line, as written."""
    kept = [squeeze(line)[:500] for line in lines if line.strip()]
    whole = " ".join(kept)
    cited = reference_of(whole) or ("", "")
    day = _day(whole) if cited[0] else None
    year = _YEAR.search(whole.lower())
    title = max(kept, key=len, default="")
    return TableDocument(cited[0], cited[1], day, title, int(year[1]) if year else (day.year if day else None))


def _day(text: str) -> dt.date | None:
    found = _DAY.search(text)
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
