"""When a petition to correct must be answered, and when a body corrects what it found wrong by itself."""

import datetime as dt
from dataclasses import replace
from typing import Literal

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines.due import Alternative, Due, FactRefused
from minhbach.domain.deadlines.explaining import due_of
from minhbach.domain.deadlines.refusing import at
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.terms import Start, Term
from minhbach.domain.statutes.values import State

About = Literal["published", "provided", "creator"]
"""What is to be corrected: published or provided information; `creator` for a commune that must ask who created it."""


def petition_due(
    received_on: dt.date,
    *,
    about: Literal["published", "provided"],
    statute: Statute,
    calendar: Calendar,
    of_request: Statute | None = None,
) -> Due:
    """Return when a petition about published information, or a request to correct provided information, is answered.

    :param statute: the one of the day of receipt.
    :param of_request: the one that the answer was given under, where that is known and information was provided. Which
        of the two holds is a reading (`correction_of_earlier_answer`); while it is open the date is provisional.
    """
    applied, other = correcting_statutes(statute, of_request)
    due = due_of(_term(applied, about, Start.RECEIVED), received_on, statute=applied, calendar=calendar)
    if other is None:
        return due
    elsewhere = due_of(_term(other, about, Start.RECEIVED), received_on, statute=other, calendar=calendar)
    why = f"nếu hiểu khác: theo {other.title}, {elsewhere.article}"
    return replace(
        due,
        provisional=True,
        reasons=(*due.reasons, f"luật không nói theo luật nào; ở đây theo {applied.title}"),
        alternatives=(*due.alternatives, Alternative(elsewhere.due_on, why)),
    )


def correcting_statutes(statute: Statute, of_request: Statute | None) -> tuple[Statute, Statute | None]:
    """Return the statute that holds for a correction, and the other one while it is open which of them does."""
    if of_request is None or of_request.number == statute.number:
        return statute, None
    reading = statute.reading("correction_of_earlier_answer")
    applied, other = (of_request, statute) if reading.value == "request" else (statute, of_request)
    return applied, other if reading.state is State.PROVISIONAL else None


def own_correction_due(discovered_on: dt.date, *, statute: Statute, calendar: Calendar) -> Due:
    """Return when a body corrects information that it provided and found wrong by itself.

    Of published information the Laws only say "kịp thời": there is no date to compute.
    """
    return due_of(_term(statute, "provided", Start.DISCOVERED), discovered_on, statute=statute, calendar=calendar)


def creator_dues(
    *,
    told_on: dt.date | None = None,
    asked_on: dt.date | None = None,
    replied_on: dt.date | None = None,
    statute: Statute,
    calendar: Calendar,
) -> tuple[Due, ...]:
    """Return the dates where a commune cannot tell whether information is right (Law 104/2016, Article 32(3)).

    :param told_on: it found the information wrong, or a requester said so; starts asking the body that created it.
    :param asked_on: that body received the question; starts its reply.
    :param replied_on: the reply came back; starts the correction.
    :raises FactRefused: if the statute has no such way.
    """
    days = {Start.TOLD: told_on, Start.ASKED: asked_on, Start.REPLIED: replied_on}
    return tuple(
        due_of(_term(statute, "creator", start), day, statute=statute, calendar=calendar)
        for start, day in days.items()
        if day is not None
    )


def _term(statute: Statute, about: About, start: Start) -> Term:
    for term in statute.terms:
        if term.about == about and term.counts_from is start:
            return term
    places = [at(term, statute) for term in statute.terms if term.about == "provided"]
    raise FactRefused(f"{statute.title} không định thời hạn này ({'; '.join(dict.fromkeys(places))})")
