"""The lines around the words of a stamp: a frame, single or double, or an outline such as an arrow's."""

from collections.abc import Sequence

from PIL import Image, ImageChops, ImageFilter

from minhbach.extraction.scan.parting import ink_from
from minhbach.extraction.scan.pieces import Piece, drawn_pieces, pieces_of

_LEVEL_SHARE, _UPRIGHT_SHARE = 0.45, 0.75  # of the stamp: a longer unbroken run is a line of its frame
_LEAST_LINE, _THICKEST_LINE, _LEVEL_WITHIN = 36, 22, 6  # pixels, of a frame that stands over a seal
_LEAST_FRAME = 70  # pixels: eight millimetres
_LEAST_INSIDE = 18  # pixels between its lines
_SIDE_SHARE, _SIDE_WITHIN = 0.6, 6  # of a frame's side must be there, so many pixels from its corners at most
_BESIDE, _MOST_BESIDE = 4, 0.4  # pixels from a line, and how much of its length may be inked there
_HOLLOW, _LEAST_LETTERS = 0.3, 3
_LEAST_LETTER = 9  # pixels: lower letters are not read even when enlarged
_GREY = 256


def without_frame(dark: Image.Image) -> Image.Image:
    """Return a stamp without the lines around its words: runs far longer than any stroke of a letter."""
    box = dark.getbbox()
    if box is None:
        return dark
    length, height = box[2] - box[0], box[3] - box[1]
    # Worn lines have gaps of a pixel or two; what is closed here is only looked at, not kept.
    closed = dark.filter(ImageFilter.MaxFilter(3))
    level = _long_runs(closed, round(_LEVEL_SHARE * length))
    if level.getbbox() is None:
        return dark
    upright_runs = _long_runs(closed.transpose(Image.Transpose.TRANSPOSE), round(_UPRIGHT_SHARE * height))
    lines = ImageChops.lighter(level, upright_runs.transpose(Image.Transpose.TRANSPOSE))
    return ImageChops.subtract(dark, lines.filter(ImageFilter.MaxFilter(3)))


def inside_frame(stamp: Image.Image) -> Image.Image | None:
    """Return what stands between the upper and the lower line of an upright stamp's frame, None without a frame."""
    least = ink_from(stamp)
    closed = stamp.point([255 if v >= least else 0 for v in range(_GREY)]).filter(ImageFilter.MaxFilter(3))
    lines = _continued(pieces_of(_long_runs(closed, _LEAST_LINE)))
    longest = max((line.width for line in lines), default=0)
    lines = sorted((line for line in lines if line.width > 0.6 * longest), key=lambda line: line.y0)
    lines = [line for line in lines if _stands_free(closed, line)]
    pairs = [(upper, lower) for upper, lower in zip(lines, lines[1:], strict=False) if _is_pair(upper, lower)]
    if longest < _LEAST_FRAME or not pairs:
        return None
    upper, lower = max(pairs, key=lambda pair: (pair[1].y0 - pair[0].y1) * pair[0].width)
    left, right = max(upper.x0, lower.x0), min(upper.x1, lower.x1)
    if max(_line_share(closed, x, upper.y1, lower.y0) for x in (left, right)) < _SIDE_SHARE:
        return None
    return stamp.crop((left + 2, upper.y1, right - 2, lower.y0))


def without_outline(stamp: Image.Image) -> Image.Image | None:
    """Return a stamp without the line drawn around its letters, of whatever shape, None where there is none."""
    least = ink_from(stamp)
    pieces = pieces_of(stamp.point([255 if v >= least else 0 for v in range(_GREY)]))
    widest = max(pieces, key=lambda piece: piece.width * piece.height, default=None)
    if widest is None or widest.inked > _HOLLOW * widest.width * widest.height:
        return None
    within = [one for one in pieces if one is not widest and widest.x0 < one.x0 and one.x1 < widest.x1
              and widest.y0 < one.y0 and one.y1 < widest.y1]  # fmt: skip
    if sum(one.height >= _LEAST_LETTER for one in within) < _LEAST_LETTERS:
        return None
    return ImageChops.multiply(stamp, drawn_pieces(within, stamp.size).filter(ImageFilter.MaxFilter(3)))


def _long_runs(dark: Image.Image, least: int) -> Image.Image:
    long_runs = [
        Piece(start, row, end, row + 1, [(row, start, end)])
        for piece in pieces_of(dark)
        for row, start, end in piece.runs
        if end - start >= least
    ]
    return drawn_pieces(long_runs, dark.size)


def _continued(pieces: Sequence[Piece]) -> list[Piece]:
    """Return level lines, each with what goes on behind a gap: something crossed them there."""
    lines: list[Piece] = []
    for piece in sorted((one for one in pieces if one.height <= _THICKEST_LINE), key=lambda one: one.x0):
        middle = (piece.y0 + piece.y1) / 2
        line = next((one for one in lines if abs((one.y0 + one.y1) / 2 - middle) <= _LEVEL_WITHIN), None)
        if line is None:
            lines.append(piece)
        else:
            line.take(piece)
    return lines


def _is_pair(upper: Piece, lower: Piece) -> bool:
    shared = min(upper.x1, lower.x1) - max(upper.x0, lower.x0)
    apart = lower.y0 - upper.y1
    return shared > 0.7 * max(upper.width, lower.width) and _LEAST_INSIDE <= apart <= 1.2 * shared


def _stands_free(dark: Image.Image, line: Piece) -> bool:
    """Say whether there is mostly paper above and below a line; the emblem on a seal is full of ink."""
    for row in (line.y0 - _BESIDE, line.y1 + _BESIDE - 1):
        beside = dark.crop((line.x0, row, line.x1, row + 1)).histogram()[255]
        if beside > _MOST_BESIDE * line.width:
            return False
    return True


def _line_share(dark: Image.Image, x: int, top: int, bottom: int) -> float:
    """Return how much of an upright line is there, about one place."""
    strip = dark.crop((x - _SIDE_WITHIN, top, x + _SIDE_WITHIN, bottom))
    return sum(1 for row in range(strip.height) if strip.crop((0, row, strip.width, row + 1)).getbbox()) / strip.height
