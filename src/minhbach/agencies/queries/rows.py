"""Rows as records."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.models import Body, BodyPosition, DataState
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level


def holds_on(day: date, prefix: str = "") -> Q:
    """Return the condition that something dated holds on the day."""
    begun = Q(**{f"{prefix}from_on__isnull": True}) | Q(**{f"{prefix}from_on__lte": day})
    not_ended = Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gt": day})
    return begun & not_ended


def exists_on(day: date, prefix: str = "") -> Q:
    """Return the condition that a body is there on the day."""
    begun = Q(**{f"{prefix}exists_from__isnull": True}) | Q(**{f"{prefix}exists_from__lte": day})
    not_ended = Q(**{f"{prefix}exists_until__isnull": True}) | Q(**{f"{prefix}exists_until__gt": day})
    return begun & not_ended


def records(rows: QuerySet[Body]) -> tuple[BodyRecord, ...]:
    """Return the bodies as records, with their latest place in the tree: two queries."""
    found = list(rows.select_related("territory"))
    parents = latest_parents(row.pk for row in found)
    return tuple(as_record(row, parents.get(row.pk)) for row in found)


def latest_parents(ids: Iterable[int]) -> dict[int, int | None]:
    """Return the parent of each body in its latest position."""
    positions = BodyPosition.objects.filter(body_id__in=list(ids)).order_by("body_id", "from_on", "pk")
    return dict(positions.values_list("body_id", "parent_id"))


def as_record(row: Body, parent_id: int | None) -> BodyRecord:
    """Return one body as a record."""
    return BodyRecord(
        id=row.pk,
        slug=row.slug,
        name=row.name,
        place=row.place,
        kind=Kind(row.kind),
        level=Level(row.level),
        territory_key=row.territory.key,
        parent_id=parent_id,
        exists_from=row.exists_from,
        exists_until=row.exists_until,
        is_confirmed=row.state == DataState.CONFIRMED,
        source=row.source,
    )
