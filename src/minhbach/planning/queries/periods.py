"""Which period of recurring work runs, which passed without a report, and which were reported when."""

import datetime as dt

from django.db.models import Max

from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.domain.plans.periods import Covering, Period, open_periods, reported_periods
from minhbach.domain.plans.rhythm import from_code
from minhbach.planning.models import Assignment


def running_period(row: Assignment) -> dt.date | None:
    """Return the day of the period that runs, by the rhythm: the limit as it was before a leader moved it."""
    accepted = row.reports.filter(accepted=True).aggregate(last=Max("answered_at"))["last"]
    moved = row.limit_changes.exclude(old_due_on=None)
    first = (moved.filter(changed_at__gt=accepted) if accepted else moved).order_by("changed_at", "pk").first()
    return first.old_due_on if first else row.due_on


def unreported_periods(row: Assignment, *, on: dt.date) -> tuple[Period, ...]:
    """Return the running period and each later one that passed by the day without a report; none where it is closed."""
    rhythm, running = from_code(row.task.rhythm), running_period(row)
    if rhythm is None or row.state not in OPEN or running is None or row.due_on is None:
        return ()
    return open_periods(rhythm, running=running, due_on=row.due_on, on=on)


def periods_of(row: Assignment, *, on: dt.date) -> tuple[Period, ...]:
    """Return every period since the work was given that was reported or has begun to be owed, in order.

    The caller has checked that the asker may see how far the work is.
    """
    rhythm = from_code(row.task.rhythm)
    if rhythm is None:
        return ()
    accepted = row.reports.filter(is_result=True, accepted=True).order_by("pk")
    reports = accepted.values_list("period_on", "period_until", "due_on", "reported_on")
    covered = [
        Covering(first or due, last or first or due, due, day) for first, last, due, day in reports if due is not None
    ]
    reported = reported_periods(rhythm, covered)
    known = {one.day for one in reported}
    return (*reported, *(one for one in unreported_periods(row, on=on) if one.day not in known))


def passed_periods(row: Assignment, *, on: dt.date) -> int:
    """Return how many periods passed without a report, as lists say it; no query, so a limit that was moved counts as
    the period's own."""
    rhythm = from_code(row.task.rhythm)
    if rhythm is None or row.state not in OPEN or row.due_on is None or row.due_on >= on:
        return 0
    return len(open_periods(rhythm, running=row.due_on, due_on=row.due_on, on=on))
