"""What the tables shall hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from minhbach.domain.bodies.values import Body
from minhbach.domain.units.values import Succession, Unit


@dataclass(frozen=True, slots=True)
class WantedBody:
    """A body as it shall stand, and how sure its data are.

    :param body: `key` and `parent` are keys, `territory` that of a wanted unit.
    """

    body: Body
    state: str
    source: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Territories, bodies and successions that belong together; every key named is among them."""

    units: tuple[Unit, ...]
    bodies: tuple[WantedBody, ...]
    successions: tuple[Succession, ...]


@dataclass(slots=True)
class Tally:
    """How many rows of one table were created, changed and left as they were."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(self.created + other.created, self.changed + other.changed, self.unchanged + other.unchanged)


@dataclass(slots=True)
class Changes:
    """What planting did, table by table."""

    territories: Tally = field(default_factory=Tally)
    bodies: Tally = field(default_factory=Tally)
    names: Tally = field(default_factory=Tally)
    positions: Tally = field(default_factory=Tally)
    successions: Tally = field(default_factory=Tally)

    def tables(self) -> Iterator[tuple[str, Tally]]:
        """Yield each table's name and tally."""
        for name in self.__slots__:
            yield name, getattr(self, name)

    @property
    def anything(self) -> bool:
        """Tell whether any row was created or changed."""
        return any(tally.created or tally.changed for _, tally in self.tables())
