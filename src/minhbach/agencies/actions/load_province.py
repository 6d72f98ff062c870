"""Make a province from the law data: its bodies, those of its communes, and those that came before them."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import NotAllowed
from minhbach.agencies.making import find_province, province_wanted
from minhbach.agencies.planting.plant import plant
from minhbach.agencies.planting.wanted import Changes
from minhbach.agencies.registries import bodies_were_added
from minhbach.domain.access import Actor, Role
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, Subject
from minhbach.lawbook.bodies import load_body_models
from minhbach.lawbook.units import load_units


@dataclass(frozen=True, slots=True)
class LoadedProvince:
    """What a load did. `bodies_today` counts the bodies of the province that exist on the day asked for."""

    code: str
    name: str
    territory_key: str
    bodies_today: int
    changes: Changes


@transaction.atomic
def load_province(
    *,
    name_or_code: str,
    on: dt.date,
    actor: Actor,
    now: dt.datetime,
    also_present: Collection[str] = (),
    progress: Callable[[str], None] = lambda _step: None,
) -> LoadedProvince:
    """Make the tables hold the province of that day. A second run changes nothing and records no event.

    :param also_present: ids of bodies in `law/bodies` that only some units have, and every unit here shall have.
    :raises NameNotKnown: if no province has this name or code on that day.
    :raises NotAllowed: if the actor is neither the system nor an administrator.
    """
    if actor.system is None and not actor.holds(Role.ADMINISTRATOR):
        raise NotAllowed(_("Chỉ người quản trị được tạo cơ quan của cả tỉnh."))
    units = load_units()
    province = find_province(units, name_or_code, on=on)
    wanted = province_wanted(units, load_body_models(), province, on=on, also_present=also_present)
    changes = plant(wanted, progress=progress)
    if changes.anything:
        _record(province.key, changes, actor, now)
        bodies_were_added()
    today = sum(one.body.exists_on(on) for one in wanted.bodies)
    version = province.on(on) or province.latest
    return LoadedProvince(province.code, version.full_name, province.key, today, changes)


def _record(key: str, changes: Changes, actor: Actor, now: dt.datetime) -> None:
    facts: dict[str, str | int | bool | None] = {}
    for table, tally in changes.tables():
        facts[f"{table}_created"] = tally.created
        facts[f"{table}_changed"] = tally.changed
    record_event(
        chain=INSTALLATION,
        kind="agencies.province_loaded",
        subject=Subject("territory", key),
        actor=actor,
        now=now,
        facts=facts,
    )
