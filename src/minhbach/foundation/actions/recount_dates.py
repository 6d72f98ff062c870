"""Move open dates after the files of days off became others, as with a new release (tính lại hạn)."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.calendars.changes import NEW_FILES
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.calendar.recounting import recount
from minhbach.foundation.calendar.using import (
    counted,
    days_to_recount,
    hold_state,
    note_counted,
    standing_changes,
    with_changes,
)
from minhbach.foundation.contracts import INSTALLATION, Subject


@transaction.atomic
def recount_dates(*, actor: Actor, now: datetime) -> int:
    """Count open dates anew where the calendar is not the one that they were counted with; return how many moved.

    Safe twice, late, or after a week of silence: it compares what is with what was counted, and asks no day.
    """
    state = hold_state()
    after = with_changes(standing_changes())
    days = days_to_recount(counted(state), after)
    if not days:
        if state.counted is None:
            note_counted(state, after)
        return 0
    moved = recount(state, after, source=NEW_FILES, actor=actor, now=now)
    record_event(
        chain=INSTALLATION,
        kind="calendar.recounted",
        subject=Subject("calendar", after.version),
        actor=actor,
        now=now,
        facts={"calendar": after.version, "moved": moved, "days": len(days)},
    )
    return moved
