"""Every page of a PDF as words and rules, or as a scan that must be read from its image."""

import re
from collections.abc import Sequence

import pypdfium2 as pdfium

from minhbach.extraction.layout.marks import Page, Word
from minhbach.extraction.pdf.drawn import draws_much, image_share, rules_of, shown_text_share
from minhbach.extraction.pdf.stamps import words_laid_over
from minhbach.extraction.pdf.words import words_of

_COVERED = 0.55  # of the page by one image: then the image is the page
_FEW_LETTERS = 200  # a stamp has fewer, a page of text more
_LEGACY = re.compile(r"[a-zA-Z][©®µ¸¶·¹ª¬«¨¾¼½Æ][a-z\s]|[µ¸¶·¹ª¬©®¨]{2}")
_LETTER = re.compile(r"[^\W\d_]")
_MOSTLY = 0.7


def page_of(document: pdfium.PdfDocument, number: int) -> Page | None:
    """Return one page (from 1), or None where it must be read from its image."""
    page = document[number - 1]
    try:
        words, view = words_of(page)
        if _is_scan(page, words):
            return None
        rules = rules_of(page, view)
    finally:
        page.close()
    words += words_laid_over(document, number - 1, words, view)
    width, height = view.size
    return Page(number, width, height, tuple(words), rules)


def _is_scan(page: pdfium.PdfPage, words: Sequence[Word]) -> bool:
    """Say whether the text that a page carries is not the text that it shows."""
    text = " ".join(word.text for word in words)
    letters = len(_LETTER.findall(text))
    if image_share(page) >= _COVERED:
        # The layer of a scanner is not what a reader sees, and a stamp's few words are never the page.
        return letters < _FEW_LETTERS or shown_text_share(page, _COVERED) < _MOSTLY
    if letters == 0:
        return draws_much(page)
    return _is_unreadable(text, letters)


def _is_unreadable(text: str, letters: int) -> bool:
    """Say whether a text has lost its letters: fonts without a Unicode table, or an old one-byte Vietnamese font."""
    strange = sum(1 for c in text if "\ue000" <= c <= "\uf8ff" or c == "\ufffd" or c < " ")
    if strange * 5 > len(text):
        return True
    return letters > _FEW_LETTERS and len(_LEGACY.findall(text)) * 25 > letters
