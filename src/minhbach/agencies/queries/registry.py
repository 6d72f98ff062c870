"""The bodies of a province on a day, as the rules of names need them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from minhbach.agencies.models import Body, BodyName, BodyPosition, Succession, TerritoryVersion
from minhbach.agencies.queries.rows import holds_on
from minhbach.agencies.rules import beyond, bodies_of, territories_of, territory_segment
from minhbach.domain.bodies.registry import Registry
from minhbach.domain.bodies.values import Body as NamedBody
from minhbach.domain.bodies.values import DatedName, Kind, Territory
from minhbach.domain.units.values import Level, UnitKind

_MERGED_KINDS = (Kind.DEPARTMENT.value, Kind.OFFICE.value)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A registry, and which body in it asks."""

    registry: Registry
    within: str


def registry_around(body_id: int, *, on: dt.date) -> Surroundings:
    """Return all bodies of the province in which the body lay on that day; those that ended before it too."""
    path = _position(body_id, on)
    province = territory_segment(territories_of(path)[0])
    inside = Q(path__gte=province, path__lt=beyond(province))
    chosen = Body.objects.filter(pk__in=BodyPosition.objects.filter(inside).values("body"))
    begun = Q(exists_from__isnull=True) | Q(exists_from__lte=on)
    territories = _territories(TerritoryVersion.objects.filter(inside), on)
    return Surroundings(_registry(chosen.filter(begun | Q(pk=body_id)), territories, on), str(body_id))


def registry_of(rows: QuerySet[Body], *, on: dt.date) -> Registry:
    """Return a registry of these bodies alone, with the territories around them."""
    ids = set(rows.values_list("territory_id", flat=True))
    paths = TerritoryVersion.objects.filter(territory__in=ids).values_list("path", flat=True)
    around = ids | {one for path in paths for one in territories_of(path)}
    versions = TerritoryVersion.objects.filter(territory__in=around)
    return _registry(rows, _territories(versions, on), on)


def _position(body_id: int, on: dt.date) -> str:
    rows = BodyPosition.objects.filter(body=body_id)
    held = rows.filter(holds_on(on)).first() or rows.order_by("from_on", "pk").last()
    return held.path if held else ""


def _territories(versions: QuerySet[TerritoryVersion], on: dt.date) -> tuple[Territory, ...]:
    """Return each territory as it was on the day, or as it last was before, or as it first was after."""
    found: dict[str, Territory] = {}
    spans: dict[str, list[tuple[dt.date | None, dt.date | None]]] = defaultdict(list)
    rows = versions.order_by("from_on").values_list(
        "territory__key", "territory__level", "kind", "name", "parent__key", "from_on", "until_on"
    )
    for key, level, kind, name, parent, begins, ends in sorted(rows, key=lambda row: row[5] or dt.date.min):
        spans[key].append((begins, ends))
        if key not in found or begins is None or begins <= on:
            found[key] = Territory(key, Level(level), UnitKind(kind), name, parent)
    return tuple(
        Territory(one.key, one.level, one.kind, one.name, one.parent, spans[key][0][0], spans[key][-1][1])
        for key, one in found.items()
    )


def _registry(rows: QuerySet[Body], territories: Iterable[Territory], on: dt.date) -> Registry:
    columns = rows.values_list("pk", "kind", "level", "territory__key", "exists_from", "exists_until")
    ids = {row[0] for row in columns}
    names, also = _names(rows)
    upper = {row[0] for row in columns if row[1] in _MERGED_KINDS and row[2] == Level.PROVINCE}
    for pk, texts in _former_names(upper).items():
        also[pk] += texts
    parents = _parents(rows, on)
    heirs = _heirs(rows)
    known = {one.key for one in territories}
    return Registry.of(
        bodies=[
            NamedBody(
                key=str(pk),
                kind=Kind(kind),
                level=Level(level),
                territory=territory,
                names=tuple(names[pk]),
                parent=str(parents[pk]) if parents.get(pk) in ids else None,
                also=tuple(also[pk]),
                since=since,
                until=until,
                successors=tuple(str(one) for one in heirs[pk] if one in ids),
            )
            for pk, kind, level, territory, since, until in columns
            if territory in known and names[pk]
        ],
        territories=[one if one.parent in known else _top(one) for one in territories],
    )


def _top(one: Territory) -> Territory:
    return Territory(one.key, one.level, one.kind, one.name, None, one.since, one.until)


def _names(rows: QuerySet[Body]) -> tuple[dict[int, list[DatedName]], dict[int, list[str]]]:
    names: dict[int, list[DatedName]] = defaultdict(list)
    also: dict[int, list[str]] = defaultdict(list)
    found = BodyName.objects.filter(body__in=rows.values("pk")).order_by("body", "from_on", "pk")
    for pk, text, official, begins, ends in found.values_list("body", "text", "official", "from_on", "until_on"):
        if official:
            names[pk].append(DatedName(text, begins, ends))
        else:
            also[pk].append(text)
    return names, also


def _former_names(ids: set[int]) -> dict[int, list[str]]:
    """Return, for these departments and offices of provinces, the names of those that went into them, however far back.

    A merged province is a new one in the data, so "Sở Kế hoạch và Đầu tư" of the old ones is not among its bodies.
    """
    heirs: dict[int, set[int]] = {one: {one} for one in ids}
    found: dict[int, dict[str, None]] = defaultdict(dict)
    fresh = set(ids)
    while fresh:
        passed = Succession.objects.filter(newer__in=fresh, older__kind__in=_MERGED_KINDS).exclude(older__in=ids)
        steps = list(passed.values_list("older", "newer", "older__names__text", "older__names__official"))
        fresh = {older for older, *_ in steps if older not in heirs}
        for older, newer, text, official in steps:
            heirs.setdefault(older, set()).update(heirs[newer])
            if official:
                found[older][text] = None
    former: dict[int, dict[str, None]] = defaultdict(dict)
    for older, texts in found.items():
        for heir in heirs[older]:
            former[heir] |= texts
    return {heir: list(texts) for heir, texts in former.items()}


def _parents(rows: QuerySet[Body], on: dt.date) -> dict[int, int | None]:
    """Return the body that each one is inside, on the day or at last; a ward's committee is inside none."""
    found: dict[int, int | None] = {}
    positions = BodyPosition.objects.filter(body__in=rows.values("pk")).values_list("body", "path", "from_on")
    for pk, path, begins in sorted(positions, key=lambda row: row[2] or dt.date.min):
        if pk not in found or begins is None or begins <= on:
            found[pk] = next(iter(bodies_of(path)[-2:-1]), None)
    return found


def _heirs(rows: QuerySet[Body]) -> dict[int, list[int]]:
    heirs: dict[int, list[int]] = defaultdict(list)
    passed = Succession.objects.filter(older__in=rows.values("pk")).order_by("older", "-main", "newer__sort_key")
    for older, newer in passed.values_list("older", "newer"):
        heirs[older].append(newer)
    return heirs
