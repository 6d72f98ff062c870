"""The bodies and territories among which a name is looked up."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from minhbach.domain.bodies.names import NameKey, core_initials, normalise_name
from minhbach.domain.bodies.values import Body, Territory
from minhbach.domain.units.names import comparable

Key = TypeVar("Key")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class NamedBody:
    """One name of one body, taken apart. `official` is false for abbreviations and other wordings."""

    body: Body
    key: NameKey
    official: bool


@dataclass(frozen=True, slots=True)
class Registry:
    """All bodies known to an installation, indexed. Build it with `Registry.of`; it is read, never changed."""

    bodies: Mapping[str, Body]
    territories: Mapping[str, Territory]
    bodies_of: Mapping[str, tuple[Body, ...]]  # territory → its bodies
    units_of: Mapping[str, tuple[Body, ...]]  # body → the bodies inside it, of the same territory
    below: Mapping[str, tuple[Territory, ...]]  # territory → the territories directly below it
    by_core: Mapping[str, tuple[NamedBody, ...]]  # core of a name → who bears it
    by_initials: Mapping[tuple[str, str], tuple[NamedBody, ...]]
    by_place: Mapping[str, tuple[Territory, ...]]  # name of a territory, as compared → the territories

    @classmethod
    def of(cls, *, bodies: Iterable[Body], territories: Iterable[Territory]) -> "Registry":
        """Index the rows.

        :raises ValueError: if a body names a territory or a parent that is not among the rows.
        """
        known = {territory.key: territory for territory in territories}
        rows = {body.key: body for body in bodies}
        for body in rows.values():
            if body.territory not in known or (body.parent is not None and body.parent not in rows):
                raise ValueError(f"{body.key}: no territory {body.territory} or no parent {body.parent} among the rows")
        named = [entry for body in rows.values() for entry in _names_of(body)]
        return cls(
            bodies=rows,
            territories=known,
            bodies_of=_grouped((body.territory, body) for body in rows.values()),
            units_of=_grouped((body.parent, body) for body in rows.values() if body.parent and _is_inside(body, rows)),
            below=_grouped((one.parent, one) for one in known.values() if one.parent is not None),
            by_core=_grouped((entry.key.core, entry) for entry in named),
            by_initials=_grouped((short, entry) for entry in named if (short := core_initials(entry.key.core))),
            by_place=_grouped((comparable(one.name), one) for one in known.values()),
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

    def bearing(self, key: NameKey) -> tuple[NamedBody, ...]:
        """Return the names with the same core, or with the initials that the name gives."""
        if key.initials:
            return self.by_initials.get(key.initials, ())
        return self.by_core.get(key.core, ())


def _is_inside(body: Body, rows: Mapping[str, Body]) -> bool:
    """A ward's committee may stand below the province's, but is no unit of it."""
    return body.parent is not None and rows[body.parent].territory == body.territory


def _names_of(body: Body) -> Iterator[NamedBody]:
    for name in body.names:
        yield NamedBody(body, normalise_name(name.text), official=True)
    for text in body.also:
        yield NamedBody(body, normalise_name(text), official=False)


def _grouped(pairs: Iterable[tuple[Key, Row]]) -> Mapping[Key, tuple[Row, ...]]:
    groups: dict[Key, list[Row]] = defaultdict(list)
    for key, row in pairs:
        groups[key].append(row)
    return {key: tuple(rows) for key, rows in groups.items()}
