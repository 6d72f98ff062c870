"""The bodies and territories among which a name is looked up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from minhbach.domain.bodies.values import Body, Territory

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Registry:
    """All bodies known to an installation, indexed. Build it with `Registry.of`; it is read, never changed."""

    bodies: Mapping[str, Body]
    territories: Mapping[str, Territory]
    bodies_of: Mapping[str, tuple[Body, ...]]  # territory → its bodies
    units_of: Mapping[str, tuple[Body, ...]]  # body → the bodies directly below it
    below: Mapping[str, tuple[Territory, ...]]  # territory → the territories directly below it

    @classmethod
    def of(cls, *, bodies: Iterable[Body], territories: Iterable[Territory]) -> "Registry":
        """Index the rows.

        :raises ValueError: if a body names a territory or a parent that is not among the rows.
        """
        known = {territory.key: territory for territory in territories}
        found = {body.key: body for body in bodies}
        for body in found.values():
            if body.territory not in known or (body.parent is not None and body.parent not in found):
                raise ValueError(
                    f"{body.key}: territory {body.territory} or parent {body.parent} is not in the registry"
                )
        return cls(
            bodies=found,
            territories=known,
            bodies_of=_grouped((body.territory, body) for body in found.values()),
            units_of=_grouped((body.parent, body) for body in found.values() if body.parent is not None),
            below=_grouped((one.parent, one) for one in known.values() if one.parent is not None),
        )

    def upwards(self, territory: str) -> Iterator[Territory]:
        """Yield the territory, the one above it, and so on up to the province."""
        key: str | None = territory
        while key is not None and key in self.territories:
            yield self.territories[key]
            key = self.territories[key].parent

    def downwards(self, territory: str) -> Iterator[Territory]:
        """Yield the territory and all below it, whatever the day."""
        yield self.territories[territory]
        for lower in self.below.get(territory, ()):
            yield from self.downwards(lower.key)

    def bodies_on(self, territory: str, day: dt.date) -> Iterator[Body]:
        """Yield the bodies of exactly that territory that exist on that day."""
        return (body for body in self.bodies_of.get(territory, ()) if body.exists_on(day))


def _grouped(pairs: Iterable[tuple[str, Row]]) -> Mapping[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return {key: tuple(rows) for key, rows in groups.items()}
