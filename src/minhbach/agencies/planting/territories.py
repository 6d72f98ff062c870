"""Territories and their dated versions."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from minhbach.agencies.contracts import KNOWN_FROM
from minhbach.agencies.models import Territory, TerritoryVersion
from minhbach.agencies.planting.dated import replace_dated
from minhbach.agencies.planting.wanted import Tally
from minhbach.agencies.rules import name_key, territory_segment
from minhbach.domain.collation import sort_key
from minhbach.domain.text import fold
from minhbach.domain.units.values import Level, Unit, Version

_ORDER = {level: place for place, level in enumerate((Level.PROVINCE, Level.DISTRICT, Level.COMMUNE))}
BATCH = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of days in which a territory had this name and this path.

    :param above: the full names of the units above, the next one first.
    :param province_name: the name of its province (or its own) without "tỉnh" or "thành phố".
    """

    version: Version
    path: str
    above: tuple[str, ...]
    province_name: str

    @property
    def from_on(self) -> dt.date | None:
        """Return the first day; None: longer than is known."""
        return None if self.version.in_force_from <= KNOWN_FROM else self.version.in_force_from


Places = Mapping[str, tuple[Place, ...]]


def plant_territories(units: Sequence[Unit]) -> tuple[Mapping[str, int], Places, Tally]:
    """Make the tables hold the units; return their ids and places by key, and what was done."""
    ids, tally = _rows(units)
    places = _places(units, ids)
    versions = {
        (ids[unit.key], place.from_on, place.version.in_force_until): _version(unit, place, ids)
        for unit in units
        for place in places[unit.key]
    }
    fields = ("parent_id", "kind", "name", "name_key", "path")
    tally += replace_dated(TerritoryVersion, "territory_id", ids.values(), versions.values(), fields)
    return ids, places, tally


def _rows(units: Iterable[Unit]) -> tuple[dict[str, int], Tally]:
    wanted = {unit.key: unit for unit in units}
    ids: dict[str, int] = {}
    keys = list(wanted)
    for start in range(0, len(keys), BATCH):
        rows = Territory.objects.filter(key__in=keys[start : start + BATCH])
        ids.update(rows.values_list("key", "pk"))
    missing = [Territory(key=u.key, code=u.code, level=u.level) for u in wanted.values() if u.key not in ids]
    for row in Territory.objects.bulk_create(missing, batch_size=BATCH):
        ids[row.key] = row.pk
    return ids, Tally(created=len(missing), unchanged=len(wanted) - len(missing))


def _places(units: Sequence[Unit], ids: Mapping[str, int]) -> Places:
    places: dict[str, tuple[Place, ...]] = {}
    for unit in sorted(units, key=lambda unit: _ORDER[unit.level]):
        places[unit.key] = tuple(_place(unit, version, ids, places) for version in unit.versions)
    return places


def _place(unit: Unit, version: Version, ids: Mapping[str, int], known: Places) -> Place:
    own = territory_segment(ids[unit.key])
    if version.parent is None:
        return Place(version, own, (), version.name)
    parent = place_on(known[version.parent], version.in_force_from)
    latest = known[version.parent][-1] if version.in_force_until is None else parent
    return Place(version, parent.path + own, (latest.version.full_name, *latest.above), latest.province_name)


def place_on(places: Sequence[Place], day: dt.date) -> Place:
    """Return the place that held on a day."""
    return next(place for place in places if place.version.holds_on(day))


def _version(unit: Unit, place: Place, ids: Mapping[str, int]) -> TerritoryVersion:
    version = place.version
    return TerritoryVersion(
        territory_id=ids[unit.key],
        parent_id=ids[version.parent] if version.parent else None,
        kind=version.kind,
        name=version.name,
        sort_key=sort_key(version.name),
        search_text=fold(version.full_name),
        name_key=name_key(version.name),
        path=place.path,
        from_on=place.from_on,
        until_on=version.in_force_until,
    )
