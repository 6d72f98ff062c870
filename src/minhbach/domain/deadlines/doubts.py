"""What may still change a counted date: proposed days off, and years whose list is not announced."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.days import DayRow, DayState
from minhbach.domain.deadlines.counting import Count, Stretch
from minhbach.domain.deadlines.due import Alternative


def proposed_alternatives(count: Count, calendar: Calendar, found: Stretch) -> Iterator[Alternative]:
    """Give the other dates that come out if what is proposed for the days of a count is decided.

    Each proposal is looked at alone (a swap with both its days), then all together; a date is given once.
    """
    given = {found.due_on}
    proposals = list(_proposals_within(calendar, found))
    if not proposals:
        return
    together = (tuple(row for rows in proposals for row in rows), calendar.assuming_proposed())
    for rows, other in (*((rows, _deciding(calendar, rows)) for rows in proposals), together):
        due_on = count(other).due_on
        if due_on not in given:
            given.add(due_on)
            yield Alternative(due_on, f"nếu quyết định như đề xuất: {', '.join(map(_told, rows))}")


def unannounced_years(calendar: Calendar, found: Stretch) -> tuple[int, ...]:
    """Return the years that a count runs through and whose list of days off is not announced."""
    years = range(found.counted_from.year, found.due_on.year + 1)
    return tuple(year for year in years if not calendar.is_confirmed(year))


def _proposals_within(calendar: Calendar, found: Stretch) -> Iterator[tuple[DayRow, ...]]:
    """Give the proposals that touch a day of the count; the two days of a swap are one proposal."""
    rows = {row.day: row for row in calendar.proposed_changes}
    seen: set[dt.date] = set()
    for day, row in rows.items():
        if found.counted_from <= day <= found.due_on and day not in seen:
            partner = rows.get(row.instead_of) if row.instead_of else None
            group = (row, partner) if partner and partner.instead_of == day else (row,)
            seen |= {one.day for one in group}
            yield group


def _deciding(calendar: Calendar, rows: Iterable[DayRow]) -> Calendar:
    return calendar.with_days(replace(row, state=DayState.CONFIRMED) for row in rows)


def _told(row: DayRow) -> str:
    return f"{row.day:%d/%m/%Y} {'làm việc' if row.is_working_day else 'nghỉ'} ({row.why})"
