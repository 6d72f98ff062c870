"""The words that can be read from a picture of a page: what is not in them cannot be seen by a machine either."""

from collections.abc import Sequence

from PIL import Image

from minhbach.extraction.redaction.contracts import Shape, Written
from minhbach.extraction.redaction.space import to_units
from minhbach.extraction.scan.picture import Picture
from minhbach.extraction.scan.tesseract import Read, read_words, turn_of

_GOOD = 0.8
_FEW_WORDS = 5
_WHOLE_LAYOUT, SCATTERED = 3, 11


def words_on(picture: Picture, shape: Shape, *, layout: int = _WHOLE_LAYOUT) -> tuple[list[Written], int]:
    """Return the words of a page in the order of reading, in the units of the page.

    A page that was scanned on its side is turned before it is read: by how many degrees, clockwise, comes second.
    """
    grey = picture.image.convert("L")
    found = read_words(grey, picture.dpi, layout=layout)
    turn = turn_of(grey, picture.dpi) if _is_doubtful(found) else 0
    if turn:
        turned = read_words(grey.rotate(-turn, expand=True, fillcolor=255), picture.dpi, layout=layout)
        turn = turn if _worth(turned) > _worth(found) else 0
        found = [_unturned(word, turn, grey) for word in turned] if turn else found
    words = [
        Written(word.text, to_units(shape, (word.x0, word.y0, word.x1, word.y1), picture.dpi), round(word.sure, 3))
        for word in found
    ]
    return words, turn


def certainty(words: Sequence[Written]) -> float:
    """Return the mean certainty of words, weighed by length; 0 where there are none."""
    weight = sum(len(word.text) for word in words)
    return sum((word.sure or 0.0) * len(word.text) for word in words) / weight if weight else 0.0


def _is_doubtful(words: Sequence[Read]) -> bool:
    weight = sum(len(word.text) for word in words)
    sure = sum(word.sure * len(word.text) for word in words) / weight if weight else 0.0
    long = [word.y1 - word.y0 > word.x1 - word.x0 for word in words if len(word.text) >= 4]
    return sure < _GOOD or len(words) < _FEW_WORDS or 2 * sum(long) > len(long) > 0


def _worth(words: Sequence[Read]) -> float:
    return sum((word.sure - 0.4) * len(word.text) for word in words)


def _unturned(word: Read, turn: int, page: Image.Image) -> Read:
    """Return a word of the picture that was turned clockwise by `turn`, in its place on the picture as it was."""
    corners = [_point(x, y, turn, page) for x, y in ((word.x0, word.y0), (word.x1, word.y1))]
    (a, b), (c, d) = corners
    return Read(word.text, min(a, c), min(b, d), max(a, c), max(b, d), word.sure, word.line)


def _point(x: int, y: int, turn: int, page: Image.Image) -> tuple[int, int]:
    if turn == 90:
        return y, page.height - x
    if turn == 180:
        return page.width - x, page.height - y
    return page.width - y, x
