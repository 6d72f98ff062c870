"""The tasks on scanned pages."""

import base64
from pathlib import Path
from typing import Any

from minhbach.extraction.layout.marks import to_plain
from minhbach.extraction.scan.picture import count_pages, image_page, pdf_page
from minhbach.extraction.scan.read import DPI, read_page
from minhbach.extraction.scan.shown import page_shown
from minhbach.extraction.scan.tesseract import program


def count_images(file: Path) -> int:
    """Return how many pages an image file holds."""
    return count_pages(file.read_bytes())


def take_scan(file: Path, *, file_format: str, page: int) -> dict[str, Any]:
    """Read one page (from 1) from its image."""
    program()  # A missing recogniser is said before any work is done.
    data = file.read_bytes()
    picture = pdf_page(data, page, DPI) if file_format == "pdf" else image_page(data, page, DPI)
    found, problems, marks = read_page(picture, page)
    return {
        "page": to_plain(found),
        "problems": [[p.code, p.message, p.line, p.page] for p in problems],
        "marks": marks,
    }


def take_picture(file: Path, *, file_format: str, page: int, enlarged: int, turn: int, lit: list[float] | None) -> str:
    """Return one page as a JPEG in base 64, for a person to look at."""
    box = None if lit is None else (lit[0], lit[1], lit[2], lit[3])
    shown = page_shown(file.read_bytes(), file_format, page, enlarged=enlarged, turn=turn, lit=box)
    return base64.b64encode(shown).decode()
