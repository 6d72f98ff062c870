"""Where a name was written: by whom and on which day. Everything relative ("thành phố", "cấp xã") follows from it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minhbach.domain.bodies.registry import Registry
from minhbach.domain.bodies.values import Body, Territory
from minhbach.domain.units.values import Level, UnitKind

_PROVINCE_KINDS = (UnitKind.TINH, UnitKind.THANH_PHO)


@dataclass(frozen=True, slots=True)
class Setting:
    """The issuing body of a document and the day of the document."""

    registry: Registry
    issuer: Body
    on: dt.date

    @property
    def home(self) -> Territory:
        """Return the issuer's own territory."""
        return self.registry.territories[self.issuer.territory]

    def chain(self) -> tuple[Territory, ...]:
        """Return the issuer's territory and those above it, the nearest first."""
        return tuple(self.registry.upwards(self.issuer.territory))

    def exists(self, territory: Territory) -> bool:
        """Tell whether a territory is there on the day."""
        return (territory.since is None or territory.since <= self.on) and (
            territory.until is None or self.on < territory.until
        )

    def lower(self, levels: Iterable[Level]) -> Iterator[Territory]:
        """Yield the territories of these levels that are the issuer's own or below it, and there on the day.

        A level above the issuer's gives the one territory of the chain.
        """
        wanted = set(levels)
        above = [one for one in self.chain()[1:] if one.level in wanted]
        below = [one for one in self.registry.downwards(self.home.key) if one.level in wanted]
        return (one for one in (*above, *below) if self.exists(one))

    def of_kind(self, kind: UnitKind) -> tuple[Territory, ...]:
        """Return what "thành phố", "phường" means here without a name: the nearest in the chain, else those below.

        A province that became a city, or is called so carelessly, is still the only one in the chain.
        """
        near = [one for one in self.chain() if one.kind is kind]
        if near:
            return (near[0],)
        below = tuple(one for one in self.registry.downwards(self.home.key) if one.kind is kind and self.exists(one))
        if below or kind not in _PROVINCE_KINDS:
            return below
        return tuple(one for one in self.chain() if one.level is Level.PROVINCE)
