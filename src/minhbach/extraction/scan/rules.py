"""Ruled lines of a scanned page: long unbroken runs of ink, level or upright, which letters never make."""

import re
from collections.abc import Iterator, Sequence

from PIL import Image, ImageDraw

from minhbach.extraction.layout.marks import Rule

_STEP = 8  # pixels looked at together
_FULL = 0xA0  # of 255: so much of a step must be ink
_INK = 165
_LEAST_STEPS = {True: 12, False: 6}  # of level lines, of upright ones
_GAP = 2 * _STEP
_THICKEST = 9  # pixels

Line = tuple[int, int, int, int]  # x0, y0, x1, y1 in pixels from the top left


def ruled_lines(ink: Image.Image) -> list[Line]:
    """Return the ruled lines of a page, level ones first."""
    dark = ink.point([255 if v < _INK else 0 for v in range(256)])
    level = list(_joined(_runs(dark, across=True)))
    upright = [(a, b, c, d) for b, a, d, c in _joined(_runs(dark.transpose(Image.Transpose.TRANSPOSE), across=False))]
    return level + upright


def without_lines(ink: Image.Image, lines: Sequence[Line]) -> Image.Image:
    """Return the page with ruled lines painted over, so that no letter is read from them."""
    page = ink.copy()
    draw = ImageDraw.Draw(page)
    for x0, y0, x1, y1 in lines:
        draw.rectangle((x0 - 1, y0 - 1, x1 + 1, y1 + 1), fill=255)
    return page


def in_points(lines: Sequence[Line], dpi: float, height: int) -> tuple[Rule, ...]:
    """Return ruled lines in points, origin lower left."""
    scale = 72.0 / dpi
    return tuple(Rule(x0 * scale, (height - y1) * scale, x1 * scale, (height - y0) * scale) for x0, y0, x1, y1 in lines)


def _runs(dark: Image.Image, *, across: bool) -> Iterator[tuple[int, int, int]]:
    """Yield (row, first pixel, last pixel) of each long dark run."""
    steps = dark.width // _STEP
    if not steps or not dark.height:
        return
    packed = dark.crop((0, 0, steps * _STEP, dark.height)).reduce((_STEP, 1)).tobytes()
    long_run = re.compile(b"[%c-\xff]{%d,}" % (_FULL, _LEAST_STEPS[across]))
    for row in range(dark.height):
        for run in long_run.finditer(packed, row * steps, (row + 1) * steps):
            yield row, (run.start() - row * steps) * _STEP, (run.end() - row * steps) * _STEP


def _joined(runs: Iterator[tuple[int, int, int]]) -> Iterator[Line]:
    """Join runs of neighbouring rows to lines, and drop what is too thick for a line."""
    growing: list[list[int]] = []
    for row, x0, x1 in runs:
        yield from (_as_line(line) for line in growing if row - line[3] > 2 and _is_thin(line))
        growing = [line for line in growing if row - line[3] <= 2]
        near = next((line for line in growing if x0 <= line[2] + _GAP and x1 >= line[0] - _GAP), None)
        if near is None:
            growing.append([x0, row, x1, row])
        else:
            near[0], near[2], near[3] = min(near[0], x0), max(near[2], x1), row
    yield from (_as_line(line) for line in growing if _is_thin(line))


def _is_thin(line: Sequence[int]) -> bool:
    return line[3] - line[1] <= _THICKEST


def _as_line(line: Sequence[int]) -> Line:
    return line[0], line[1], line[2], line[3]
