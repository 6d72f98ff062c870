"""Counting a term (Civil Code of 2015, Articles 147, 148): the event's day does not count, the end rolls on."""

import calendar as months
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.statutes.values import Unit

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a count ran over: the first day that may count, the end of the count, and the working day it moved to."""

    counted_from: dt.date
    nominal_end: dt.date
    due_on: dt.date


Count = Callable[[Calendar], Stretch]
"""A count that can be made again under another list of days off."""


def count(event: dt.date, amount: int, unit: Unit, calendar: Calendar) -> Stretch:
    """Count a term from an event.

    `immediately` is no period: it is due on the event's own day, also where that is a day off, since whoever received
    the request at the counter was at work.

    :raises ValueError: for an amount below 1 in any other unit.
    """
    if unit is Unit.IMMEDIATELY:
        return Stretch(event, event, event)
    if amount < 1:
        raise ValueError(f"{amount} {unit}: at least 1 is needed")
    if unit is Unit.WORKING_DAY:
        end = calendar.add_working_days(event, amount)
        return Stretch(event + _ONE_DAY, end, end)
    end = event + amount * _ONE_DAY if unit is Unit.DAY else _months_after(event, amount)
    return Stretch(event + _ONE_DAY, end, calendar.next_working_day(end))


def _months_after(day: dt.date, amount: int) -> dt.date:
    """Return the same day of a later month, or the month's last day where it has none such."""
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    return dt.date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))
