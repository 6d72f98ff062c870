"""The drawn lines of a PDF page, which rule its tables, and how much of it images cover."""

import ctypes
from collections.abc import Iterator
from itertools import islice
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from minhbach.extraction import limits
from minhbach.extraction.layout.marks import Rule
from minhbach.extraction.pdf.upright import Upright

_THIN = 2.6  # points: a filled box no thicker than that is a line
_SHORTEST = 4.0
_STRAIGHT = 1.2
_MOST_SEGMENTS = 2000
_DEPTH = 3


def rules_of(page: pdfium.PdfPage, view: Upright) -> tuple[Rule, ...]:
    """Return the level and upright lines that are drawn on a page."""
    found: list[Rule] = []
    for shape in _objects(page, pdfium_c.FPDF_PAGEOBJ_PATH):
        found += (Rule(*view.box(*line)) for line in _lines(shape))
    return tuple(found[: limits.MAX_PAGE_OBJECTS])


def image_share(page: pdfium.PdfPage) -> float:
    """Return the share of the page that its largest image covers, 0 to 1."""
    return max((_share(page, image) for image in _objects(page, pdfium_c.FPDF_PAGEOBJ_IMAGE)), default=0.0)


def shown_text_share(page: pdfium.PdfPage, covering: float) -> float:
    """Return which share of the page's text objects can be seen, 0 to 1.

    A scanner's text layer is drawn invisibly, or before the image of the page, which then covers it.

    :param covering: the share of the page from which on an image counts as the image of the page.
    """
    seen = drawn = 0
    for item in _objects(page, pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_IMAGE):
        if item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            seen = 0 if _share(page, item) >= covering else seen
        else:
            drawn += 1
            seen += pdfium_c.FPDFTextObj_GetTextRenderMode(item) != pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE
    return seen / drawn if drawn else 0.0


def _share(page: pdfium.PdfPage, image: Any) -> float:
    left, bottom, right, top = page.get_cropbox()
    x0, y0, x1, y1 = image.get_bounds()
    width, height = min(x1, right) - max(x0, left), min(y1, top) - max(y0, bottom)
    covered: float = max(0.0, width) * max(0.0, height) / max(1.0, (right - left) * (top - bottom))
    return min(1.0, covered)


def draws_much(page: pdfium.PdfPage) -> bool:
    """Say whether a page is drawn, not written: pictures, or hundreds of shapes, which may be outlined letters."""
    shapes = sum(1 for _ in islice(_objects(page, pdfium_c.FPDF_PAGEOBJ_PATH), 200))
    return shapes >= 200 or image_share(page) > 0.05


def _objects(page: pdfium.PdfPage, *kinds: int) -> Iterator[Any]:
    return islice(page.get_objects(filter=kinds, max_depth=_DEPTH), limits.MAX_PAGE_OBJECTS)


def _lines(shape: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the straight lines of a path: a thin box is one, an outline gives its sides."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(shape, filled, stroked)
    if not filled.value and not stroked.value:
        return
    x0, y0, x1, y1 = shape.get_bounds()
    if min(x1 - x0, y1 - y0) <= _THIN:
        if max(x1 - x0, y1 - y0) >= _SHORTEST:
            yield x0, y0, x1, y1
    elif stroked.value:
        yield from _sides(shape)


def _sides(shape: Any) -> Iterator[tuple[float, float, float, float]]:
    matrix = shape.get_matrix()
    start: tuple[float, float] | None = None
    last: tuple[float, float] | None = None
    for index in range(min(pdfium_c.FPDFPath_CountSegments(shape), _MOST_SEGMENTS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(shape, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium_c.FPDF_SEGMENT_LINETO and last is not None:
            yield from _straight(last, point)
        last = point
        if pdfium_c.FPDFPathSegment_GetClose(segment) and start is not None:
            yield from _straight(last, start)
            last = start


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Iterator[tuple[float, float, float, float]]:
    wide, high = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORTEST:
        yield min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])
