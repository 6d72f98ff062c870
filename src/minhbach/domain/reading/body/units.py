"""Joins lines into units of text: a paragraph, whole again after line breaks and page ends, or a row of a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minhbach.domain.reading.body.labels import starts_label
from minhbach.domain.reading.body.marks import read_mark
from minhbach.domain.reading.body.sections import names_section
from minhbach.domain.reading.results import Source
from minhbach.domain.reading.source import Cell, Line, Place


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph, or one row of a table (`cells` is then set), and the lines that it was joined from."""

    text: str
    lines: tuple[Line, ...]
    cells: tuple[Cell, ...] | None = None
    heading: bool = False

    @property
    def source(self) -> Source:
        """Where the unit stands in the original."""
        return source_of(self.lines)


def source_of(lines: Sequence[Line]) -> Source:
    """Return first and last line, and for pages the box around those that stand on the first page."""
    if not lines:
        return Source()
    places = [line.place for line in lines if line.place]
    first = [place for place in places if place.page == places[0].page]
    return Source((lines[0].number, lines[-1].number), _around(first) if first else None)


def _around(places: list[Place]) -> Place:
    boxes = [place.box for place in places]
    return Place(
        places[0].page,
        (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)),
    )


_NOISE = re.compile(
    r"^(?:[-–—_=*.\s]{3,}|(?:trang|page)?\s*[-–]?\s*\d{1,3}\s*[-–]?(?:\s*/\s*\d{1,3})?)$", re.IGNORECASE
)
_ENDS = re.compile(r"[.;:!?…][\s\"”')*]*$|/\.$")
_HANGING = re.compile(r"(?:,|(?<!\w)(?:và|của|với|các|cho|về|tại|theo|do|từ|đến|trong|những|hoặc|thuộc|ở))$")
_HANGING_NUMBER = re.compile(r"(?<!\w)(?:số|điều|khoản|điểm|tháng|năm|quý|ngày)$")
_CONTINUES_NUMBER = re.compile(
    r"(?:(?:^|\W)(?:điều|khoản|điểm|số|tháng|quý|năm|ngày|và|từ|đến|mục|phụ lục|chương)|,)$", re.IGNORECASE
)
_INNER_DASH = re.compile(
    r"(?:chính trị|kinh tế|văn hóa|văn hoá|lao động|phát thanh|tài chính|tổ chức|quy hoạch|tổng hợp|khoa học"
    r"|thông tin|\d{4})$"
)
_AFTER_INNER_DASH = re.compile(
    r"^[-–] ?(?:xã hội|thương binh|truyền hình|kế hoạch|kỹ thuật|hành chính|kiến trúc|tin học|công nghệ|\d{4})",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"^\s{0,3}#{1,6}\s+|\*\*|__|^\s*>\s+")


def units(lines: Iterable[Line]) -> list[Unit]:
    """Return the units of text of `lines`, in order. Rulers, page numbers and empty lines are left out."""
    kept = [(line, gap) for line, gap in _with_gaps(lines)]
    wrapped = _is_wrapped(kept)
    found: list[Unit] = []
    for line, gap in kept:
        cells = row_cells(line)
        if cells is not None:
            found.append(Unit(line.text, (line,), cells))
        elif found and found[-1].cells is None and _continues(found[-1], line, gap=gap, wrapped=wrapped):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(Unit(line.text, (line,), heading=line.heading is not None))
    return found


def row_cells(line: Line) -> tuple[Cell, ...] | None:
    """Return the cells of a table row, also of one written with bars or tabs in plain text."""
    if line.cells is not None:
        return line.cells
    text = line.text
    if text.count("|") >= 2 or (text.count("|") == 1 and " | " in text):
        inner = text.strip()
        framed = inner.startswith("|") and inner.endswith("|") and not text.startswith(" ")
        return tuple(Cell(part.strip()) for part in (inner[1:-1] if framed else text).split("|"))
    if text.strip().count("\t") >= 2:
        return tuple(Cell(part.strip()) for part in text.strip("\n").split("\t"))
    return None


def _with_gaps(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Yield the lines that say something, and whether empty ones stand before each."""
    gap, last = True, None
    for line in lines:
        text = _MARKUP.sub("", line.text) if line.cells is None else line.text
        if not text.strip() or (line.cells is None and _NOISE.match(text.strip())):
            gap = gap or not text.strip()
            last = line.number
            continue
        plain = (
            line
            if text == line.text
            else Line(line.number, text, None, line.place, line.confidence, line.heading, line.bold)
        )
        yield plain, gap or (last is not None and line.number > last + 1)
        gap, last = False, line.number


def _is_wrapped(kept: Sequence[tuple[Line, bool]]) -> bool:
    """Tell whether lines end where the width ended, not where the paragraph did."""
    pairs = broken = 0
    for (above, _), (line, gap) in zip(kept, kept[1:], strict=False):
        if gap or above.cells is not None or line.cells is not None:
            continue
        pairs += 1
        broken += line.text[:1].islower() and not _ENDS.search(above.text) and read_mark(line.text)[0] is None
    return broken >= 3 and broken >= 0.15 * pairs


def _continues(unit: Unit, line: Line, *, gap: bool, wrapped: bool) -> bool:
    above, text = unit.text.rstrip(), line.text.strip()
    if line.heading is not None or unit.heading:
        return False
    tail = above[-24:]
    if _INNER_DASH.search(tail.lower()) and _AFTER_INNER_DASH.match(text):
        return not gap
    if read_mark(text)[0] is not None:
        return not gap and wrapped and bool(_CONTINUES_NUMBER.search(tail)) and text[:1].isdigit()
    open_end = not _ENDS.search(tail)
    capitals = above.isupper() and text.isupper()
    if starts_label(text) or (names_section(text) and not (capitals and open_end and not gap)):
        return False
    if text[:1].islower() and (open_end or (wrapped and not gap)):
        return True
    if gap:
        numbered = _HANGING_NUMBER.search(tail.lower()) and text[:1].isdigit()
        return open_end and bool(_HANGING.search(tail.lower()) or numbered) and not above.isupper()
    if above.isupper() or text.isupper():
        return capitals and open_end and read_mark(above)[0] is not None
    if not wrapped:
        return False
    return open_end or not _short(unit)


def _short(unit: Unit) -> bool:
    """Tell whether the last line of the unit stops well before the width of those above it: a paragraph ends there."""
    last = unit.lines[-1].text
    if last.rstrip().endswith((":", ";")):
        return True
    widest = max((len(line.text) for line in unit.lines[-12:]), default=0)
    return len(unit.lines) < 2 or len(last) < 0.8 * widest


def _joined(unit: Unit, line: Line) -> Unit:
    above, text = unit.text.rstrip(), line.text.strip()
    glued = above.endswith("-") and above[-2:-1].isalnum() and text[:1].isalnum()
    return Unit(above + ("" if glued else " ") + text, (*unit.lines, line), None, unit.heading)
