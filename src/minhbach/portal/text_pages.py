"""A text cut into pages that a slow telephone loads at once, with the words that somebody looked for marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from minhbach.domain.search.highlights import Highlighter
from minhbach.domain.search.questions import read_question, terms_of
from minhbach.domain.text import nfc
from minhbach.lawbook.short_forms import short_forms

PAGE = 4_000
"""Characters of a page: some two printed pages, 12 KB at most."""
MARKED = 50
"""Pages in which words are looked for; in a book the search itself leads to the right place."""


@dataclass(frozen=True, slots=True)
class TextPage:
    """One page of a text. `html` is escaped; `found_on` are the pages that have a word of the question."""

    html: SafeString
    number: int
    count: int
    found_on: tuple[int, ...] = ()

    @property
    def before(self) -> int:
        """Return the number of the page before."""
        return self.number - 1

    @property
    def after(self) -> int:
        """Return the number of the page after."""
        return self.number + 1


def page_of_text(text: str, *, number: int, words: str = "") -> TextPage | None:
    """Return a page, the nearest one where there is none of this number; None of an empty text."""
    pages = list(cut(nfc(text).strip()))
    if not pages:
        return None
    number = min(max(number, 1), len(pages))
    marker = _marker(words)
    if marker is None:
        return TextPage(escape(pages[number - 1]), number, len(pages))
    found_on = tuple(at for at, page in enumerate(pages[:MARKED], start=1) if "<mark>" in marker.marked(page))
    # The highlighter escapes what it does not mark.
    return TextPage(mark_safe(marker.marked(pages[number - 1])), number, len(pages), found_on)  # noqa: S308


def cut(text: str) -> Iterator[str]:
    """Yield the pages: whole lines as far as they fit, a longer line cut at a space."""
    held: list[str] = []
    size = 0
    for line in _lines(text):
        if held and size + len(line) > PAGE:
            yield "\n".join(held)
            held, size = [], 0
        held.append(line)
        size += len(line) + 1
    if held:
        yield "\n".join(held)


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        while len(line) > PAGE:
            at = line.rfind(" ", 1, PAGE)
            at = at if at > 0 else PAGE
            yield line[:at]
            line = line[at:].lstrip()
        yield line


def _marker(words: str) -> Highlighter | None:
    reading = read_question(words, short_forms())
    return Highlighter(terms_of(reading.words), short_forms()) if reading.words else None
