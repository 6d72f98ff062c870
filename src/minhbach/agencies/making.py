"""The bodies of a province, worked out from the law data: its own, its communes', and those that came before."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from minhbach.agencies.contracts import KNOWN_FROM, NameNotKnown
from minhbach.agencies.planting.wanted import Wanted, WantedBody
from minhbach.domain.bodies.model import BodyModel, Share, key_of, make_bodies
from minhbach.domain.bodies.values import Body
from minhbach.domain.units.values import Extent, Level, Succession, Unit
from minhbach.lawbook.units import Units


def find_province(units: Units, name_or_code: str, *, on: dt.date) -> Unit:
    """Return the province of that day with this code or name ("31", "Hải Phòng", "tp. Hải Phòng").

    :raises NameNotKnown: if there is none; the sentence names the nearest.
    """
    by_code = {unit.code: unit for unit in units.provinces(on=on)}
    if name_or_code in by_code:
        return by_code[name_or_code]
    found = units.find(name_or_code, on=on, level=Level.PROVINCE)
    if found.only is not None:
        return units.unit(found.only)
    near = ", ".join(units.unit(one.unit).latest.full_name for one in found.proposals[:3])
    sentences = [_("Không có tỉnh, thành phố nào tên là “%(name)s”.") % {"name": name_or_code}]
    if near:
        sentences.append(_("Có phải: %(names)s?") % {"names": near})
    raise NameNotKnown(" ".join(sentences))


def province_wanted(
    units: Units, models: Sequence[BodyModel], province: Unit, *, on: dt.date, also_present: Collection[str] = ()
) -> Wanted:
    """Return the province of that day and everything that came into it since 30/6/2025.

    :param also_present: ids of models that only some units have and that every unit of this province shall have.
    """
    chosen = _units_of(units, province, on)
    bodies = [body for unit in chosen for body in bodies_of_unit(unit, models, also_present=also_present)]
    passed = [one for unit in chosen for one in units.successors(unit.key)]
    return Wanted(chosen, tuple(bodies), tuple(_successions(bodies, passed, models)))


def bodies_of_unit(
    unit: Unit, models: Sequence[BodyModel], *, also_present: Collection[str] = ()
) -> tuple[WantedBody, ...]:
    """Return the bodies of one unit through its whole life."""
    sure = {model.id: model for model in models if model.level is unit.level}
    made = make_bodies(models, unit, also_present=also_present)
    return tuple(WantedBody(body, sure[model_of(body)].state, sure[model_of(body)].source) for body in made)


def model_of(body: Body) -> str:
    """Return the id of the model that made the body."""
    return body.key.rpartition("/")[2]


def _units_of(units: Units, province: Unit, on: dt.date) -> tuple[Unit, ...]:
    older = [units.unit(one.older) for one in units.predecessors(province.key)]
    found: dict[str, Unit] = {}
    for top in (province, *older):
        days = [day for day in (KNOWN_FROM, on) if top.on(day)]
        lower = [unit for day in days for unit in (*units.districts(top.key, on=day), *units.communes(top.key, on=day))]
        found |= {unit.key: unit for unit in (top, *lower)}
    return tuple(found.values())


def _successions(
    bodies: Sequence[WantedBody], passed: Iterable[Succession], models: Iterable[BodyModel]
) -> Iterator[Succession]:
    held = {wanted.body.key: wanted.body for wanted in bodies}
    by_unit: dict[str, list[Body]] = {}
    for wanted in bodies:
        by_unit.setdefault(wanted.body.territory, []).append(wanted.body)
    for one in passed:
        yield from _from_unit_to_unit(one, by_unit, held)
    shares = {(model.level, model.id): model.successors for model in models}
    for body in held.values():
        for successor in shares[body.level, model_of(body)]:
            newer = held.get(key_of(body.territory, successor.model))
            if newer is not None and body.until is not None and newer.exists_on(body.until):
                extent = Extent.WHOLE if successor.share is Share.WHOLE else Extent.PART
                yield Succession(body.until, body.key, newer.key, extent, successor.share is not Share.PART)


def _from_unit_to_unit(one: Succession, by_unit: dict[str, list[Body]], held: dict[str, Body]) -> Iterator[Succession]:
    for body in by_unit.get(one.older, ()):
        newer = held.get(key_of(one.newer, model_of(body)))
        if body.until == one.on and newer is not None and newer.exists_on(one.on):
            yield Succession(one.on, body.key, newer.key, one.extent, one.main)
