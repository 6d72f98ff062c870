"""What goes across the page, what stands in two columns (letterhead, signature), and what is a table without lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from minhbach.domain.reading.source import Cell
from minhbach.extraction.layout.lines import Piece, Row, joined
from minhbach.extraction.layout.markers import is_only_marker
from minhbach.extraction.layout.sides import only_sets_side_by_side

_LEAST_GUTTER = 0.8  # of the type size
_LONE_GAP = 3.0  # of the type size: so much white parts columns even in one row
_NEAR = 2.2  # of the type size: a row further down than that no longer belongs to a column
_LEAST_COLUMNS = 3
_LOOK_BACK = 40  # rows

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Across:
    """One row over the width of the page."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows in columns that do not depend on each other: each is read to its end."""

    columns: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table without lines: its rows, each with its cells; an empty cell has no pieces."""

    rows: tuple[tuple[tuple[Piece, ...], ...], ...]


Region: TypeAlias = Across | Columns | Aligned


def regions_of(rows: Sequence[Row]) -> list[Region]:
    """Return the regions of a page in reading order."""
    found: list[Region] = []
    index = 0
    while index < len(rows):
        end = _end_of_band(rows, index)
        if end > index:
            found.append(_band(rows[index:end]))
            index = end
        else:
            found.append(Across(joined(rows[index])))
            index += 1
    return found


def _end_of_band(rows: Sequence[Row], start: int) -> int:
    """Return the index after the last row of the columns that begin at `start`; `start` itself where none begin."""
    first = rows[start]
    gaps = [(a.x1, b.x0) for a, b in zip(first, first[1:], strict=False) if not is_only_marker(a.text)]
    if not gaps:
        return start
    return max(_reach(rows, start, gap) for gap in gaps)


def _reach(rows: Sequence[Row], start: int, gutter: Interval) -> int:
    size = max(piece.size for piece in rows[start])
    lone = gutter[1] - gutter[0] >= _LONE_GAP * size
    end, both = start + 1, 1
    for index in range(start + 1, len(rows)):
        narrowed = _narrowed(gutter, rows[index], _LEAST_GUTTER * size)
        if narrowed is None or not _is_near(rows[index - 1], rows[index], size):
            break
        gutter = narrowed
        two_sided = rows[index][0].x1 <= gutter[0] and rows[index][-1].x0 >= gutter[1]
        both += two_sided
        if two_sided or _goes_on_in_a_column(rows[start:index], rows[index], gutter, size):
            end = index + 1
    if both >= 2 or lone:
        return end
    return start


def _narrowed(gutter: Interval, row: Row, least: float) -> Interval | None:
    """Return what is left of a gutter beside a row, or None where the row crosses it."""
    left, right = gutter
    for piece in row:
        if piece.x1 <= left + 0.5 or piece.x0 >= right - 0.5:
            continue
        if (piece.x0 + piece.x1) / 2 < (left + right) / 2:
            left = max(left, piece.x1)
        else:
            right = min(right, piece.x0)
    crossed = any(piece.x0 < left - 0.5 and piece.x1 > right + 0.5 for piece in row)
    return None if crossed or right - left < least else (left, right)


def _is_near(above: Row, row: Row, size: float) -> bool:
    return min(piece.y0 for piece in above) - max(piece.y1 for piece in row) < 4 * _NEAR * size


def _goes_on_in_a_column(above: Sequence[Row], row: Row, gutter: Interval, size: float) -> bool:
    """Say whether a row on one side only stands close below words of that side, and in line with them."""
    on_left = row[0].x1 <= gutter[0] + 0.5
    side = [p for r in above[-_LOOK_BACK:] for p in r if (p.x1 <= gutter[0] + 0.5) == on_left][-4:]
    if not side or min(p.y0 for p in side) - max(p.y1 for p in row) >= _NEAR * size:
        return False
    x0, middle = row[0].x0, (row[0].x0 + row[-1].x1) / 2
    return any(abs(p.x0 - x0) < 1.5 * size or abs((p.x0 + p.x1) / 2 - middle) < 1.5 * size for p in side)


def _band(rows: Sequence[Row]) -> Region:
    columns = _columns(rows)
    grid = [tuple(tuple(p for p in row if _in(p, column)) for column in columns) for row in rows]
    texts = [tuple(Cell(" ".join(piece.text for piece in cell)) for cell in row) for row in grid]
    full = sum(sum(bool(cell) for cell in row) >= _LEAST_COLUMNS for row in grid)
    if len(columns) >= _LEAST_COLUMNS and full >= 2 and not only_sets_side_by_side(texts, ruled=True):
        return Aligned(tuple(grid))
    if len(columns) > 2 or any(
        all(is_only_marker(p.text) for row in grid for p in row[c]) for c in range(len(columns))
    ):
        columns = _two(columns)
        grid = [tuple(tuple(p for p in row if _in(p, column)) for column in columns) for row in rows]
    return Columns(
        tuple(tuple(joined(cell) for row in grid for cell in (row[c],) if cell) for c in range(len(columns)))
    )


def _columns(rows: Sequence[Row]) -> list[Interval]:
    """Return the stretches of the page's width that words of these rows cover."""
    covered: list[Interval] = []
    for piece in sorted((p for row in rows for p in row), key=lambda p: p.x0):
        if covered and piece.x0 <= covered[-1][1] + 0.5:
            covered[-1] = (covered[-1][0], max(covered[-1][1], piece.x1))
        else:
            covered.append((piece.x0, piece.x1))
    return covered


def _two(columns: Sequence[Interval]) -> list[Interval]:
    """Return two columns, parted at the gap nearest to the middle that rows have on both sides."""
    middle = (columns[0][0] + columns[-1][1]) / 2
    cuts = range(1, len(columns))
    cut = min(cuts, key=lambda i: abs((columns[i - 1][1] + columns[i][0]) / 2 - middle), default=0)
    if not cut:
        return list(columns)
    return [(columns[0][0], columns[cut - 1][1]), (columns[cut][0], columns[-1][1])]


def _in(piece: Piece, column: Interval) -> bool:
    return column[0] - 0.5 <= (piece.x0 + piece.x1) / 2 <= column[1] + 0.5
