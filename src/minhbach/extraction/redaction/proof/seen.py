"""A page of the copy as it is shown: what a recogniser reads on it, and whether its boxes are painted through."""

from collections.abc import Sequence

from minhbach.extraction.redaction.contracts import Box, Shape, Written
from minhbach.extraction.redaction.paint import ground_place, within
from minhbach.extraction.redaction.picture import picture_of_pdf
from minhbach.extraction.redaction.recognise import SCATTERED, words_on
from minhbach.extraction.redaction.space import to_pixels
from minhbach.extraction.scan.ink import ink_of, is_blank
from minhbach.extraction.scan.picture import Picture

DPI = 300.0
_DARK = 96  # of 255: paint, with what JPEG makes of it
_LIGHT_SHARE = 0.02  # of the box outside its ground
_INWARD = -3  # pixels from the edge of the box, where paint and paper are mixed


def look_at(data: bytes, number: int, shape: Shape, boxes: Sequence[Box]) -> tuple[list[Written], list[Box]]:
    """Return the words that can be read on a page of the copy, and the boxes that are not painted through."""
    picture = picture_of_pdf(data, number, shape, DPI)
    open_boxes = [box for box in boxes if not _is_painted(picture, shape, box)]
    if is_blank(ink_of(picture.image)):
        return [], open_boxes
    return words_on(picture, shape, layout=SCATTERED)[0], open_boxes


def _is_painted(picture: Picture, shape: Shape, box: Box) -> bool:
    inner = within(picture.image, to_pixels(shape, box.rectangle, picture.dpi, _INWARD))
    if inner is None:
        return True  # outside the page, or thinner than its own edge
    cut = picture.image.crop(inner).convert("L")
    place = ground_place(picture, shape, box)
    if place is not None:
        # The ground is white on the paint: its place is not counted, the words in it are looked at by themselves.
        (x, y), font = place
        wide, high = font.getlength(box.ground), font.size * 1.4
        left, top = round(x - inner[0]) - 3, round(y - inner[1]) - 3
        cut.paste(0, (left, top, left + round(wide) + 6, top + round(high) + 6))
    light = sum(cut.histogram()[_DARK:])
    return light <= _LIGHT_SHARE * cut.width * cut.height
