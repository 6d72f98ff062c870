"""The law's part of the procedure for requests as it stands on a day."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from minhbach.domain.statutes import Matter, Statute, Term
from minhbach.lawbook.statutes import statute_for
from minhbach.publication.procedures.law import LawLine, digest_of, lines_of, working_days_at_hand


@dataclass(frozen=True, slots=True)
class LawToday:
    """The lines of the day's statute with their digest; the term that an agency's steps must fit, in working days."""

    statute: Statute
    lines: tuple[LawLine, ...]
    digest: str
    answer: Term
    days_at_hand: int


def law_today(on: dt.date) -> LawToday:
    """Return what the law in force on a day says about requests.

    :raises NoStatute: for a day before the first statute.
    """
    return _told(statute_for(Matter.REQUEST, on))


# Every page of an officer asks for the digest; the values of a statute stay the same from one change to the next.
@lru_cache(maxsize=8)
def _told(statute: Statute) -> LawToday:
    lines = lines_of(statute)
    term, days = working_days_at_hand(statute)
    return LawToday(statute, lines, digest_of(lines), term, days)
