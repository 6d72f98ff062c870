"""Round seals: their rings go where nothing else stands on them, so that a stamp set over one can be read."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from minhbach.extraction.scan.parting import ink_from

_LEAST_RADIUS, _MOST_RADIUS = 11.0, 26.0  # millimetres
_MM = 25.4
_TRIES = 80
_NEAR = 2.0  # pixels from the circle
_ALL_ROUND = 0.6  # of the circle: so much of it must be there
_RING = 0.72  # of a circle about the same middle: so much inked is a ring, not letters set round
_BINS = 120
_BLEEDS = 1.07  # times the radius: seals are not quite round

Point = tuple[int, int]
Circle = tuple[float, float, float]  # middle and radius, in pixels


@dataclass(frozen=True, slots=True)
class Cleared:
    """A picture without the rings of its seal, and how many inked pixels of it lie outside them."""

    image: Image.Image
    outside: int


def without_seal(stamp: Image.Image, least: int, dpi: float) -> Cleared | None:
    """Return a picture without the rings of the seal on it, or None where there is no seal.

    :param stamp: how much ink is where, 0 to 255; more than `least` is ink.
    """
    dark = stamp.point([255 if v > least else 0 for v in range(256)])
    circle = _outer_circle(dark, dpi)
    if circle is None:
        return None
    clear = stamp.copy()
    draw, pixels = ImageDraw.Draw(clear), dark.load()
    for inner, outer in _rings(dark, circle):
        _rub_out(draw, pixels, dark.size, circle, inner, outer)
    x, y, reach = circle[0], circle[1], circle[2] * _BLEEDS
    sure = ink_from(stamp)
    outside = stamp.point([255 if v >= sure else 0 for v in range(256)])
    ImageDraw.Draw(outside).ellipse((x - reach, y - reach, x + reach, y + reach), fill=0)
    return Cleared(clear, outside.histogram()[255])


def _outer_circle(dark: Image.Image, dpi: float) -> Circle | None:
    """Return the circle on which most of the outermost pixels lie."""
    least, most = (mm / _MM * dpi for mm in (_LEAST_RADIUS, _MOST_RADIUS))
    edge = _outermost(dark)
    if min(dark.size) < 1.8 * least or len(edge) < 3:
        return None
    chance = random.Random(1)  # noqa: S311 - points to try, the same each time
    best, best_near = None, 0
    for _try in range(_TRIES):
        circle = _through(chance.sample(edge, 3))
        if circle is not None and least <= circle[2] <= most:
            near = sum(abs(math.hypot(x - circle[0], y - circle[1]) - circle[2]) < _NEAR for x, y in edge[::2])
            if near > best_near:
                best, best_near = circle, near
    if best is None:
        return None
    bins = {int((math.atan2(y - best[1], x - best[0]) / math.tau) * _BINS) for x, y in edge
            if abs(math.hypot(x - best[0], y - best[1]) - best[2]) < 2 * _NEAR}  # fmt: skip
    return best if len(bins) >= _ALL_ROUND * _BINS else None


def _outermost(dark: Image.Image) -> list[Point]:
    """Return the first and the last inked pixel of each row and column."""
    found = []
    rows, columns = dark.tobytes(), dark.transpose(Image.Transpose.TRANSPOSE).tobytes()
    for pixels, length, is_row in ((rows, dark.width, True), (columns, dark.height, False)):
        for at in range(len(pixels) // length):
            line = pixels[at * length : (at + 1) * length]
            for place in (line.find(255), line.rfind(255)):
                if place >= 0:
                    found.append((place, at) if is_row else (at, place))
    return found


def _through(points: Sequence[Point]) -> Circle | None:
    """Return the circle through three points."""
    (ax, ay), (bx, by), (cx, cy) = points
    twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    if twice == 0:
        return None
    a, b, c = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice
    y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice
    return x, y, math.hypot(ax - x, ay - y)


def _rings(dark: Image.Image, circle: Circle) -> list[tuple[int, int]]:
    """Return the least and the greatest radius of each ring."""
    x, y, radius = circle
    inked: list[set[int]] = [set() for _radius in range(round(radius) + 8)]
    pixels, width = dark.tobytes(), dark.width
    at = pixels.find(255)
    while at >= 0:
        px, py = at % width - x, at // width - y
        away = round(math.hypot(px, py))
        if away < len(inked):
            inked[away].add(int((math.atan2(py, px) / math.tau + 0.5) * _BINS))
        at = pixels.find(255, at + 1)
    rings: list[tuple[int, int]] = []
    for away in range(round(radius / 4), len(inked)):
        if len(inked[away]) >= _RING * _BINS:
            rings = (
                [*rings[:-1], (rings[-1][0], away)] if rings and rings[-1][1] == away - 1 else [*rings, (away, away)]
            )
    return [(inner - 2, outer + 2) for inner, outer in rings]


def _rub_out(draw: ImageDraw.ImageDraw, pixels: object, size: Point, circle: Circle, inner: int, outer: int) -> None:
    """Rub a ring out, but for where ink stands on both sides of it or on one: a stroke crosses it there."""
    x, y, _radius = circle
    steps = round(math.tau * outer * 1.5)
    for step in range(steps):
        dx, dy = math.cos(step / steps * math.tau), math.sin(step / steps * math.tau)
        beside = ((round(x + dx * away), round(y + dy * away)) for away in (inner - 2, outer + 2))
        if not any(0 <= a < size[0] and 0 <= b < size[1] and pixels[a, b] for a, b in beside):  # type: ignore[index]
            draw.line((x + dx * inner, y + dy * inner, x + dx * outer, y + dy * outer), fill=0, width=2)
