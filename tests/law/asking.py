"""Puts the facts of a case to the clock, in process, under given laws and a given calendar."""

from dataclasses import dataclass

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import (
    Due,
    RequestFacts,
    backlog_due,
    own_correction_due,
    petition_due,
    posting_due,
    publication_due,
    request_dues,
)
from minhbach.domain.deadlines.corrections import creator_dues
from minhbach.domain.statutes.book import Book
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import Matter
from tests.law.cases import Case, read_days
from tests.law.wall_calendar import DAY


@dataclass(frozen=True)
class Answer:
    """The statute that was chosen for the facts, and what is due under it."""

    statute: Statute
    dues: tuple[Due, ...]


def ask(case: Case, *, book: Book, calendar: Calendar) -> Answer:
    """Return what the clock gives for the facts, under the statute that the law chooses for them.

    :raises FactRefused: as the clock does.
    :raises NoStatute: for a day before the first law.
    """
    if "sent" not in case.facts:
        return _ask_other(case, book=book, calendar=calendar)
    facts = RequestFacts(
        sent_on=case.facts["sent"],
        valid_on=case.facts["valid"],
        channel=case.facts["channel"],
        complexity=case.facts.get("complexity"),
        extension=case.facts.get("extend"),
    )
    statute = book.statute_for(Matter.REQUEST, facts.sent_on)
    return Answer(statute, request_dues(facts, statute=statute, calendar=calendar))


def agrees(case: Case, answer: Answer) -> bool:
    """Say whether the clock's answer is the one that was counted by hand."""
    return [answer.statute.number, *map(_given, answer.dues)] == [case.statute, *_written(case)]


def _ask_other(case: Case, *, book: Book, calendar: Calendar) -> Answer:
    facts, day = case.facts, case.event_of(case.due[0])
    of_publishing = {"created", "posted", "in_force"} & facts.keys()
    statute = book.statute_for(Matter.PUBLICATION if of_publishing else Matter.CORRECTION, day)
    if "in_force" in facts:
        due = backlog_due(statute=statute, calendar=calendar)
        return Answer(statute, (due,) if due else ())
    if "received" in facts:
        about = "published" if "correct_published" in facts else "provided"
        return Answer(statute, (petition_due(day, about=about, statute=statute, calendar=calendar),))
    for name, count in {"created": publication_due, "posted": posting_due, "discovered": own_correction_due}.items():
        if name in facts:
            return Answer(statute, (count(day, statute=statute, calendar=calendar),))
    return Answer(statute, creator_dues(**{f"{name}_on": day for name in facts}, statute=statute, calendar=calendar))


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
