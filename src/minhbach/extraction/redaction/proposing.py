"""What may be marked in a file, and what a machine proposes to: pages, their lines, where personal data may stand."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.extract import file_bytes
from minhbach.extraction.redaction.at_once import at_once
from minhbach.extraction.redaction.contracts import PageLine, Rectangle, Shape, Term, Written
from minhbach.extraction.redaction.lines import around, lines_of, rows
from minhbach.extraction.redaction.locate import pieces_of, places_of
from minhbach.extraction.redaction.pages import Pages
from minhbach.extraction.redaction.sources.gather import gather
from minhbach.extraction.redaction.space import overlap
from minhbach.extraction.screening.contracts import Finding
from minhbach.extraction.screening.files import screen_bytes, screening_of

Progress = Callable[[int, int], None]
_COVERED = 0.8
_NO_PAGE = "Tệp không có trang này."
_ROUND = 1.0  # points around the letters, so that no stroke of them stays


@dataclass(frozen=True, slots=True)
class Proposal:
    """Personal data that may stand on a page (from 1): its boxes, one a line, in the units of the page."""

    page: int
    boxes: tuple[Rectangle, ...]
    label: str
    text: str
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class LinedPage:
    """A page as whoever marks it by numbers of lines sees it."""

    number: int
    shape: Shape
    lines: tuple[PageLine, ...]


@dataclass(frozen=True, slots=True)
class Markable:
    """All that may be marked. `left_out` is what no copy of the file will have, as sentences."""

    format: str
    pages: tuple[LinedPage, ...]
    proposals: tuple[Proposal, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of one page in lines."""

    number: int
    shape: Shape
    turn: int
    lines: list[list[Written]]


def propose(file: "bytes | Path", *, progress: Progress | None = None) -> Markable:
    """Read every page of a file and say what may have to go. Of a scan, each page is recognised: seconds a page.

    :raises CannotRead: if the file cannot be handled; its `message` is for people, in Vietnamese.
    """
    with ExitStack() as stack:
        gathered = gather(file if isinstance(file, bytes) else file_bytes(file))
        pages = Pages(gathered, stack)
        read = list(_read(pages, progress))
        proposals = list(_on_pages(read))
        if all(page.words for page in pages.pages):
            proposals += _of_the_file(pages, read, list(proposals))
        lined = tuple(LinedPage(one.number, one.shape, _lines(one)) for one in read)
        return Markable(gathered.format, lined, tuple(proposals), (*pages.removed, *pages.notes))


def page_picture(file: bytes, number: int) -> bytes:
    """Return a PNG of one page (from 1) as it is, drawn in a process with limits.

    :raises CannotRead: if the file cannot be handled, or has no such page.
    """
    with ExitStack() as stack:
        pages = Pages(gather(file), stack)
        if not 1 <= number <= len(pages.shapes):
            raise CannotRead("no_page", _NO_PAGE)
        return pages.picture(number)


def _read(pages: Pages, progress: Progress | None) -> Iterator[_Read]:
    recognised = at_once(pages.read, [number for number, page in enumerate(pages.pages, 1) if not page.words])
    for number, page in enumerate(pages.pages, 1):
        words, turn = (page.words, 0) if page.words else next(recognised)
        yield _Read(number, page.shape, turn, rows(words, page.shape, turn))
        if progress:
            progress(number, len(pages.pages))


def _lines(page: _Read) -> tuple[PageLine, ...]:
    return lines_of([word for line in page.lines for word in line], page.shape, page.turn)


def _on_pages(read: list[_Read]) -> Iterator[Proposal]:
    """Screen what the pages show, as one text, so that a name on one page explains a number on the next."""
    placed = [(page.number, at, word) for page in read for at, line in enumerate(page.lines) for word in line]
    text, before = [], None
    for number, at, word in placed:
        text.append("" if before is None else " " if before == (number, at) else "\n")
        text.append(word.text)
        before = (number, at)
    starts = list(accumulate((len(piece) for piece in text), initial=0))[1::2]
    for finding in screening_of("".join(text)).findings:
        own = [
            one for one, start in zip(placed, starts, strict=False)
            if start < finding.end and start + len(one[2].text) > finding.start
        ]  # fmt: skip
        for number in dict.fromkeys(number for number, _at, _word in own):
            yield _proposal(finding, number, [(at, word.box) for page, at, word in own if page == number])


def _proposal(finding: Finding, page: int, words: list[tuple[int, Rectangle]]) -> Proposal:
    by_line: dict[int, list[Rectangle]] = {}
    for at, box in words:
        by_line.setdefault(at, []).append(box)
    boxes = tuple(_wider(around(line)) for line in by_line.values())
    return Proposal(page, boxes, finding.label, finding.text, finding.why, finding.confidence)


def _of_the_file(pages: Pages, read: list[_Read], known: list[Proposal]) -> Iterator[Proposal]:
    """Yield what screening finds in the words of the file itself, wherever that stands on a page and is new."""
    for finding in _findings(pages.originals):
        term = Term(finding.text, finding.label, finding.page)
        for page in read:
            if finding.page not in (None, page.number):
                continue
            level = [word for line in page.lines for word in line]
            orders = [pages.pages[page.number - 1].words, level]
            places = places_of(term, orders) or (pieces_of(term, orders) if finding.page else [])
            new = [place for place in places if not _is_known(place, page.number, known)]
            for place in new:
                known.append(_placed(finding, page.number, place))
                yield known[-1]


def _placed(finding: Finding, page: int, place: Rectangle) -> Proposal:
    return Proposal(page, (_wider(place),), finding.label, finding.text, finding.why, finding.confidence)


def _findings(originals: list[bytes]) -> Iterator[Finding]:
    for original in originals:
        try:
            yield from screen_bytes(original).screening.findings
        except CannotRead as refusal:
            if refusal.code != "empty":
                raise


def _is_known(place: Rectangle, page: int, known: list[Proposal]) -> bool:
    return any(one.page == page and overlap(place, box) > _COVERED for one in known for box in one.boxes)


def _wider(box: Rectangle) -> Rectangle:
    return box[0] - _ROUND, box[1] - _ROUND, box[2] + _ROUND, box[3] + _ROUND
