"""A stamp set upright and parted into rows of letters, without the frame around them."""

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter

from minhbach.extraction.scan.parting import ink_from
from minhbach.extraction.scan.pieces import Piece, drawn_pieces, pieces_of
from minhbach.extraction.scan.stamp_frames import without_frame

_SMALL = 220  # pixels: how broad a stamp is while its tilt is sought
_LEAST_LETTER = 9  # pixels: lower letters are not read even when enlarged
_LEAST_SPECK = 5
_GREY = 256


def upright(stamp: Image.Image, about: float = 0.0, within: int = 34) -> Image.Image:
    """Return a stamp turned so that its frame and its row of letters are level.

    :param about: by how many degrees anticlockwise it is to be turned, so far as that is known.
    :param within: how many degrees more or less are tried.
    """
    scale = min(1.0, _SMALL / max(stamp.size))
    small = stamp.resize((max(1, round(stamp.width * scale)), max(1, round(stamp.height * scale))))
    side = math.ceil(math.hypot(*small.size))
    square = Image.new("L", (side, side), 0)
    square.paste(small, ((side - small.width) // 2, (side - small.height) // 2))
    best = max((about + step for step in range(-within, within + 1, 2)), key=lambda angle: _sharpness(square, angle))
    angle = max((best + step / 2 for step in range(-3, 4)), key=lambda angle: _sharpness(square, angle))
    return stamp if abs(angle) < 0.5 else stamp.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=0)


def lie_of(letters: Image.Image) -> float:
    """Return by how many degrees anticlockwise a row of letters is to be turned: how its ink is drawn out."""
    points = [(x, y) for piece in pieces_of(letters.point([255 if v else 0 for v in range(_GREY)]))
              for y, start, end in piece.runs for x in (start, end)]  # fmt: skip
    count = max(1, len(points))
    mx, my = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    xx, yy = sum((x - mx) ** 2 for x, _ in points), sum((y - my) ** 2 for _, y in points)
    xy = sum((x - mx) * (y - my) for x, y in points)
    return math.degrees(0.5 * math.atan2(2 * xy, xx - yy))


def rows_of(stamp: Image.Image) -> list[Image.Image]:
    """Return the rows of letters of an upright stamp, each without frame and specks, ink 255."""
    least = ink_from(stamp)
    dark = without_frame(stamp.point([255 if v >= least else 0 for v in range(_GREY)]))
    pieces = [piece for piece in pieces_of(dark) if piece.inked >= _LEAST_SPECK]
    rows = []
    for letters in _rows(pieces):
        own = drawn_pieces(letters, stamp.size).filter(ImageFilter.MaxFilter(3))
        box = own.getbbox()
        if box is not None:
            rows.append(ImageChops.multiply(stamp, own).crop(box))
    return rows


def _sharpness(square: Image.Image, angle: float) -> float:
    """Return how much neighbouring rows differ in their amount of ink."""
    turned = square.rotate(angle, Image.Resampling.BILINEAR)
    profile = turned.convert("F").resize((1, turned.height), Image.Resampling.BOX).tobytes()
    rows = memoryview(profile).cast("f")
    return sum((a - b) ** 2 for a, b in zip(rows, rows[1:], strict=False))


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return letters of like height that stand beside each other, with the marks above and below them."""
    left = sorted((p for p in pieces if p.height >= _LEAST_LETTER and p.width < 6 * p.height), key=lambda p: -p.inked)
    rows: list[list[Piece]] = []
    while left:
        first = left.pop(0)
        beside = [p for p in left if _is_beside(first, p)]
        row = [first, *beside]
        left = [p for p in left if not any(p is one for one in row)]
        top, bottom = min(p.y0 for p in row), max(p.y1 for p in row)
        tall = max(p.height for p in row)
        x0, x1 = min(p.x0 for p in row), max(p.x1 for p in row)
        marks = [
            p for p in pieces
            if not any(p is one for one in row) and p.height < 0.7 * tall and p.width < 1.2 * tall
            and p.x0 >= x0 - 0.3 * tall and p.x1 <= x1 + 0.3 * tall
            and p.y1 > top - 0.5 * tall and p.y0 < bottom + 0.4 * tall
        ]  # fmt: skip
        left = [p for p in left if not any(p is one for one in marks)]
        if x1 - x0 > 0.8 * tall:
            rows.append([*row, *marks])
    return rows


def _is_beside(first: Piece, other: Piece) -> bool:
    shared = min(first.y1, other.y1) - max(first.y0, other.y0)
    return shared > 0.55 * min(first.height, other.height) and 0.6 * first.height <= other.height <= 1.7 * first.height
