"""End a term of office, or withdraw one that was entered by mistake."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import DatesNotPossible, FocalPointRecord
from minhbach.agencies.focal_point_rows import for_change, keep_former, record
from minhbach.agencies.queries.focal_points import as_record
from minhbach.domain.access import Actor
from minhbach.foundation.dates import local_date


@transaction.atomic
def end_term(*, focal_point_id: int, until_on: dt.date, actor: Actor, now: dt.datetime) -> FocalPointRecord:
    """Let a term end: `until_on` is the first day on which the focal point is no longer shown.

    :raises FocalPointNotVisible: if it is not there for the officer.
    :raises DatesNotPossible: if that is not after the first day of the term.
    """
    row = for_change(focal_point_id, actor=actor, on=local_date(now))
    if until_on <= row.from_on:
        raise DatesNotPossible(_("Ngày kết thúc phải sau ngày bắt đầu; nhập nhầm thì dùng “Rút lại”."))
    keep_former(row, now=now)
    row.until_on = until_on
    row.recorded_at = now
    row.save()
    record(row, "focal_point_ended", actor=actor, now=now)
    return as_record(row)


@transaction.atomic
def withdraw_focal_point(*, focal_point_id: int, actor: Actor, now: dt.datetime) -> None:
    """Take a term back that was entered by mistake; it is shown nowhere any more, on no day.

    :raises FocalPointNotVisible: if it is not there for the officer.
    """
    row = for_change(focal_point_id, actor=actor, on=local_date(now))
    row.withdrawn_at = now
    row.save(update_fields=["withdrawn_at"])
    record(row, "focal_point_withdrawn", actor=actor, now=now)


@transaction.atomic
def restore_focal_point(*, focal_point_id: int, actor: Actor, now: dt.datetime) -> FocalPointRecord:
    """Put a withdrawn term back as it was.

    :raises FocalPointNotVisible: if it is not there for the officer.
    """
    row = for_change(focal_point_id, actor=actor, on=local_date(now), withdrawn=True)
    row.withdrawn_at = None
    row.save(update_fields=["withdrawn_at"])
    record(row, "focal_point_restored", actor=actor, now=now)
    return as_record(row)
