"""An agency's section on access to information (Article 11 of Decree 13/2018)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from minhbach.agencies.access import PARTS
from minhbach.agencies.contracts import KNOWN_FROM, BodyRecord
from minhbach.agencies.doors import actor_on
from minhbach.agencies.labels import KIND_LABELS, LEVEL_LABELS
from minhbach.agencies.models import Body, TerritoryVersion
from minhbach.agencies.queries.directory import parts_of, territories_above
from minhbach.agencies.queries.focal_points import field_set, focal_points_of, needs_focal_point
from minhbach.agencies.queries.naming_dates import names_by_date
from minhbach.agencies.queries.rows import as_record, holds_on, latest_parents
from minhbach.agencies.queries.succession import predecessors_of, successors_of
from minhbach.agencies.registries import parts_for
from minhbach.domain.bodies.values import Kind
from minhbach.foundation import clock

SERVED_BY_ANOTHER = PARTS | {Kind.COUNCIL}


@require_GET
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who answers, how to reach them, what the body took over, and what other rooms have of it."""
    row = Body.objects.select_related("territory").filter(slug=slug).first()
    if row is None:
        raise Http404
    today = clock.today()
    record = as_record(row, latest_parents([row.pk]).get(row.pk))
    last_day = row.exists_until - dt.timedelta(days=1) if row.exists_until else today
    context = {
        "row": row,
        "body": record,
        "parent": Body.objects.filter(pk__in=filter(None, [record.parent_id])).first(),
        "ended": row.exists_until is not None and row.exists_until <= today,
        "begins": row.exists_from if row.exists_from and row.exists_from > today else None,
        "past": last_day if row.exists_until is not None and row.exists_until <= today else None,
        "known_from": KNOWN_FROM,
        "kind": KIND_LABELS[record.kind],
        "level": LEVEL_LABELS[record.level],
        "names": names_by_date(row),
        "predecessors": predecessors_of(row.pk),
        "successors": successors_of(row.pk),
        "units": parts_of(row.pk, on=max(last_day, KNOWN_FROM)),
        "places": _places(row, last_day),
        "parts": [
            render_to_string(part.template, {**part.context, "body": record}, request)
            for part in parts_for(record, actor_on(request))
        ],
    }
    return render(request, "agencies/body.html", context | _focal_points(row, record, today))


def _focal_points(row: Body, record: BodyRecord, today: dt.date) -> dict[str, Any]:
    """Return who answers for the body: its own focal points, or where another body's serve it, those."""
    asked = [row.pk]
    if record.kind in SERVED_BY_ANOTHER:
        asked += [one for one in _servers(row, record) if one != row.pk]
    found = focal_points_of(asked, on=today)
    server = next((one for one in asked if one in found), None)
    return {
        "focal_points": found.get(server, ()) if server else (),
        "served_by": Body.objects.filter(pk=server).first() if server and server != row.pk else None,
        "must_have": needs_focal_point(row, on=today),
        "citation": field_set(today).citation,
    }


def _servers(row: Body, record: BodyRecord) -> Iterable[int]:
    if record.kind is Kind.COUNCIL:
        return Body.objects.filter(territory=row.territory_id, kind=Kind.COMMITTEE).values_list("pk", flat=True)
    return (record.parent_id,) if record.parent_id else ()


def _places(row: Body, last_day: dt.date) -> Any:
    day = max(last_day, KNOWN_FROM)
    rows = TerritoryVersion.objects.filter(holds_on(day), territory=row.territory_id)
    return territories_above(rows[0].path, on=day) if rows else ()
