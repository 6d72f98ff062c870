"""Lists of bodies and territories on a day, for pages: narrowed, ordered, never more queries for more rows."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Q, QuerySet, When

from minhbach.agencies.contracts import KNOWN_FROM
from minhbach.agencies.models import Body, BodyPosition, TerritoryVersion
from minhbach.agencies.queries.rows import exists_on, holds_on
from minhbach.agencies.rules import beyond
from minhbach.domain.bodies.values import Kind
from minhbach.domain.text import fold
from minhbach.domain.units.values import Level


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list of bodies is narrowed to. `within` is the key of a territory, all that lies in it included."""

    words: str = ""
    within: str = ""
    level: str = ""
    kind: str = ""

    @property
    def anything(self) -> bool:
        """Tell whether anything narrows the list."""
        return any((self.words, self.within, self.level, self.kind))


@dataclass(frozen=True, slots=True)
class TerritoryRecord:
    """A territory on a day. `path` finds all that lies in it."""

    key: str
    name: str
    level: Level
    path: str


def known_day(day: dt.date) -> dt.date:
    """Return the day itself, or the first of which anything is known: pages say so then."""
    return max(day, KNOWN_FROM)


KINDS_FIRST = {kind.value: place for place, kind in enumerate(Kind)}


def bodies_on(day: dt.date) -> QuerySet[Body]:
    """Return the bodies that are there on a day, in Vietnamese order."""
    return Body.objects.filter(exists_on(day)).order_by("sort_key", "pk")


def bodies_ended(day: dt.date) -> QuerySet[Body]:
    """Return the bodies that were there once and are no more, the day included."""
    return Body.objects.filter(exists_until__lte=day)


def committees_first(rows: QuerySet[Body]) -> QuerySet[Any]:
    """Return the same bodies, committees first, then councils, offices, departments and the rest, each by name."""
    places = [When(kind=kind, then=place) for kind, place in KINDS_FIRST.items()]
    return rows.alias(place_of_kind=Case(*places, default=99)).order_by("place_of_kind", "sort_key", "pk")


def narrowed(rows: QuerySet[Body], to: Narrowing, *, on: dt.date) -> QuerySet[Body]:
    """Return the bodies that fit. Words are found with and without marks; the order is left as it is."""
    for word in fold(to.words).split():
        rows = rows.filter(search_text__contains=word)
    if to.within:
        rows = rows.filter(pk__in=_inside(to.within, on))
    if to.level:
        rows = rows.filter(level=to.level)
    if to.kind:
        rows = rows.filter(kind=to.kind)
    return rows


def territory(key: str, *, on: dt.date) -> TerritoryRecord | None:
    """Return a territory as it is on that day; None if it is not there."""
    row = TerritoryVersion.objects.filter(holds_on(on), territory__key=key).select_related("territory").first()
    return _record(row) if row else None


def territories_above(path: str, *, on: dt.date) -> tuple[TerritoryRecord, ...]:
    """Return the territories along a path, the province first."""
    prefixes = [path[:end] for end in range(8, len(path) + 1, 8)]
    rows = TerritoryVersion.objects.filter(holds_on(on), path__in=prefixes).select_related("territory")
    return tuple(_record(row) for row in rows.order_by("path"))


def territories_below(key: str | None, *, on: dt.date) -> tuple[TerritoryRecord, ...]:
    """Return the territories directly below one on that day (None: the provinces), in Vietnamese order."""
    rows = TerritoryVersion.objects.filter(holds_on(on)).select_related("territory").order_by("sort_key", "pk")
    below = rows.filter(parent__key=key) if key else rows.filter(parent__isnull=True)
    return tuple(_record(row) for row in below)


def count_inside(key: str, *, on: dt.date) -> int:
    """Return how many bodies lie in a territory on that day: one query over one range."""
    found = territory(key, on=on)
    if found is None:
        return 0
    rows = BodyPosition.objects.filter(holds_on(on), path__gte=found.path, path__lt=beyond(found.path))
    return rows.values("body").distinct().count()


def parts_of(body_id: int, *, on: dt.date) -> QuerySet[Body]:
    """Return the bodies directly under one in its own territory on that day."""
    here = Body.objects.filter(pk=body_id).values("territory")
    positions = BodyPosition.objects.filter(holds_on(on), parent=body_id, body__territory__in=here)
    return Body.objects.filter(pk__in=positions.values("body")).order_by("sort_key", "pk")


def bodies_of_territory(key: str, *, on: dt.date) -> QuerySet[Body]:
    """Return the bodies of exactly that territory on that day, without the units inside them."""
    return bodies_on(on).filter(territory__key=key)


def _inside(key: str, on: dt.date) -> QuerySet[BodyPosition, Any]:
    paths = TerritoryVersion.objects.filter(holds_on(on), territory__key=key).values_list("path", flat=True)
    ranges = Q(pk__in=[])
    for path in paths:
        ranges |= Q(path__gte=path, path__lt=beyond(path))
    return BodyPosition.objects.filter(holds_on(on) & ranges).values("body")


def _record(row: TerritoryVersion) -> TerritoryRecord:
    return TerritoryRecord(row.territory.key, f"{row.kind} {row.name}", Level(row.territory.level), row.path)
