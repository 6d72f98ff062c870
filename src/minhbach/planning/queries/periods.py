"""Which period of recurring work runs, which passed without a report, and which were reported when."""

import datetime as dt

from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.domain.plans.periods import Covering, Period, open_periods, reported_periods
from minhbach.domain.plans.rhythm import from_code
from minhbach.planning.models import Assignment


def unreported_periods(row: Assignment, *, on: dt.date) -> tuple[Period, ...]:
    """Return the running period and each later one that passed by the day without a report; none where it is closed."""
    rhythm, running = from_code(row.task.rhythm), row.period_on or row.due_on
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
    """Return how many periods passed without a report, as lists say it: no query."""
    rhythm = from_code(row.task.rhythm)
    if rhythm is None or row.state not in OPEN or row.due_on is None or row.due_on >= on:
        return 0
    return len(open_periods(rhythm, running=row.period_on or row.due_on, due_on=row.due_on, on=on))
