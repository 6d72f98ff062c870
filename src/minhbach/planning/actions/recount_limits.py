"""Move the limits of open work that were counted in working days, once the days off are others (tính lại hạn)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from django.db.models import Exists, OuterRef, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.domain.plans.lengths import Unit, read_length
from minhbach.foundation.actions.record_events import Happened, record_events
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.planning.models import Assignment, Happening, LimitChange
from minhbach.planning.moving import ASSIGNMENT_KIND
from minhbach.planning.spans import note_limits

AT_ONCE = 500
DAYS_NAMED = 6
"""So many of the changed days stand in the event; the ground of the change names no more either."""

Moved = tuple[Happening, dt.date]
"""An event, and the day on which the limit that it started ends now."""


def limits_that_would_move(move: CalendarMove) -> int:
    """Return how many limits would move; changes nothing."""
    return sum(len(_works(batch, _open_works(batch))) for batch in _batches(move))


def recount_limits(move: CalendarMove, *, actor: Actor, now: dt.datetime) -> int:
    """Give each open work the limit that its event and its words give it now, and return how many moved.

    A limit that a leader set, and one that was typed otherwise than the words say, stays. What was late before today
    was late: counts "as of" an earlier day keep the old limit. Called inside the transaction of the calendar's change.
    """
    chains: dict[str, list[Happened]] = defaultdict(list)
    for batch in _batches(move):
        for chain, event in _recount(batch, move, actor, now):
            chains[chain].append(event)
    return sum(record_events(chains[chain], chain=chain, actor=actor, now=now) for chain in sorted(chains))


def _batches(move: CalendarMove) -> Iterator[Sequence[Moved]]:
    found = _moved(move)
    while batch := list(islice(found, AT_ONCE)):
        yield batch


def _moved(move: CalendarMove) -> Iterator[Moved]:
    """Yield the events whose limit ends elsewhere now, each with its new end."""
    later = Happening.objects.filter(task=OuterRef("task"), pk__gt=OuterRef("pk"))
    running = Assignment.objects.filter(task=OuterRef("task"), state__in=OPEN)
    rows = Happening.objects.filter(~Exists(later), Exists(running)).select_related("task").order_by("pk")
    # Only a day after the event and up to the limit can have moved it.
    for row in rows.filter(happened_on__lt=move.days[-1], due_on__gte=move.days[0]):
        length = read_length(row.task.deadline_text)
        if length is None or length.unit is not Unit.WORKING_DAY:
            continue
        before = length.from_day(row.happened_on, add_working_days=move.before.add_working_days)
        after = length.from_day(row.happened_on, add_working_days=move.after.add_working_days)
        if row.due_on == before != after:
            yield row, after


def _open_works(batch: Sequence[Moved]) -> QuerySet[Assignment]:
    return Assignment.objects.filter(task__in=[row.task_id for row, _due in batch], state__in=OPEN)


def _works(batch: Sequence[Moved], found: QuerySet[Assignment]) -> Mapping[Assignment, dt.date]:
    """Return the open works with their new limits, without those for which a leader set a date of its own since."""
    limits = {row.task_id: (row.due_on, due) for row, due in batch}
    return {work: limits[work.task_id][1] for work in found if work.due_on == limits[work.task_id][0]}


def _recount(
    batch: Sequence[Moved], move: CalendarMove, actor: Actor, now: dt.datetime
) -> Iterator[tuple[str, Happened]]:
    works = _works(batch, _open_works(batch).select_for_update(of=("self",)).order_by("pk"))
    changes = LimitChange.objects.bulk_create(_change(work, due, move, actor, now) for work, due in works.items())
    for work, due in works.items():
        work.due_on = due
    Assignment.objects.bulk_update(works, ["due_on"])
    moved = iter(works)
    while some := list(islice(moved, AT_ONCE)):
        note_limits(some, on=local_date(now))
    for row, due in batch:
        row.due_on = due
    Happening.objects.bulk_update([row for row, _due in batch], ["due_on"])
    days = ",".join(day.isoformat() for day in move.days[:DAYS_NAMED])
    for change in changes:
        subject = Subject(ASSIGNMENT_KIND, change.assignment_id)
        old, new = str(change.old_due_on), str(change.new_due_on)
        facts: dict[str, Fact] = {"change": change.pk, "old": old, "new": new, "days": days}
        yield body_chain(change.assignment.body_id), Happened("assignment.limit_recounted", subject, facts=facts)


def _change(work: Assignment, due: dt.date, move: CalendarMove, actor: Actor, now: dt.datetime) -> LimitChange:
    return LimitChange(
        assignment=work,
        old_due_on=work.due_on,
        new_due_on=due,
        ground=move.ground[:500],
        changed_by_id=actor.person,
        changed_at=now,
    )
