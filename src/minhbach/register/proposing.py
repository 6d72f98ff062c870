"""What a document's name suggests of its classification. A proposal holds nothing until a person confirms it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from minhbach.domain.text import lower_one_tone
from minhbach.register.contracts import Access, ItemFacts, Proposal
from minhbach.register.law import statute_of_register
from minhbach.register.proposal_words import BY_ACCESS, KIND_LETTERS, LETTER_WORDS

STATUTE = "01/2026/QH16"
"""The words are those of this Law; under another one nothing is proposed."""


def propose(facts: ItemFacts, *, on: date) -> Proposal | None:
    """Return what the name suggests; None where it suggests nothing, or the statute of the day is another one."""
    if statute_of_register(on).number != STATUTE:
        return None
    return _proposal(lower_one_tone(facts.title), lower_one_tone(facts.kind))


def _proposal(title: str, kind: str) -> Proposal | None:
    for phrase, words, access, key in _phrases():
        if phrase.search(title):
            grounds = () if access is Access.OPEN else (key,)
            return Proposal(access, letter=key if access is Access.OPEN else "", grounds=grounds, why=words)
    for letter, kinds in KIND_LETTERS:
        for name in kinds:
            if lower_one_tone(name) == kind:
                return Proposal(Access.OPEN, letter=letter, why=name)
    return None


@cache
def _phrases() -> tuple[tuple[re.Pattern[str], str, Access, str], ...]:
    return tuple(_compiled())


def _compiled() -> Iterator[tuple[re.Pattern[str], str, Access, str]]:
    rows = [*BY_ACCESS, (Access.OPEN, LETTER_WORDS)]
    for access, table in rows:
        for key, phrases in table:
            for phrase in phrases:
                yield re.compile(rf"(?<!\w){re.escape(lower_one_tone(phrase))}(?!\w)"), phrase, access, key


def as_json(proposal: Proposal | None) -> dict[str, Any] | None:
    """Return a proposal as the row keeps it."""
    if proposal is None:
        return None
    return {
        "access": proposal.access.value,
        "letter": proposal.letter,
        "grounds": list(proposal.grounds),
        "why": proposal.why,
    }


def from_json(kept: dict[str, Any] | None) -> Proposal | None:
    """Return what `as_json` wrote."""
    if not kept:
        return None
    return Proposal(Access(kept["access"]), kept["letter"], tuple(kept["grounds"]), kept["why"])
