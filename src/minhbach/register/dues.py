"""By when an item must be public, with what explains the day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import Due, backlog_due, posting_due, publication_due
from minhbach.domain.statutes import Matter, Statute
from minhbach.domain.statutes.book import NoStatute
from minhbach.domain.statutes.values import cited_as
from minhbach.lawbook.statutes import statute, statute_for
from minhbach.register.contracts import Access
from minhbach.register.models import Item


class DueKind(StrEnum):
    """Which rule gives the day, or why there is none."""

    NOTHING = "nothing"
    """It need not be public."""
    TERM = "term"
    """The general term from the day of creation (Article 18(4))."""
    SPECIAL = "special"
    """Another law fixes the day; its article stands on the item."""
    BACKLOG = "backlog"
    """Older information that became due with Law 01/2026 (Article 31(3))."""
    NO_CREATION = "no_creation"
    """The day of creation is not known."""
    NOT_SAID = "not_said"
    """Older information of which nobody has said whether the law of before had it published."""
    OLDER_LAW = "older_law"
    """It had to be public before there was a law on access to information; that law's day is not known here."""


@dataclass(frozen=True, slots=True)
class ItemDue:
    """The day by which an item must be public. `due` explains it where a term of the statute was counted."""

    kind: DueKind
    due_on: date | None = None
    article: str = ""
    due: Due | None = None

    @property
    def is_provisional(self) -> bool:
        """True if the day may still change."""
        return self.due is not None and self.due.provisional

    @property
    def is_backlog(self) -> bool:
        """True for what belongs to the body's backlog, whether or not its day is known."""
        return self.kind in (DueKind.BACKLOG, DueKind.NOT_SAID)


def due_of(row: Item, *, calendar: Calendar) -> ItemDue:
    """Return by when the item must be public, as it is classified."""
    if row.access != Access.OPEN or not row.letter:
        return ItemDue(DueKind.NOTHING)
    if row.special_due_on:
        return ItemDue(DueKind.SPECIAL, row.special_due_on, row.special_ground)
    if row.created_on is None:
        return ItemDue(DueKind.NO_CREATION)
    classified_under = statute(row.statute)
    backlog = _backlog(classified_under, calendar)
    if backlog and row.created_on < classified_under.in_force_from and row.was_due_before is not True:
        if row.was_due_before is None:
            return ItemDue(DueKind.NOT_SAID)
        return _counted(DueKind.BACKLOG, backlog, classified_under)
    return _by_the_term(row.created_on, calendar)


# A list of ten thousand items names few days; each is counted once for each state of the calendar.
_counted_terms: dict[tuple[str, date], ItemDue] = {}
_backlogs: dict[tuple[str, str], Due | None] = {}
MOST_KNOWN = 4096


def _backlog(law: Statute, calendar: Calendar) -> Due | None:
    key = (calendar.version, law.number)
    if key not in _backlogs:
        _backlogs[key] = backlog_due(statute=law, calendar=calendar)
    return _backlogs[key]


def _by_the_term(created_on: date, calendar: Calendar) -> ItemDue:
    key = (calendar.version, created_on)
    if key not in _counted_terms:
        if len(_counted_terms) >= MOST_KNOWN:
            _counted_terms.clear()
        _counted_terms[key] = _count_term(created_on, calendar)
    return _counted_terms[key]


def posting_end(row: Item, *, calendar: Calendar) -> Due | None:
    """Return until when a posting (niêm yết) stays at the least; None where nothing was posted under a law of ours."""
    if row.posted_from is None:
        return None
    try:
        law = statute_for(Matter.PUBLICATION, row.posted_from)
    except NoStatute:
        return None
    return posting_due(row.posted_from, statute=law, calendar=calendar)


def backlog_end(*, on: date, calendar: Calendar) -> Due | None:
    """Return the last day of the six months of Article 31(3); None under a law that has no such rule."""
    return backlog_due(statute=statute_for(Matter.REGISTER, on), calendar=calendar)


def _count_term(created_on: date, calendar: Calendar) -> ItemDue:
    try:
        law = statute_for(Matter.PUBLICATION, created_on)
    except NoStatute:
        return ItemDue(DueKind.OLDER_LAW)
    return _counted(DueKind.TERM, publication_due(created_on, statute=law, calendar=calendar), law)


def _counted(kind: DueKind, due: Due, law: Statute) -> ItemDue:
    return ItemDue(kind, due.due_on, cited_as(due.article, law.title), due)
