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


def next_limit(rhythm: Rhythm | None, *, due_on: dt.date | None, reported_on: dt.date) -> dt.date | None:
    """Return the limit of the next period once one is accepted; None where the work does not recur.

    A period that was reported late does not bring the next one forward, and none is skipped that lies ahead.
    """
    if rhythm is None:
        return None
    return (
        rhythm.after(max(filter(None, (due_on, reported_on))))
        if due_on is None or reported_on > due_on
        else rhythm.after(due_on)
    )
