"""The four classes in which officials count work: done or open, in time or not. A fifth holds what has no date yet."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How a body's part in a task stands on a day."""

    DONE_IN_TIME = "done_in_time"
    DONE_LATE = "done_late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_LATE = "open_late"
    WITHOUT_DATE = "without_date"


FOUR = (Standing.DONE_IN_TIME, Standing.DONE_LATE, Standing.OPEN_IN_TIME, Standing.OPEN_LATE)
"""The four that the Government Office counts; open work without a date is shown beside them, never among them."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What is known of a body's part in a task over a stretch of days.

    :param body: who holds it.
    :param due_on: the last day that is in time; None where there is no date to count against yet.
    :param done_on: the day on which the accepted result was reported; None while the work is open.
    :param dropped: True where it need not be done any more; then it is counted nowhere.
    """

    body: int
    due_on: dt.date | None
    done_on: dt.date | None = None
    dropped: bool = False


def standing(stand: Stand, *, on: dt.date) -> Standing | None:
    """Return the class on a day, or None for what was dropped. The due day itself is in time."""
    if stand.dropped:
        return None
    if stand.done_on is not None:
        # What had no date can be done, but never late.
        late = stand.due_on is not None and stand.done_on > stand.due_on
        return Standing.DONE_LATE if late else Standing.DONE_IN_TIME
    if stand.due_on is None:
        return Standing.WITHOUT_DATE
    return Standing.OPEN_IN_TIME if stand.due_on >= on else Standing.OPEN_LATE
