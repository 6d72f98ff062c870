"""Reads the rows of task tables: header found and skipped where repeated, sections, rows over pages, cells merged."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minhbach.domain.reading.body.columns import Column, Columns, column_of, is_ordinals, read_columns, ticked
from minhbach.domain.reading.body.marks import SECTIONS, read_mark
from minhbach.domain.reading.body.remembering import lowered
from minhbach.domain.reading.body.sections import is_capitals
from minhbach.domain.reading.body.units import Unit
from minhbach.domain.reading.source import Cell, Line
from minhbach.domain.text import squeeze


@dataclass(slots=True)
class Row:
    """One task row: its cells by column, its number, the section that it stands in, and its lines."""

    section: str | None
    number: str | None
    cells: dict[Column, str]
    lines: tuple[Line, ...]
    texts: list[str] = field(default_factory=list)
    above: "Row | None" = None  # the numbered row that it is a part of

    def cell(self, column: Column) -> str:
        """Return the text of a column, or that of the row above it where this one leaves it empty."""
        own = self.cells.get(column, "")
        return own if own.strip() or self.above is None or column is Column.TITLE else self.above.cell(column)


_ROMAN = re.compile(r"^(?:[IVXL]{1,6}|[A-HK-Z])[.)]?$")
_NUMBERED = re.compile(r"^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVX]+\.\d+(?:\.\d+)*)[.)]?$")
_SECTION_TITLE = re.compile(r"^(?P<number>[IVXL]{1,6}|[A-HK-Z])\s?[.)/-]\s*(?=\S)")
_SKIPPED = re.compile(r"^[\s.…_-]*(?:…|\.\.\.)[\s.…_-]*$")
_TOTAL = re.compile(
    r"^(?:tổng(?: cộng| số| kinh phí)?|cộng)[ :.]*$"
    r"|^tổng(?: cộng| số)? (?:kinh phí|nhu cầu|dự toán|vốn|chi phí|mức đầu tư)(?!\w)"
)


@dataclass(slots=True)
class TableReader:
    """Reads rows one after the other, remembering the header and the section."""

    columns: Columns | None = None
    header: tuple[str, ...] = ()
    section: str | None = None
    groups: list[Row] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    apart: int = 99  # paragraphs since the last row

    def read(self, units: Sequence[Unit]) -> list[Row]:
        """Return the task rows among `units`, in order."""
        above: tuple[str, ...] | None = None
        for unit in units:
            if unit.cells is None:
                self._between(unit)
                above = None
                continue
            texts = tuple(squeeze_cell(cell.text) for cell in unit.cells)
            if not any(texts):
                continue
            if self._is_header(texts, above):
                above = texts
            elif self.columns is not None and len(texts) == len(self.columns) and self.apart < 4:
                self._row(unit, unit.cells, texts)
                above = None
            elif self.columns is not None and len(texts) != len(self.columns) and self.apart < 4:
                self._ragged(texts)
                above = texts
            else:
                above = texts
            self.apart = 0
        return self._leaves()

    def _leaves(self) -> list[Row]:
        """Leave out the rows that only head others: those with numbered parts, or with parts and no lead or limit."""
        parts: dict[int, list[Row]] = {}
        for row in self.rows:
            if row.above is not None:
                parts.setdefault(id(row.above), []).append(row)
        return [row for row in self.rows if not _only_heads(row, parts.get(id(row), []))]

    def _between(self, unit: Unit) -> None:
        """A paragraph between rows may name a section, or say that rows were left out."""
        self.apart += 1
        text = unit.text.strip()
        if self.columns is None:
            return
        if _SKIPPED.match(text):
            self.section, self.groups = None, []
            self.apart = 0
            return
        mark, _ = read_mark(text)
        if (mark and mark.rank in SECTIONS and mark.label) or is_capitals(text):
            self.section = mark.label if mark and mark.label else None
            self.groups = []
            self.apart = 1 if mark and mark.label else self.apart + 1
            if not (mark and mark.label) and self.apart > 2:
                self.columns = None

    def _is_header(self, texts: tuple[str, ...], above: tuple[str, ...] | None) -> bool:
        if texts == self.header or is_ordinals(texts):
            return self.columns is not None
        if texts[0][:1].isdigit():
            return False
        if self.columns and self.rows and len(texts) == len(self.columns) and not self._heads_anew(texts):
            return False
        two_rows = read_columns(texts, above) if above is not None and _completes_header(texts, above) else None
        columns = two_rows if self.columns is None or not self.rows or two_rows else None
        columns = columns or read_columns(texts)
        if columns is None:
            return False
        self.columns, self.header = columns, texts
        return True

    def _heads_anew(self, texts: tuple[str, ...]) -> bool:
        named = [column_of(text) for text in texts]
        return sum(kind is not None for kind in named) >= max(3, len(texts) - 1) and Column.TITLE in named

    def _row(self, unit: Unit, cells: Sequence[Cell], texts: tuple[str, ...]) -> None:
        assert self.columns is not None
        section = _section_of(cells, texts, self.columns)
        if section is not None:
            self.section, self.groups = section or None, []
            return
        by_column = _by_column(self.columns, texts)
        number = self._number(texts)
        title = by_column.get(Column.TITLE, "")
        if not title and by_column.get(Column.DETAIL):
            title = by_column[Column.TITLE] = by_column[Column.DETAIL]
            self._detail_last()
        if _TOTAL.match(lowered(title)):
            return
        if not title and not number:
            if self.rows and not number and any(by_column.values()):
                self._carry_on(unit, by_column)
            return
        if self.rows and not number and self.columns.at(Column.NUMBER) and self._carries_on(by_column, cells):
            self._carry_on(unit, by_column)
            return
        self._add(Row(self.section, number or None, by_column, unit.lines))

    def _detail_last(self) -> None:
        """The row above named a group over several rows: its own work is what its detail says."""
        if self.rows and self.rows[-1].cells.get(Column.DETAIL):
            self.rows[-1].cells[Column.TITLE] = self.rows[-1].cells[Column.DETAIL]

    def _add(self, row: Row) -> None:
        number = row.number or ""
        while self.groups and not _is_part(number, self.groups[-1].number or ""):
            self.groups.pop()
        row.above = self.groups[-1] if self.groups else None
        if row.number:
            self.groups.append(row)
        else:
            row.number = row.above.number if row.above else None
        self.rows.append(row)

    def _ragged(self, texts: tuple[str, ...]) -> None:
        """A row of another length: a section over the whole width, else left out."""
        filled = [text for text in texts if text]
        joined = " ".join(filled)
        match = _SECTION_TITLE.match(joined) or (_ROMAN.match(filled[0]) if len(filled) == 2 else None)
        if match and len(set(filled)) <= 2:
            self.section, self.groups = match[0].strip(" .)/-"), []

    def _number(self, texts: tuple[str, ...]) -> str:
        assert self.columns is not None
        places = self.columns.at(Column.NUMBER)
        if places:
            return texts[places[0]].strip(" .)")
        title = texts[self.columns.at(Column.TITLE)[0]]
        mark, _ = read_mark(title)
        return mark.label if mark else ""

    def _carries_on(self, by_column: dict[Column, str], cells: Sequence[Cell]) -> bool:
        """Tell whether a row without a number continues the one above it, cut by the end of a page."""
        title = by_column.get(Column.TITLE, "")
        if any(cell.merged for cell in cells):
            return False
        others = [
            text
            for column, text in by_column.items()
            if column not in (Column.TITLE, Column.NUMBER, Column.NOTE) and text
        ]
        return not title or title[:1].islower() or (not others and not re.match(r"^[-–+*•]", title))

    def _carry_on(self, unit: Unit, by_column: dict[Column, str]) -> None:
        row = self.rows[-1]
        for column, text in by_column.items():
            if text:
                row.cells[column] = squeeze(f"{row.cells.get(column, '')} {text}")
        row.lines = (*row.lines, *unit.lines)


def _completes_header(texts: Sequence[str], above: Sequence[str]) -> bool:
    """Tell whether a row is the lower half of a header: “Chủ trì | Phối hợp” under “Cơ quan thực hiện”."""
    if len(above) != len(texts) or texts[0] not in ("", above[0]):
        return False
    return any(column_of(text) not in (None, Column.TITLE) for text in texts[1:])


def squeeze_cell(text: str) -> str:
    """Return the text of a cell with single spaces, its line breaks kept."""
    return "\n".join(line for line in (squeeze(part) for part in text.split("\n")) if line)


def _by_column(columns: Columns, texts: Sequence[str]) -> dict[Column, str]:
    found: dict[Column, str] = {}
    for column, text in zip(columns.kinds, texts, strict=False):
        if column in (None, Column.NUMBER, Column.TIME):
            continue
        if not found.get(column):
            found[column] = text
        elif text and text != found[column] and column in (Column.LEAD, Column.COORDINATING, Column.PRODUCT):
            found[column] = f"{found[column]}; {text}"
    times = ticked(columns, texts)
    if times and not found.get(Column.DEADLINE):
        found[Column.DEADLINE] = times
    return found


def _section_of(cells: Sequence[Cell], texts: Sequence[str], columns: Columns) -> str | None:
    """Return the number of a section where the row only names one (empty where it has none), null for other rows."""
    own = [text for cell, text in zip(cells, texts, strict=False) if text and not cell.merged]
    distinct = list(dict.fromkeys(own or [text for text in texts if text]))
    spread = sum(bool(text) for text in texts) > len(distinct)  # one text over several columns
    if len(distinct) == 2 and _ROMAN.match(distinct[0]) and (distinct[1] in texts):
        return distinct[0].strip(" .)")
    if len(distinct) != 1:
        return None
    match = _SECTION_TITLE.match(distinct[0])
    if match:
        return match["number"]
    if is_capitals(distinct[0]) or (spread and len(texts) > 2):
        return ""
    first = texts[columns.at(Column.TITLE)[0]] if columns.at(Column.TITLE) else ""
    return "" if not first and not _NUMBERED.match(distinct[0]) and len(distinct[0]) > 12 else None


def _is_part(number: str, of: str) -> bool:
    """Tell whether a number counts parts of another: 1.2 of 1, a of 1; a row without a number is a part of any."""
    if not number:
        return bool(of)
    if not of or number == of:
        return False
    if number[0].isalpha() and number[0].islower():
        return of[0].isdigit()
    return number.startswith(of + ".")


def _only_heads(row: Row, parts: Sequence[Row]) -> bool:
    if not parts:
        return False
    assigned = any(row.cells.get(column) for column in (Column.LEAD, Column.PERFORMER, Column.DEADLINE))
    return not assigned or any(part.number != row.number for part in parts)


def table_rows(units: Sequence[Unit]) -> list[Row]:
    """Return the task rows of all tables among `units`."""
    rows = TableReader().read(units)
    _name_by_detail(rows)
    return rows


def _name_by_detail(rows: Sequence[Row]) -> None:
    """Rows that share a title by a merged cell are told apart by what the column beside it says."""
    titles = [row.cells.get(Column.TITLE, "") for row in rows]
    for i, row in enumerate(rows):
        if titles[i] and row.cells.get(Column.DETAIL) and titles[i] in (titles[i - 1 : i] + titles[i + 1 : i + 2]):
            row.cells[Column.TITLE] = row.cells[Column.DETAIL]
