"""What was meant where a word was mistyped, and the question with its marks; nothing that the asker may not see."""

from collections.abc import Collection, Sequence

from minhbach.domain.search.letters import BREAK, has_marks, in_letters
from minhbach.domain.search.marks import with_marks
from minhbach.domain.search.questions import Reading, word_term
from minhbach.domain.search.typos import likeliest
from minhbach.domain.search.words import without_breaks
from minhbach.foundation.search.frequencies import Frequencies
from minhbach.foundation.search.looking import View

_SHORTEST = 3
"""Letters of a word that is corrected; of shorter ones, too many are one slip away."""


def corrected(
    words: Sequence[bytes], *, view: View, frequencies: Frequencies, sure: Collection[bytes] = ()
) -> tuple[bytes, ...]:
    """Return the words, with those that nothing visible has replaced by what was likely meant.

    :param view: what the asker may see, without filters: a word that stands only in what is hidden counts as unknown.
    :param sure: words that were meant as they stand, though no document has them: what people say.
    """
    known = frequencies.of(word_term(word).lexeme for word in words)
    result = list(words)
    for place, word in enumerate(words):
        if word in sure or len(word) < _SHORTEST or not word.isalpha() and word.isascii() or word == BREAK:
            continue
        lexeme = word_term(word).lexeme
        if lexeme in known or view.has(lexeme):
            continue
        before = result[place - 1] if place and result[place - 1] != BREAK else None
        after = words[place + 1] if place + 1 < len(words) and words[place + 1] != BREAK else None
        vocabulary = frequencies.marked_words if has_marks(word) else frequencies.bare_words
        meant = likeliest(word, before, after, words=vocabulary, frequencies=frequencies.of)
        if meant and view.has(word_term(meant).lexeme):
            result[place] = meant
    return tuple(result)


def question_with_marks(reading: Reading, *, view: View, frequencies: Frequencies) -> str:
    """Return an unmarked question with its marks, "" if it has marks or if nothing visible has all the marked words."""
    words = list(without_breaks(reading.words))
    if not words or any(has_marks(word) for word in words):
        return ""
    marked = with_marks(words, frequencies.readings, frequencies.of)
    changed = [word_term(word).lexeme for word in marked if has_marks(word)]
    if not changed or not view.has(*changed):
        return ""
    return as_typed(marked)


def as_typed(words: Sequence[bytes]) -> str:
    """Return words as somebody would type them."""
    return " ".join(in_letters(word) for word in without_breaks(words))
