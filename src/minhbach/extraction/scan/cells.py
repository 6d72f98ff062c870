"""Table cells of a scan, read one under the other: a recogniser that sees a whole table runs words of columns together.

The cells are copied onto one narrow strip with white between them; the words found there are put back in their places.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from minhbach.extraction.layout.marks import Page
from minhbach.extraction.layout.ruled import Grid, grids_of
from minhbach.extraction.scan.rules import Line, in_points
from minhbach.extraction.scan.tesseract import Read, read_words

_INSET = 3  # pixels inside the ruled lines
_SPACE = 36  # pixels between cells on the strip, and around it
_LEAST = 12  # pixels
_INK = 128
_LEAST_INK = 12  # dark pixels: fewer are dust
_LONGEST_STRIP = 30_000  # pixels; tesseract refuses more than 32,767
_BLOCK = 6  # tesseract's layout: one block of text


@dataclass(frozen=True, slots=True)
class _Copy:
    """One cell on the strip: where it stands there, and where it came from."""

    image: Image.Image
    x: int
    y: int


def read_tables(ink: Image.Image, lines: Sequence[Line], dpi: float) -> tuple[Image.Image, list[Read]]:
    """Return the page without its ruled tables, and the words in their cells, in the places of the page."""
    boxes = [_pixels(slot.box, dpi, ink.height) for grid in _grids(ink, lines, dpi) for slot in grid.slots]
    copies = [copy for box in boxes if (copy := _cut(ink, box)) is not None]
    rest = ink.copy()
    draw = ImageDraw.Draw(rest)
    for box in boxes:
        draw.rectangle(box, fill=255)
    words: list[Read] = []
    for strip in _strips(copies):
        words += _read_strip(strip, dpi)
    return rest, words


def _grids(ink: Image.Image, lines: Sequence[Line], dpi: float) -> list[Grid]:
    scale = 72.0 / dpi
    rules = in_points(lines, dpi, ink.height)
    return grids_of(Page(1, ink.width * scale, ink.height * scale, rules=rules))


def _pixels(box: tuple[float, float, float, float], dpi: float, height: int) -> Line:
    scale = dpi / 72.0
    x0, y0, x1, y1 = box
    return round(x0 * scale), round(height - y1 * scale), round(x1 * scale), round(height - y0 * scale)


def _cut(ink: Image.Image, box: Line) -> _Copy | None:
    """Return a cell's inside, or None where nothing is written in it."""
    x0, y0, x1, y1 = box[0] + _INSET, box[1] + _INSET, box[2] - _INSET, box[3] - _INSET
    if x1 - x0 < _LEAST or y1 - y0 < _LEAST:
        return None
    image = ink.crop((x0, y0, x1, y1))
    if sum(image.histogram()[:_INK]) < _LEAST_INK:
        return None
    return _Copy(image, x0, y0)


def _strips(copies: Sequence[_Copy]) -> list[list[_Copy]]:
    strips: list[list[_Copy]] = []
    length = _LONGEST_STRIP
    for copy in copies:
        if length + copy.image.height + _SPACE > _LONGEST_STRIP:
            strips.append([])
            length = _SPACE
        strips[-1].append(copy)
        length += copy.image.height + _SPACE
    return strips


def _read_strip(copies: Sequence[_Copy], dpi: float) -> list[Read]:
    width = max(copy.image.width for copy in copies) + 2 * _SPACE
    strip = Image.new("L", (width, sum(copy.image.height + _SPACE for copy in copies) + _SPACE), 255)
    starts: list[int] = []
    y = _SPACE
    for copy in copies:
        strip.paste(copy.image, (_SPACE, y))
        starts.append(y)
        y += copy.image.height + _SPACE
    return [_put_back(word, copies, starts) for word in read_words(strip, dpi, layout=_BLOCK)]


def _put_back(word: Read, copies: Sequence[_Copy], starts: Sequence[int]) -> Read:
    middle = (word.y0 + word.y1) / 2
    index = max((i for i, start in enumerate(starts) if start - _SPACE / 2 <= middle), default=0)
    dx, dy = copies[index].x - _SPACE, copies[index].y - starts[index]
    return replace(
        word, x0=word.x0 + dx, x1=word.x1 + dx, y0=word.y0 + dy, y1=word.y1 + dy, line=(str(index), *word.line)
    )
