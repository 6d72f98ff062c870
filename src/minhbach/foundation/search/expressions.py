"""What an entry must have, as a value that each engine writes in its own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class All:
    """Every one of these."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one of these."""

    parts: tuple["Expression", ...]


Expression = str | All | Any
"""A lexeme, or a combination."""


def every(*parts: Expression) -> Expression:
    """Return what has all the parts, without needless nesting."""
    flat: list[Expression] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, All) else (part,))
    flat = list(dict.fromkeys(flat))
    return flat[0] if len(flat) == 1 else All(tuple(flat))


def some(*parts: Expression) -> Expression:
    """Return what has one of the parts.

    :raises ValueError: if there is none; nothing could ever have one of nothing.
    """
    if not parts:
        raise ValueError("nothing to choose from")
    return parts[0] if len(parts) == 1 else Any(parts)
