"""Enter an administrative unit that the law data do not hold: the made-up ones of demonstrations and trials."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import AlreadyThere, NameNotKnown, NotAllowed
from minhbach.agencies.making import bodies_of_unit
from minhbach.agencies.models import Territory, TerritoryVersion
from minhbach.agencies.planting.plant import plant
from minhbach.agencies.planting.wanted import Wanted
from minhbach.domain.access import Actor
from minhbach.domain.units.values import Level, Unit, UnitKind, Version
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import INSTALLATION, Subject
from minhbach.lawbook.bodies import load_body_models


@transaction.atomic
def add_territory(
    *,
    key: str,
    level: Level,
    kind: UnitKind,
    name: str,
    from_on: dt.date,
    actor: Actor,
    now: dt.datetime,
    parent_key: str | None = None,
) -> None:
    """Enter a territory and give it the bodies that `law/bodies` says every such unit has.

    :param key: unlike any of the law data; "thi-du" or "mau-mot@2025-07-01".
    :param from_on: the first day of the territory and its bodies.
    :raises NotAllowed: unless the system itself asks, for a demonstration.
    :raises AlreadyThere: if there is a territory of that key.
    :raises NameNotKnown: if the parent is not there, or was made by the law data.
    """
    if actor.system is None:
        raise NotAllowed(_("Đơn vị hành chính lấy từ dữ liệu pháp luật; không thêm bằng tay."))
    if Territory.objects.filter(key=key).exists():
        raise AlreadyThere(_("Đã có đơn vị hành chính mang khóa %(key)s.") % {"key": key})
    above = _units_up(parent_key)
    unit = Unit(key, key, level, (Version(name, kind, parent_key, from_on),))
    made = [one for each in (*above, unit) for one in bodies_of_unit(each, load_body_models())]
    plant(Wanted((*above, unit), tuple(made), ()), progress=lambda _step: None)
    record_event(
        chain=INSTALLATION,
        kind="agencies.territory_added",
        subject=Subject("territory", key),
        actor=actor,
        now=now,
        facts={"level": level.value},
    )


def _units_up(key: str | None) -> tuple[Unit, ...]:
    """Return the made-up units above, the highest first, as planting needs them."""
    if key is None:
        return ()
    row = TerritoryVersion.objects.filter(territory__key=key).select_related("territory", "parent").first()
    if row is None or row.from_on is None:
        raise NameNotKnown(_("Không có đơn vị hành chính thêm bằng tay nào mang khóa %(key)s.") % {"key": key})
    above = row.parent.key if row.parent else None
    version = Version(row.name, UnitKind(row.kind), above, row.from_on, row.until_on)
    return (*_units_up(above), Unit(key, row.territory.code, Level(row.territory.level), (version,)))
