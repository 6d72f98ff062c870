"""Move the limits of open work that were counted in working days, once the days off are others (tính lại hạn)."""

import datetime as dt
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.domain.plans.lengths import Unit, read_length
from minhbach.foundation.calendar.contracts import CalendarMove
from minhbach.foundation.contracts import Fact
from minhbach.planning.models import Assignment, Happening, LimitChange
from minhbach.planning.moving import finish

DAYS_NAMED = 6
"""So many of the changed days stand in the event; the ground of the change names no more either."""


def limits_that_would_move(move: CalendarMove) -> int:
    """Return how many limits would move; changes nothing."""
    return sum(_open_works(happening).count() for happening, _due in _moved(move))


def recount_limits(move: CalendarMove, *, actor: Actor, now: dt.datetime) -> int:
    """Give each open work the limit that its event and its words give it now, and return how many moved.

    A limit that a leader set, and one that was typed otherwise than the words say, stays. What was late before today
    was late: counts "as of" an earlier day keep the old limit. Called inside the transaction of the calendar's change.
    """
    return sum(_recount(happening, due, move, actor, now) for happening, due in _moved(move))


def _moved(move: CalendarMove) -> Iterator[tuple[Happening, dt.date]]:
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


def _open_works(happening: Happening) -> QuerySet[Assignment]:
    # A leader may have set another limit since: that one is a date of its own.
    return Assignment.objects.filter(task=happening.task_id, state__in=OPEN, due_on=happening.due_on)


def _recount(happening: Happening, due: dt.date, move: CalendarMove, actor: Actor, now: dt.datetime) -> int:
    locked = _open_works(happening).select_for_update(of=("self",)).select_related("task__plan").order_by("pk")
    works = list(locked)
    for work in works:
        change = LimitChange.objects.create(
            assignment=work,
            old_due_on=work.due_on,
            new_due_on=due,
            ground=move.ground[:500],
            changed_by_id=actor.person,
            changed_at=now,
        )
        work.due_on = due
        days = ",".join(day.isoformat() for day in move.days[:DAYS_NAMED])
        facts: dict[str, Fact] = {
            "change": change.pk,
            "old": str(change.old_due_on),
            "new": due.isoformat(),
            "days": days,
        }
        finish(work, "limit_recounted", actor=actor, now=now, facts=facts)
    happening.due_on = due
    happening.save(update_fields=["due_on"])
    return len(works)
