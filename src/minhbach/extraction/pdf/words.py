"""The words of a PDF page, put together from its characters."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from minhbach.extraction import limits
from minhbach.extraction.layout.marks import Word
from minhbach.extraction.legacy.fonts import old_font
from minhbach.extraction.legacy.looks import is_beyond, mended_all
from minhbach.extraction.legacy.syllables import is_syllable
from minhbach.extraction.legacy.tables import Encoding, to_unicode
from minhbach.extraction.pdf.upright import Box, Upright, upright
from minhbach.extraction.text.characters import readable

_HYPHENS = frozenset({0x02, 0xFFFE})  # what pdfium gives for a soft hyphen, and for one at the end of a line
_HYPHEN = "\x02"
_AROUND = ".,;:!?()[]“”\"'"
_WIDE_GAP = 0.22  # of the type size: more white than that between two letters parts words
_GUESSED_GAP = 0.1  # the same, where pdfium guessed a space: it sometimes guesses one after every letter
_BASELINE = 0.35
_BOLD = ("bold", "black", "heavy", "demi")
_ANGLE_SAMPLES = 200
_NAME_BYTES = 256


@dataclass(slots=True)
class _Letter:
    text: str
    box: Box
    size: float
    index: int
    after_guess: bool = False  # pdfium put a space or a line end before it that is not in the file


def words_of(page: pdfium.PdfPage) -> tuple[list[Word], Upright]:
    """Return the words of a page in the order of the file, and the view that their boxes are in."""
    text = page.get_textpage()
    try:
        count = min(pdfium_c.FPDFText_CountChars(text), limits.MAX_PAGE_CHARACTERS)
        view = upright(page, _sideways(text, count))
        grouped = list(_grouped(_letters(text, count, view)))
        written = _written(grouped, [_font(text, letters[0].index) for letters in grouped])
        words = [_word(*found, text) for found in zip(grouped, written, strict=True)]
        return _without_doubles(words), view
    finally:
        text.close()


def _sideways(text: pdfium.PdfTextPage, count: int) -> int | None:
    """Return the degrees (0, 90, 180, 270) by which most letters are turned on the page; None where there are none."""
    if not count:
        return None
    step = max(1, count // _ANGLE_SAMPLES)
    turns = Counter(
        -round(math.degrees(pdfium_c.FPDFText_GetCharAngle(text, index)) / 90) * 90 % 360
        for index in range(0, count, step)
        if chr(pdfium_c.FPDFText_GetUnicode(text, index) & 0xFFFF).isalnum()
    )
    turn, votes = turns.most_common(1)[0] if turns else (0, 0)
    # pdfium counts angles clockwise, so text at 270° must be turned 90° clockwise to stand upright.
    return int(turn) if votes * 2 > sum(turns.values()) else 0


def _letters(text: pdfium.PdfTextPage, count: int, view: Upright) -> Iterator[_Letter | None]:
    """Yield the letters of a page; None where the file has a space."""
    loose = pdfium_c.FS_RECTF()
    guessed = False
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(text, index)
        if code in _HYPHENS:
            code = ord(_HYPHEN)
        if pdfium_c.FPDFText_IsGenerated(text, index) == 1 and code not in (ord(_HYPHEN), ord("-")):
            guessed = True
            continue
        if code in (0, 9, 10, 13, 32, 0xA0) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            yield None
            continue
        if not pdfium_c.FPDFText_GetLooseCharBox(text, index, loose):
            continue
        box = view.box(loose.left, loose.bottom, loose.right, loose.top)
        if box[2] <= box[0] or box[3] <= box[1]:
            pdfium_c.FPDFText_GetCharBox(text, index, left, right, bottom, top)
            box = view.box(left.value, bottom.value, right.value, top.value)
        yield _Letter(chr(code), box, box[3] - box[1], index, guessed)
        guessed = False


def _grouped(letters: Iterator[_Letter | None]) -> Iterator[list[_Letter]]:
    """Yield the letters of one word at a time: a space, a gap, or another baseline ends it."""
    word: list[_Letter] = []
    for letter in letters:
        if letter is not None and word and not _goes_on(word[-1], letter):
            yield word
            word = []
        if letter is not None:
            word.append(letter)
        elif word:
            yield word
            word = []
    if word:
        yield word


def _goes_on(last: _Letter, letter: _Letter) -> bool:
    size = max(min(last.size, letter.size), 1.0)
    if abs(last.box[1] - letter.box[1]) > _BASELINE * size and abs(last.box[3] - letter.box[3]) > _BASELINE * size:
        return False
    return -size < letter.box[0] - last.box[2] < (_GUESSED_GAP if letter.after_guess else _WIDE_GAP) * size


def _written(words: Sequence[Sequence[_Letter]], fonts: Sequence[str]) -> list[str]:
    """Return what words say, in Unicode where they are set in a TCVN3 or VNI font, or look as if they were."""
    raw = [_with_soft_hyphens("".join(letter.text for letter in letters)) for letters in words]
    known = [None if is_beyond(word) else old_font(font) for word, font in zip(raw, fonts, strict=True)]
    told = [word if font is None else "" for word, font in zip(raw, known, strict=True)]
    by_looks = _by_looks(told, words)
    return [
        to_unicode(word, font.encoding, capital=font.capital) if font is not None
        else looked if looked != word
        else "".join(letter.text for letter in letters).replace(_HYPHEN, "-")
        for letters, word, font, looked in zip(words, raw, known, by_looks, strict=True)
    ]  # fmt: skip


def _with_soft_hyphens(word: str) -> str:
    """Return a word whose hyphens may be the ư of TCVN3: PDFs draw it as a hyphen. So where that makes a syllable."""
    soft = word.replace(_HYPHEN, "\xad").replace("-", "\xad")
    is_one = len(soft) > 1 and is_syllable(to_unicode(soft, Encoding.TCVN3).strip(_AROUND))
    return soft if is_one else word.replace(_HYPHEN, "\xad")


def _by_looks(told: Sequence[str], words: Sequence[Sequence[_Letter]]) -> list[str]:
    """Return words as their lines show that they were typed; what stands at one height is a line."""
    lines: list[list[str]] = []
    height = math.inf
    for word, letters in zip(told, words, strict=True):
        if not lines or abs(letters[0].box[1] - height) > _BASELINE * letters[0].size:
            lines.append([])
        height = letters[0].box[1]
        lines[-1].append(word)
    mended = mended_all([" ".join(line) for line in lines])
    return [word for line in mended for word in line.split(" ")]


def _word(letters: Sequence[_Letter], written: str, text: pdfium.PdfTextPage) -> Word:
    return Word(
        readable(written).strip(),
        min(letter.box[0] for letter in letters),
        min(letter.box[1] for letter in letters),
        max(letter.box[2] for letter in letters),
        max(letter.box[3] for letter in letters),
        sorted(letter.size for letter in letters)[len(letters) // 2],
        bold=_is_bold(text, letters[0].index),
    )


def _font(text: pdfium.PdfTextPage, index: int) -> str:
    """Return the name of the font in which a letter is set."""
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium_c.FPDFText_GetFontInfo(text, index, name, _NAME_BYTES, flags)
    return name.value.decode("latin-1")


def _is_bold(text: pdfium.PdfTextPage, index: int) -> bool:
    font = _font(text, index).lower()
    return any(word in font for word in _BOLD) or pdfium_c.FPDFText_GetFontWeight(text, index) >= 600


def _without_doubles(words: Sequence[Word]) -> list[Word]:
    """Drop words without text, and those printed twice at one place, as some programs do to look bold."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for word in words:
        key = (word.text, round(word.x0 / 2), round(word.y0 / 2))
        if word.text and key not in seen:
            seen.add(key)
            kept.append(word)
    return kept
