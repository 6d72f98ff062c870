"""Small rules of the register: who may do what, what an item is called."""

from collections.abc import Sequence

from minhbach.domain.access import Role
from minhbach.domain.collation import sort_key
from minhbach.domain.text import fold

SEES = (
    Role.FOCAL_POINT,
    Role.SPECIALIST,
    Role.MODERATOR,
    Role.LEADER,
    Role.JUSTICE_COORDINATOR,
    Role.SUPERVISOR,
)
"""Who reads the register of the body. An administrator looks after accounts and reads what the public reads."""
SEES_CLOSED = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER)
"""Who also reads what is not accessible, and what nobody has classified yet, since it may turn out to be closed."""
MAY_KEEP = (Role.FOCAL_POINT, Role.SPECIALIST)
"""Who enters, changes and strikes items, and takes in lists (Decree 13/2018, Article 6(1) and (2))."""
MAY_CLASSIFY = (Role.FOCAL_POINT, Role.SPECIALIST, Role.MODERATOR, Role.LEADER)
"""Who says which class an item has; where no law settles it the head decides (Law 01/2026, Article 15(4))."""

LONGEST_SORT_KEY = 240
ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""The order in which laws count their letters; that of code points would put đ last."""


def item_name(*, kind: str, number: str, symbol: str) -> str:
    """Return how an item is called for short: "Quyết định 12/QĐ-UBND"; its kind alone, or nothing."""
    reference = reference_of(number=number, symbol=symbol)
    return " ".join(part for part in (kind, reference) if part)


def reference_of(*, number: str, symbol: str) -> str:
    """Return number and symbol together: "12/QĐ-UBND"."""
    return "/".join(part for part in (number, symbol) if part)


def searched(*texts: str) -> str:
    """Return the form in which the register's own lists look for words: without marks, in small letters."""
    return fold(" ".join(text for text in texts if text))


def letter_place(letter: str) -> int:
    """Return the place of a letter in the order of the law, from 1; 0 for none."""
    return ALPHABET.find(letter) + 1 if letter else 0


def title_key(title: str) -> str:
    """Return a key whose order is the Vietnamese order of titles."""
    return sort_key(title)[:LONGEST_SORT_KEY]


def retention_in_words(years: int | None, words: Sequence[str]) -> str:
    """Return the time for which something is kept.

    :param words: for what is kept for good, and for a number of years with `%s` in its place.
    """
    for_good, some_years = words
    if years is None:
        return ""
    return some_years % years if years else for_good
