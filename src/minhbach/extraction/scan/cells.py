"""Table cells of a scan, each read by itself: a recogniser that sees a whole table runs words of columns together."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from minhbach.extraction.layout.marks import Page
from minhbach.extraction.layout.ruled import Grid, grids_of
from minhbach.extraction.scan.rules import Line, in_points
from minhbach.extraction.scan.strip import Cut, read_cuts
from minhbach.extraction.scan.tesseract import Read

_INSET = 3  # pixels inside the ruled lines
_LEAST = 12  # pixels
_INK = 128
_LEAST_INK = 12  # dark pixels: fewer are dust


def grids_on(ink: Image.Image, lines: Sequence[Line], dpi: float) -> list[Grid]:
    """Return the ruled tables of a page, in points."""
    scale = 72.0 / dpi
    rules = in_points(lines, dpi, ink.height)
    return grids_of(Page(1, ink.width * scale, ink.height * scale, rules=rules))


def read_tables(ink: Image.Image, grids: Sequence[Grid], dpi: float) -> tuple[Image.Image, list[Read]]:
    """Return the page without its tables, and the words in their cells, in the places of the page."""
    boxes = [_pixels(slot.box, dpi, ink.height) for grid in grids for slot in grid.slots]
    cuts = [cut for box in boxes if (cut := _inside(ink, box)) is not None]
    rest = ink.copy()
    draw = ImageDraw.Draw(rest)
    for box in boxes:
        draw.rectangle(box, fill=255)
    return rest, read_cuts(cuts, dpi)


def _pixels(box: tuple[float, float, float, float], dpi: float, height: int) -> Line:
    scale = dpi / 72.0
    x0, y0, x1, y1 = box
    return round(x0 * scale), round(height - y1 * scale), round(x1 * scale), round(height - y0 * scale)


def _inside(ink: Image.Image, box: Line) -> Cut | None:
    """Return the inside of a cell, or None where nothing is written in it."""
    x0, y0, x1, y1 = box[0] + _INSET, box[1] + _INSET, box[2] - _INSET, box[3] - _INSET
    if x1 - x0 < _LEAST or y1 - y0 < _LEAST:
        return None
    image = ink.crop((x0, y0, x1, y1))
    return Cut(image, x0, y0) if sum(image.histogram()[:_INK]) >= _LEAST_INK else None
