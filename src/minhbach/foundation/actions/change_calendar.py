"""Take an announced change into the calendar, and move the open dates that it moves (ghi thay đổi lịch ngày nghỉ)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.changes import KINDS, Act, ChangeRefused, YearAnnounced, changed, entries_of
from minhbach.domain.text import squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.calendar.contracts import CHANGE, CalendarNotKept, CalendarRefused
from minhbach.foundation.calendar.recounting import recount
from minhbach.foundation.calendar.using import hold_state, renew, standing_changes, with_changes
from minhbach.foundation.calendar.words import objection_in_words
from minhbach.foundation.contracts import INSTALLATION, Subject
from minhbach.foundation.models import AddedDay, CalendarChange
from minhbach.foundation.registries import keeps_calendar

LONGEST_SOURCE = 300


@dataclass(frozen=True, slots=True)
class Changed:
    """The change that was made, and how many open dates moved with it."""

    id: int
    moved: int


@transaction.atomic
def change_calendar(*, act: Act, source: str, actor: Actor, now: datetime) -> Changed:
    """Write down what was announced. Every view shows the moved dates from the same moment on.

    :param source: number, symbol and day of the document, or where it was announced.
    :raises CalendarNotKept: if the actor does not keep the calendar of the installation.
    :raises CalendarRefused: without a source, or if the calendar would contradict itself or stay as it is.
    """
    if not keeps_calendar(actor):
        raise CalendarNotKept
    source = squeeze(source)[:LONGEST_SOURCE]
    if not source:
        raise CalendarRefused(_("Ghi số, ký hiệu, ngày của văn bản, hoặc nơi công bố."))
    state = hold_state()
    before = with_changes(standing_changes())
    confirming = (act.year,) if isinstance(act, YearAnnounced) else ()
    try:
        entries = entries_of(act, before)
        after = changed(before, entries, source=source, confirming=confirming)
    except ChangeRefused as refused:
        raise CalendarRefused(objection_in_words(refused)) from refused
    row = CalendarChange.objects.create(
        act=KINDS[type(act)],
        year=confirming[0] if confirming else None,
        source=source,
        made_by=actor.reference,
        made_at=now,
    )
    AddedDay.objects.bulk_create(
        AddedDay(change=row, day=one.day, kind=one.kind or "", why=one.why, instead_of=one.instead_of)
        for one in entries
    )
    renew(state)
    moved = recount(state, after, source=source, actor=actor, now=now)
    record_event(
        chain=INSTALLATION,
        kind="calendar.changed",
        subject=Subject(CHANGE, row.pk),
        actor=actor,
        now=now,
        facts={"act": row.act, "calendar": after.version, "moved": moved},
    )
    return Changed(row.pk, moved)
