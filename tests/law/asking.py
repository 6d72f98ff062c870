"""Puts the facts of a case to the clock, in process, under given laws and a given calendar."""

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import Due
from minhbach.domain.statutes.book import Book
from minhbach.lawbook.deadline_answers import Answer, answer
from tests.law.cases import Case, read_days
from tests.law.wall_calendar import DAY


def ask(case: Case, *, book: Book, calendar: Calendar) -> Answer:
    """Return what the clock gives for the facts.

    :raises FactRefused: as the clock does.
    """
    given = {name: "1" if value is True else str(value) for name, value in case.facts.items()}
    return answer(given, book=book, calendar=calendar)


def agrees(case: Case, found: Answer) -> bool:
    """Say whether the clock's answer is the one that was counted by hand."""
    return [found.statute.number, *map(_given, found.due)] == [case.statute, *_written(case)]


def _given(due: Due) -> tuple[object, ...]:
    ends = (due.counted_from, due.nominal_end, due.due_on)
    return (due.what, due.article, due.amount, str(due.unit), due.provisional, *ends)


def _written(case: Case) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for due in case.due:
        event = case.event_of(due)
        first = event if due.unit == "immediately" else event + DAY
        days = read_days(due.days, after=event)
        ends = (first, days[-1].day if days else due.due_on, due.due_on)
        found.append((due.what, due.article, due.amount, due.unit, due.provisional, *ends))
    return found
