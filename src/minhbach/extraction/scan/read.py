"""One scanned page into words and ruled lines: made readable, read, and turned or cleaned where that went badly."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

from minhbach.domain.reading.results import Problem
from minhbach.extraction.contracts import DOUBTFUL_STAMP
from minhbach.extraction.layout.lines import median
from minhbach.extraction.layout.marks import Page, Word
from minhbach.extraction.scan.cells import grids_on, read_tables
from minhbach.extraction.scan.handwriting import with_open_places
from minhbach.extraction.scan.ink import cleaned, ink_of, is_blank, is_grainy, smoothed
from minhbach.extraction.scan.mending import mended
from minhbach.extraction.scan.picture import Picture
from minhbach.extraction.scan.rules import Line, in_points, ruled_lines, without_lines
from minhbach.extraction.scan.second import second_look
from minhbach.extraction.scan.stamp_words import Stamp
from minhbach.extraction.scan.stamps import stamped_marks, unread_marks
from minhbach.extraction.scan.straight import levelled, reads_badly
from minhbach.extraction.scan.tesseract import Read, read_words, turn_of

DPI = 220.0
_POINTS = 72.0
_GOOD = 0.8  # mean certainty of a page that needs no second reading
_POOR = 0.65  # below that a person must look at the whole page
_NOISE = 0.25
_SURE_SIGN = 0.5
_FEW_WORDS = 5
_ONE_ROW = 7  # tesseract's layout
_POOR_PAGE = "Trang này mờ hoặc nhiễu, chữ nhận dạng có thể sai nhiều. Hãy so với ảnh gốc."
_DOUBTFUL = (
    "Trang này có dấu đóng mà máy không đọc chắc, có thể là dấu chỉ độ mật. Hãy xem ảnh gốc: "
    "văn bản có dấu mật thì không được đưa vào hệ thống này."
)
_BY_HAND = "Số hoặc ngày có vẻ viết tay, máy không đọc chắc nên để trống. Hãy nhập theo ảnh gốc."


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one attempt gave. `turn` and `tilt` as in `Page`."""

    ink: Image.Image
    words: list[Read]
    lines: list[Line]
    turn: int = 0
    tilt: float = 0.0

    @property
    def sure(self) -> float:
        """Mean certainty, weighed by length; 0 where nothing was found."""
        weight = sum(len(word.text) for word in self.words)
        return sum(word.sure * len(word.text) for word in self.words) / weight if weight else 0.0

    @property
    def worth(self) -> float:
        """How much was read surely: tells two attempts apart."""
        return sum((word.sure - 0.4) * len(word.text) for word in self.words)


def read_page(picture: Picture, number: int) -> tuple[Page, list[Problem], dict[str, str]]:
    """Return the words and ruled lines of one page, what a person should know about it, and what its stamps say."""
    ink = ink_of(picture.image)
    if is_blank(ink):
        stamps = stamped_marks(picture.image, picture.dpi)
        return Page(number, *picture.size, ocr=True), _doubts(stamps, number), stamps.marks
    reading = _best(smoothed(ink) if is_grainy(ink) else ink, picture.dpi)
    scale = _POINTS / picture.dpi
    width, height = reading.ink.width * scale, reading.ink.height * scale
    words = _words(reading.words, scale, height)
    by_hand = False
    if number == 1:
        words, by_hand = with_open_places(words, height, lambda place: _again(reading.ink, picture.dpi, place))
    words = [word for word in words if not _is_noise(word)]
    problems = [Problem("handwritten", _BY_HAND, page=number)] if by_hand else []
    if words and reading.sure < _POOR:
        problems.append(Problem("poor_scan", _POOR_PAGE, page=number))
    rules = in_points(reading.lines, picture.dpi, reading.ink.height)
    page = Page(number, width, height, tuple(words), rules, ocr=True, turn=reading.turn, tilt=reading.tilt)
    stamps = _stamps_on(picture, reading)
    return page, [*problems, *_doubts(stamps, number)], stamps.marks


def _stamps_on(picture: Picture, reading: _Reading) -> Stamp:
    """Return what stamps say, in colour or among what was not read; the page stands upright by then."""
    turned = picture.image.rotate(-reading.turn, expand=True, fillcolor="white") if reading.turn else picture.image
    return unread_marks(reading.ink, reading.words, picture.dpi).beside(stamped_marks(turned, picture.dpi))


