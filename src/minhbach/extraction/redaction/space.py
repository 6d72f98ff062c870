"""From the units of a page to the pixels of its picture as shown, and back."""

from minhbach.extraction.pdf.upright import Upright
from minhbach.extraction.redaction.contracts import Rectangle, Shape

POINTS = 72.0
Pixels = tuple[int, int, int, int]


def view_of(shape: Shape, turn: int = 0) -> Upright:
    """Return the view in which a page is shown, or, turned further clockwise, in which its text stands upright."""
    x0, y0, x1, y1 = shape.crop
    return Upright(x0, y0, x1 - x0, y1 - y0, (shape.turn + turn) % 360)


def scale_of(shape: Shape, dpi: float) -> float:
    """Return how many pixels one unit of the page becomes."""
    return dpi / POINTS * shape.unit


def to_pixels(shape: Shape, box: Rectangle, dpi: float, margin: int = 0) -> Pixels:
    """Return where a box of the page stands in its picture, from the upper left, `margin` pixels wider all round."""
    view, scale = view_of(shape), scale_of(shape, dpi)
    x0, y0, x1, y1 = view.box(*box)
    height = view.size[1]
    return (
        _floor(x0 * scale) - margin,
        _floor((height - y1) * scale) - margin,
        -_floor(-x1 * scale) + margin,
        -_floor(-(height - y0) * scale) + margin,
    )


def to_units(shape: Shape, pixels: "Pixels | Rectangle", dpi: float) -> Rectangle:
    """Return where a rectangle of the picture stands on the page."""
    view, scale = view_of(shape), scale_of(shape, dpi)
    height = view.size[1]
    x0, top, x1, bottom = pixels
    return view.back(x0 / scale, height - bottom / scale, x1 / scale, height - top / scale)


def overlap(one: Rectangle, other: Rectangle) -> float:
    """Return which share of the first rectangle the second one covers, 0 to 1."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    area = (one[2] - one[0]) * (one[3] - one[1])
    return max(0.0, width) * max(0.0, height) / area if area > 0 else 0.0


def _floor(number: float) -> int:
    return int(number // 1)
