"""Pieces of a page copied onto one narrow strip, read in one go, and their words put back in their places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from minhbach.extraction.scan.tesseract import Read, read_words

_SPACE = 36  # pixels between pieces on the strip, and around it
_LONGEST = 30_000  # pixels; tesseract refuses more than 32,767
_BLOCK = 6  # tesseract's layout: one block of text


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of the page and the pixel of the page where its upper left corner was."""

    image: Image.Image
    x: int
    y: int


def read_cuts(cuts: Sequence[Cut], dpi: float, *, scale: float = 1.0) -> list[Read]:
    """Return the words of all pieces, in pixels of the page; each piece is read at `scale` times its size."""
    words: list[Read] = []
    for strip in _strips(cuts, scale):
        words += _read_strip(strip, dpi, scale)
    return words


def _strips(cuts: Sequence[Cut], scale: float) -> list[list[Cut]]:
    strips: list[list[Cut]] = []
    length = _LONGEST
    for cut in cuts:
        tall = round(cut.image.height * scale) + _SPACE
        if length + tall > _LONGEST:
            strips.append([])
            length = _SPACE
        strips[-1].append(cut)
        length += tall
    return strips


def _read_strip(cuts: Sequence[Cut], dpi: float, scale: float) -> list[Read]:
    images = [_scaled(cut.image, scale) for cut in cuts]
    width = max(image.width for image in images) + 2 * _SPACE
    strip = Image.new("L", (width, sum(image.height + _SPACE for image in images) + _SPACE), 255)
    starts: list[int] = []
    y = _SPACE
    for image in images:
        strip.paste(image, (_SPACE, y))
        starts.append(y)
        y += image.height + _SPACE
    return [_put_back(word, cuts, starts, scale) for word in read_words(strip, dpi * scale, layout=_BLOCK)]


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    if scale == 1.0:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _put_back(word: Read, cuts: Sequence[Cut], starts: Sequence[int], scale: float) -> Read:
    middle = (word.y0 + word.y1) / 2
    index = max((i for i, start in enumerate(starts) if start - _SPACE / 2 <= middle), default=0)
    cut, start = cuts[index], starts[index]
    return replace(
        word,
        x0=round((word.x0 - _SPACE) / scale) + cut.x,
        x1=round((word.x1 - _SPACE) / scale) + cut.x,
        y0=round((word.y0 - start) / scale) + cut.y,
        y1=round((word.y1 - start) / scale) + cut.y,
        line=(str(index), *word.line),
    )
