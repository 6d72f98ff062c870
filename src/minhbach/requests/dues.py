"""By when a case is answered: recomputed from its facts, with the article; the columns are copies for the index."""

from datetime import date

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import Due, FactRefused, RequestFacts, request_dues
from minhbach.domain.statutes import ChannelKey, Complexity, Matter, Statute
from minhbach.lawbook.statutes import statute, statute_for
from minhbach.requests.models import Case


def law_of_requests(sent_on: date) -> Statute:
    """Return the law under which a request sent on a day stands to its end (Law 01/2026, Article 31(4))."""
    return statute_for(Matter.REQUEST, sent_on)


def law_of(case: Case) -> Statute:
    """Return the law that a case stands under, with the details that held when it was sent."""
    return statute(case.statute, on=case.sent_on)


def facts_of(case: Case) -> RequestFacts | None:
    """Return what the clock needs to know; None while no clock runs."""
    if case.valid_on is None:
        return None
    return RequestFacts(
        sent_on=case.sent_on,
        valid_on=case.valid_on,
        channel=ChannelKey(case.channel),
        complexity=Complexity(case.complexity) if case.complexity else None,
        extension=case.extension,
    )


def dues_of(case: Case, *, calendar: Calendar) -> tuple[Due, ...]:
    """Return all that is due on a case, in the order in which it falls; nothing while no clock runs.

    :raises FactRefused: if a fact is missing or cannot be.
    """
    facts = facts_of(case)
    return request_dues(facts, statute=law_of(case), calendar=calendar) if facts else ()


def dues_if_valid(case: Case, *, on: date, calendar: Calendar) -> tuple[Due, ...]:
    """Return what would be due if a case that is not valid yet were valid on a day.

    Nothing where the term hangs on whether the request is simple, which nobody has said yet.
    """
    told = Complexity(case.complexity) if case.complexity else None
    facts = RequestFacts(sent_on=case.sent_on, valid_on=on, channel=ChannelKey(case.channel), complexity=told)
    try:
        return request_dues(facts, statute=law_of(case), calendar=calendar)
    except FactRefused:
        return ()


def answer_due(dues: tuple[Due, ...]) -> Due | None:
    """Return by when the answer is due: after an extension, the day that it was put off to."""
    answers = [due for due in dues if due.what in ("answer", "extended_answer")]
    return answers[-1] if answers else None


def settle(case: Case, *, calendar: Calendar) -> None:
    """Set the copies of the dates anew. The caller saves.

    :raises FactRefused: if a fact is missing or cannot be.
    """
    dues = dues_of(case, calendar=calendar)
    answer, notice = answer_due(dues), next((due for due in dues if due.what == "notice_of_term"), None)
    case.due_on = answer.due_on if answer else None
    case.notice_due_on = notice.due_on if notice else None
    case.is_due_provisional = any(due.provisional for due in dues)
