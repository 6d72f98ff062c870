"""What the actions on focal points share: who may, what the law wants given, what the log holds."""

import datetime as dt
import hashlib
import json

from django.utils.translation import gettext as _

from minhbach.agencies.access import body_for_change
from minhbach.agencies.contracts import (
    BodyNotVisible,
    DatesNotPossible,
    FieldMissing,
    FocalPointFields,
    FocalPointNotVisible,
    NotAllowed,
)
from minhbach.agencies.missing import what_is_missing
from minhbach.agencies.models import Body, BodyPosition, FocalPoint, FocalPointDetails, FormerFocalPoint
from minhbach.agencies.queries.focal_points import field_set
from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain

FIELDS = ("name", "position", "address", "telephone", "fax", "email", "working_hours", "unit_id")


def for_change(focal_point_id: int, *, actor: Actor, on: dt.date, withdrawn: bool = False) -> FocalPoint:
    """Return a term that the officer may change, locked until the end of the transaction.

    :param withdrawn: look among the withdrawn terms instead of the others.
    :raises FocalPointNotVisible: if it is not there, or belongs to a body that the officer may not change.
    """
    rows = FocalPoint.objects.select_for_update().filter(withdrawn_at__isnull=not withdrawn)
    row = rows.filter(pk=focal_point_id).first()
    if row is None:
        raise FocalPointNotVisible(_("Không tìm thấy đầu mối này."))
    try:
        body_for_change(row.body_id, actor=actor, on=on)
    except (BodyNotVisible, NotAllowed):
        raise FocalPointNotVisible(_("Không tìm thấy đầu mối này.")) from None
    return row


def cleaned(fields: FocalPointFields, body: Body, *, on: dt.date) -> dict[str, str | int | None]:
    """Return what is written to the row.

    :raises FieldMissing: if the law of that day has a field published that is empty.
    :raises BodyNotVisible: if the unit is not one of the body.
    """
    texts = {name: squeeze(getattr(fields, name)) for name in FIELDS if name != "unit_id"}
    if fields.unit_id is not None:
        _check_unit(fields.unit_id, body)
    given = texts | {"name": texts["name"] or ("unit" if fields.unit_id is not None else "")}
    for field in field_set(on).missing(given):
        raise FieldMissing(field, what_is_missing(field, field_set(on).citation))
    return {**texts, "unit_id": fields.unit_id}


def check_term(body: Body, from_on: dt.date, until_on: dt.date | None) -> None:
    """Check that a term lies in the life of the body.

    :raises DatesNotPossible: if not, or if it ends before it begins.
    """
    if until_on is not None and until_on <= from_on:
        raise DatesNotPossible(_("Ngày kết thúc phải sau ngày bắt đầu."))
    if body.exists_until is not None and from_on >= body.exists_until:
        raise DatesNotPossible(_("Vào ngày này cơ quan không còn."))
    if body.exists_from is not None and from_on < body.exists_from:
        raise DatesNotPossible(_("Vào ngày này cơ quan chưa có."))


def keep_former(row: FocalPoint, *, now: dt.datetime) -> None:
    """Keep what the row says now, so that a change can be undone."""
    values = {name: getattr(row, name) for name in FIELDS}
    FormerFocalPoint.objects.create(
        focal_point=row, until_on=row.until_on, recorded_at=row.recorded_at, replaced_at=now, **values
    )


def record(row: FocalPoint, kind: str, *, actor: Actor, now: dt.datetime) -> None:
    """Record what was done: the dates, and a digest in place of the person's data."""
    record_event(
        chain=body_chain(row.body_id),
        kind=f"agencies.{kind}",
        subject=Subject("focal_point", row.pk),
        actor=actor,
        now=now,
        facts={
            "body": row.body_id,
            "from": row.from_on.isoformat(),
            "until": row.until_on.isoformat() if row.until_on else None,
            "digest": digest(row),
        },
    )


def digest(row: FocalPointDetails) -> str:
    """Return a digest of the published fields: it shows that they changed, not what they say."""
    values = json.dumps([getattr(row, name) for name in FIELDS], ensure_ascii=False)
    return hashlib.sha256(values.encode()).hexdigest()


def _check_unit(unit_id: int, body: Body) -> None:
    if not BodyPosition.objects.filter(body=unit_id, parent=body.pk).exists():
        raise BodyNotVisible(_("Đơn vị làm đầu mối phải thuộc cơ quan này."))
