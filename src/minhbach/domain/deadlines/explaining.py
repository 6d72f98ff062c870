"""From a term and a count to a date that explains itself."""

import datetime as dt
from collections.abc import Iterable

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import WEEKEND, DayOff
from minhbach.domain.deadlines.counting import Count, Stretch, count
from minhbach.domain.deadlines.doubts import proposed_alternatives, unannounced_years
from minhbach.domain.deadlines.due import Alternative, Due
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.terms import Term
from minhbach.domain.statutes.values import Cited, State, Unit

_WEEKEND = ("Saturday", "Sunday")


def due_of(term: Term, event: dt.date, *, statute: Statute, calendar: Calendar) -> Due:
    """Return when a term ends that counts from an event."""
    return explain(
        term, lambda days: count(event, term.amount, term.unit, days), term.amount, statute=statute, calendar=calendar
    )


def explain(
    term: Term,
    counting: Count,
    amount: int,
    *,
    statute: Statute,
    calendar: Calendar,
    reasons: Iterable[str] = (),
    alternatives: Iterable[Alternative] = (),
) -> Due:
    """Return the date of a count with everything that explains it.

    :param amount: what was counted: of an extension less than the term's, perhaps.
    :param reasons: why it is provisional beside what the calendar and the term's own state say.
    :param alternatives: what it may change to, likewise.
    """
    found = counting(calendar)
    proposed = tuple(proposed_alternatives(counting, calendar, found)) if term.unit is not Unit.IMMEDIATELY else ()
    years = unannounced_years(calendar, found) if term.unit is not Unit.IMMEDIATELY else ()
    why = [*reasons, *(["ngày nghỉ mới được đề xuất, chưa quyết định"] if proposed else [])]
    why += [f"danh sách ngày nghỉ năm {year} chưa được công bố" for year in years]
    if term.state is State.PROVISIONAL:
        why.append(term.note or f"{article_of(term, statute)} chưa chắc còn áp dụng")
    skipped = _days_off(term.unit, found, calendar)
    return Due(
        what=term.what,
        words=term.words,
        due_on=found.due_on,
        article=article_of(term, statute),
        amount=amount,
        unit=term.unit,
        counted_from=found.counted_from,
        nominal_end=found.nominal_end,
        moved=_moved(skipped) if found.due_on != found.nominal_end else None,
        provisional=bool(why),
        reasons=tuple(why),
        alternatives=(*(one for one in alternatives if one.due_on != found.due_on), *proposed),
        days_off=skipped,
        unverified=_unverified(term, statute),
    )


def article_of(value: Cited, statute: Statute) -> str:
    """Return where a value stands, with the document's title where that is not the statute: "Điều 26 khoản 3"."""
    return value.article if value.document == statute.number else f"{value.article} {statute.title_of(value.document)}"


def _days_off(unit: Unit, found: Stretch, calendar: Calendar) -> tuple[DayOff, ...]:
    if unit is Unit.IMMEDIATELY:
        return ()
    first = found.counted_from if unit is Unit.WORKING_DAY else found.nominal_end
    return calendar.days_off_between(first, found.due_on)


def _moved(skipped: tuple[DayOff, ...]) -> str:
    """Return the sentence of the contract: "Saturday and Sunday are not working days"."""
    names = list(dict.fromkeys(_WEEKEND[off.day.weekday() - 5] if off.why == WEEKEND else off.why for off in skipped))
    if len(names) == 1:
        return f"{names[0]} is not a working day"
    return f"{', '.join(names[:-1])} and {names[-1]} are not working days"


def _unverified(term: Term, statute: Statute) -> tuple[str, ...]:
    rules: list[Cited] = [term] if term.unit is Unit.IMMEDIATELY else [term, *statute.counting]
    found = (f"{rule.article} {statute.title_of(rule.document)}" for rule in rules if rule.state is State.UNVERIFIED)
    return tuple(dict.fromkeys(found))
