"""Drop a spreadsheet that was not taken in (bỏ bảng), and what waits too long."""

from datetime import datetime, timedelta

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.planning.models import SheetUpload
from minhbach.planning.queries.sheets import sheet_for_change
from minhbach.planning.sheets.moving import waiting_name

KEPT = timedelta(days=30)
"""How long a spreadsheet waits for somebody to go on with it."""


@transaction.atomic
def drop_sheet(*, sheet_id: int, actor: Actor, now: datetime) -> None:
    """Drop the spreadsheet with its file; it may be handed in again.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    _drop(sheet_for_change(sheet_id, actor=actor), actor, now)


@transaction.atomic
def drop_forgotten_sheets(*, actor: Actor, now: datetime) -> int:
    """Drop what nobody went on with for `KEPT`, and return how many: safe twice or late."""
    rows = SheetUpload.objects.select_for_update().filter(plan_import=None, dropped_at=None, uploaded_at__lt=now - KEPT)
    forgotten = list(rows)
    for row in forgotten:
        _drop(row, actor, now)
    return len(forgotten)


def _drop(row: SheetUpload, actor: Actor, now: datetime) -> None:
    row.dropped_at, row.content = now, {}
    row.save(update_fields=["dropped_at", "content"])
    record_event(
        chain=body_chain(row.body_id), kind="sheet.dropped", subject=Subject("sheet", row.pk), actor=actor, now=now
    )
    transaction.on_commit(lambda: quarantine.remove(waiting_name(row.pk)))
