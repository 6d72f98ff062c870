"""What signing software lays over a page: a number or a day is kept, the stamp of a digital signature is not text."""

import re
from collections.abc import Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from minhbach.extraction.layout.marks import Word
from minhbach.extraction.pdf.upright import Box, Upright
from minhbach.extraction.pdf.words import words_of

_STAMP = re.compile(
    r"ký bởi|người ký|ngày ký|giờ ký|thời gian ký|cơ quan:|signed by|digitally|@|"
    r"\d{1,2}:\d{2}:\d{2}|[+-]\d{2}[:']\d{2}",
    re.IGNORECASE,
)
_LONGEST_KEPT = 60
_MOST_OVERLAYS = 500
_SHOWN = frozenset(
    {
        pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT, pdfium_c.FPDF_ANNOT_STAMP,
    }
)  # fmt: skip


def flattened(document: pdfium.PdfDocument, index: int) -> list[Box]:
    """Make what is laid over a page part of it, and return where it stands, in the page's own space."""
    page = document[index]
    try:
        boxes = _overlaid(page)
        if boxes:
            pdfium_c.FPDFPage_Flatten(page, pdfium_c.FLAT_NORMALDISPLAY)
        return boxes
    finally:
        page.close()


def _overlaid(page: pdfium.PdfPage) -> list[Box]:
    """Return the boxes, in the page's own space, of what is laid over it and shows text: fields, stamps, free text."""
    boxes = []
    for index in range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _MOST_OVERLAYS)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
        try:
            box = pdfium_c.FS_RECTF()
            if pdfium_c.FPDFAnnot_GetSubtype(annotation) in _SHOWN and pdfium_c.FPDFAnnot_GetRect(annotation, box):
                boxes.append((box.left, box.bottom, box.right, box.top))
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)
    return boxes


def words_laid_over(document: pdfium.PdfDocument, index: int, known: Sequence[Word], view: Upright) -> list[Word]:
    """Return the short texts (number, day) that stand in overlays and not in the page itself. Changes the page."""
    boxes = [view.box(*box) for box in flattened(document, index)]
    if not boxes:
        return []
    present = {_key(word) for word in known}
    page = document[index]
    fresh = [word for word in words_of(page)[0] if _key(word) not in present]
    page.close()
    kept: list[Word] = []
    for box in boxes:
        inside = [word for word in fresh if _within(word, box)]
        if inside and not _is_stamp(inside):
            kept += (word for word in inside if word not in kept)
    return kept


def stamp_boxes(document: pdfium.PdfDocument, index: int) -> list[Box]:
    """Return where signing software shows a stamp, a seal or a drawn signature, in the page's space. Changes the page.

    A typed number or day is none of these.
    """
    boxes = flattened(document, index)
    if not boxes:
        return []
    page = document[index]
    words, view = words_of(page)
    page.close()
    held = [(box, [word for word in words if _within(word, view.box(*box))]) for box in boxes]
    return [box for box, inside in held if not inside or _is_stamp(inside)]


def remove_overlays(document: pdfium.PdfDocument, index: int, boxes: Sequence[Box]) -> None:
    """Take the form fields that stand in these boxes off a page; what people typed over the page stays."""
    page = document[index]
    for number in reversed(range(min(pdfium_c.FPDFPage_GetAnnotCount(page), _MOST_OVERLAYS))):
        annotation = pdfium_c.FPDFPage_GetAnnot(page, number)
        box = pdfium_c.FS_RECTF()
        is_field = pdfium_c.FPDFAnnot_GetSubtype(annotation) == pdfium_c.FPDF_ANNOT_WIDGET
        found = is_field and pdfium_c.FPDFAnnot_GetRect(annotation, box)
        pdfium_c.FPDFPage_CloseAnnot(annotation)
        if found and (box.left, box.bottom, box.right, box.top) in boxes:
            pdfium_c.FPDFPage_RemoveAnnot(page, number)
    page.close()


def _is_stamp(words: Sequence[Word]) -> bool:
    """Say whether words are what a digital signature prints: who signed, and when to the second."""
    text = " ".join(word.text for word in words)
    return len(text) > _LONGEST_KEPT or bool(_STAMP.search(text))


def _key(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.x0), round(word.y0)


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.middle
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1
