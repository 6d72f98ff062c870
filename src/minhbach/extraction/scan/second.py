"""A second look at the rows where a recogniser was unsure of a word, at another size: the surer reading wins."""

from collections.abc import Sequence

from PIL import Image

from minhbach.extraction.scan.strip import Cut, read_cuts
from minhbach.extraction.scan.tesseract import Read

_SURE = 0.9  # a row with a less sure word is read again
_SETTLED = 0.93  # a word that sure is not replaced
_SCALE = 0.82  # recognisers like other sizes for other letters; smaller also smooths
_MARGIN = 6  # pixels around a row
_MOST_ROWS = 400


def second_look(ink: Image.Image, words: Sequence[Read], dpi: float) -> list[Read]:
    """Return the words with the unsure ones replaced where a second reading is surer."""
    rows: dict[tuple[str, ...], list[Read]] = {}
    for word in words:
        rows.setdefault(word.line, []).append(word)
    unsure = [row for row in rows.values() if min(word.sure for word in row) < _SURE][:_MOST_ROWS]
    if not unsure:
        return list(words)
    again = read_cuts([_cut(ink, row) for row in unsure], dpi, scale=_SCALE)
    return [chosen for row in rows.values() for word in row for chosen in _surer(word, row, again)]


def _cut(ink: Image.Image, row: Sequence[Read]) -> Cut:
    x0, y0 = max(0, min(w.x0 for w in row) - _MARGIN), max(0, min(w.y0 for w in row) - _MARGIN)
    x1, y1 = max(w.x1 for w in row) + _MARGIN, max(w.y1 for w in row) + _MARGIN
    return Cut(ink.crop((x0, y0, min(x1, ink.width), min(y1, ink.height))), x0, y0)


def _surer(word: Read, row: Sequence[Read], again: Sequence[Read]) -> list[Read]:
    """Return the word, or what stood in its place at the second look, where that was surer of all of it."""
    if word.sure >= _SETTLED:
        return [word]
    there = [other for other in again if _covers(word, other)]
    if not there or any(_covers(neighbour, other) for other in there for neighbour in row if neighbour is not word):
        return [word]
    if min(other.sure for other in there) <= word.sure:
        return [word]
    return [Read(o.text, o.x0, word.y0, o.x1, word.y1, o.sure, word.line) for o in there]


def _covers(word: Read, other: Read) -> bool:
    """Say whether most of the second word's width lies on the first word, on the same row."""
    if min(word.y1, other.y1) - max(word.y0, other.y0) < 0.4 * min(word.y1 - word.y0, other.y1 - other.y0):
        return False
    shared = min(word.x1, other.x1) - max(word.x0, other.x0)
    return shared > 0.3 * max(1, min(word.x1 - word.x0, other.x1 - other.x0))
