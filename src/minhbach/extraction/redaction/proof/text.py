"""The words of a PDF as pdfminer takes them from its content, in the order of the file, hidden ones too."""

import io
from collections.abc import Iterator
from typing import Any

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTAnno, LTChar, LTContainer, LTPage
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from minhbach.extraction.redaction.contracts import Written

_APART = 0.35  # of the type size: white between two letters of different words


class _Letters(PDFLayoutAnalyzer):
    """Keeps the letters of each page as they come."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.letters: list[LTChar] = []

    def receive_layout(self, ltpage: LTPage) -> None:
        self.letters = list(_letters(ltpage))


def words_by_page(data: bytes) -> list[list[Written]]:
    """Return the words of each page, boxes in the units of the page."""
    manager = PDFResourceManager(caching=False)
    device = _Letters(manager)
    interpreter = PDFPageInterpreter(manager, device)
    found = []
    for page in PDFPage.get_pages(io.BytesIO(data)):
        page.rotate = 0
        interpreter.process_page(page)
        found.append(list(_words(device.letters, page.mediabox)))
    return found


def _letters(container: "LTContainer[Any]") -> Iterator[LTChar]:
    for item in container:
        if isinstance(item, LTChar):
            yield item
        elif isinstance(item, LTContainer) and not isinstance(item, LTAnno):
            yield from _letters(item)


def _words(letters: list[LTChar], media: Any) -> Iterator[Written]:
    word: list[LTChar] = []
    for letter in letters:
        text = letter.get_text()
        if word and (not text.strip() or _is_apart(word[-1], letter)):
            yield _word(word, media)
            word = []
        if text.strip():
            word.append(letter)
    if word:
        yield _word(word, media)


def _is_apart(last: LTChar, letter: LTChar) -> bool:
    """Say whether a letter stands away from the one before it, in whichever direction the text runs."""
    size = max(last.size, letter.size, 1.0)
    across = max(last.x0 - letter.x1, letter.x0 - last.x1)
    upward = max(last.y0 - letter.y1, letter.y0 - last.y1)
    return bool(max(across, upward) > _APART * size)


def _word(letters: list[LTChar], media: Any) -> Written:
    left, bottom = min(media[0], media[2]), min(media[1], media[3])
    return Written(
        "".join(letter.get_text() for letter in letters),
        (
            min(letter.x0 for letter in letters) + left,
            min(letter.y0 for letter in letters) + bottom,
            max(letter.x1 for letter in letters) + left,
            max(letter.y1 for letter in letters) + bottom,
        ),
    )
