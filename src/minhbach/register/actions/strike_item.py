"""Strike a line of the register, or let it count again (gạch, khôi phục)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.text import squeeze
from minhbach.register.changing import item_for_roles, refuse_known, refuse_struck, refuse_waiting, settle_due
from minhbach.register.contracts import ItemRefused
from minhbach.register.facts_kept import facts_of
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.models import ItemState
from minhbach.register.rules import MAY_KEEP

LONGEST_REASON = 300


@transaction.atomic
def strike_item(*, item_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Take a line out of the lists; in the register and its book it stays to be read, struck.

    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the actor may not, no reason is given, or it is public or waits at the gate.
    """
    row = item_for_roles(item_id, MAY_KEEP, actor=actor)
    refuse_struck(row)
    refuse_waiting(row)
    if row.public_version_id is not None:
        raise ItemRefused(_("Thông tin đang công khai. Rút khỏi công khai trước, rồi mới gạch."))
    reason = squeeze(reason)[:LONGEST_REASON]
    if not reason:
        raise ItemRefused(_("Ghi lý do gạch mục này."), field="reason")
    row.state, row.struck_at, row.struck_reason = ItemState.STRUCK, now, reason
    row.listed_on, row.planned_on = None, None
    row.publish_due_on, row.is_due_provisional, row.is_backlog = None, False, False
    row.version += 1
    row.save()
    # The reason may name people, so it stays in the table, which can be erased, and out of the log.
    note(row, "struck", actor=actor, now=now)
    index_item(row)


@transaction.atomic
def restore_item(*, item_id: int, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Let a struck line count again.

    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the actor may not, it is not struck, or the document was entered anew meanwhile.
    """
    row = item_for_roles(item_id, MAY_KEEP, actor=actor)
    if row.state != ItemState.STRUCK:
        raise ItemRefused(_("Mục này không bị gạch. Mở lại trang để xem tình trạng hiện nay."))
    refuse_known(facts_of(row), body_id=row.body_id, but=row.pk)
    row.state, row.struck_at, row.struck_reason = ItemState.ACTIVE, None, ""
    settle_due(row, calendar=calendar)
    row.version += 1
    row.save()
    note(row, "restored", actor=actor, now=now)
    index_item(row)
