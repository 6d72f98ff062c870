"""A made-up province with three wards, their bodies made by the same models as everywhere."""

from datetime import date

from django.db import transaction

from minhbach.agencies.making import bodies_of_unit, model_of
from minhbach.agencies.models import Body
from minhbach.agencies.planting.plant import plant as plant_bodies
from minhbach.agencies.planting.wanted import Wanted
from minhbach.domain.units.values import Level, Unit, UnitKind, Version
from minhbach.lawbook.bodies import load_body_models
from tests.world.values import World

SINCE = date(2025, 7, 1)
PROVINCE = Unit("99@2025-07-01", "99", Level.PROVINCE, (Version("Thí Dụ", UnitKind.TINH, None, SINCE),))
NAMES = {"a": "Mẫu Một", "b": "Mẫu Hai", "c": "Mẫu Ba"}
WANTED_IN_URLS = ("ubnd_a", "ubnd_b", "van-phong-hdnd-va-ubnd_a", "phong-van-hoa-xa-hoi_a")


def plant(world: World) -> None:
    """Make the bodies, and name those that the other rooms use."""
    wards = {letter: _ward(letter, name) for letter, name in NAMES.items()}
    units = (PROVINCE, *wards.values())
    models = load_body_models()
    bodies = tuple(body for unit in units for body in bodies_of_unit(unit, models))
    with transaction.atomic():
        plant_bodies(Wanted(units, bodies, ()), progress=lambda _step: None)
    ids = {body.key: body for body in Body.objects.exclude(key=None)}
    for letter, ward in wards.items():
        for wanted in bodies:
            if wanted.body.territory == ward.key:
                _name(world, f"{model_of(wanted.body)}_{letter}", ids[wanted.body.key])


def _ward(letter: str, name: str) -> Unit:
    number = 99001 + list(NAMES).index(letter)
    version = Version(name, UnitKind.PHUONG, PROVINCE.key, SINCE)
    return Unit(f"{number}@2025-07-01", str(number), Level.COMMUNE, (version,))


def _name(world: World, name: str, body: Body) -> None:
    world.bodies[name] = body.pk
    if name in WANTED_IN_URLS:
        world.knows("body_id", **{name: body.pk})
        world.knows("slug", **{f"{name}_slug": body.slug})
