"""What an entry is found by: words and pairs of words, as written and bare, and which of them it is strong in.

A word with marks is found by itself and by its bare form; a bare form alone is what unmarked typing asks for. Pairs
stand for the compound words of Vietnamese, which are written apart (*thông tin*, *cơ quan*). An entry is *strong* in
what its title says and in what its text says often for its length: of a word that nearly every text has, only these
are looked at.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from minhbach.domain.search.letters import BREAK, in_letters, without_marks
from minhbach.domain.search.numbers import keys_mentioned, part_keys_of

VERSION = 2
"""Of everything that decides what an entry is found by; raise it with any change here, and the index is made anew."""
STRONG = "+"
OWN_NUMBER = "="
NUMBER = "#"
PAIR = b"_"
USUAL_LENGTH = 200
"""Words of a text of middle length: a fixed measure of what is long, so that no entry depends on what else is there."""


def pairs_of(words: Iterable[bytes]) -> Iterator[bytes]:
    """Yield each two words that stand side by side, joined."""
    return (one + PAIR + other for one, other in pairwise(words) if one != BREAK and other != BREAK)


def lexemes_of(title: Sequence[bytes], body: Sequence[bytes]) -> list[str]:
    """Return the words and pairs that an entry is found by, each once."""
    counts = Counter(body)
    counts.update(pairs_of(body))
    often = 1.8 * (0.25 + 0.75 * len(body) / USUAL_LENGTH)
    strong = _with_bare([*title, *pairs_of(title), *(lexeme for lexeme, count in counts.items() if count >= often)])
    anywhere = _with_bare(counts) | strong
    mark = STRONG.encode()
    return in_letters(b" ".join([*anywhere, *(mark + lexeme for lexeme in strong)])).split()


def number_lexemes_of(number: str, text: str) -> list[str]:
    """Return what an entry is found by through its own number, in part or whole, and the numbers that it speaks of."""
    own = [OWN_NUMBER + key for key in part_keys_of(number)]
    return own + [NUMBER + key for key in sorted(keys_mentioned(text))]


def _with_bare(lexemes: Iterable[bytes]) -> set[bytes]:
    found = set(lexemes)
    found.update(without_marks(b" ".join(found)).split())
    found.discard(BREAK)
    return found
