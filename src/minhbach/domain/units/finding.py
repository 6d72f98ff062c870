"""Finding a unit by a written name: what it surely is, and what it may be."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from minhbach.domain.text import fold
from minhbach.domain.units.names import WrittenName, comparable, is_near, read_name
from minhbach.domain.units.values import Level, Unit, Version


@dataclass(frozen=True, slots=True)
class Proposal:
    """A unit that the name may mean, and a Vietnamese phrase that says why it is offered."""

    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """The answer for a written name.

    :param units: keys of all units of that day that have this name. Exactly one: it is that one. More: ask which.
    :param proposals: near matches, offered and never taken silently; filled only where `units` is empty.
    """

    units: tuple[str, ...]
    proposals: tuple[Proposal, ...] = ()

    @property
    def only(self) -> str | None:
        """Return the unit if the name means exactly one."""
        return self.units[0] if len(self.units) == 1 else None


def find_unit(name: str, units: Iterable[Unit], *, on: dt.date, level: Level | None = None) -> Found:
    """Look a written name up among units.

    Tone place, letter case, hyphens and abbreviated kinds make no difference. Lost marks, a wrong letter, another kind
    or a name of another day do: they give proposals.
    """
    written = read_name(name)
    searched = [(unit, version) for unit in units if level in (None, unit.level) and (version := unit.on(on))]
    same = [(unit, version) for unit, version in searched if comparable(version.name) == written.exact]
    fitting = [unit.key for unit, version in same if written.kind in (None, version.kind)]
    if fitting or not written.exact:
        return Found(tuple(fitting))
    proposals = [_other_kind(unit, version, written, on) for unit, version in same]
    proposals += [_near(unit, version) for unit, version in searched if _is_near(version, written)]
    return Found((), tuple(proposals))


def _other_kind(unit: Unit, version: Version, written: WrittenName, on: dt.date) -> Proposal:
    former = [v for v in unit.versions if v.kind == written.kind and v.in_force_until and v.in_force_until <= on]
    if former:
        return Proposal(unit.key, f"là {version.full_name} từ ngày {version.in_force_from:%d/%m/%Y}")
    return Proposal(unit.key, f"cùng tên nhưng là {version.kind}")


def _is_near(version: Version, written: WrittenName) -> bool:
    if written.kind not in (None, version.kind):
        return False
    exact = comparable(version.name)
    return exact != written.exact and is_near(written, WrittenName(version.kind, exact, fold(exact)))


def _near(unit: Unit, version: Version) -> Proposal:
    return Proposal(unit.key, f"tên viết gần giống: {version.full_name}")
