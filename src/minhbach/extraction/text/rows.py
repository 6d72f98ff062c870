"""Table rows in plain text: Markdown tables, "a | b | c", and columns set by tabs."""

import re
from collections.abc import Callable, Iterator, Sequence

from minhbach.domain.reading.source import Cell
from minhbach.extraction import limits
from minhbach.extraction.layout.sides import only_sets_side_by_side

_BAR = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r"^\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_SPACED_BAR = re.compile(r"\s\|(?=\s|$)")
_LIST_ITEM = re.compile(r"^\s*(?:[-+•*]|\(?[0-9IVXivxa-zđ]{1,4}[.)]|\d+(?:\.\d+)+\.?)\t")
_LEAST_TABBED = 3
_TABS_OF_A_ROW = 4

Row = tuple[str, ...]
CellsOf = Callable[[str], tuple[bool, Row | None]]


def rows_by_line(lines: Sequence[str]) -> dict[int, Row | None]:
    """Return the cells of each line that is a table row, by its index; None for a line that only rules a table.

    One bar or tab in a lone line is an accident of typing, so a row with few cells needs a neighbour like it.
    """
    found: dict[int, Row | None] = {}
    for run in _runs(lines, _bar_cells):
        if len(run) > 1 or max((len(cells or ()) for _, cells in run), default=0) > 2:
            found |= dict(run)
    for run in _runs(lines, _tab_cells):
        if sum(len(cells or ()) >= _LEAST_TABBED for _, cells in run) > 1 or _is_head_or_foot(run):
            found |= {index: cells for index, cells in run if index not in found}
    return found


def _is_head_or_foot(run: Sequence[tuple[int, Row | None]]) -> bool:
    rows = [tuple(Cell(text) for text in cells or ()) for _, cells in run]
    return only_sets_side_by_side(rows, ruled=True)


def _runs(lines: Sequence[str], cells_of: CellsOf) -> Iterator[list[tuple[int, Row | None]]]:
    """Group rows that follow each other; blank lines between rows do not part them, other text does."""
    run: list[tuple[int, Row | None]] = []
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        is_row, cells = cells_of(line)
        if is_row:
            run.append((index, cells))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _bar_cells(line: str) -> tuple[bool, Row | None]:
    if "|" not in line:
        return False, None
    if "-" in line and _DELIMITER.match(line):
        return True, None
    text = line.strip()
    edged = text.startswith("|") or (text.endswith("|") and not text.endswith(" |"))
    if not edged and not _SPACED_BAR.search(line):
        return False, None
    cells = [cell.strip() for cell in _BAR.split(text)]
    blank_first = line[:1].isspace() and not text.endswith("|")  # “ | | Kiểm tra | Quý III”: no frame, an empty cell
    if text.startswith("|") and not blank_first:
        cells = cells[1:]
    if edged and text.endswith("|") and len(cells) > 1:
        cells = cells[:-1]
    is_row = 1 < len(cells) <= limits.MAX_TABLE_COLUMNS or (len(cells) == 1 and text.startswith("|"))
    return is_row, tuple(cells) if is_row else None


def _tab_cells(line: str) -> tuple[bool, Row | None]:
    if "\t" not in line.strip():
        return False, None
    ruled = line.count("\t") >= _TABS_OF_A_ROW  # as spreadsheets copy rows: empty cells stay
    item = not ruled and _LIST_ITEM.match(line)
    text = line.strip(" \r\n") if ruled else line.strip("\t ")
    cells = tuple(cell.strip() for cell in re.split(r"\t+" if item else r"\t", text))
    if len(cells) == 2 and item:
        return False, None
    filled = [cell for cell in cells if cell]
    is_row = len(cells) <= limits.MAX_TABLE_COLUMNS and (len(filled) >= 2 or len(cells) >= _LEAST_TABBED)
    return is_row, cells if is_row else None
