"""A made-up province with three wards, their bodies made by the same models as everywhere."""

from dataclasses import replace
from datetime import date

from django.db import transaction

from minhbach.agencies.actions.appoint_focal_point import appoint_focal_point
from minhbach.agencies.actions.change_focal_point import change_focal_point
from minhbach.agencies.actions.end_focal_point import end_term, withdraw_focal_point
from minhbach.agencies.contracts import FocalPointFields
from minhbach.agencies.making import bodies_of_unit, model_of
from minhbach.agencies.models import Body
from minhbach.agencies.planting.plant import plant as plant_bodies
from minhbach.agencies.planting.wanted import Wanted
from minhbach.domain.access import Role, system_actor
from minhbach.domain.units.values import Level, Unit, UnitKind, Version
from minhbach.lawbook.bodies import load_body_models
from tests.world.values import NOW, ROLES, World

SINCE = date(2025, 7, 1)
MAKER = system_actor("test")
HELP_TELEPHONE = "0000 000 009"
"""Of the province's focal point: it stands at the foot of every page."""
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
    world.bodies["ubnd_province"] = ids[f"{PROVINCE.key}/ubnd"].pk
    _plant_focal_points(world)


def _plant_focal_points(world: World) -> None:
    """One that is published, with what it said before; one that ended; one that was entered by mistake."""
    keepers = (Role.FOCAL_POINT.value, Role.LEADER.value, Role.ADMINISTRATOR.value)
    before = world.hides("what a focal point said before a change", seen_by=())
    appoint_focal_point(
        body_id=world.bodies["ubnd_province"],
        fields=replace(_fields("Số 9 phố Mẫu"), telephone=HELP_TELEPHONE),
        from_on=date(2026, 1, 1),
        actor=MAKER,
        now=NOW,
    )
    published = _appoint(world, f"Số {before} phố Mẫu")
    change_focal_point(focal_point_id=published, fields=_fields("Số 1 phố Mẫu"), actor=MAKER, now=NOW)
    ended = _appoint(world, "Số " + world.hides("a focal point whose term is over", seen_by=ROLES))
    end_term(focal_point_id=ended, until_on=date(2026, 2, 1), actor=MAKER, now=NOW)
    mistaken = _appoint(world, "Số 2 phố Mẫu", name=world.hides("a focal point entered by mistake", seen_by=keepers))
    withdraw_focal_point(focal_point_id=mistaken, actor=MAKER, now=NOW)
    world.knows("focal_point_id", focal_point=published, focal_point_mistaken=mistaken)


def _appoint(world: World, address: str, name: str = "Trần Thị Thử") -> int:
    fields = replace(_fields(address), name=name)
    return appoint_focal_point(
        body_id=world.bodies["ubnd_a"], fields=fields, from_on=date(2026, 1, 1), actor=MAKER, now=NOW
    ).id


def _fields(address: str) -> FocalPointFields:
    return FocalPointFields(
        name="Trần Thị Thử", position="Công chức", address=address, telephone="0000 000 001", email="thu@maumot.vidu.vn"
    )


def _ward(letter: str, name: str) -> Unit:
    number = 99001 + list(NAMES).index(letter)
    version = Version(name, UnitKind.PHUONG, PROVINCE.key, SINCE)
    return Unit(f"{number}@2025-07-01", str(number), Level.COMMUNE, (version,))


def _name(world: World, name: str, body: Body) -> None:
    world.bodies[name] = body.pk
    if name in WANTED_IN_URLS:
        world.knows("body_id", **{name: body.pk})
        world.knows("slug", **{f"{name}_slug": body.slug})
