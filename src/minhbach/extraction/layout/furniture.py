"""What is on a page for the sake of the page: its number, a running head, the print of a digital signature."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from minhbach.domain.reading.head.marks import secrecy_mark
from minhbach.extraction.layout.lines import Row, rows_of
from minhbach.extraction.layout.marks import Page

_NUMBER = re.compile(r"^[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*[/|]\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:được |digitally )?(?:ký bởi|người ký|signed by)\s*:|^(?:thời gian|ngày|giờ) ký\s*:|^email\s*:\s*\S+@|"
    r"^cơ quan\s*:.*(?:tỉnh|thành phố|bộ|sở|ủy ban|ubnd)|\d{1,2}[:.]\d{2}[:.]\d{2}\s*[+-]\d{2}",
    re.IGNORECASE,
)
_NUMBER_EDGE = 62.0  # points from the top or the bottom: the margin of Decree 30/2020 is 57
_RUNNING_EDGE = 50.0
_LEAST_REPEATS = 3


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Return the pages without page numbers, lines that repeat at the edges, and prints of digital signatures."""
    rows = [rows_of(page.words) for page in pages]
    repeated = _repeated(pages, rows)
    return [
        replace(page, words=tuple(w for row in kept for piece in row for w in piece.words))
        for page, kept in (
            (page, _kept(page, page_rows, repeated)) for page, page_rows in zip(pages, rows, strict=True)
        )
    ]


def _kept(page: Page, rows: Sequence[Row], repeated: set[str]) -> list[Row]:
    last = len(rows) - 1
    kept = []
    for index, row in enumerate(rows):
        text = _text(row)
        outermost = index in (0, 1, last - 1, last)
        is_number = outermost and _is_at_edge(page, row, _NUMBER_EDGE) and _NUMBER.match(text)
        if not is_number and not (_is_at_edge(page, row, _RUNNING_EDGE) and _shape(text) in repeated):
            unsigned = tuple(piece for piece in row if not _SIGNED.search(piece.text))
            if unsigned:
                kept.append(unsigned)
    return kept


def _repeated(pages: Sequence[Page], rows: Sequence[Sequence[Row]]) -> set[str]:
    """Return the shapes of lines that stand at the edge of at least half of the pages, but not only on the first.

    A degree of secrecy is stamped on every page, and is never furniture.
    """
    seen: Counter[str] = Counter()
    for page, page_rows in zip(pages, rows, strict=True):
        edge = [row for row in page_rows if _is_at_edge(page, row, _RUNNING_EDGE)]
        seen.update({_shape(_text(row)) for row in edge if not any(secrecy_mark(piece.text) for piece in row)})
    return {shape for shape, count in seen.items() if count >= max(_LEAST_REPEATS, len(pages) / 2) and len(shape) > 3}


def _text(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def _shape(text: str) -> str:
    """Return a text with its numbers levelled, so that "Trang 3" and "Trang 4" are one."""
    return re.sub(r"\d+", "0", text.casefold())


def _is_at_edge(page: Page, row: Row, edge: float) -> bool:
    middle = sum(word.middle for piece in row for word in piece.words) / sum(len(piece.words) for piece in row)
    return middle < edge or middle > page.height - edge
