"""Finds documents by their number: the one that was asked for stands first, always."""

from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.domain.search.lexemes import NUMBER, OWN_NUMBER
from minhbach.domain.search.numbers import keys_asked
from minhbach.domain.search.questions import AROUND_A_NUMBER, FUNCTION_WORDS
from minhbach.domain.search.words import without_breaks, written_out
from minhbach.foundation.models import SearchEntry
from minhbach.foundation.search.expressions import Expression, some
from minhbach.foundation.search.looking import View
from minhbach.foundation.search.ordering import Scored
from minhbach.lawbook.short_forms import short_forms


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A number that was asked for and is there.

    :param key: of the number, in part or whole.
    :param own: what an entry has whose own number it is or begins with.
    :param anywhere: what an entry has that bears the number or speaks of it.
    :param rest: the words of the question that are neither the number nor its date.
    """

    key: str
    own: Expression
    anywhere: Expression
    rest: tuple[bytes, ...]


def known_item(typed: Sequence[bytes], view: View) -> KnownItem | None:
    """Return the longest number in the question that some entry in view bears or speaks of, None if there is none.

    :param typed: the words of the question, short forms as they are.
    """
    for key, start, end in keys_asked(typed):
        rest = _rest([*typed[:start], *typed[end:]])
        if key.isdecimal() and rest:
            # “Điều 26 Luật …”: a bare number beside other words is no document's number.
            continue
        anywhere = some(OWN_NUMBER + key, NUMBER + key)
        if view.has(anywhere):
            return KnownItem(key, OWN_NUMBER + key, anywhere, rest)
    return None


def _rest(words: Sequence[bytes]) -> tuple[bytes, ...]:
    telling = [
        word
        for word in without_breaks(words)
        if word not in AROUND_A_NUMBER and word not in FUNCTION_WORDS and not word.isdigit()
    ]
    return tuple(written_out(telling, short_forms()))


def exact_first(item: KnownItem, scored: Sequence[Scored]) -> list[Scored]:
    """Return the documents whose whole number was asked for before those of which it is the beginning."""
    ids = [entry for entry, _score in scored]
    whole = set(SearchEntry.objects.filter(pk__in=ids, number_key=item.key).values_list("pk", flat=True))
    return sorted(scored, key=lambda one: one[0] not in whole)
