"""What may be added to a calendar after its files were written: each act as the days that it makes anew."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.calendars.checking import FaultKind, fault_of_row, faults_between
from minhbach.domain.calendars.days import DayKind, DayRow, DayState, is_weekend

LONGEST_STRETCH = 15
"""So many days may be off at once; a longer stretch is a slip of the pen."""

NEW_FILES = "danh sách ngày nghỉ của bản cài đặt"
"""The source of a change that came with other files, not from an administrator."""


class ActKind(StrEnum):
    """What is said of days off."""

    DAYS_OFF = "days_off"
    COMPENSATION = "compensation"
    SWAP = "swap"
    ORDINARY = "ordinary"
    YEAR = "year"


class Objection(StrEnum):
    """Why an act cannot be taken into the calendar."""

    BACKWARDS = "backwards"
    TOO_LONG = "too_long"
    OFF_ANYWAY = "off_anyway"
    WORKED_ANYWAY = "worked_anyway"
    NO_HOLIDAY = "no_holiday"
    """The day that a compensation stands for is no holiday on a weekend."""
    TWICE = "twice"
    BOUND = "bound"
    """The day belongs to another one (a swap, a compensation), which would be left alone."""
    HALF = "half"
    """One day of a proposed swap or compensation is kept and the other is not."""
    NOT_THERE = "not_there"
    ALREADY = "already"


class ChangeRefused(ValueError):
    """An act that the calendar cannot take, with the day at fault and, where there is one, the other day."""

    def __init__(self, objection: Objection, day: dt.date | None = None, other: dt.date | None = None) -> None:
        super().__init__(objection, day, other)
        self.objection, self.day, self.other = objection, day, other


@dataclass(frozen=True, slots=True)
class Entry:
    """A day as an act has it; `kind` None: it is again what its weekday says, whatever was written of it."""

    day: dt.date
    kind: DayKind | None = None
    why: str = ""
    instead_of: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DaysOff:
    """A holiday of one day or several, both ends included."""

    first: dt.date
    last: dt.date
    why: str

    def entries(self, _calendar: Calendar) -> Iterator[Entry]:
        """Yield the days."""
        length = (self.last - self.first).days + 1
        if length < 1:
            raise ChangeRefused(Objection.BACKWARDS, self.first, self.last)
        if length > LONGEST_STRETCH:
            raise ChangeRefused(Objection.TOO_LONG, self.first, self.last)
        for ahead in range(length):
            yield Entry(self.first + dt.timedelta(days=ahead), DayKind.DAY_OFF, self.why)


@dataclass(frozen=True, slots=True)
class Compensation:
    """A day off for a holiday that falls on a weekend (nghỉ bù)."""

    holiday: dt.date
    off_on: dt.date

    def entries(self, calendar: Calendar) -> Iterator[Entry]:
        """Yield the day, named after its holiday."""
        holiday = next((row for row in calendar.rows if row.day == self.holiday), None)
        if holiday is None or holiday.kind is not DayKind.DAY_OFF or not is_weekend(self.holiday):
            raise ChangeRefused(Objection.NO_HOLIDAY, self.holiday)
        yield Entry(self.off_on, DayKind.COMPENSATION, f"Nghỉ bù {holiday.why}", self.holiday)


@dataclass(frozen=True, slots=True)
class Swap:
    """A weekday off, and the weekend day that is worked for it (hoán đổi)."""

    off_on: dt.date
    worked_on: dt.date
    why: str

    def entries(self, _calendar: Calendar) -> Iterator[Entry]:
        """Yield both days."""
        yield Entry(self.off_on, DayKind.SWAPPED_OFF, self.why, self.worked_on)
        yield Entry(self.worked_on, DayKind.WORKING_DAY, f"Làm bù cho {said(self.off_on)}", self.off_on)


@dataclass(frozen=True, slots=True)
class Ordinary:
    """A day that is, after all, what its weekday says, with the days that stand for it."""

    day: dt.date

    def entries(self, calendar: Calendar) -> Iterator[Entry]:
        """Yield the day and what hangs on it."""
        rows = [row for row in calendar.rows if self.day in (row.day, row.instead_of)]
        if all(row.day != self.day for row in rows):
            raise ChangeRefused(Objection.NOT_THERE, self.day)
        yield from (Entry(day) for day in sorted({row.day for row in rows}))


@dataclass(frozen=True, slots=True)
class YearAnnounced:
    """The list of a year is announced; of what was proposed for it these days hold and the others do not."""

    year: int
    holding: frozenset[dt.date]

    def entries(self, calendar: Calendar) -> Iterator[Entry]:
        """Yield what was proposed, settled one way or the other."""
        for row in proposed_for(calendar, self.year):
            held = row.day in self.holding
            yield Entry(row.day, row.kind, row.why, row.instead_of) if held else Entry(row.day)


Act = DaysOff | Compensation | Swap | Ordinary | YearAnnounced
KINDS: dict[type[Act], ActKind] = {
    DaysOff: ActKind.DAYS_OFF,
    Compensation: ActKind.COMPENSATION,
    Swap: ActKind.SWAP,
    Ordinary: ActKind.ORDINARY,
    YearAnnounced: ActKind.YEAR,
}


def proposed_for(calendar: Calendar, year: int) -> tuple[DayRow, ...]:
    """Return what is proposed for the year, by day, with the other day of a swap that reaches into the next or last."""
    rows = [row for row in calendar.rows if row.state is DayState.PROPOSED]
    wanted = {row.day for row in rows if row.day.year == year}
    wanted |= {row.day for row in rows if row.instead_of in wanted}
    return tuple(sorted((row for row in rows if row.day in wanted), key=lambda row: row.day))


def entries_of(act: Act, calendar: Calendar) -> tuple[Entry, ...]:
    """Return all days that the act makes anew, with proposals that it settles by the way.

    :raises ChangeRefused: if it cannot be, or would leave half of a pair behind, or changes nothing.
    """
    own = tuple(act.entries(calendar))
    days = {entry.day for entry in own}
    # Half of a proposed swap means nothing once the other half is settled otherwise.
    swapped = (row for row in calendar.rows if row.day in days and row.kind is not DayKind.COMPENSATION)
    loose = {row.instead_of for row in swapped if row.state is DayState.PROPOSED} - days
    entries = own + tuple(Entry(day) for day in sorted(filter(None, loose)))
    confirming = {act.year} if isinstance(act, YearAnnounced) else set()
    if confirming <= calendar.confirmed_years and all(_stands(entry, calendar) for entry in entries):
        raise ChangeRefused(Objection.ALREADY, entries[0].day if entries else None)
    changed(calendar, entries, source="?", confirming=confirming)
    return entries


def _stands(entry: Entry, calendar: Calendar) -> bool:
    rows = {(row.kind, row.why, row.instead_of, row.state) for row in calendar.rows if row.day == entry.day}
    return rows == ({(entry.kind, entry.why, entry.instead_of, DayState.CONFIRMED)} if entry.kind else set())


def changed(calendar: Calendar, entries: Iterable[Entry], *, source: str, confirming: Iterable[int] = ()) -> Calendar:
    """Return the calendar with the days as the entries have them, decided and no longer proposed.

    :raises ChangeRefused: if it would then contradict itself.
    """
    entries = tuple(entries)
    after = applied(calendar, entries, source=source, confirming=confirming)
    check(after, before=calendar, written={entry.day for entry in entries})
    return after


def applied(calendar: Calendar, entries: Iterable[Entry], *, source: str, confirming: Iterable[int] = ()) -> Calendar:
    """Return the same, whether or not it contradicts itself: for what was taken in before the files became others.

    :raises ChangeRefused: only for a day that cannot be by itself.
    """
    entries = tuple(entries)
    rows = [_row(entry, source) for entry in entries if entry.kind]
    return calendar.with_days(rows, confirming=confirming, forgetting=[entry.day for entry in entries])


def check(after: Calendar, *, before: Calendar, written: Collection[dt.date] = ()) -> None:
    """Hold the calendar to the rules of its files; what was wrong before is no reason to refuse a change.

    :param written: the days just written; a fault on another day is one that they left behind.
    :raises ChangeRefused: for the first row that cannot be.
    """
    known = set(faults_between(before.rows))
    for fault in faults_between(after.rows):
        if fault in known:
            continue
        if fault.kind is FaultKind.TWICE:
            raise ChangeRefused(Objection.TWICE, fault.day, fault.other)
        raise ChangeRefused(Objection.HALF if fault.day in written else Objection.BOUND, fault.other, fault.day)


def _row(entry: Entry, source: str) -> DayRow:
    assert entry.kind is not None
    if entry.kind in (DayKind.COMPENSATION, DayKind.SWAPPED_OFF) and is_weekend(entry.day):
        raise ChangeRefused(Objection.OFF_ANYWAY, entry.day)
    row = DayRow(entry.day, entry.kind, entry.why, source, DayState.CONFIRMED, entry.instead_of)
    if fault_of_row(row):
        raise ChangeRefused(Objection.WORKED_ANYWAY, entry.day)
    return row


def said(day: dt.date) -> str:
    """Return the day as texts of the administration write it: 05/02/2026 as 05/02/2026, 23 November as 23/11/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"


def ground_of_recount(days: Iterable[dt.date], source: str) -> str:
    """Return why a limit moved: "Lịch ngày nghỉ thay đổi: 23/11/2026, 28/11/2026 (Thông báo số …)"."""
    found = tuple(days)
    shown = ", ".join(said(day) for day in found[:6]) + (f" và {len(found) - 6} ngày khác" if len(found) > 6 else "")
    return f"Lịch ngày nghỉ thay đổi: {shown} ({source})"
