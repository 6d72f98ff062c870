"""The pages of a file on their way into the copy: looked over once, burnt as often as boxes are added.

Pages that look the same, have the same words and the same boxes are burnt once.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Any

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.redaction.alike import grouped, told_apart, without_page
from minhbach.extraction.redaction.at_once import at_once
from minhbach.extraction.redaction.contracts import (
    Box,
    Page,
    Shape,
    Term,
    Written,
    boxes_to_plain,
    shape_from_plain,
    shape_to_plain,
    words_from_plain,
    words_to_plain,
)
from minhbach.extraction.redaction.sources.gather import Gathered
from minhbach.extraction.redaction.sources.pdf import MAX_PAGES
from minhbach.extraction.redaction.write import Leaf, write_pdf
from minhbach.extraction.sandbox.run import Folder, run

_TOO_MANY = "Tệp có {pages} trang, quá {most} trang nên chưa che được một lần. Hãy tách thành nhiều tệp."


@dataclass(frozen=True, slots=True)
class BurntPage:
    """A page as it goes into the copy. `terms` is what stood in boxes that a person drew."""

    leaf: Leaf
    terms: tuple[Term, ...]
    blank: bool
    sure: float

    @property
    def words(self) -> Sequence[Written]:
        return self.leaf.words

    def of_page(self, number: int) -> "BurntPage":
        """Return what burning gives for another page that looks the same."""
        terms = (term if term.page is None else replace(term, page=number) for term in self.terms)
        return replace(self, terms=tuple(terms))


class Pages:
    """All pages of a file, numbered from 1 as in the copy."""

    def __init__(
        self, gathered: Gathered, stack: ExitStack, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Look all pages over.

        :raises CannotRead: if a source cannot be handled, or there are too many pages.
        """
        self._sources = gathered.sources
        self._folders = [stack.enter_context(Folder(source.data)) for source in gathered.sources]
        self._progress = progress
        self._burnt: dict[int, tuple[tuple[Box, ...], BurntPage]] = {}
        self.pages: list[Page] = []
        self.removed: tuple[str, ...] = tuple(gathered.removed)
        self.notes: tuple[str, ...] = ()
        for index in range(len(self._sources)):
            self._look_over(index)
        self._alike: list[int] = []

    @property
    def shapes(self) -> list[Shape]:
        return [page.shape for page in self.pages]

    @property
    def originals(self) -> list[bytes]:
        """What screening is to look through."""
        return [source.original for source in self._sources if source.original is not None]

    def leave_out(self, numbers: Sequence[int]) -> None:
        """Take pages out of the copy; those after them move up."""
        kept = [number for number in range(1, len(self.pages) + 1) if number not in numbers]
        self._burnt = {new: self._burnt[old] for new, old in enumerate(kept, 1) if old in self._burnt}
        self.pages = [self.pages[number - 1] for number in kept]
        self._alike = [self._alike[number - 1] for number in kept if self._alike]

    def burnt(self, boxes: Sequence[Box]) -> dict[int, BurntPage]:
        """Burn the pages whose boxes changed, two or more at a time, and return all."""
        wanted = {n: tuple(box for box in boxes if box.page == n) for n in range(1, len(self.pages) + 1)}
        changed = [n for n, own in wanted.items() if n not in self._burnt or self._burnt[n][0] != own]
        self._alike = self._alike or told_apart(self.pages, self._draw_to_compare)
        groups = grouped((n, (self._alike[n - 1], without_page(wanted[n]))) for n in changed)

        def burn(number: int) -> BurntPage:
            return self._burn(number, wanted[number])

        done = 0
        for group, page in zip(groups, at_once(burn, [group[0] for group in groups]), strict=True):
            self._burnt |= {number: (wanted[number], page.of_page(number)) for number in group}
            done += len(group)
            # Told in the caller's own thread: whoever listens may write to a database.
            if self._progress:
                self._progress(done, len(changed))
        return {number: self._burnt[number][1] for number in wanted}

    def written(self) -> bytes:
        """Return the copy, of the pages as they were burnt last."""
        return write_pdf([self._burnt[number][1].leaf for number in range(1, len(self.pages) + 1)])

    def picture(self, number: int) -> bytes:
        """Return a PNG of one page as it is, for whoever marks it."""
        page = self.pages[number - 1]
        name = run("redaction_screen", self._folders[page.source], **self._order(page))
        return (self._folders[page.source].path / str(name)).read_bytes()

    def read(self, number: int) -> tuple[tuple[Written, ...], int]:
        """Return the words that can be read on one page, and how far it must be turned for that."""
        page = self.pages[number - 1]
        found = run("redaction_words", self._folders[page.source], **self._order(page))
        return words_from_plain(found["words"]), int(found["turn"])

    def _look_over(self, index: int) -> None:
        source = self._sources[index]
        found: dict[str, Any] = run("redaction_pages", self._folders[index], file_format=source.format)
        for number, page in enumerate(found["pages"], 1):
            words = words_from_plain(page["words"])
            shape, set_here = shape_from_plain(page["shape"]), source.original is not source.data
            self.pages.append(Page(index, number, shape, words, source.may_be_left_out, set_here))
        if len(self.pages) > MAX_PAGES:
            raise CannotRead("too_many_pages", _TOO_MANY.format(pages=len(self.pages), most=MAX_PAGES))
        if source.original is source.data:
            self.removed = tuple(dict.fromkeys((*self.removed, *found["removed"])))
            self.notes = tuple(dict.fromkeys((*self.notes, *found["notes"])))

    def _draw_to_compare(self, source: int, pages: Sequence[Page]) -> list[str]:
        numbers = [[page.number, shape_to_plain(page.shape)] for page in pages]
        file_format = self._sources[source].format
        return list(run("redaction_looks", self._folders[source], file_format=file_format, pages=numbers))

    def _order(self, page: Page) -> dict[str, Any]:
        shape = shape_to_plain(page.shape)
        return {"file_format": self._sources[page.source].format, "page": page.number, "shape": shape}

    def _burn(self, number: int, boxes: Sequence[Box]) -> BurntPage:
        page = self.pages[number - 1]
        folder = self._folders[page.source]
        words = words_to_plain(page.words)
        found = run("redaction_burn", folder, **self._order(page), boxes=boxes_to_plain(boxes), words=words)
        picture = (folder.path / found["picture"]).read_bytes()
        size = (int(found["size"][0]), int(found["size"][1]))
        leaf = Leaf(page.shape, size, found["entries"], picture, words_from_plain(found["words"]), found["turn"])
        return BurntPage(leaf, tuple(Term(*term) for term in found["terms"]), found["blank"], found["sure"])
