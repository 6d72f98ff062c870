"""Correct what is published of a focal point, or take the last correction back."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import FocalPointFields, FocalPointRecord, NothingToUndo
from minhbach.agencies.focal_point_rows import FIELDS, check_term, cleaned, for_change, keep_former, record
from minhbach.agencies.models import FocalPoint
from minhbach.agencies.queries.focal_points import as_record
from minhbach.domain.access import Actor
from minhbach.foundation.dates import local_date


@transaction.atomic
def change_focal_point(
    *, focal_point_id: int, fields: FocalPointFields, actor: Actor, now: dt.datetime
) -> FocalPointRecord:
    """Write the fields anew; what stood there before is kept, so that it can be put back. No change, no event.

    :raises FocalPointNotVisible: if it is not there for the officer.
    :raises FieldMissing: if a field is empty that the law has published.
    """
    row = for_change(focal_point_id, actor=actor, on=local_date(now))
    values = cleaned(fields, row.body, on=max(row.from_on, local_date(now)))
    if all(getattr(row, name) == value for name, value in values.items()):
        return as_record(row)
    keep_former(row, now=now)
    return _write(row, values, row.until_on, "focal_point_changed", actor, now)


@transaction.atomic
def undo_focal_point_change(*, focal_point_id: int, actor: Actor, now: dt.datetime) -> FocalPointRecord:
    """Put back what stood there before the last change or the end of the term.

    :raises FocalPointNotVisible: if it is not there for the officer.
    :raises NothingToUndo: if nothing was changed.
    """
    row = for_change(focal_point_id, actor=actor, on=local_date(now))
    former = row.former.order_by("-replaced_at", "-pk").first()
    if former is None:
        raise NothingToUndo(_("Đầu mối này chưa được sửa lần nào."))
    values = {name: getattr(former, name) for name in FIELDS}
    check_term(row.body, row.from_on, former.until_on)
    former.delete()
    return _write(row, values, former.until_on, "focal_point_change_undone", actor, now)


def _write(
    row: FocalPoint,
    values: dict[str, str | int | None],
    until_on: dt.date | None,
    kind: str,
    actor: Actor,
    now: dt.datetime,
) -> FocalPointRecord:
    for name, value in values.items():
        setattr(row, name, value)
    row.until_on = until_on
    row.recorded_at = now
    row.save()
    record(row, kind, actor=actor, now=now)
    return as_record(FocalPoint.objects.select_related("unit").get(pk=row.pk))
