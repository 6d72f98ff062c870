"""Shows where a text has what was asked for: safe HTML, escaped first, with the words in `<mark>`."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from itertools import accumulate, islice

from minhbach.domain.search.letters import without_marks
from minhbach.domain.search.questions import FUNCTION_WORDS, Term
from minhbach.domain.search.words import ShortForms, words_of
from minhbach.domain.text import nfc

_WORD = re.compile(r"\w+")
_WORD_KEPT = re.compile(r"(\w+)")
SNIPPET = 240
"""Characters of the stretch that is shown."""
_LOOKED_AT = 30_000


class Highlighter:
    """Marks the words of one question in texts; remembers which written words are among them."""

    def __init__(self, terms: Sequence[Term], short_forms: ShortForms) -> None:
        self._asked = _Asked(terms, short_forms).__getitem__

    def marked(self, text: str) -> str:
        """Return the whole text, escaped, with the words of the question marked."""
        return _mark(nfc(text), self._asked)

    def snippet(self, text: str) -> str:
        """Return the stretch of a text that has most different words of the question, escaped, these words marked.

        It begins and ends at white space; “…” stands where it is cut. The beginning of the text if nothing is found.
        """
        text = nfc(text)
        hits = self._hits(text[:_LOOKED_AT])
        start = _best_start(hits) if hits else 0
        begin = 0 if start < 40 else text.rfind(" ", 0, start - 30) + 1
        limit = begin + SNIPPET
        end = len(text) if limit >= len(text) else max(text.rfind(" ", begin, limit), begin + SNIPPET // 2)
        shown = _mark(" ".join(text[begin:end].split()), self._asked)
        return ("… " if begin else "") + shown + (" …" if end < len(text) else "")

    def _hits(self, text: str) -> list[tuple[int, bytes]]:
        # Words and what is between them take turns; their lengths tell where each begins.
        pieces = _WORD_KEPT.split(text)
        starts = accumulate(map(len, pieces))
        asked = map(self._asked, pieces[1::2])
        return [(start, word) for start, word in zip(islice(starts, 0, None, 2), asked, strict=False) if word]


class _Asked(dict[str, bytes]):
    """Which word of the question a written word is, b"" if none; worked out once for each."""

    def __init__(self, terms: Sequence[Term], short_forms: ShortForms) -> None:
        super().__init__()
        self._short_forms = short_forms
        self._exact = _telling(term for term in terms if not term.bare)
        self._bare = _telling(term for term in terms if term.bare)

    def __missing__(self, written: str) -> bytes:
        words = words_of(written, self._short_forms)
        found = next((w for w in words if w in self._exact or without_marks(w) in self._bare), b"")
        self[written] = found
        return found


def _telling(terms: Iterable[Term]) -> frozenset[bytes]:
    words = frozenset(word for term in terms for word in term.words)
    return words - FUNCTION_WORDS or words


def _best_start(hits: Sequence[tuple[int, bytes]]) -> int:
    best, best_worth = hits[0][0], 0
    last = 0
    for place, (start, _word) in enumerate(hits):
        last = max(last, place)
        while last < len(hits) and hits[last][0] < start + SNIPPET - 40:
            last += 1
        worth = len({word for _start, word in hits[place:last]})
        if worth > best_worth:
            best, best_worth = start, worth
    return best


def _mark(text: str, asked: Callable[[str], bytes]) -> str:
    shown: list[str] = []
    done = 0
    open_until: int | None = None
    for word in _WORD.finditer(text):
        start, end = word.span()
        if not asked(word[0]):
            continue
        # Words that stand side by side share one mark, so that a reader hears them together.
        if open_until is not None and not text[open_until:start].strip():
            shown.append(escape(text[open_until:end]))
        else:
            shown.append(("</mark>" if open_until is not None else "") + escape(text[done:start]) + "<mark>")
            shown.append(escape(text[start:end]))
        open_until = done = end
    if open_until is not None:
        shown.append("</mark>")
    return "".join(shown) + escape(text[done:])
