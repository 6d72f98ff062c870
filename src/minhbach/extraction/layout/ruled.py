"""Tables from their drawn lines: where lines meet there is a grid, and a missing side makes two cells one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minhbach.extraction.layout.marks import Page, Rule

_SAME = 2.5  # points: lines closer than that are one
_TOUCH = 4.0  # points: lines that come so close meet
_SHORTEST_LEVEL = 12.0
_SHORTEST_UPRIGHT = 5.0
_COVERED = 0.55  # of a cell's side must be drawn
_MOST_LINES = 1500
_FRAME = 0.93  # of the page: a lone box of that size is a frame around the page


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a grid: first row and column, how far it spans, and its box."""

    row: int
    column: int
    rows: int
    columns: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: upright lines from the left, level lines from the top, and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.xs[0], self.ys[-1], self.xs[-1], self.ys[0]


def grids_of(page: Page) -> list[Grid]:
    """Return the ruled tables of a page from the top; a single box is a frame and no table."""
    level = _merged([r for r in page.rules if r.level and r.x1 - r.x0 >= _SHORTEST_LEVEL], across=True)
    upright = _merged([r for r in page.rules if not r.level and r.y1 - r.y0 >= _SHORTEST_UPRIGHT], across=False)
    if len(level) + len(upright) > _MOST_LINES:
        return []
    grids = [grid for lines in _groups(level, upright) if (grid := _grid(lines, page)) is not None]
    return sorted(grids, key=lambda grid: -grid.ys[0])


def _merged(rules: Sequence[Rule], *, across: bool) -> list[Rule]:
    """Join pieces of one line: Word draws a table's lines cell by cell."""
    runs: list[list[float]] = []  # position, start, end
    ordered = sorted(rules, key=lambda r: (r.y0 + r.y1, r.x0) if across else (r.x0 + r.x1, r.y0))
    for rule in ordered:
        at, start, end = (
            ((rule.y0 + rule.y1) / 2, rule.x0, rule.x1) if across else ((rule.x0 + rule.x1) / 2, rule.y0, rule.y1)
        )
        for run in reversed(runs[-60:]):
            if abs(run[0] - at) <= _SAME and start <= run[2] + _TOUCH and end >= run[1] - _TOUCH:
                run[1], run[2] = min(run[1], start), max(run[2], end)
                break
        else:
            runs.append([at, start, end])
    return [Rule(s, at, e, at) if across else Rule(at, s, at, e) for at, s, e in runs]


