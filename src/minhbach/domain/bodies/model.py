"""The model of a unit's bodies: which kinds it has on a day, and the bodies that follow for one unit."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.bodies.values import Body, DatedName, Kind, Territory
from minhbach.domain.units.values import Level, Unit, UnitKind, Version


class State(StrEnum):
    """How sure a value of the law data is."""

    CONFIRMED = "confirmed"
    PROVISIONAL = "provisional"
    UNVERIFIED = "unverified"


class Presence(StrEnum):
    """Whether every unit of the level has the body, or only some by their own decision."""

    EVERY = "every"
    SOME = "some"


class Share(StrEnum):
    """How much of a body's tasks a successor took."""

    WHOLE = "whole"
    MAIN = "main"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Successor:
    """A model of the same unit that took over tasks, and how much of them."""

    model: str
    share: Share


@dataclass(frozen=True, slots=True)
class BodyModel:
    """A kind of body that units of a level have. `name` may hold `{unit}` ("phường Lê Chân") and `{name}` ("Lê Chân").

    :param units: only units of these kinds have it; empty: all of the level.
    :param under: id of the model above in the same unit.
    :param since: None: as far back as is known. `until` is exclusive.
    """

    id: str
    level: Level
    kind: Kind
    name: str
    presence: Presence
    state: State
    source: str
    also: tuple[str, ...] = ()
    units: frozenset[UnitKind] = frozenset()
    under: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    successors: tuple[Successor, ...] = ()
    note: str = ""

    def versions_in(self, unit: Unit) -> tuple[Version, ...]:
        """Return the versions of a unit in which it has such a body for at least a day: its kind and the days fit."""
        return tuple(
            version
            for version in unit.versions
            if self.level is unit.level
            and (not self.units or version.kind in self.units)
            and (self.since is None or version.in_force_until is None or self.since < version.in_force_until)
            and (self.until is None or version.in_force_from < self.until or _began_before_data(version, unit))
        )


def _began_before_data(version: Version, unit: Unit) -> bool:
    return version is unit.versions[0] and unit.is_older_than_known


def key_of(territory: str, model: str) -> str:
    """Return the key of the body that a model makes in a unit: "31@2025-07-01/so-tu-phap"."""
    return f"{territory}/{model}"


def make_bodies(models: Iterable[BodyModel], unit: Unit, *, also_present: Collection[str] = ()) -> tuple[Body, ...]:
    """Return the bodies of one unit through its whole life, those that ended included.

    :param also_present: ids of models with presence `some` that this unit has.
    """
    present = {
        model.id: (model, versions)
        for model in models
        if (model.presence is Presence.EVERY or model.id in also_present) and (versions := model.versions_in(unit))
    }
    return tuple(_body(model, unit, versions, present) for model, versions in present.values())


def territory_of(unit: Unit, *, on: dt.date) -> Territory:
    """Return a unit as the registry needs it: as it is on that day, or last was."""
    version = unit.on(on) or unit.latest
    since = None if unit.is_older_than_known else unit.versions[0].in_force_from
    return Territory(unit.key, unit.level, version.kind, version.name, version.parent, since, unit.ended_on)


def _body(model: BodyModel, unit: Unit, versions: tuple[Version, ...], present: Collection[str]) -> Body:
    since, until = _span(model, unit, versions)
    return Body(
        key=key_of(unit.key, model.id),
        kind=model.kind,
        level=model.level,
        territory=unit.key,
        parent=key_of(unit.key, model.under) if model.under in present and model.under else None,
        names=_names(model.name, versions, since, until),
        also=tuple(sorted({_filled(name, version) for name in model.also for version in versions})),
        since=since,
        until=until,
        successors=tuple(key_of(unit.key, s.model) for s in model.successors if s.model in present),
    )


def _span(model: BodyModel, unit: Unit, versions: tuple[Version, ...]) -> tuple[dt.date | None, dt.date | None]:
    """Return the time in which model and unit are both there. Of a unit older than the data the begin is not known."""
    began = None if versions[0] is unit.versions[0] and unit.is_older_than_known else versions[0].in_force_from
    begins = [day for day in (model.since, began) if day is not None]
    ends = [day for day in (model.until, versions[-1].in_force_until) if day is not None]
    return (max(begins) if begins else None), (min(ends) if ends else None)


def _names(
    name: str, versions: tuple[Version, ...], since: dt.date | None, until: dt.date | None
) -> tuple[DatedName, ...]:
    """Return the name in each version, equal neighbours as one."""
    named: list[DatedName] = []
    for version in versions:
        text = _filled(name, version)
        if named and named[-1].text == text:
            continue
        if named:
            named[-1] = DatedName(named[-1].text, named[-1].since, version.in_force_from)
        named.append(DatedName(text, since if not named else version.in_force_from, until))
    return tuple(named)


def _filled(name: str, version: Version) -> str:
    return name.replace("{unit}", version.full_name).replace("{name}", version.name)
