"""When information must be public, and how long it stays posted."""

import datetime as dt

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines.due import Due
from minhbach.domain.deadlines.explaining import due_of
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import NotInStatute


def publication_due(created_on: dt.date, *, statute: Statute, calendar: Calendar) -> Due:
    """Return when information must be public, where no special law says otherwise (Article 18(4)).

    :param statute: the one of the day of creation.
    """
    return due_of(statute.term("publish"), created_on, statute=statute, calendar=calendar)


def posting_due(posted_on: dt.date, *, statute: Statute, calendar: Calendar) -> Due:
    """Return until when a posting (niêm yết) stays at the least, the day included (Article 21(2))."""
    return due_of(statute.term("posting"), posted_on, statute=statute, calendar=calendar)


def backlog_due(*, statute: Statute, calendar: Calendar) -> Due | None:
    """Return when older information that became due with the statute must be public; None where there is no such rule.

    Article 31(3) of Law 01/2026: what state agencies had before it took force and no older law made public.
    """
    try:
        term = statute.term("backlog")
    except NotInStatute:
        return None
    return due_of(term, statute.in_force_from, statute=statute, calendar=calendar)
