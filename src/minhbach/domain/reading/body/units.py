"""Joins lines into units of text: a paragraph, whole again after line breaks and page ends, or a row of a table."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minhbach.domain.reading.body.flow import Flow, ends, flow_of, row_cells, with_gaps
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


_HANGING = re.compile(r"(?:,|(?<!\w)(?:và|của|với|các|cho|về|tại|theo|do|từ|đến|trong|những|hoặc|thuộc|ở))$")
_HANGING_NUMBER = re.compile(r"(?<!\w)(?:số|điều|khoản|điểm|tháng|năm|quý|ngày)$")
_CONTINUES_NUMBER = re.compile(
    r"(?:(?:^|\W)(?:điều|khoản|điểm|số|tháng|quý|năm|ngày|và|từ|đến|mục|phụ lục|chương)|,)$", re.IGNORECASE
)
_QUARTER = re.compile(r"(?:^|\W)qu[ýí]$")
_INNER_DASH = re.compile(
    r"(?:chính trị|kinh tế|văn hóa|văn hoá|lao động|phát thanh|tài chính|tổ chức|quy hoạch|tổng hợp|khoa học"
    r"|thông tin|\d{4})$"
)
_AFTER_INNER_DASH = re.compile(
    r"^[-–] ?(?:xã hội|thương binh|truyền hình|kế hoạch|kỹ thuật|hành chính|kiến trúc|tin học|công nghệ|\d{4})",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:Yêu cầu|Đề nghị|Giao|Trên đây là|Trong quá trình|Căn cứ|Nơi nhận)(?!\w)")


def units(lines: Iterable[Line]) -> list[Unit]:
    """Return the units of text of `lines`, in order. Rulers, page numbers and empty lines are left out."""
    kept = list(with_gaps(lines))
    flow = flow_of(kept)
    found: list[Unit] = []
    draft: list[Line] = []
    for line, gap in kept:
        cells = row_cells(line)
        if draft and cells is None and _continues(draft, line, gap=gap, flow=flow):
            draft.append(line)
            continue
        found += _finished(draft)
        draft = [line] if cells is None else []
        if cells is not None:
            found.append(Unit(line.text, (line,), cells))
    return found + _finished(draft)


def _finished(draft: Sequence[Line]) -> list[Unit]:
    if not draft:
        return []
    text = draft[0].text.strip()
    pieces = [text]
    for line in draft[1:]:
        above, text = pieces[-1], line.text.strip()
        glued = above.endswith("-") and above[-2:-1].isalnum() and text[:1].isalnum()
        pieces += [text] if glued else [" ", text]
    return [Unit("".join(pieces), tuple(draft), heading=draft[0].heading is not None)]


def _continues(draft: Sequence[Line], line: Line, *, gap: bool, flow: Flow) -> bool:
    """Tell whether a line goes on with the paragraph that the lines of `draft` began."""
    above, text = draft[-1].text.rstrip(), line.text.strip()
    if line.heading is not None or draft[0].heading is not None:
        return False
    tail = above[-24:]
    if _INNER_DASH.search(tail.lower()) and _AFTER_INNER_DASH.match(text):
        return not gap
    if read_mark(text)[0] is not None:
        return not gap and flow.wrapped and _goes_on_counting(tail, text)
    open_end = not ends(above)
    capitals = above.isupper() and text.isupper()
    if starts_label(text) or (names_section(text) and not (capitals and open_end and not gap)):
        return False
    if text[:1].islower() and (open_end or (flow.wrapped and not gap)):
        return True
    if open_end and text[:1].isdigit() and _HANGING_NUMBER.search(tail.lower()):
        return True
    if gap:
        return open_end and bool(_HANGING.search(tail.lower())) and not above.isupper()
    if above.isupper() or text.isupper():
        return capitals and open_end and read_mark(draft[0].text.strip())[0] is not None
    return flow.wrapped and not _paragraph_ends(above, text, flow)


def _goes_on_counting(tail: str, text: str) -> bool:
    """Tell whether a line that looks numbered only goes on with a number: “Điều / 5”, “quý / III - IV/2026”."""
    if text[:1].isdigit():
        return bool(_CONTINUES_NUMBER.search(tail))
    return bool(_QUARTER.search(tail.lower()) and re.match(r"[IV]{1,3}\W", text))


def _paragraph_ends(above: str, text: str, flow: Flow) -> bool:
    """Tell whether a paragraph ends with a line before one that begins with a capital or a figure.

    Where empty lines part the paragraphs, none ends without one, but at a colon or semicolon; elsewhere one ends with
    a line that stops well before the width.
    """
    if above.endswith((":", ";")) or (not flow.parted and ends(above) and _OPENING.match(text)):
        return True
    return not flow.parted and len(above) < 0.8 * flow.width
