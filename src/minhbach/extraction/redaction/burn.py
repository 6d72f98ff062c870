"""One page made anew: its picture with the boxes painted over, and the words that can still be read from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from minhbach.domain.text import fold
from minhbach.extraction.pdf.open import open_pdf
from minhbach.extraction.redaction.contracts import Box, Rectangle, Shape, Term, Written
from minhbach.extraction.redaction.paint import paint, without
from minhbach.extraction.redaction.picture import picture_of_image, picture_of_pdf
from minhbach.extraction.redaction.recognise import certainty, words_on
from minhbach.extraction.redaction.space import overlap, view_of
from minhbach.extraction.redaction.stood import read_in, terms_of, text_in
from minhbach.extraction.scan.ink import ink_of, is_blank
from minhbach.extraction.scan.picture import Picture

_ON_BOX = 0.5  # of a word: then it stands in the box
_SAME_PLACE = 0.5
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Burnt:
    """A page without what its boxes cover. `terms` is what stood in them; `blank` pages hold nothing to be read."""

    picture: Picture
    words: list[Written]
    terms: list[Term]
    blank: bool
    sure: float
    turn: int = 0


def burn(
    data: bytes, file_format: str, number: int, shape: Shape, boxes: Sequence[Box], words: Sequence[Written]
) -> Burnt:
    """Make one page of a PDF or an image anew.

    :param words: of the file on this page; they stay only where the picture shows the like: what cannot be seen goes.
    """
    picture = _picture(data, file_format, number, shape)
    stood = _stood(data, file_format, number, shape, boxes, picture)
    rest = without(picture, shape, boxes)
    blank = is_blank(ink_of(rest.image))
    read, turn = ([], 0) if blank else words_on(rest, shape)
    outside = [word for word in read if not _is_covered(word.box, boxes)]
    grounds = [Written(box.ground, box.rectangle, 1.0) for box in boxes if box.ground]
    paint(picture, shape, boxes)
    return Burnt(picture, [*confirmed(outside, words, boxes), *grounds], stood, blank, certainty(outside), turn)


def confirmed(read: Sequence[Written], words: Sequence[Written], boxes: Sequence[Box]) -> list[Written]:
    """Return what was read, spelt as the file spells it where both say the like at one place.

    The file's word is believed in its letters, never in its digits: what is drawn counts.
    """
    return [_spelt(word, words, boxes) for word in read]


def _picture(data: bytes, file_format: str, number: int, shape: Shape) -> Picture:
    if file_format == "pdf":
        return picture_of_pdf(data, number, shape)
    return picture_of_image(data, number)[0]


def _stood(
    data: bytes, file_format: str, number: int, shape: Shape, boxes: Sequence[Box], picture: Picture
) -> list[Term]:
    marked = [box for box in boxes if box.label is None]
    if not marked:
        return []
    read, turn = words_on(picture, shape)
    view = view_of(shape, turn)
    terms = [term for box in marked for term in terms_of(read_in(read, box.rectangle, view), box)]
    if file_format == "pdf":
        page = open_pdf(data)[number - 1]
        terms += [term for box in marked for term in terms_of(text_in(page, box.rectangle), box)]
    return list(dict.fromkeys(terms))


def _is_covered(word: Rectangle, boxes: Sequence[Box]) -> bool:
    return any(overlap(word, box.rectangle) >= _ON_BOX for box in boxes)


def _spelt(read: Written, words: Sequence[Written], boxes: Sequence[Box]) -> Written:
    for word in words:
        same_place = overlap(read.box, word.box) >= _SAME_PLACE and overlap(word.box, read.box) >= _SAME_PLACE
        if same_place and _says_the_like(read.text, word.text) and not _is_covered(word.box, boxes):
            return Written(word.text, read.box, read.sure)
    return read


def _says_the_like(read: str, word: str) -> bool:
    one, other = fold(read), fold(word)
    if any(c.isdigit() for c in one + other):
        return one == other
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
