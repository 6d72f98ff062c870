"""How the organising part of a plan is shown: whose it is in bold, and what is asked, nobody named twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose it is, and what is asked. `is_heading`: the name stands on its own line; else it begins the sentence."""

    who: str
    what: str
    is_heading: bool = True


def asked_of(one: Mapping[str, Any]) -> Asked:
    """Return one entry of `Plan.responsibilities` in two parts."""
    text, bodies = str(one["text"]), [str(body) for body in one["body"]]
    heading, colon, rest = text.partition(": ")
    if colon and bodies and heading.casefold().endswith(bodies[-1].casefold()):
        return Asked(heading, rest)
    if bodies and text.casefold().startswith(bodies[0].casefold()):
        length = len(bodies[0])
        return Asked(text[:length], text[length:], is_heading=False)
    return Asked("; ".join(bodies), text)
