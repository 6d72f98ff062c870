"""The same texts as people and machines spell them: decomposed, without marks, in capitals, broken by the page."""

import unicodedata
from collections.abc import Callable

import pytest

from minhbach.domain.text import fold
from minhbach.extraction.tests.screening.marked import Score, Span, documents, parsed, sentences


def texts() -> list[tuple[str, list[Span]]]:
    return [parsed(marked) for marked in (*sentences(), *(path.read_text(encoding="utf-8") for path in documents()))]


def without_marks(text: str) -> str:
    return "".join(fold(c).upper() if c.isupper() else fold(c) for c in text)


def in_capitals(text: str) -> str:
    loud = text.upper()
    return loud if len(loud) == len(text) else text


def broken_by_the_page(text: str) -> str:
    """Put line ends for spaces, as a page of 45 characters does; tables stay."""
    if "|" in text or "\t" in text:
        return text
    signs, column = list(text), 0
    for at, sign in enumerate(signs):
        column = 0 if sign == "\n" else column + 1
        if sign == " " and column > 45:
            signs[at], column = "\n", 0
    return "".join(signs)


@pytest.mark.parametrize(
    ("spelling", "recall", "precision"),
    [
        (lambda text: unicodedata.normalize("NFD", text), 1.0, 1.0),
        (lambda text: text.replace(" ", "\u00a0"), 1.0, 1.0),
        (without_marks, 0.98, 0.95),
        (in_capitals, 0.96, 0.95),
        (lambda text: without_marks(text).lower(), 0.80, 0.90),
        (broken_by_the_page, 0.98, 0.98),
    ],
    ids=["decomposed", "hard spaces", "without marks", "in capitals", "in small letters without marks", "broken"],
)
def test_a_spelling_hides_little(spelling: Callable[[str], str], recall: float, precision: float) -> None:
    score = Score()
    for text, spans in texts():
        score.add(spelling(text), spans)
    assert score.recall >= recall, score.notes
    assert score.precision >= precision, score.notes


def test_windows_line_ends_and_a_byte_order_mark_move_nothing() -> None:
    score = Score()
    for text, spans in texts():
        score.add("\ufeff" + text.replace("\n", "\r\n"), spans)
    assert score.notes == []
