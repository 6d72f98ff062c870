"""What each kind of deadline means on an agency's list: a date to meet, a work that goes on, or something awaited."""

import datetime as dt
from enum import StrEnum

from minhbach.domain.reading.results import DeadlineKind


class DeadlineClass(StrEnum):
    """The few ways in which a deadline is followed."""

    DATED = "dated"
    CONTINUING = "continuing"
    PERIODIC = "periodic"
    AWAITED = "awaited"
    DONE = "done"
    NONE = "none"
    UNCLEAR = "unclear"


CLASS_OF_KIND: dict[DeadlineKind, DeadlineClass] = {
    **dict.fromkeys(
        (
            DeadlineKind.DATE,
            DeadlineKind.BEFORE_DATE,
            DeadlineKind.SUBMIT_BEFORE_DATE,
            DeadlineKind.MONTH,
            DeadlineKind.QUARTER,
            DeadlineKind.QUARTER_RANGE,
            DeadlineKind.HALF_YEAR,
            DeadlineKind.YEAR,
            DeadlineKind.PERIOD,
        ),
        DeadlineClass.DATED,
    ),
    **dict.fromkeys(
        (DeadlineKind.ONGOING, DeadlineKind.QUARTER_THEN_ONGOING, DeadlineKind.YEAR_THEN_FOLLOWING_YEARS),
        DeadlineClass.CONTINUING,
    ),
    DeadlineKind.PERIODIC: DeadlineClass.PERIODIC,
    **dict.fromkeys(
        (DeadlineKind.WITHIN, DeadlineKind.EVENT, DeadlineKind.ON_REQUEST, DeadlineKind.CONDITIONAL),
        DeadlineClass.AWAITED,
    ),
    DeadlineKind.DONE: DeadlineClass.DONE,
    DeadlineKind.NONE: DeadlineClass.NONE,
    DeadlineKind.UNCLEAR: DeadlineClass.UNCLEAR,
}


def due_on(kind: DeadlineKind, end: dt.date | None) -> dt.date | None:
    """Return the last day on which the task is in time, or None where the words give no such day.

    A continuing task with a first date ("Quý IV năm 2026 và thường xuyên…") is due on that date first.
    """
    if CLASS_OF_KIND[kind] in (DeadlineClass.DATED, DeadlineClass.CONTINUING):
        return end
    return None
