"""Rubber stamps: degrees of secrecy and of urgency, which are read apart from the page.

Those in red or blue are told by their colour, also over text; those in black, or scanned in grey, are among what the
page leaves over once its words were read, since a recogniser of level rows reads nothing that is set askew.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from PIL import Image, ImageChops, ImageDraw, ImageOps

from minhbach.domain.text import fold
from minhbach.extraction.scan.tesseract import Read, read_words

_MARKS = (
    ("secrecy", "Tuyệt mật"),
    ("secrecy", "Tối mật"),
    ("secrecy", "Mật"),
    ("urgency", "Hỏa tốc"),
    ("urgency", "Thượng khẩn"),
    ("urgency", "Khẩn"),
)
_COLOURED = 40  # of 255: red over the other two colours, or blue over them
_INK = 140  # of 255: darker is ink
_SURELY_READ = 0.7
_PIECE = 2  # letters: so few a word are one that is set wide
_CELL = 12  # pixels of the page that become one cell when stamps are sought
_CELL_SHARE = 18  # of 255: so much of a cell must be red
_LEAST_CELLS, _MOST_CELLS = 6, 2500
_ROUND = 1.45  # length to breadth: a seal is rounder, a stamp of words longer
_MOST_STAMPS = 5
_MARGIN = 14
_ALIKE = 0.74
_ONE_BLOCK = 6  # tesseract's layout
_MOST_FRAMES = 3

Cells = set[tuple[int, int]]


def stamped_marks(image: Image.Image, dpi: float) -> dict[str, str]:
    """Return what coloured stamps on a page say: "secrecy" and "urgency", in the words of the law."""
    if image.mode != "RGB":
        return {}
    red, green, blue = image.split()
    inks = (
        ImageChops.subtract(red, ImageChops.lighter(green, blue)),
        ImageChops.subtract(blue, ImageChops.lighter(red, green)),
    )
    found: dict[str, str] = {}
    for ink in inks:
        for kind, name in _marks_on(ink.point([255 if v > _COLOURED else 0 for v in range(256)]), dpi):
            found.setdefault(kind, name)
    return found


def unread_marks(ink: Image.Image, words: Sequence[Read], dpi: float) -> dict[str, str]:
    """Return the same for what is left of a page once its words were read, in pixels of the page."""
    rest = ink.point([255 if v < _INK else 0 for v in range(256)])
    draw = ImageDraw.Draw(rest)
    for word in words:
        if word.sure >= _SURELY_READ and len(word.text) > 1:
            draw.rectangle((word.x0 - 2, word.y0 - 2, word.x1 + 2, word.y1 + 2), fill=0)
    found: dict[str, str] = {}
    for kind, name in _marks_on(rest, dpi):
        found.setdefault(kind, name)
    return found


def _marks_on(dark: Image.Image, dpi: float) -> Iterator[tuple[str, str]]:
    """Yield what stamps say, the largest first; what is stamped is white on black here."""
    for cells in sorted(_clusters(dark), key=len, reverse=True)[:_MOST_STAMPS]:
        mark = _mark_in(_turned(ImageChops.invert(dark), cells), dpi)
        if mark is not None:
            yield mark


def _clusters(dark: Image.Image) -> Iterator[Cells]:
    """Yield the groups of inked cells that hang together and are longer than broad."""
    if dark.width < _CELL or dark.height < _CELL:
        return
    small = dark.reduce(_CELL)
    width, shares = small.width, small.tobytes()
    left = {(i % width, i // width) for i, share in enumerate(shares) if share >= _CELL_SHARE}
    while left:
        waiting = [left.pop()]
        cells = set(waiting)
        while waiting:
            x, y = waiting.pop()
            near = {(x + dx, y + dy) for dx in (-2, -1, 0, 1, 2) for dy in (-2, -1, 0, 1, 2)} & left
            left -= near
            cells |= near
            waiting += near
        if _LEAST_CELLS <= len(cells) <= _MOST_CELLS and _slant(cells)[1] >= _ROUND:
            yield cells


def _slant(cells: Cells) -> tuple[float, float]:
    """Return the angle in degrees at which a group lies, downwards to the right, and its length to breadth."""
    count = len(cells)
    mx, my = sum(x for x, _ in cells) / count, sum(y for _, y in cells) / count
    xx = sum((x - mx) ** 2 for x, _ in cells) / count + 0.08
    yy = sum((y - my) ** 2 for _, y in cells) / count + 0.08
    xy = sum((x - mx) * (y - my) for x, y in cells) / count
    spread = math.hypot(xx - yy, 2 * xy)
    longer, shorter = (xx + yy + spread) / 2, max((xx + yy - spread) / 2, 1e-6)
    return math.degrees(0.5 * math.atan2(2 * xy, xx - yy)), math.sqrt(longer / shorter)


def _turned(page: Image.Image, cells: Cells) -> Image.Image:
    """Return the stamp upright, cut out of the page."""
    x0, x1 = min(x for x, _ in cells) * _CELL, (max(x for x, _ in cells) + 1) * _CELL
    y0, y1 = min(y for _, y in cells) * _CELL, (max(y for _, y in cells) + 1) * _CELL
    crop = page.crop((max(0, x0 - _MARGIN), max(0, y0 - _MARGIN), x1 + _MARGIN, y1 + _MARGIN))
    angle = _slant(cells)[0]
    return crop if abs(angle) < 2 else crop.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def _mark_in(stamp: Image.Image, dpi: float) -> tuple[str, str] | None:
    return _likest(word.text for word in read_words(_without_frame(stamp), dpi, layout=_ONE_BLOCK))


def _without_frame(stamp: Image.Image) -> Image.Image:
    """Return a stamp cut down to its words: the line around them is what reaches furthest out."""
    inked = stamp.point([0 if v < 128 else 255 for v in range(256)])
    for _ in range(_MOST_FRAMES):
        box = ImageChops.invert(inked).getbbox()
        if box is None or not _is_framed(inked, box):
            break
        ImageDraw.floodfill(inked, _leftmost(inked, box), 255)
    box = ImageChops.invert(inked).getbbox()
    return ImageOps.expand(inked.crop(box), _MARGIN, 255) if box else inked


def _leftmost(inked: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int]:
    column = inked.crop((box[0], box[1], box[0] + 1, box[3])).tobytes()
    return box[0], box[1] + column.index(0)


def _is_framed(inked: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Say whether what starts furthest left reaches to the right end too: a frame does, a letter does not."""
    filled = inked.copy()
    ImageDraw.floodfill(filled, _leftmost(inked, box), 255)
    left = ImageChops.invert(filled).getbbox()
    return left is not None and left[2] < box[2] - 1


def _likest(words: Iterable[str]) -> tuple[str, str] | None:
    """Return the mark that the words spell; short ones must be spelled right, for a seal has letters too."""
    texts = [letters for word in words if (letters := "".join(c for c in fold(word) if c.isalpha()))]
    runs = [a + b for a, b in zip(texts, texts[1:], strict=False)] + texts + _set_wide(texts)
    for kind, name in _MARKS:
        letters = fold(name).replace(" ", "")
        for run in runs:
            if run == letters or (len(letters) > 5 and SequenceMatcher(None, run, letters).ratio() >= _ALIKE):
                return kind, name
    return None


def _set_wide(texts: Sequence[str]) -> list[str]:
    """Return words whose letters stand apart, as "T Ố I  M Ậ T": runs of pieces of a letter or two, joined."""
    joined = "".join(text if len(text) <= _PIECE else " " for text in texts)
    return [run for run in joined.split() if len(run) > _PIECE]
