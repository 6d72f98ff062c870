"""Boxes painted into a picture: what they cover is no longer in it. The ground stands in the box, where it fits."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.contracts import Box, Shape
from minhbach.extraction.redaction.fonts import regular
from minhbach.extraction.redaction.space import Pixels, to_pixels
from minhbach.extraction.scan.picture import Picture

MARGIN = 3  # pixels: the feet and tails of letters stick out of boxes
_LETTERS = (5.0, 9.0)  # points: the least and the largest type of a ground
_POINTS = 72.0
_INK, _PAPER = "black", "white"


def paint(picture: Picture, shape: Shape, boxes: Sequence[Box]) -> None:
    """Paint these boxes of one page over, for good."""
    draw = ImageDraw.Draw(picture.image)
    for box in boxes:
        pixels = within(picture.image, to_pixels(shape, box.rectangle, picture.dpi, MARGIN))
        if pixels is not None:
            draw.rectangle((pixels[0], pixels[1], pixels[2] - 1, pixels[3] - 1), fill=_INK)
    # Grounds come last, so that no neighbouring box covers them.
    for box in boxes:
        place = ground_place(picture, shape, box)
        if place is not None:
            draw.text(place[0], box.ground, fill=_PAPER, font=place[1])


def without(picture: Picture, shape: Shape, boxes: Sequence[Box]) -> Picture:
    """Return the picture with nothing in the boxes, not even paint, which a recogniser would take for letters."""
    image = picture.image.copy()
    for box in boxes:
        pixels = within(image, to_pixels(shape, box.rectangle, picture.dpi, MARGIN))
        if pixels is not None:
            image.paste(_PAPER, pixels)
    return Picture(image, picture.dpi)


def within(image: Image.Image, pixels: Pixels) -> Pixels | None:
    """Return the part of a rectangle that lies on the picture, None where there is none."""
    x0, y0, x1, y1 = pixels
    cut = max(0, x0), max(0, y0), min(image.width, x1), min(image.height, y1)
    return cut if cut[2] > cut[0] and cut[3] > cut[1] else None


def ground_place(
    picture: Picture, shape: Shape, box: Box
) -> "tuple[tuple[float, float], ImageFont.FreeTypeFont] | None":
    """Return where the ground of a box begins and in which font, None where there is no ground or no room."""
    pixels = within(picture.image, to_pixels(shape, box.rectangle, picture.dpi, MARGIN))
    if not box.ground or pixels is None:
        return None
    try:
        file = str(regular())
    except CannotRead:
        return None
    wide, high = pixels[2] - pixels[0] - 2 * MARGIN, pixels[3] - pixels[1] - 2
    size = min(_LETTERS[1] * picture.dpi / _POINTS, high * 0.8)
    while size >= _LETTERS[0] * picture.dpi / _POINTS:
        font = ImageFont.truetype(file, round(size))
        if font.getlength(box.ground) <= wide:
            return (pixels[0] + MARGIN, pixels[1] + (high - size * 1.2) / 2), font
        size *= 0.88
    return None
