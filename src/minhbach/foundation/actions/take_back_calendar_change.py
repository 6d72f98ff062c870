"""Take a mistaken change of the calendar back; it stays readable, and open dates move back (rút lại)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.changes import ChangeRefused, check
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.calendar.contracts import CHANGE, CalendarNotKept, CalendarRefused
from minhbach.foundation.calendar.recounting import recount
from minhbach.foundation.calendar.using import hold_state, renew, standing_changes, with_changes
from minhbach.foundation.calendar.words import objection_in_words
from minhbach.foundation.contracts import INSTALLATION, Subject
from minhbach.foundation.models import CalendarChange
from minhbach.foundation.registries import keeps_calendar

LONGEST_REASON = 300


@transaction.atomic
def take_back_calendar_change(*, change_id: int, reason: str, actor: Actor, now: datetime) -> int:
    """Let the calendar be as if the change had not been made, and return how many open dates moved.

    :raises CalendarNotKept: if the actor does not keep the calendar, or there is no such change.
    :raises CalendarRefused: without a reason, if it is taken back already, or if a later change rests on it.
    """
    if not keeps_calendar(actor):
        raise CalendarNotKept
    state = hold_state()
    row = CalendarChange.objects.filter(pk=change_id).first()
    if row is None:
        raise CalendarNotKept
    reason = squeeze(reason)[:LONGEST_REASON]
    if not reason:
        raise CalendarRefused(_("Ghi lý do rút lại thay đổi này."))
    if row.taken_back_at:
        raise CalendarRefused(_("Thay đổi này đã được rút lại."))
    standing = standing_changes()
    after = with_changes(one for one in standing if one.pk != row.pk)
    try:
        check(after, before=with_changes(standing))
    except ChangeRefused as refused:
        raise CalendarRefused(objection_in_words(refused)) from refused
    row.taken_back_by, row.taken_back_at, row.taken_back_because = actor.reference, now, reason
    row.save(update_fields=["taken_back_by", "taken_back_at", "taken_back_because"])
    renew(state)
    moved = recount(state, after, source=row.source, actor=actor, now=now)
    record_event(
        chain=INSTALLATION,
        kind="calendar.change_taken_back",
        subject=Subject(CHANGE, row.pk),
        actor=actor,
        now=now,
        facts={"calendar": after.version, "moved": moved},
    )
    return moved
