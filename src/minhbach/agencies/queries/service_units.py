"""Public service units beneath a committee: what its list may name (Law 01/2026, Article 11(5))."""

import datetime as dt

from minhbach.agencies.contracts import ServiceUnitRecord
from minhbach.agencies.models import Body
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.agencies.queries.rows import exists_on
from minhbach.domain.bodies.values import Kind


def service_units_of(committee_id: int, *, on: dt.date) -> tuple[ServiceUnitRecord, ...]:
    """Return the public service units that a committee manages on a day, in Vietnamese order: two queries.

    Those of its own level alone: the units of a ward stand in the ward's own list, not in the province's.
    """
    level = Body.objects.filter(pk=committee_id).values("level")
    beneath = with_bodies_beneath([committee_id]) - {committee_id}
    rows = Body.objects.filter(exists_on(on), pk__in=beneath, kind=Kind.SERVICE_UNIT, level__in=level)
    return tuple(
        ServiceUnitRecord(
            id=row.pk,
            slug=row.slug,
            name=row.name,
            address=row.address,
            telephone=row.telephone,
            email=row.email,
            website=row.website,
            is_essential=row.essential_service,
        )
        for row in rows.order_by("sort_key", "pk")
    )
