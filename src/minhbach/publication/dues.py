"""By when petitions are answered and until when postings stay, with what explains the day."""

from datetime import date

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import Due, petition_due, posting_due
from minhbach.domain.statutes import Matter, Statute
from minhbach.lawbook.statutes import statute_for


def law_of_petitions(received_on: date) -> Statute:
    """Return the law that says by when a petition of that day is answered."""
    return statute_for(Matter.CORRECTION, received_on)


def due_of_petition(received_on: date, *, calendar: Calendar) -> Due:
    """Return by when a petition is answered: 15 days under the Law of 2016, 10 under that of 2026."""
    return petition_due(received_on, about="published", statute=law_of_petitions(received_on), calendar=calendar)


def end_of_posting(posted_on: date, *, calendar: Calendar) -> Due:
    """Return until when what hangs since a day must stay at the least (Article 21(2))."""
    return posting_due(posted_on, statute=statute_for(Matter.PUBLICATION, posted_on), calendar=calendar)


def article_of_other_publishers(on: date) -> str:
    """Return where the law has the maker of information ask who published it wrongly: "khoản 3 Điều 22 Luật …"."""
    law = law_of_petitions(on)
    return law.cite(next(rule for rule in law.corrections if rule.key == "published_by_another"))
