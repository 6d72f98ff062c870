"""Where stamps may be on a page, and two inks that lie over each other there."""

from collections.abc import Iterator

from PIL import Image, ImageChops

from minhbach.extraction.scan.parting import ink_from, parting_of

_CELL = 12  # pixels of the page that become one cell when stamps are sought
_CELL_SHARE = 18  # of 255: so much of a cell must be inked
_LEAST_CELLS, _MOST_CELLS = 6, 2500
_MARGIN = 14
_HIGHEST_WORD = 170  # pixels: what is higher is no single word
_LEAST_MEAN = 16  # of 255: fainter is no ink
_CLEARLY_PARTED, _LEAST_APART = 0.78, 7.0  # of hues, 0 to 255: two inks
_GREY = 256

Cells = set[tuple[int, int]]
Box = tuple[int, int, int, int]


def stamps_in(ink: Image.Image, least: int) -> list[Box]:
    """Return the boxes of what may be a stamp, the largest first; words set in one line are one.

    :param ink: how much ink is where, 0 to 255.
    :param least: more ink than that is no speck.
    """
    dark = ink.point([255 if v > least else 0 for v in range(_GREY)])
    boxes = [_box_of(cells) for cells in sorted(_clusters(dark), key=len, reverse=True)]
    boxes = [box for box in boxes if _is_inked(ink.crop(box))]
    at = 0
    while at < len(boxes):
        beside = next((box for box in boxes[at + 1 :] if _in_one_line(boxes[at], box)), None)
        if beside is None:
            at += 1
            continue
        boxes.remove(beside)
        first = boxes[at]
        boxes[at] = (min(first[0], beside[0]), min(first[1], beside[1]),
                     max(first[2], beside[2]), max(first[3], beside[3]))  # fmt: skip
    return [(x0 - _MARGIN, y0 - _MARGIN, x1 + _MARGIN, y1 + _MARGIN) for x0, y0, x1, y1 in boxes]


def parted_inks(colours: Image.Image, ink: Image.Image) -> list[Image.Image]:
    """Return two inks of different hue on one piece of the page apart, or nothing where there is but one.

    :param colours: the piece in colour.
    :param ink: how much ink is where on it, 0 to 255.
    """
    # Red lies at both ends of the circle of hues: turned by half, it lies in the middle.
    hue = colours.convert("HSV").getchannel("H").point([(v + 128) % _GREY for v in range(_GREY)])
    sure = ink.point([255 if v >= ink_from(ink) else 0 for v in range(_GREY)])
    parting, clear, apart = parting_of(hue.histogram(sure))
    if clear < _CLEARLY_PARTED or apart < _LEAST_APART:
        return []
    higher = hue.point([255 if v >= parting else 0 for v in range(_GREY)])
    return [ImageChops.multiply(ink, one) for one in (higher, ImageChops.invert(higher))]


def _clusters(dark: Image.Image) -> Iterator[Cells]:
    """Yield the groups of inked cells that hang together."""
    if dark.width < _CELL or dark.height < _CELL:
        return
    small = dark.reduce(_CELL)
    width, shares = small.width, small.tobytes()
    left = {(i % width, i // width) for i, share in enumerate(shares) if share >= _CELL_SHARE}
    while left:
        waiting = [left.pop()]
        cells = set(waiting)
        while waiting:
            x, y = waiting.pop()
            near = {(x + dx, y + dy) for dx in (-2, -1, 0, 1, 2) for dy in (-2, -1, 0, 1, 2)} & left
            left -= near
            cells |= near
            waiting += near
        if _LEAST_CELLS <= len(cells) <= _MOST_CELLS:
            yield cells


def _is_inked(piece: Image.Image) -> bool:
    """Say whether there is ink, not only what shines through or runs out of black letters."""
    histogram = piece.histogram()
    above = histogram[(parting := parting_of(histogram)[0]) :]
    return sum(value * count for value, count in enumerate(above, parting)) > _LEAST_MEAN * sum(above)


def _box_of(cells: Cells) -> Box:
    x0, y0 = min(x for x, _ in cells) * _CELL, min(y for _, y in cells) * _CELL
    return x0, y0, (max(x for x, _ in cells) + 1) * _CELL, (max(y for _, y in cells) + 1) * _CELL


def _in_one_line(first: Box, other: Box) -> bool:
    """Say whether two boxes are words of one line: as high as each other, and a space apart."""
    lower, higher = sorted((first[3] - first[1], other[3] - other[1]))
    shared = min(first[3], other[3]) - max(first[1], other[1])
    apart = max(first[0], other[0]) - min(first[2], other[2])
    return higher < 1.7 * lower and shared > 0.6 * lower and apart < 1.1 * higher and higher < _HIGHEST_WORD
