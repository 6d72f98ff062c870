"""What stood in the boxes of a page: what the file says stands there, and what can be read there."""

import ctypes
import re
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from minhbach.extraction import limits
from minhbach.extraction.pdf.upright import Upright
from minhbach.extraction.redaction.contracts import Box, Rectangle, Term, Written
from minhbach.extraction.redaction.space import overlap
from minhbach.extraction.text.characters import one_line, readable

_BESIDE = 0.5  # of a word's height must lie in the box
_NUMBER = re.compile(r"\d(?:[\d.\-/ ]*\d){3,}")
_MAIL = re.compile(r"\S+@\S+\.\w+")
_LONGEST_LINE = 400
_SHORTEST = 3  # letters and digits: fewer are only looked for in the box itself


def text_in(page: pdfium.PdfPage, rectangle: Rectangle) -> str:
    """Return the characters of a PDF page whose middle lies in a rectangle, in the order of the file."""
    text = page.get_textpage()
    box = pdfium_c.FS_RECTF()
    found: list[str] = []
    try:
        for index in range(min(pdfium_c.FPDFText_CountChars(text), limits.MAX_PAGE_CHARACTERS)):
            code = pdfium_c.FPDFText_GetUnicode(text, index)
            if pdfium_c.FPDFText_IsGenerated(text, index) == 1 or code in (9, 10, 13, 32):
                found.append("\n" if code in (10, 13) else " ")
            elif pdfium_c.FPDFText_GetLooseCharBox(text, index, box) and _holds(rectangle, box):
                found.append(chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else " ")
    finally:
        text.close()
    return readable("".join(found))


def read_in(words: Sequence[Written], rectangle: Rectangle, view: Upright) -> str:
    """Return the parts of recognised words that lie in a rectangle; where one ends inside a word is estimated."""
    seen = view.box(*rectangle)
    lines: list[list[str]] = []
    bottom: float | None = None
    for word in words:
        box = view.box(*word.box)
        piece = _part(word.text, box, seen)
        if not piece:
            continue
        if bottom is None or abs(box[1] - bottom) > (box[3] - box[1]) * _BESIDE:
            lines.append([])
        lines[-1].append(piece)
        bottom = box[1]
    return "\n".join(" ".join(line) for line in lines)


def terms_of(text: str, box: Box) -> Iterator[Term]:
    """Yield what to look for of the text that stood in a box: each line, and the numbers and names on it."""
    for line in text.split("\n"):
        whole = one_line(line)[:_LONGEST_LINE]
        letters = sum(c.isalnum() for c in whole)
        if letters:
            yield Term(whole, box.label, box.page, box_only=letters < _SHORTEST)
        for part in (*_NUMBER.findall(whole), *_MAIL.findall(whole), *_names(whole)):
            if part != whole:
                yield Term(part, box.label, box.page)


def _names(line: str) -> Iterator[str]:
    """Yield the runs of two and more words with capitals, as names are written."""
    run: list[str] = []
    for word in [*line.split(), ""]:
        if word[:1].isupper():
            run.append(word.strip('.,;:()“”"'))
        else:
            if len(run) > 1:
                yield " ".join(run)
            run = []


def _holds(rectangle: Rectangle, box: ctypes.Structure) -> bool:
    x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return bool(rectangle[0] <= x <= rectangle[2] and rectangle[1] <= y <= rectangle[3])


def _part(text: str, box: Rectangle, seen: Rectangle) -> str:
    x0, y0, x1, y1 = box
    if overlap(box, (x0, seen[1], x1, seen[3])) < _BESIDE:
        return ""
    step = (x1 - x0) / max(1, len(text))
    return "".join(c for index, c in enumerate(text) if seen[0] <= x0 + step * (index + 0.5) <= seen[2])
