"""What whoever marks a file needs: pages as pictures, and lines by number for those who mark without a mouse."""

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from minhbach.extraction.extract import file_bytes
from minhbach.extraction.redaction.contracts import Box, MarkablePage, PageLine, Shape
from minhbach.extraction.redaction.lines import lines_of
from minhbach.extraction.redaction.pages import Pages
from minhbach.extraction.redaction.sources.gather import gather

_AROUND = 1.0  # points


def markable_pages(file: "bytes | Path", numbers: Iterable[int] | None = None) -> tuple[int, list[MarkablePage]]:
    """Return how many pages a file has as its copy will have them, and those that are asked for, or all.

    The pages of one file are always the same, so that boxes drawn on them fit when they are applied.

    :raises CannotRead: if the file cannot be handled; its `message` is for people, in Vietnamese.
    """
    with ExitStack() as stack:
        pages = Pages(gather(file if isinstance(file, bytes) else file_bytes(file)), stack)
        count = len(pages.shapes)
        wanted = range(1, count + 1) if numbers is None else [n for n in numbers if 1 <= n <= count]
        return count, [_page(pages, number) for number in wanted]


def boxes_of_lines(
    page: int, lines: Iterable[PageLine], ground: str = "", *, first: int = 1, last: int | None = None
) -> list[Box]:
    """Return the boxes over the lines of a page from `first` to `last`, both with."""
    chosen = [line for line in lines if first <= line.number and (last is None or line.number <= last)]
    return [
        Box(page, line.box[0] - _AROUND, line.box[1] - _AROUND, line.box[2] + _AROUND, line.box[3] + _AROUND, ground)
        for line in chosen
    ]


def box_of_page(page: int, shape: Shape, ground: str = "") -> Box:
    """Return the box over all of a page that is shown."""
    return Box(page, *shape.crop, ground)


def _page(pages: Pages, number: int) -> MarkablePage:
    words, turn = pages.pages[number - 1].words, 0
    if not words:
        words, turn = pages.read(number)
    shape = pages.shapes[number - 1]
    return MarkablePage(number, shape, pages.picture(number), lines_of(words, shape, turn))
