"""A date that the law sets, and all that explains it."""

import datetime as dt
from dataclasses import dataclass

from minhbach.domain.calendars.days import DayOff
from minhbach.domain.statutes.values import Unit


class FactRefused(ValueError):
    """A fact is missing or cannot be, or an extension is longer than the law allows.

    The message is one Vietnamese sentence without a stop, and names the article.
    """


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another date that may turn out to be the right one, and in which case (Vietnamese)."""

    due_on: dt.date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is due at the latest.

    :param what: as in `Term`: answer, notice_of_term, extended_answer, publish, reply_to_petition, correct_own …
    :param words: the same for people, Vietnamese.
    :param due_on: the last day that is in time.
    :param article: where the term stands: "Điều 26 khoản 3", with the document's title where that is not the statute.
    :param amount: how many of `unit` were counted; of an extension, how many were chosen.
    :param counted_from: the first day that may count, which is the day after the event.
    :param nominal_end: the end of the count, before it moves from a day off to a working day.
    :param moved: why it moved, in English, as programs are told; None where it did not.
    :param provisional: whether the date may change: a proposed day off, a year that is not announced, an open reading.
    :param reasons: why it is provisional, Vietnamese sentences.
    :param alternatives: the dates that it may change to, as far as they are known.
    :param days_off: for terms in working days every day that was skipped; for others those of the final move.
    :param unverified: rules that were applied and whose text was not at hand: "Điều 148 Bộ luật Dân sự 2015".
    """

    what: str
    words: str
    due_on: dt.date
    article: str
    amount: int
    unit: Unit
    counted_from: dt.date
    nominal_end: dt.date
    moved: str | None
    provisional: bool
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    days_off: tuple[DayOff, ...]
    unverified: tuple[str, ...]
