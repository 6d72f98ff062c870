"""Name who receives requests for a body, for a term, and so publish it."""

import datetime as dt

from django.db import transaction

from minhbach.agencies.access import body_for_change
from minhbach.agencies.contracts import FocalPointFields, FocalPointRecord
from minhbach.agencies.focal_point_rows import check_term, cleaned, record
from minhbach.agencies.models import FocalPoint
from minhbach.agencies.queries.focal_points import as_record
from minhbach.domain.access import Actor
from minhbach.foundation.dates import local_date


@transaction.atomic
def appoint_focal_point(
    *,
    body_id: int,
    fields: FocalPointFields,
    from_on: dt.date,
    actor: Actor,
    now: dt.datetime,
    until_on: dt.date | None = None,
) -> FocalPointRecord:
    """Appoint a person or a unit. From `from_on` on, `/dau-moi/` and the body's page show it to everybody.

    :param until_on: exclusive; None: until somebody ends the term.
    :raises BodyNotVisible: if the officer does not see the body, or the unit is not one of its own.
    :raises NotAllowed: if the officer may not change the body's data.
    :raises FieldMissing: if a field is empty that the law of `from_on` has published.
    :raises DatesNotPossible: if the term ends before it begins, or the body is not there.
    """
    body = body_for_change(body_id, actor=actor, on=local_date(now))
    check_term(body, from_on, until_on)
    values = cleaned(fields, body, on=from_on)
    row = FocalPoint.objects.create(body=body, from_on=from_on, until_on=until_on, recorded_at=now, **values)
    record(row, "focal_point_appointed", actor=actor, now=now)
    return as_record(row)
