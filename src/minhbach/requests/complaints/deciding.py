"""By when what is said against an answer is decided: corrections by the statutes, complaints by their own law."""

from dataclasses import dataclass
from datetime import date

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import Due, own_correction_due, petition_due
from minhbach.domain.deadlines.counting import count
from minhbach.domain.lifecycles.review import ReviewKind
from minhbach.domain.statutes import Matter, Unit
from minhbach.domain.statutes.values import State
from minhbach.lawbook.statutes import statute_for
from minhbach.requests.dues import law_of
from minhbach.requests.models import Review


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A date with its article; None where the law sets none (a lawsuit) or nothing runs yet."""

    due_on: date | None = None
    article: str = ""
    is_provisional: bool = False


def due_of_review(row: Review, *, calendar: Calendar) -> ReviewDue:
    """Return when it must be decided, from its facts."""
    law = statute_for(Matter.CORRECTION, row.begun_on)
    match ReviewKind(row.kind):
        case ReviewKind.CORRECTION:
            due = petition_due(
                row.begun_on, about="provided", statute=law, calendar=calendar, of_request=law_of(row.case)
            )
            return _of(due, law.title)
        case ReviewKind.OWN_ERROR:
            return _of(own_correction_due(row.begun_on, statute=law, calendar=calendar), law.title)
        case ReviewKind.COMPLAINT | ReviewKind.SECOND_COMPLAINT:
            return _complaint(row, calendar)
        case ReviewKind.LAWSUIT:
            return ReviewDue()


def _of(due: Due, title: str) -> ReviewDue:
    return ReviewDue(due.due_on, f"{due.article} {title}", due.provisional)


def _complaint(row: Review, calendar: Calendar) -> ReviewDue:
    """Count by the Law on Complaints, whose text was not seen: every such date is provisional."""
    law = law_of(row.case)
    rules = {rule.key: rule for rule in law.complaints}
    key = "acceptance"
    if row.accepted_on is not None:
        stage = "second_settlement" if row.kind == ReviewKind.SECOND_COMPLAINT else "first_settlement"
        key = f"{stage}_complex" if row.is_complex else stage
    rule = rules.get(key)
    if rule is None or not rule.amount:
        return ReviewDue()
    found = count(row.accepted_on or row.begun_on, rule.amount, Unit.DAY, calendar)
    return ReviewDue(found.due_on, law.cite(rule), rule.state is not State.CONFIRMED)