def _doubts(stamps: Stamp, number: int) -> list[Problem]:
    return [Problem(DOUBTFUL_STAMP, _DOUBTFUL, page=number)] if stamps.is_doubtful else []


def _is_noise(word: Word) -> bool:
    """Say whether a word is a speck or a scrawl; a word of several letters stays however unsure it is."""
    letters = sum(c.isalnum() for c in word.text)
    sure = word.confidence or 0.0
    if letters == 0:
        return sure < _SURE_SIGN or not any(c in '-–+;:,.()/%“”"' for c in word.text)
    return letters < 2 and sure < _NOISE


def _best(ink: Image.Image, dpi: float) -> _Reading:
    """Read a page; where that goes badly, turn it upright, then take specks away, and keep the best attempt."""
    best = _attempt(ink, dpi)
    if best.sure >= _GOOD and len(best.words) >= _FEW_WORDS and not _is_on_its_side(best.words):
        return best
    turn = turn_of(ink, dpi)
    if turn:
        turned = _attempt(ink.rotate(-turn, expand=True, fillcolor=255), dpi, turn=turn)
        if turned.worth > best.worth or _is_on_its_side(best.words):
            best = turned
    if best.sure >= _GOOD:
        return best
    upright = ink.rotate(-best.turn, expand=True, fillcolor=255) if best.turn else ink
    return max(best, _attempt(cleaned(upright), dpi, turn=best.turn), key=lambda reading: reading.worth)


def _is_on_its_side(words: Sequence[Read]) -> bool:
    """Say whether long words are taller than wide: tesseract reads columns of turned letters without saying so."""
    long = [word.y1 - word.y0 > word.x1 - word.x0 for word in words if len(word.text) >= 4]
    return 2 * sum(long) > len(long) > 0


def _attempt(ink: Image.Image, dpi: float, *, turn: int = 0) -> _Reading:
    """Read a page once: tables cell by cell, the rest by the layout that tesseract finds.

    :param turn: by how many degrees clockwise the page was turned already.
    """
    level, tilt = levelled(ink)
    lines = ruled_lines(level)
    grids = grids_on(level, lines, dpi)
    if not grids and not reads_badly(tilt):
        # Turning blurs letters a little, so a page without tables is read as it came.
        level, lines, tilt = ink, [], 0.0
    clean = without_lines(level, lines)
    rest, words = read_tables(clean, grids, dpi)
    words = mended(second_look(clean, [*words, *read_words(rest, dpi)], dpi))
    return _Reading(level, words, lines, turn, tilt)


def _again(ink: Image.Image, dpi: float, place: Sequence[Word]) -> str:
    """Read one place by itself, enlarged."""
    scale = dpi / _POINTS
    x0, x1 = min(w.x0 for w in place) * scale - 4, max(w.x1 for w in place) * scale + 4
    y0, y1 = ink.height - max(w.y1 for w in place) * scale - 5, ink.height - min(w.y0 for w in place) * scale + 5
    crop = ink.crop((max(0, round(x0)), max(0, round(y0)), min(ink.width, round(x1)), min(ink.height, round(y1))))
    if min(crop.size) < 4:
        return ""
    bordered = Image.new("L", (crop.width * 2 + 40, crop.height * 2 + 40), 255)
    bordered.paste(crop.resize((crop.width * 2, crop.height * 2), Image.Resampling.LANCZOS), (20, 20))
    found = read_words(bordered, dpi * 2, layout=_ONE_ROW)
    return "".join(word.text for word in found) if all(word.sure >= _POOR for word in found) else ""


def _words(read: Sequence[Read], scale: float, height: float) -> list[Word]:
    heights: dict[tuple[str, ...], list[float]] = {}
    for word in read:
        heights.setdefault(word.line, []).append((word.y1 - word.y0) * scale)
    sizes = {line: max(median(tall), 5.0) for line, tall in heights.items()}
    return [
        Word(w.text, w.x0 * scale, height - w.y1 * scale, w.x1 * scale, height - w.y0 * scale, sizes[w.line],
             confidence=round(w.sure, 3))
        for w in read
    ]  # fmt: skip
