"""Rebuilds tables that came with one cell a line, as text copied from a web page gives them."""

import re
from collections.abc import Sequence

from minhbach.domain.reading.body.columns import Column, Columns, column_of, read_columns
from minhbach.domain.reading.body.deadlines import read_deadline
from minhbach.domain.reading.body.names import names_body
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.reading.source import Cell, Line

_BAR = re.compile(r"^[\s|]*$")
_SECTION = re.compile(r"^(?:[IVXL]{1,6}|[A-H])[.)]?$")
_COUNTED = re.compile(r"^(\d{1,3})[.)]?$")
_END = re.compile(r"^(?:nơi nhận|phụ lục|tm\.|kt\.|tl\.)", re.IGNORECASE)
_MOST_COLUMNS = 9
_MOST_LINES = 40  # of one row; more means that the table has ended


def unstacked(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each stacked table as rows of cells, and everything else as it was."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        heading = _heading_at(lines, at)
        if heading is None:
            found.append(lines[at])
            at += 1
            continue
        rows, at = _rows(lines, *heading)
        found += rows
    return found


def _heading_at(lines: Sequence[Line], at: int) -> tuple[Columns, list[Line], int] | None:
    """Return the columns whose headings stand one below the other from `at` on, their lines, and where they end."""
    first = lines[at]
    if first.cells is not None or len(first.text) > 24 or column_of(first.text) is not Column.NUMBER:
        return None
    heads: list[Line] = []
    end = at
    while end < len(lines) and len(heads) < _MOST_COLUMNS and lines[end].cells is None:
        text = lines[end].text.strip()
        if not _BAR.match(text):
            if column_of(text) is None or _COUNTED.match(text) or _SECTION.match(text):
                break
            heads.append(lines[end])
        end += 1
    columns = read_columns([line.text for line in heads]) if len(heads) >= 3 else None
    return (columns, heads, end) if columns and _starts_row(lines, end) else None


def _starts_row(lines: Sequence[Line], at: int) -> bool:
    following = next((line.text.strip() for line in lines[at : at + 6] if not _BAR.match(line.text)), "")
    return bool(_COUNTED.match(following) or _SECTION.match(following))


def _rows(lines: Sequence[Line], columns: Columns, heads: Sequence[Line], at: int) -> tuple[list[Line], int]:
    rows = [_row([line.text.strip() for line in heads], heads)]
    current: list[Line] = []
    expected = 1
    while at < len(lines):
        line = lines[at]
        text = line.text.strip()
        if line.cells is not None or _END.match(text) or len(current) > _MOST_LINES:
            break
        counted = _COUNTED.match(text)
        if _SECTION.match(text) or (counted and int(counted[1]) in (1, expected)):
            rows += _finished(current, columns)
            current = []
            expected = int(counted[1]) + 1 if counted else expected
        if not _BAR.match(text):
            current.append(line)
        at += 1
    return rows + _finished(current, columns), at


def _finished(current: Sequence[Line], columns: Columns) -> list[Line]:
    if len(current) < 2:
        return []
    texts = _merged([line.text.strip() for line in current], len(columns))
    if _SECTION.match(texts[0]) and len(texts) <= 2:
        return [_row([*texts, *[""] * (len(columns) - len(texts))], current)]
    if len(texts) < len(columns):
        texts = _placed(texts, columns)
    return [_row(texts[: len(columns)], current)]


def _merged(texts: list[str], most: int) -> list[str]:
    """Join lines that a cell was broken into, as far as there are more lines than columns."""
    merged = texts[:1]
    spare = len(texts) - most
    for text in texts[1:]:
        if spare > 0 and len(merged) > 1 and (text[:1].islower() or merged[-1].endswith((",", " và", "-"))):
            merged[-1] += " " + text
            spare -= 1
        else:
            merged.append(text)
    return merged


def _placed(texts: Sequence[str], columns: Columns) -> list[str]:
    """Put the cells of a row with empty ones where they belong, by what they say."""
    placed = [""] * len(columns)
    placed[0] = texts[0]
    wanted = list(range(1, len(columns)))
    for text in texts[1:]:
        place = next((i for i in wanted if _fits(text, columns.kinds[i])), None)
        if place is None:
            continue
        placed[place] = text
        wanted = [i for i in wanted if i > place]
    return placed


def _fits(text: str, column: Column | None) -> bool:
    if column in (Column.LEAD, Column.PERFORMER, Column.COORDINATING, Column.BOTH):
        return names_body(text)
    if column is Column.DEADLINE:
        return read_deadline(text).kind not in (DeadlineKind.UNCLEAR, DeadlineKind.NONE)
    return True


def _row(texts: Sequence[str], lines: Sequence[Line]) -> Line:
    first = lines[0]
    return Line(first.number, " | ".join(texts), tuple(Cell(text) for text in texts), first.place, first.confidence)
