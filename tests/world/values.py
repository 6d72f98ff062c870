"""What the world holds: who is there, what URLs may ask for, and which words are hidden from whom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.test import Client

from minhbach.domain.access import Actor, Role

NOW = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)
"""The moment at which the world is made; the sweeps themselves run on the day on which they run."""

VISITOR, STRANGER, KEEPER = "visitor", "stranger", "keeper"
ROLES = tuple(role.value for role in Role)
ACTORS = (VISITOR, *ROLES, STRANGER)
"""Who visits: a visitor, an officer of each role in the first ward, and one of the second ward with every role."""
HIDDEN = re.compile(r"chimyen\d{3}qz")
"""How hidden words are written."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """A word that stands in something hidden: what, and which of the actors may see it. Nobody else may, anywhere."""

    word: str
    what: str
    seen_by: frozenset[str]


@dataclass
class World:
    """What the sweeps know."""

    bodies: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    samples: dict[str, object] = field(default_factory=dict)
    values: dict[str, list[object]] = field(default_factory=dict)
    hidden: list[Hidden] = field(default_factory=list)

    def hides(self, what: str, *, seen_by: Iterable[str]) -> str:
        """Return a word found nowhere else, to be written into something that only these actors may see."""
        # Small Latin letters and digits come through slugs, folding, quoting and CSV unchanged.
        word = f"chimyen{len(self.hidden):03}qz"
        self.hidden.append(Hidden(word, what, frozenset(seen_by)))
        return word

    def knows(self, argument: str, **samples: object) -> None:
        """Tell that an argument of URLs may have these values, each under the name that the access matrix uses."""
        self.samples |= samples
        known = self.values.setdefault(argument, [])
        known.extend(value for value in samples.values() if value not in known)
