"""What other rooms may hold of changes of the calendar."""

import datetime as dt
from dataclasses import dataclass

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.changes import ground_of_recount

CHANGE = "calendar_change"
"""The kind of the subject under which events of a change are recorded."""


class CalendarNotKept(Exception):
    """The actor does not keep the calendar of the installation, or there is no such change."""


class CalendarRefused(Exception):
    """The calendar cannot be changed so. The message says why, for the page."""


@dataclass(frozen=True, slots=True)
class CalendarMove:
    """The calendar became another: what rooms need to count their open dates anew.

    :ivar before: the days off with which open dates were counted last; it names no occasions and no sources.
    :ivar after: the calendar that holds now.
    :ivar days: the days that are worked and were not, or the reverse, in order; never empty.
    :ivar source: the document that changed them, Vietnamese, as data.
    """

    before: Calendar
    after: Calendar
    days: tuple[dt.date, ...]
    source: str

    @property
    def ground(self) -> str:
        """Return why a date moved, to be kept with it."""
        return ground_of_recount(self.days, self.source)

    def may_touch(self, counted_from: dt.date, due_on: dt.date) -> bool:
        """Tell whether a term that is counted from the day after `counted_from` may end elsewhere now."""
        return any(counted_from < day <= due_on for day in self.days)


@dataclass(frozen=True, slots=True)
class MovedDates:
    """How many open dates of one kind move: "nhiệm vụ đang thực hiện"."""

    label: str
    count: int
