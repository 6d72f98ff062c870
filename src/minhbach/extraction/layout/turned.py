"""Where something stands on a page as it came, after the page was turned upright and level to be read."""

import math
from dataclasses import replace

from minhbach.domain.reading.source import Line
from minhbach.extraction.layout.marks import Page

Box = tuple[float, float, float, float]
Point = tuple[float, float]


def as_it_came(line: Line, page: Page) -> Line:
    """Return the line with its place on the page as delivered, in points from the lower left."""
    if line.place is None or not (page.turn or page.tilt):
        return line
    return replace(line, place=replace(line.place, box=box_as_it_came(line.place.box, page)))


def box_as_it_came(box: Box, page: Page) -> Box:
    """Return the upright box around what the given one covered before the page was turned."""
    corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
    points = [_not_turned(_tilted_back(corner, page), page) for corner in corners]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _tilted_back(point: Point, page: Page) -> Point:
    """Turn a point clockwise about the middle of the page, by as much as the page was turned the other way."""
    angle = math.radians(-page.tilt)
    x, y = point[0] - page.width / 2, point[1] - page.height / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return page.width / 2 + x * cos - y * sin, page.height / 2 + x * sin + y * cos


def _not_turned(point: Point, page: Page) -> Point:
    x, y = point
    if page.turn == 90:
        return page.height - y, x
    if page.turn == 180:
        return page.width - x, page.height - y
    return (y, page.width - x) if page.turn == 270 else (x, y)
