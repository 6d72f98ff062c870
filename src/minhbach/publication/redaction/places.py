"""Where something is to go from a page: lines by number, strips, all of it, or what was drawn on its picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from minhbach.extraction.redaction.contracts import Rectangle, Shape, shape_from_plain
from minhbach.extraction.redaction.space import view_of
from minhbach.publication.contracts import MarkSource, PublicationRefused
from minhbach.publication.models import RedactionPage

LEAST = 2.0
"""Points: a smaller box was drawn by a slip."""
AROUND = 1.0
Boxes = list[list[float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What a person marked on one page (from 1).

    :param lines: numbers of lines, from 1. `strip`: from and to, in hundredths of the page's height from the top.
    :param drawn: left, top, right, bottom on the page as it is shown, as parts of its width and height (0 to 1).
    """

    page: int
    source: MarkSource
    lines: tuple[int, ...] = ()
    strip: tuple[int, int] = (0, 0)
    drawn: Rectangle = (0.0, 0.0, 0.0, 0.0)


def boxes_of(place: Place, page: RedactionPage) -> tuple[Boxes, str]:
    """Return the boxes of a place in the units of its page, and what stands there as far as lines say it.

    :raises PublicationRefused: if it names no line of the page, or nothing that has a size.
    """
    shape = shape_from_plain(page.shape)
    if place.source is MarkSource.LINES:
        return _of_lines(place.lines, page.lines)
    if place.source is MarkSource.PAGE:
        return [list(shape.crop)], ""
    if place.source is MarkSource.STRIP:
        top, bottom = place.strip
        if not 0 <= top < bottom <= 100:
            raise PublicationRefused(_("Dải phải đi từ trên xuống: từ 0 đến 100 phần trăm."), field="strip_to")
        return [_shown((0.0, top / 100, 1.0, bottom / 100), shape)], ""
    return [_drawn(place.drawn, shape)], ""


def seen_boxes(boxes: Sequence[Sequence[float]], shape: Shape) -> list[tuple[float, float, float, float]]:
    """Return x, y, width, height of boxes on the page as it is shown, from the upper left, in points."""
    view = view_of(shape)
    height = view.size[1]
    seen = [view.box(box[0], box[1], box[2], box[3]) for box in boxes]
    return [(round(x0, 1), round(height - y1, 1), round(x1 - x0, 1), round(y1 - y0, 1)) for x0, y0, x1, y1 in seen]


def size_seen(shape: Shape) -> tuple[float, float]:
    """Return width and height of a page as it is shown, in points."""
    width, height = view_of(shape).size
    return round(width, 1), round(height, 1)


def whole_page(page: RedactionPage) -> Boxes:
    """Return the box of all of a page that is shown."""
    return [list(shape_from_plain(page.shape).crop)]


def _of_lines(numbers: Sequence[int], lines: Sequence[Sequence[object]]) -> tuple[Boxes, str]:
    chosen = [lines[number - 1] for number in sorted(set(numbers)) if 1 <= number <= len(lines)]
    if not chosen:
        raise PublicationRefused(_("Chọn ít nhất một dòng."), field="lines")
    boxes = [[float(str(edge)) for edge in line[1:5]] for line in chosen]
    wider = [[x0 - AROUND, y0 - AROUND, x1 + AROUND, y1 + AROUND] for x0, y0, x1, y1 in boxes]
    return wider, " ".join(str(line[0]) for line in chosen)[:300]


def _drawn(drawn: Rectangle, shape: Shape) -> list[float]:
    x0, x1 = sorted((drawn[0], drawn[2]))
    y0, y1 = sorted((drawn[1], drawn[3]))
    box = _shown((max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1)), shape)
    if box[2] - box[0] < LEAST or box[3] - box[1] < LEAST:
        raise PublicationRefused(_("Ô vẽ quá nhỏ hoặc nằm ngoài trang. Vẽ lại."), field="drawn")
    return box


def _shown(parts: Rectangle, shape: Shape) -> list[float]:
    """Return the box, in the units of the page, of a part of it as shown."""
    view = view_of(shape)
    width, height = view.size
    left, top, right, bottom = parts
    return list(view.back(left * width, height * (1 - bottom), right * width, height * (1 - top)))
