"""An organisation's people who want the same information, typed a line each (Decree 13/2018, Article 4)."""

import re

from minhbach.domain.text import squeeze
from minhbach.intake.contracts import PersonListed

_PARTED = re.compile(r"[;\t|]")
_NUMBERED = re.compile(r"^\s*\d{1,4}\s*[.)]\s*")


def people_in(text: str) -> tuple[PersonListed, ...]:
    """Return the people of a list: "Họ tên; số căn cước; lý do", numbered or not; empty lines are left out."""
    lines = (_NUMBERED.sub("", line) for line in text.splitlines())
    parted = ([squeeze(part) for part in _PARTED.split(line)] for line in lines if line.strip())
    return tuple(_person(parts) for parts in parted if parts[0])


def _person(parts: list[str]) -> PersonListed:
    number = parts[1] if len(parts) > 1 else ""
    return PersonListed(parts[0], number, "; ".join(parts[2:]))


def incomplete(people: tuple[PersonListed, ...]) -> tuple[int, ...]:
    """Return the places, from 1, of people without a number or a reason, both of which the Decree wants of each."""
    return tuple(place for place, one in enumerate(people, 1) if not (one.identity_number and one.purpose))
