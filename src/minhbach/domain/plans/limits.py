"""Which limit runs first for each kind of deadline, and which one follows."""

import datetime as dt

from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass
from minhbach.domain.plans.rhythm import REVIEW, Rhythm
from minhbach.domain.plans.rhythm_words import read_rhythm
from minhbach.domain.reading.results import DeadlineKind


def rhythm_of(kind: DeadlineKind, words: str) -> Rhythm | None:
    """Return how often work with this deadline recurs; None where it does not, or where the words do not say it."""
    group = CLASS_OF_KIND[kind]
    if group == DeadlineClass.PERIODIC:
        return read_rhythm(words)
    return Rhythm(REVIEW) if group == DeadlineClass.CONTINUING else None


def first_limit(kind: DeadlineKind, end: dt.date | None, rhythm: Rhythm | None, *, known_on: dt.date) -> dt.date | None:
    """Return the limit that runs first, or None where there is none yet.

    :param end: the last day of the deadline as it was read.
    :param known_on: the day on which the task was entered: what recurs is first looked at after it, also in old plans.
    """
    group = CLASS_OF_KIND[kind]
    if group == DeadlineClass.DATED or (group == DeadlineClass.CONTINUING and end is not None):
        return end
    return rhythm.first_from(known_on) if rhythm else None


def next_limit(rhythm: Rhythm | None, *, covered: dt.date | None, reported_on: dt.date) -> dt.date | None:
    """Return the limit of the next period once one is accepted; None where the work does not recur.

    No period is skipped: one that passed without a report falls due as what it is, late.

    :param covered: the last day for which the report stands: its period, or the limit where that was put off past it;
        None where there was none yet.
    """
    return rhythm.after(covered or reported_on) if rhythm else None
