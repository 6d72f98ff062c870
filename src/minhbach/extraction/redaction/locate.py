"""Where on the pages the words stand that must go: in the order of the file and line by line, whole or in pieces."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from minhbach.domain.text import fold
from minhbach.extraction.redaction.contracts import Rectangle, Term, Written
from minhbach.extraction.redaction.lines import around
from minhbach.extraction.redaction.spellings import Needle, tokens

_ALIKE = 0.84  # of letters: a recogniser reads one in ten wrong on a poor scan
_ALIKE_DIGITS = 0.9
_LEAST_LIKE = 6  # letters: shorter words are only ever compared whole
_PIECE = 6
_SAME_LINE = 0.5  # of the height


def places_of(term: Term, orders: Sequence[Sequence[Written]], *, careless: bool = False) -> list[Rectangle]:
    """Return the boxes, one a line, of all places where words stand.

    :param orders: the words of one page in each order in which they may have to be read.
    :param careless: also where a recogniser may have read a letter wrong.
    """
    needle = Needle(term.text)
    found: dict[Rectangle, None] = {}
    for words in orders:
        texts = [word.text for word in words]
        runs = needle.runs(texts) or (list(_like(needle, texts)) if careless else [])
        for start, end in runs:
            found |= dict.fromkeys(_boxes(needle, words[start:end]))
    return list(found)


def pieces_of(term: Term, orders: Sequence[Sequence[Written]]) -> list[Rectangle]:
    """Return the boxes of the pieces of words that do not stand together, as in a cell whose lines others cut.

    Each piece is as long as can be found; nothing is returned where one of them is not found.
    """
    left, found = tokens(term.text), []
    while left:
        for size in range(len(left), 0, -1):
            piece = " ".join(left[:size])
            if size == 1 and len(left) > 1 and len(piece) < 2:
                boxes: list[Rectangle] = []
                break
            boxes = places_of(Term(piece), orders)
            if boxes:
                break
        if not boxes and len("".join(left[:size])) >= 2:
            return []
        found += boxes[:1] if size == 1 and len("".join(left[:size])) < _PIECE else boxes
        left = left[size:]
    return found


def _like(needle: Needle, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of as many words, or one more or less, that read nearly the same."""
    if len(needle.squeezed) < _LEAST_LIKE:
        return
    parts = [fold("".join(tokens(text))) for text in texts]
    wanted, count = needle.squeezed, len(needle.marked)
    least = _ALIKE_DIGITS if wanted.isdigit() else _ALIKE
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    for start in range(len(parts)):
        for end in range(start + max(1, count - 1), min(len(parts), start + count + 1) + 1):
            run = "".join(parts[start:end])
            if abs(len(run) - len(wanted)) > 2 + len(wanted) // 8:
                continue
            matcher.set_seq1(run)
            if matcher.quick_ratio() >= least and matcher.ratio() >= least:
                yield start, end
                break


def _boxes(needle: Needle, words: Sequence[Written]) -> list[Rectangle]:
    """Return a box for each line that a run of words stands on; of a glued first word only its part."""
    boxes = [_part(needle, words[0]) if len(words) == 1 else words[0].box, *(word.box for word in words[1:])]
    lines: list[list[Rectangle]] = []
    for box in boxes:
        if lines and _beside(lines[-1][-1], box):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [around(line) for line in lines]


def _beside(one: Rectangle, other: Rectangle) -> bool:
    shared = min(one[3], other[3]) - max(one[1], other[1])
    level = shared > _SAME_LINE * min(one[3] - one[1], other[3] - other[1])
    shared = min(one[2], other[2]) - max(one[0], other[0])
    upright = shared > _SAME_LINE * min(one[2] - one[0], other[2] - other[0])
    return level or upright


def _part(needle: Needle, word: Written) -> Rectangle:
    """Return where in a long level word the wanted letters stand, a letter wider on both sides."""
    x0, y0, x1, y1 = word.box
    text = fold(word.text)
    at = text.find(needle.squeezed)
    if at < 0 or len(text) < 2 * len(needle.squeezed) or x1 - x0 < y1 - y0:
        return word.box
    step = (x1 - x0) / len(text)
    return max(x0, x0 + step * (at - 1)), y0, min(x1, x0 + step * (at + len(needle.squeezed) + 1)), y1
