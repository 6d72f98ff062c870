"""Text as words: syllables in one tone placement, short forms written out, marks where a sentence or a clause ends."""

from collections.abc import Iterable, Iterator, Mapping

from minhbach.domain.search.letters import BREAK, in_bytes, in_letters, without_marks
from minhbach.domain.text import lower_one_tone

Words = list[bytes]
ShortForms = Mapping[bytes, tuple[bytes, ...]]
"""Short forms (UBND) and the words that they stand for; entries and questions are read with the same ones."""

_SPACED_BREAK = b" " + BREAK + b" "
LONGEST_WORD = 300
"""Letters of a word that count. Files hold runs of thousands without a space, of which PostgreSQL keeps 2,046 bytes:
two such words side by side fit, each letter in three bytes."""


class _OneTone(dict[bytes, bytes]):
    """Each syllable in the tone placement that is compared here; remembered, since a language has few thousands."""

    KEPT = 50_000

    def __missing__(self, word: bytes) -> bytes:
        one = word if word.isascii() else in_bytes(lower_one_tone(in_letters(word)))
        if len(self) < self.KEPT:
            self[word] = one
        return one


_one_tone = _OneTone()


def words_of(text: str, short_forms: ShortForms) -> Words:
    """Return the words of a text in order; `BREAK` stands between sentences and clauses."""
    return written_out(words_as_typed(text), short_forms)


def words_as_typed(text: str) -> Words:
    """Return the words of a text in order, short forms as they are."""
    return [_one_tone[word[:LONGEST_WORD]] for word in in_bytes(text).replace(BREAK, _SPACED_BREAK).split()]


def written_out(words: Words, short_forms: ShortForms) -> Words:
    """Return words with the short forms among them written out."""
    if short_forms.keys().isdisjoint(words):
        return words
    return [part for word in words for part in short_forms.get(word, (word,))]


def short_forms_from(pairs: Iterable[tuple[str, str]]) -> ShortForms:
    """Return short forms ready for use; one is also known without its marks (hđnd, hdnd)."""
    found: dict[bytes, tuple[bytes, ...]] = {}
    for short, long in pairs:
        written_out = tuple(words_of(long, {}))
        for form in (in_bytes(short), without_marks(in_bytes(short))):
            found.setdefault(form, written_out)
    return found


def without_breaks(words: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the words alone."""
    return (word for word in words if word != BREAK)
