"""Rubber stamps: degrees of secrecy and of urgency, which are read apart from the page.

Those in red or blue are told by their colour, also over text; those in black, or scanned in grey, are among what the
page leaves over once its words were read, since a recogniser of level rows reads nothing that is set askew.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageOps

from minhbach.extraction.scan.parting import ink_from
from minhbach.extraction.scan.seals import without_seal
from minhbach.extraction.scan.stamp_frames import inside_frame, without_outline
from minhbach.extraction.scan.stamp_places import parted_inks, stamps_in
from minhbach.extraction.scan.stamp_rows import lie_of, rows_of, upright
from minhbach.extraction.scan.stamp_words import Reading, Stamp, said_by
from minhbach.extraction.scan.strip import Cut, read_cuts
from minhbach.extraction.scan.tesseract import Read

_COLOURED = 18  # of 255: so much more of one colour than of the other is ink; a clean scan of black print has less
_DARK = 115  # of 255: so much darker than paper is ink
_SURELY_READ = 0.7
_MOST_STAMPS = 6
_MOST_ROWS = 3
_ROW_HEIGHTS = (66, 50)  # pixels: at which a row with its marks is read; recognisers like letters of 25 to 40
_WAYS = len(_ROW_HEIGHTS) + 1
_EDGE = 14
_FAINT = 0.6
_LEAST_OUTSIDE = 90  # inked pixels beside a seal: fewer are no letters


@dataclass(frozen=True, slots=True)
class _Found:
    """The rows of letters of what may be a stamp, and whether it stands over a seal."""

    rows: Sequence[Image.Image]
    over_seal: bool = False


def stamped_marks(image: Image.Image, dpi: float) -> Stamp:
    """Return what coloured stamps on a page say."""
    if image.mode != "RGB":
        return Stamp()
    red, green, blue = image.split()
    # Yellowed paper lacks blue and black print lacks everything: neither is red over green, nor blue over another.
    inks = (ImageChops.subtract(red, green), ImageChops.subtract(blue, ImageChops.darker(red, green)))
    found = [
        _found(ink.crop(box), _COLOURED, dpi, image.crop(box))
        for ink in inks
        for box in stamps_in(ink, _COLOURED)[:_MOST_STAMPS]
    ]
    return said_by(_read(found, dpi))


def unread_marks(ink: Image.Image, words: Sequence[Read], dpi: float) -> Stamp:
    """Return the same for what is left of a page once its words were read, in pixels of the page."""
    rest = ImageChops.invert(ink)
    draw = ImageDraw.Draw(rest)
    for word in words:
        if word.sure >= _SURELY_READ and len(word.text) > 1:
            draw.rectangle((word.x0 - 2, word.y0 - 2, word.x1 + 2, word.y1 + 2), fill=0)
    found = [_found(rest.crop(box), _DARK, dpi) for box in stamps_in(rest, _DARK)[:_MOST_STAMPS]]
    return said_by(_read(found, dpi))


def _read(stamps: Sequence[_Found], dpi: float) -> list[Reading]:
    """Return what each stamp reads, each row of letters in several ways.

    All ways of all rows stand on one strip, so that the recogniser is started once a page.
    """
    cuts = [Cut(image, 0, 0) for stamp in stamps for row in stamp.rows for image in _ways(row)]
    read: list[list[str]] = [[] for _cut in cuts]
    for word in read_cuts(cuts, dpi):
        read[int(word.line[0])].append(word.text)
    left = iter(read)
    return [Reading([[next(left) for _way in range(_WAYS)] for _row in one.rows], one.over_seal) for one in stamps]


def _found(stamp: Image.Image, least: int, dpi: float, colours: Image.Image | None = None) -> _Found:
    """Return the rows of letters on what may be a stamp, also where it stands over a round seal."""
    seal = without_seal(stamp, least, dpi)
    if seal is None:
        level = upright(stamp)
        bare = None if inside_frame(level) else without_outline(stamp)
        return _Found(rows_of(level if bare is None else upright(bare, lie_of(bare), 8))[:_MOST_ROWS])
    level = upright(seal.image)
    inside = inside_frame(level)
    rows = [] if inside is None else [*rows_of(inside)[:2], inside]
    for one in parted_inks(colours, stamp) if colours is not None else []:
        if without_seal(one, ink_from(one), dpi) is None:
            rows += rows_of(upright(one))[:2]
    is_over = inside is not None or seal.outside > _LEAST_OUTSIDE
    return _Found([*rows, *rows_of(level)[:1]] if is_over else rows, is_over)


def _ways(row: Image.Image) -> list[Image.Image]:
    """Return a row of letters, black on white, in the ways in which it is read."""
    least = ink_from(row)
    grey = ImageOps.autocontrast(row, cutoff=(0, 2))
    # The dot below a letter is often fainter than the letter: here it counts as much.
    black = row.point([255 if v >= _FAINT * least else 0 for v in range(256)])
    ways = [_set(grey, height) for height in _ROW_HEIGHTS]
    ways.append(_set(black, _ROW_HEIGHTS[0]))
    return ways


def _set(row: Image.Image, height: int) -> Image.Image:
    size = (max(1, round(row.width * height / row.height)), height)
    return ImageOps.expand(ImageChops.invert(row.resize(size, Image.Resampling.BICUBIC)), _EDGE, 255)
