"""Which bodies an officer sees and changes on officers' pages: which there are is public, work on them is not."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyNotVisible, NotAllowed
from minhbach.agencies.models import Body, BodyPosition, Succession, TerritoryVersion
from minhbach.agencies.queries.rows import holds_on
from minhbach.agencies.rules import SEGMENT, beyond, territories_of
from minhbach.domain.access import Actor, Role
from minhbach.domain.bodies.values import Kind

OVERSEES = (Role.JUSTICE_COORDINATOR, Role.SUPERVISOR)
MAY_CHANGE = (Role.ADMINISTRATOR, Role.FOCAL_POINT, Role.LEADER)
MAY_ADD = (Role.ADMINISTRATOR, Role.FOCAL_POINT, Role.LEADER, Role.MODERATOR, Role.JUSTICE_COORDINATOR)
PARTS = frozenset({Kind.OFFICE, Kind.DIVISION, Kind.SERVICE_CENTRE, Kind.INNER_UNIT, Kind.RESIDENTS_GROUP})
"""Kinds of bodies that are parts of the one above them; its officers keep their data too."""


def seen_by(actor: Actor, *, on: dt.date) -> Q:
    """Return the condition on `Body` that the officer sees it on that day: own bodies, their parts, those overseen."""
    paths = [path for path, _kind in _positions(actor.bodies(), on)]
    paths += _territories(actor.bodies_where(*OVERSEES), on, every=True)
    paths += _territories(actor.bodies_where(Role.ADMINISTRATOR), on, every=False)
    return _inside(paths, on)


def watched_by(actor: Actor, *, on: dt.date) -> Q:
    """Return the condition on `Body` that the officer looks down on it: it lies in what one leads or oversees.

    Leaders of committees look down on their territory, leaders of other bodies on nothing but their own body.
    """
    led = actor.bodies_where(Role.LEADER)
    paths = [path for path, _kind in _positions(led, on)] + _territories(led, on, every=False)
    paths += _territories(actor.bodies_where(*OVERSEES), on, every=True)
    return _inside(paths, on)


def changed_by(actor: Actor, *, on: dt.date) -> Q:
    """Return the condition on `Body` that the officer may change its data: own bodies, parts, those administered."""
    own = actor.bodies_where(*MAY_CHANGE)
    parts = Q(positions__parent__in=own, kind__in=PARTS)
    whole = [path for path, _kind in _positions(actor.bodies_where(Role.ADMINISTRATOR), on)]
    whole += _territories(actor.bodies_where(Role.ADMINISTRATOR), on, every=False)
    return Q(pk__in=own) | Q(pk__in=Body.objects.filter(parts).values("pk")) | _inside(whole, on)


def body_for_change(body_id: int, *, actor: Actor, on: dt.date) -> Body:
    """Return a body that the officer may change, locked until the end of the transaction.

    :raises BodyNotVisible: if the officer does not see it.
    :raises NotAllowed: if the officer sees it but may not change it.
    """
    rows = Body.objects.filter(pk=body_id)
    if actor.system is not None:
        found = rows.select_for_update().first()
    else:
        if not rows.filter(seen_by(actor, on=on) | changed_by(actor, on=on)).exists():
            raise BodyNotVisible(_("Không tìm thấy cơ quan này."))
        found = rows.select_for_update().filter(changed_by(actor, on=on)).first()
        if found is None:
            raise NotAllowed(_("Ông/Bà xem được cơ quan này nhưng không được sửa."))
    if found is None:
        raise BodyNotVisible(_("Không tìm thấy cơ quan này."))
    return found


def _positions(ids: Iterable[int], on: dt.date) -> list[tuple[str, str]]:
    """Return path and kind of each body on that day; of one that ended, its last."""
    rows = BodyPosition.objects.filter(body__in=list(ids)).order_by("body", "from_on", "pk")
    held = {body: (path, kind) for body, path, kind in rows.values_list("body", "path", "body__kind")}
    now = rows.filter(holds_on(on)).values_list("body", "path", "body__kind")
    held |= {body: (path, kind) for body, path, kind in now}
    return list(held.values())


def _territories(ids: Iterable[int], on: dt.date, *, every: bool) -> list[str]:
    """Return the paths of the territories of these bodies; unless `every`, only of those that govern them."""
    return [_territory_path(path) for path, kind in _positions(ids, on) if every or kind == Kind.COMMITTEE]


def _territory_path(path: str) -> str:
    parts = [path[start : start + SEGMENT] for start in range(0, len(path), SEGMENT)]
    return "".join(part for part in parts if part[0] == "1")


def _inside(paths: Iterable[str], on: dt.date) -> Q:
    ranges = Q(pk__in=[])
    for path in dict.fromkeys(paths):
        ranges |= Q(path__gte=path, path__lt=beyond(path))
    return Q(pk__in=BodyPosition.objects.filter(holds_on(on) & ranges).values("body"))


def in_own_province(actor: Actor, territory: int) -> bool:
    """Tell whether a territory, present or former, lies in what is now the province of one of the actor's bodies."""
    own = {territories_of(path)[0] for path, _kind in _positions(actor.bodies(), dt.date.max)}
    paths = TerritoryVersion.objects.filter(territory=territory).values_list("path", flat=True)
    asked = {territories_of(path)[0] for path in paths}
    while asked and not asked & own:
        heirs = Succession.objects.filter(older__territory__in=asked, older__kind=Kind.COMMITTEE)
        asked = set(heirs.values_list("newer__territory", flat=True)) - asked
    return bool(asked & own)
