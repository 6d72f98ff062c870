"""By when a body promised to answer: a setting of its own, for no law sets a term for feedback."""

from datetime import date

from minhbach.domain.calendars.calendar import Calendar
from minhbach.outreach.models import Feedback, FeedbackTerm


def promised_days(body_id: int) -> int | None:
    """Return how many working days a body promises; None where it promises none."""
    return FeedbackTerm.objects.filter(body=body_id).values_list("working_days", flat=True).first()


def promised_day(received_on: date, days: int | None, *, calendar: Calendar) -> date | None:
    """Return the last of so many working days after receipt, whose own day is not counted."""
    return calendar.add_working_days(received_on, days) if days else None


def settle(row: Feedback, *, calendar: Calendar) -> None:
    """Set the copies of the promised day anew for the body that has it now. The caller saves."""
    row.due_on = promised_day(row.received_on, promised_days(row.body_id), calendar=calendar)
    row.is_due_provisional = row.due_on is not None and calendar.provisional_between(row.received_on, row.due_on)
