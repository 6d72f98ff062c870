"""Shows where a text has what was asked for: safe HTML, escaped first, with the words in `<mark>`."""

import re
from collections.abc import Callable, Sequence
from html import escape

from minhbach.domain.search.letters import without_marks
from minhbach.domain.search.questions import Term
from minhbach.domain.search.words import ShortForms, words_of
from minhbach.domain.text import nfc

_WORD = re.compile(r"\w+")
SNIPPET = 240
"""Characters of the stretch that is shown."""


def marked(text: str, terms: Sequence[Term], short_forms: ShortForms) -> str:
    """Return the whole text, escaped, with the words of the question marked."""
    text = nfc(text)
    return _mark(text, [(m.start(), m.end()) for m in _WORD.finditer(text)], _asked(terms, short_forms))


def snippet(text: str, terms: Sequence[Term], short_forms: ShortForms) -> str:
    """Return the stretch of a text that has most different words of the question, escaped, with these words marked.

    It begins and ends at white space; “…” stands where it is cut. The beginning of the text if nothing is found.
    """
    text = nfc(text)
    asked = _asked(terms, short_forms)
    hits = [(m.start(), word) for m in _WORD.finditer(text) if (word := asked(m[0]))]
    start = _best_start(hits) if hits else 0
    begin = 0 if start < 40 else text.rfind(" ", 0, start - 30) + 1
    end = (
        len(text)
        if begin + SNIPPET >= len(text)
        else max(text.rfind(" ", begin, begin + SNIPPET), begin + SNIPPET // 2)
    )
    piece = " ".join(text[begin:end].split())
    shown = _mark(piece, [(m.start(), m.end()) for m in _WORD.finditer(piece)], asked)
    return ("… " if begin else "") + shown + (" …" if end < len(text) else "")


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


def _asked(terms: Sequence[Term], short_forms: ShortForms) -> Callable[[str], bytes]:
    """Return what tells which word of the question a written word is; b"" if none."""
    exact = {term.pattern.strip() for term in terms if not term.is_pair and not term.bare}
    bare = {term.pattern.strip() for term in terms if not term.is_pair and term.bare}
    known: dict[str, bytes] = {}

    def answer(written: str) -> bytes:
        if written not in known:
            words = words_of(written, short_forms)
            known[written] = next((w for w in words if w in exact or without_marks(w) in bare), b"")
        return known[written]

    return answer


def _mark(text: str, places: Sequence[tuple[int, int]], asked: Callable[[str], bytes]) -> str:
    shown: list[str] = []
    done = 0
    open_until: int | None = None
    for start, end in places:
        if not asked(text[start:end]):
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
