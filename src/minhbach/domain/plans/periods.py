"""The periods of work that recurs, each with how it stands: those that were reported, those that passed, the next."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from minhbach.domain.plans.rhythm import Rhythm
from minhbach.domain.plans.standing import Stand, Standing, standing


@dataclass(frozen=True, slots=True)
class Period:
    """One period.

    :param day: its day by the rhythm: what tells periods apart.
    :param due_on: the last day in time, which a leader may have moved.
    :param done_on: the day of the report that was accepted for it; None while it is open.
    """

    day: dt.date
    due_on: dt.date
    done_on: dt.date | None = None

    def stands(self, *, on: dt.date) -> Standing:
        """Return its class on a day; never dropped, never without a date."""
        found = standing(Stand(0, self.due_on, self.done_on), on=on)
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Covering:
    """What an accepted report stands for: the periods from `first` to `last`, whose first had the limit `due_on`."""

    first: dt.date
    last: dt.date
    due_on: dt.date
    reported_on: dt.date


def reported_periods(rhythm: Rhythm, reports: Iterable[Covering]) -> tuple[Period, ...]:
    """Return the periods that were reported, in their order; one that was reported twice counts by the first report."""
    found: dict[dt.date, Period] = {}
    for report in sorted(reports, key=lambda one: one.reported_on):
        found.setdefault(report.first, Period(report.first, report.due_on, report.reported_on))
        for day in days_between(rhythm, report.first, report.last + dt.timedelta(days=1)):
            found.setdefault(day, Period(day, day, report.reported_on))
    return tuple(found[day] for day in sorted(found))


def open_periods(rhythm: Rhythm, *, running: dt.date, due_on: dt.date, on: dt.date) -> tuple[Period, ...]:
    """Return the running period, and each later one whose last day has passed by `on` without a report.

    Periods that a later limit of the running one spans are one with it: nobody was told of them.

    :param running: the day of the running period by the rhythm.
    :param due_on: the limit that runs for it.
    """
    passed = days_between(rhythm, max(running, due_on), on)
    return (Period(running, due_on), *(Period(day, day) for day in passed))


def days_between(rhythm: Rhythm, after: dt.date, before: dt.date) -> tuple[dt.date, ...]:
    """Return the rhythm's days after one day and before another; both are left out."""
    found, day = [], rhythm.after(after)
    while day < before:
        found.append(day)
        day = rhythm.after(day)
    return tuple(found)
