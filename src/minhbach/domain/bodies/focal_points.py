"""What the law says of focal points (đầu mối): which bodies need one, and what of them is published."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level


@dataclass(frozen=True, slots=True)
class InForce:
    """A value of the law data with the days on which it holds and where it stands written. `until` is exclusive."""

    since: dt.date
    until: dt.date | None
    document: str
    article: str
    quotation: str

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether this is the law of that day."""
        return self.since <= day and (self.until is None or day < self.until)

    @property
    def citation(self) -> str:
        """Return article and document as pages cite them."""
        return f"{self.article} {self.document}"


@dataclass(frozen=True, slots=True)
class FieldSet(InForce):
    """The fields of a focal point that are published. Those `required` must be given."""

    required: tuple[str, ...]
    shown: tuple[str, ...]

    def missing(self, given: Mapping[str, str]) -> tuple[str, ...]:
        """Return the required fields that are empty, in the law's order."""
        return tuple(name for name in self.required if not given.get(name, "").strip())


@dataclass(frozen=True, slots=True)
class Duty(InForce):
    """Which kinds of bodies of each level need a focal point; some kinds only where they render essential services."""

    bodies: Mapping[Level, frozenset[Kind]]
    only_essential: frozenset[Kind]

    def binds(self, kind: Kind, level: Level, *, essential: bool) -> bool:
        """Tell whether such a body needs a focal point of its own."""
        return kind in self.bodies.get(level, frozenset()) and (essential or kind not in self.only_essential)


Rule = TypeVar("Rule", bound=InForce)


def rule_on(rules: Iterable[Rule], day: dt.date) -> Rule:
    """Return the rule of a day; the first one for a day before any.

    :raises ValueError: if none or several hold.
    """
    ordered = sorted(rules, key=lambda rule: rule.since)
    held = [rule for rule in ordered if rule.holds_on(max(day, ordered[0].since))]
    if len(held) != 1:
        raise ValueError(f"{day}: {len(held)} rules hold")
    return held[0]