def _groups(level: Sequence[Rule], upright: Sequence[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Yield the lines that hang together, as (level, upright)."""
    left = set(range(len(upright)))
    free = set(range(len(level)))
    while free:
        group_level, group_upright = {free.pop()}, set()
        waiting = list(group_level)
        while waiting:
            line = level[waiting.pop()]
            for index in [i for i in left if _meet(line, upright[i])]:
                left.discard(index)
                group_upright.add(index)
                fresh = [i for i in free if _meet(level[i], upright[index])]
                free.difference_update(fresh)
                group_level.update(fresh)
                waiting += fresh
        if len(group_level) >= 2 and len(group_upright) >= 1:
            yield [level[i] for i in group_level], [upright[i] for i in group_upright]


def _meet(level: Rule, upright: Rule) -> bool:
    return (
        level.x0 - _TOUCH <= upright.x0 <= level.x1 + _TOUCH and upright.y0 - _TOUCH <= level.y0 <= upright.y1 + _TOUCH
    )


def _grid(lines: tuple[list[Rule], list[Rule]], page: Page) -> Grid | None:
    level, upright = lines
    edges = [edge for rule in level if rule.x1 - rule.x0 > 60 for edge in (rule.x0, rule.x1)]
    inner = [rule.x0 for rule in upright]
    # A table may leave its outer sides open: the ends of its level lines are sides then.
    xs = _clustered(inner + [e for e in (min(edges, default=0), max(edges, default=0)) if edges and _apart(e, inner)])
    ys = _clustered([rule.y0 for rule in level] + _open_ends(level, upright))[::-1]
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    if (xs[-1] - xs[0]) * (ys[0] - ys[-1]) > _FRAME * page.width * page.height and len(xs) * len(ys) <= 6:
        return None
    slots = _slots(xs, ys, level, upright)
    return Grid(tuple(xs), tuple(ys), slots) if len(slots) > 1 else None


def _open_ends(level: Sequence[Rule], upright: Sequence[Rule]) -> list[float]:
    """Return where upright lines end beyond the last level one: the page cut the table there."""
    ends = []
    for edge, inward in ((min(r.y0 for r in upright), 1), (max(r.y1 for r in upright), -1)):
        reaching = sum(abs((r.y0 if inward > 0 else r.y1) - edge) <= _TOUCH for r in upright)
        if reaching >= 2 and all((r.y0 - edge) * inward > 2 * _TOUCH for r in level):
            ends.append(edge)
    return ends


def _apart(edge: float, inner: Sequence[float]) -> bool:
    return all(abs(edge - x) > 2 * _TOUCH for x in inner)


def _clustered(positions: Iterable[float]) -> list[float]:
    groups: list[list[float]] = []
    for position in sorted(positions):
        if groups and position - groups[-1][-1] <= _TOUCH:
            groups[-1].append(position)
        else:
            groups.append([position])
    return [sum(group) / len(group) for group in groups]


def _slots(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Rule], upright: Sequence[Rule]
) -> tuple[Slot, ...]:
    """Return the cells, largest rectangles of the grid that no drawn side cuts, in reading order."""
    rows, columns = len(ys) - 1, len(xs) - 1
    side = [[_has_side(upright, xs[c], ys[r + 1], ys[r]) for c in range(columns + 1)] for r in range(rows)]
    under = [[_has_floor(level, ys[k], xs[c], xs[c + 1]) for c in range(columns)] for k in range(rows + 1)]
    taken: set[tuple[int, int]] = set()
    slots = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = _width(row, column, columns, side, taken)
            tall = _height(row, (column, column + wide), under, side, taken)
            taken.update((r, c) for r in range(row, row + tall) for c in range(column, column + wide))
            box = (xs[column], ys[row + tall], xs[column + wide], ys[row])
            slots.append(Slot(row, column, tall, wide, box))
    return tuple(slots)


def _has_side(upright: Sequence[Rule], x: float, bottom: float, top: float) -> bool:
    return _drawn([(r.y0, r.y1) for r in upright if abs(r.x0 - x) <= _TOUCH], bottom, top)


def _has_floor(level: Sequence[Rule], y: float, left: float, right: float) -> bool:
    return _drawn([(r.x0, r.x1) for r in level if abs(r.y0 - y) <= _TOUCH], left, right)


def _drawn(stretches: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    covered = sum(max(0.0, min(b, end) - max(a, start)) for a, b in stretches)
    return covered >= _COVERED * (end - start)


def _width(row: int, column: int, columns: int, side: list[list[bool]], taken: set[tuple[int, int]]) -> int:
    wide = 1
    while column + wide < columns and not side[row][column + wide] and (row, column + wide) not in taken:
        wide += 1
    return wide


def _height(
    row: int,
    columns: tuple[int, int],
    under: list[list[bool]],
    side: list[list[bool]],
    taken: set[tuple[int, int]],
) -> int:
    """Return how many rows a cell reaches down: as long as no line is under it and none cuts it upright.

    :param columns: the first column of the cell and the one after its last.
    """
    first, end = columns
    tall = 1
    while row + tall < len(side) and not any(under[row + tall][first:end]):
        cut = any(side[row + tall][c] for c in range(first + 1, end))
        if cut or any((row + tall, c) in taken for c in range(first, end)):
            break
        tall += 1
    return tall
