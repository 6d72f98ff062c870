"""Reads of focal points: those published on a day, and the terms of one body."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from minhbach.agencies.contracts import FocalPointFields, FocalPointRecord
from minhbach.agencies.models import Body, FocalPoint, FormerFocalPoint
from minhbach.agencies.queries.beneath import at_the_top
from minhbach.agencies.queries.rows import exists_on
from minhbach.domain.bodies.focal_points import Duty, FieldSet, rule_on
from minhbach.domain.bodies.values import Kind
from minhbach.domain.units.values import Level
from minhbach.lawbook.focal_points import load_duties, load_field_sets


def field_set(on: dt.date) -> FieldSet:
    """Return which fields the law of that day has published."""
    return rule_on(load_field_sets(), on)


def duty(on: dt.date) -> Duty:
    """Return which bodies the law of that day wants to have a focal point."""
    return rule_on(load_duties(), on)


def running_on(day: dt.date) -> Q:
    """Return the condition that a term runs on that day and was not withdrawn."""
    return Q(from_on__lte=day, withdrawn_at__isnull=True) & (Q(until_on__isnull=True) | Q(until_on__gt=day))


def focal_points_of(ids: Iterable[int], *, on: dt.date) -> Mapping[int, tuple[FocalPointRecord, ...]]:
    """Return who answers for each body on that day: one query. A body without any is left out."""
    rows = FocalPoint.objects.filter(running_on(on), body__in=list(ids))
    found: dict[int, list[FocalPointRecord]] = defaultdict(list)
    for row in rows.select_related("unit").order_by("body", "from_on", "pk"):
        found[row.body_id].append(as_record(row))
    return {body: tuple(points) for body, points in found.items()}


def telephone_at_the_top(*, on: dt.date) -> str:
    """Return the telephone of the first focal point of the one committee that stands under no other body.

    Nothing where there is no such committee, or several, or nobody was named.
    """
    points = FocalPoint.objects.filter(running_on(on), body=OuterRef("pk")).exclude(telephone="")
    first = points.order_by("from_on", "pk").values("telephone")[:1]
    # Every page asks: where the whole country is loaded the second of 3,355 committees already answers.
    found = at_the_top(on).order_by().values_list(Subquery(first), flat=True)[:2]
    return (found[0] or "") if len(found) == 1 else ""


def terms_of(body_id: int) -> tuple[Any, ...]:
    """Return the terms of a body, the latest first, each with `was_changed`; the caller has asked who may see them."""
    rows = FocalPoint.objects.filter(body=body_id, withdrawn_at__isnull=True).select_related("unit")
    changed = Exists(FormerFocalPoint.objects.filter(focal_point=OuterRef("pk")))
    return tuple(rows.annotate(was_changed=changed).order_by("-from_on", "-pk"))


def withdrawn_terms(body_id: int) -> tuple[FocalPoint, ...]:
    """Return the terms that were entered by mistake; the caller has asked who may see them."""
    rows = FocalPoint.objects.filter(body=body_id, withdrawn_at__isnull=False)
    return tuple(rows.select_related("unit").order_by("-withdrawn_at"))


def bodies_with_duty(on: dt.date) -> QuerySet[Any]:
    """Return the bodies of that day that need a focal point, each with `has_focal_point`."""
    law = duty(on)
    bound = Q(pk__in=[])
    for level, kinds in law.bodies.items():
        always = sorted(kinds - law.only_essential)
        if always:
            bound |= Q(level=level, kind__in=always)
        if kinds & law.only_essential:
            bound |= Q(level=level, kind__in=sorted(kinds & law.only_essential), essential_service=True)
    held = FocalPoint.objects.filter(running_on(on), body=OuterRef("pk"))
    return Body.objects.filter(exists_on(on), bound).annotate(has_focal_point=Exists(held))


def needs_focal_point(row: Body, *, on: dt.date) -> bool:
    """Tell whether the law of that day wants the body to have a focal point."""
    return duty(on).binds(Kind(row.kind), Level(row.level), essential=row.essential_service)


def as_record(row: FocalPoint) -> FocalPointRecord:
    """Return one term as a record."""
    fields = FocalPointFields(
        name=row.name,
        position=row.position,
        address=row.address,
        telephone=row.telephone,
        fax=row.fax,
        email=row.email,
        working_hours=row.working_hours,
        unit_id=row.unit_id,
    )
    unit = row.unit.name if row.unit else ""
    return FocalPointRecord(row.pk, row.body_id, unit, fields, row.from_on, row.until_on)
