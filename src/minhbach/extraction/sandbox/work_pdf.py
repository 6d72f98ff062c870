"""The task on PDF files: text pages are laid out here; where there are scans too, layout waits for them."""

from pathlib import Path
from typing import Any

from minhbach.extraction.layout.marks import Page
from minhbach.extraction.layout.marks import to_plain as page_to_plain
from minhbach.extraction.layout.read import lines_of
from minhbach.extraction.pdf.open import open_pdf
from minhbach.extraction.pdf.pages import page_of
from minhbach.extraction.sandbox.wire import Taken, to_plain


def take_pdf(file: Path) -> dict[str, Any]:
    """Take a PDF apart, page by page."""
    document = open_pdf(file.read_bytes())
    count = len(document)
    pages: dict[int, Page | None] = {number: page_of(document, number) for number in range(1, count + 1)}
    read = [page for page in pages.values() if page is not None]
    scans = tuple(number for number, page in pages.items() if page is None)
    if scans:
        return to_plain(Taken("pdf", pages=count, scans=scans, layout=tuple(page_to_plain(page) for page in read)))
    return to_plain(Taken("pdf", lines_of(read), pages=count))
