"""Numbers and days that are written by hand into a printed head: recognisers read them wrongly without saying so.

What stands between "Số:" and "/", between "ngày" and "tháng", and between "tháng" and "năm" is kept only where it is
surely printed, or where a second reading of that place alone agrees. Otherwise the place is left open, as in a form.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from minhbach.extraction.layout.marks import Word

_LABEL = re.compile(r"^[Ss][ốôóòỗổồoéêỏ][:.;]?$")
_LABEL_AND_MORE = re.compile(r"^([Ss][ốôóòỗổồoéêỏ][:.;])(\S+)$")
_SURE = 0.85
_CONFIRMED = 0.9
_DAY = re.compile(r"^\d{1,2}$")
_NUMBER = re.compile(r"^\d{1,5}[a-zA-Zđ]?$")
_TOP = 0.55  # of the page's height: the head is above
_MOST_WORDS = 4

Confirm = Callable[[Sequence[Word]], str]


def with_open_places(words: Sequence[Word], height: float, confirm: Confirm) -> tuple[list[Word], bool]:
    """Return the words of a first page without doubtful numbers and days, and whether any were left out.

    :param confirm: reads the place of some words again, by itself, and returns what it found there.
    """
    kept = _split_labels(words)
    doubtful = False
    for start, end in (("ngày", "tháng"), ("tháng", "năm")):
        kept, left_out = _check_date_part(kept, start, end, height, confirm)
        doubtful |= left_out
    kept, left_out = _check_number(kept, height, confirm)
    return kept, doubtful or left_out


def _split_labels(words: Sequence[Word]) -> list[Word]:
    """Part "Số:12/KH" and "ngày15" after the printed word, so that what is filled in stands by itself."""
    parted: list[Word] = []
    for word in words:
        label = _LABEL_AND_MORE.match(word.text)
        if label:
            parted += _cut(word, len(label[1]))
        elif word.text.startswith("ngày") and len(word.text) > 4:
            parted += _cut(word, 4)
        elif word.text.endswith("tháng") and len(word.text) > 5:
            parted += _cut(word, len(word.text) - 5)
        else:
            parted.append(word)
    return parted


def _cut(word: Word, at: int) -> list[Word]:
    x = word.x0 + (word.x1 - word.x0) * at / len(word.text)
    return [replace(word, text=word.text[:at], x1=x), replace(word, text=word.text[at:], x0=x)]


def _check_date_part(
    words: list[Word], start: str, end: str, height: float, confirm: Confirm
) -> tuple[list[Word], bool]:
    for first in (w for w in words if w.text.lower() == start and w.y0 > (1 - _TOP) * height):
        row = _right_of(words, first)
        stop = next((index for index, w in enumerate(row) if w.text.lower() == end), None)
        if stop is not None and stop <= _MOST_WORDS:
            return _settled(words, row[:stop], _DAY, confirm)
    return words, False


def _check_number(words: list[Word], height: float, confirm: Confirm) -> tuple[list[Word], bool]:
    label = next((w for w in words if _LABEL.match(w.text) and w.y0 > (1 - _TOP) * height), None)
    if label is None:
        return words, False
    row = _right_of(words, label)[: _MOST_WORDS + 1]
    words = [replace(w, text="Số:") if w is label else w for w in words]
    at = next((index for index, w in enumerate(row) if "/" in w.text), None)
    if at is None or at > _MOST_WORDS:
        return words, False
    slash = row[at].text.index("/")
    if slash:
        return _check_joined_number(words, row[:at], row[at], slash, confirm)
    return _settled(words, row[:at], _NUMBER, confirm) if at else (words, False)


def _check_joined_number(
    words: list[Word], before: list[Word], whole: Word, slash: int, confirm: Confirm
) -> tuple[list[Word], bool]:
    """Check a number that is one word with its symbol; where it stays, the word stays whole."""
    number, symbol = _cut(whole, slash)
    parted = [part for w in words for part in ((number, symbol) if w is whole else (w,))]
    # The number is read again with its symbol: cut off at the slash, a recogniser sees the slash as a digit.
    kept, left_open = _settled(parted, [*before, number], _NUMBER, lambda _: confirm([*before, whole]).split("/")[0])
    if left_open:
        return kept, True
    sure = max(whole.confidence or 0.0, _CONFIRMED)
    return [replace(w, confidence=sure) if w is whole else w for w in words], False


def _right_of(words: Sequence[Word], first: Word) -> list[Word]:
    """Return the words right of one, on its row, until a wide gap."""
    reach = 0.5 * max(first.y1 - first.y0, first.size)
    row = sorted(
        (w for w in words if w.x0 >= first.x1 - 1 and abs(w.middle - first.middle) < reach), key=lambda w: w.x0
    )
    for index, word in enumerate(row):
        if word.x0 - (row[index - 1].x1 if index else first.x1) > 6 * max(first.size, 8):
            return row[:index]
    return row


def _settled(
    words: list[Word], place: Sequence[Word], form: re.Pattern[str], confirm: Confirm
) -> tuple[list[Word], bool]:
    """Keep what stands in a place where it is sure or confirmed; else take it out and say so."""
    text = "".join(w.text for w in place).replace("_", "").strip(".")
    if not text:
        return words, False
    sure = min((w.confidence or 0.0) for w in place)
    if form.match(text) and (sure >= _SURE or confirm(place) == text):
        return [replace(w, confidence=max(w.confidence or 0.0, _CONFIRMED)) if w in place else w for w in words], False
    return [w for w in words if w not in place], True
