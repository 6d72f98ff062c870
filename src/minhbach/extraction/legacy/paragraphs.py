"""Paragraphs typed for TCVN3 and VNI fonts in Unicode, by their looks: of files that tell fonts far from the words.

Before they become lines: TCVN3 writes "ư" as a soft hyphen, which no line keeps.
"""

from collections.abc import Iterator, Sequence

from minhbach.extraction.layout.flow import Item, Paragraph
from minhbach.extraction.legacy.looks import mended, typed_as


def in_unicode(items: Sequence[Item]) -> Sequence[Item]:
    """Return the items of one file, changed where they were typed for old fonts."""
    typed = typed_as(paragraph.text for paragraph in _paragraphs(items))
    if typed is not None:
        for paragraph in _paragraphs(items):
            paragraph.text = mended(paragraph.text, typed)
    return items


def _paragraphs(items: Sequence[Item]) -> Iterator[Paragraph]:
    """Yield the paragraphs, those in tables too. Without recursion: tables may stand deep in tables."""
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        if isinstance(item, Paragraph):
            yield item
        else:
            waiting += [
                inner for row in reversed(item.rows) for cell in reversed(row) for inner in reversed(cell.items)
            ]
