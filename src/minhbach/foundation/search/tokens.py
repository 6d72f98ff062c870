"""What is not said but filtered by, as lexemes: who may see an entry, whose it is, its kind, letter and year."""

import re

from minhbach.foundation.models import SearchEntry
from minhbach.foundation.search.contracts import Question
from minhbach.foundation.search.expressions import Expression, some

_UNSAFE = re.compile(r"[^\w.-]")


def joined(tokens: frozenset[str] | tuple[str, ...]) -> str:
    """Return tokens as a row keeps them: with a space on either side of each."""
    ordered = tokens if isinstance(tokens, tuple) else sorted(tokens)
    return f" {' '.join(ordered)} " if ordered else ""


def tokens_of(entry: SearchEntry) -> list[str]:
    """Return the lexemes of everything that an entry is filtered by."""
    bodies = entry.bodies.split()
    found = [_lexeme("t", entry.kind)]
    found += [_lexeme("v", token) for token in entry.visible_to.split()]
    found += [_lexeme("b", token) for token in bodies] + [_lexeme("o", token) for token in bodies[:1]]
    for name, value in (("l", entry.letter), ("k", entry.document_kind), ("y", entry.year)):
        if value:
            found.append(_lexeme(name, str(value)))
    return found


def rights_of(question: Question) -> Expression | None:
    """Return what an entry must have so that this asker may know of it; None if there is nothing.

    Rights are part of every expression that the index is asked, so that neither hits nor counts tell of what is hidden.
    """
    return some(*(_lexeme("v", token) for token in sorted(question.tokens))) if question.tokens else None


def kinds_of(question: Question) -> tuple[Expression, ...]:
    """Return what entries of the kinds asked for have; nothing if all kinds are."""
    return (some(*(_lexeme("t", kind) for kind in sorted(question.kinds))),) if question.kinds else ()


def filters_of(question: Question) -> tuple[Expression, ...]:
    """Return what an entry must have to pass the filters of a question."""
    parts: list[Expression] = []
    if question.body:
        name = "o" if question.own_only else "b"
        parts.append(some(*(_lexeme(name, token) for token in sorted({question.body, *question.also_bodies}))))
    for name, value in (("l", question.letter), ("k", question.document_kind), ("y", question.year)):
        if value:
            parts.append(_lexeme(name, str(value)))
    return tuple(parts)


def _lexeme(name: str, value: str) -> str:
    return f"@{name}.{_UNSAFE.sub(lambda m: f'-{ord(m[0]):x}-', value.lower())}"
