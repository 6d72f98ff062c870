"""When a request for information must be answered."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines.counting import Stretch, count
from minhbach.domain.deadlines.due import Alternative, Due, FactRefused
from minhbach.domain.deadlines.explaining import due_of, explain
from minhbach.domain.deadlines.refusing import at, check_extension, check_facts
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.terms import Term
from minhbach.domain.statutes.values import ChannelKey, Complexity, State

_ORDER = ("notice_of_term", "answer", "extended_answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFacts:
    """What the clock of a request needs to know. Days are local.

    :param valid_on: when the body had a valid request; starts the clock.
    :param complexity: counts only under a statute that tells simple from complex.
    :param extension: by how much the answer is put off, in the unit of the statute; None for not at all.
    """

    sent_on: dt.date
    valid_on: dt.date
    channel: ChannelKey
    complexity: Complexity | None = None
    extension: int | None = None


def request_dues(facts: RequestFacts, *, statute: Statute, calendar: Calendar) -> tuple[Due, ...]:
    """Return all that is due on a request, in the order in which it falls.

    :param statute: the one of the day of sending, which the request keeps to its end.
    :raises FactRefused: if a fact is missing or cannot be, or the extension is not allowed.
    """
    check_facts(facts.sent_on, facts.valid_on, facts.channel, facts.complexity, statute)
    held = terms_of(statute, channel=facts.channel, complexity=facts.complexity)
    dues = [due_of(term, facts.valid_on, statute=statute, calendar=calendar) for term in held if not term.at_most]
    if facts.extension is not None:
        answer = next(term for term in held if term.what == "answer")
        extension = next((term for term in held if term.what == "extended_answer"), None)
        check_extension(facts.extension, extension, answer, statute)
        if extension is None:  # check_extension has refused it
            raise FactRefused(answer.article)
        dues.append(_extended(facts, answer, extension, facts.extension, statute, calendar))
    return tuple(sorted(dues, key=lambda due: (due.due_on, _ORDER.index(due.what))))


def terms_of(statute: Statute, *, channel: ChannelKey, complexity: Complexity | None) -> tuple[Term, ...]:
    """Return the terms of a request by this channel, of this complexity."""
    of_requests = (term for term in statute.terms if term.about == "request")
    return tuple(term for term in of_requests if term.holds_for(channel=channel, complexity=complexity))


def _extended(
    facts: RequestFacts, answer: Term, extension: Term, amount: int, statute: Statute, calendar: Calendar
) -> Due:
    reading = statute.reading("extension_counts_from")

    def counting(days: Calendar, value: str = reading.value) -> Stretch:
        first = count(facts.valid_on, answer.amount, answer.unit, days)
        return count(first.nominal_end if value == "nominal_end" else first.due_on, amount, extension.unit, days)

    def others() -> Iterator[Alternative]:
        for value in reading.choices:
            due_on = counting(calendar, value).due_on
            yield Alternative(due_on, f"nếu hiểu khác: {_READINGS[value]} ({at(extension, statute)})")

    is_open = reading.state is State.PROVISIONAL
    return explain(
        extension,
        counting,
        amount,
        statute=statute,
        calendar=calendar,
        reasons=(f"luật không nói gia hạn tính từ ngày nào; ở đây {_READINGS[reading.value]}",) if is_open else (),
        alternatives=others() if is_open else (),
    )


_READINGS = {
    "nominal_end": "tính từ ngày cuối của thời hạn trả lời, chưa chuyển sang ngày làm việc",
    "due_on": "tính từ ngày làm việc mà thời hạn trả lời chuyển sang",
}
