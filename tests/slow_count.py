"""A second, slow way to count work, written from the words of officials: from a journal of what was done, day by day.

Nothing of the product is imported here, so that a mistake in the product cannot stand on both sides of the comparison.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

DAY = dt.timedelta(days=1)
Recurs = Callable[[dt.date], bool]
"""Whether recurring work falls due on a day."""


@dataclass(frozen=True)
class Entry:
    """One line of the journal: what happened to which work on which day.

    `due_on` where it brings a limit; of a report of recurring work the last period that it is said to stand for.
    """

    day: dt.date
    what: str
    work: int
    due_on: dt.date | None = None


@dataclass(frozen=True)
class Work:
    """One body's leading part in a task: where it is counted, and on which days it recurs, if it does."""

    body: int
    plan: int
    level: str
    recurs: Recurs | None = None


@dataclass
class _State:
    there: bool = False
    due_on: dt.date | None = None
    reported_on: dt.date | None = None
    done_on: dt.date | None = None
    dropped: bool = False
    period: dt.date | None = None
    """Of recurring work the day of the period that is owed next, whatever its limit."""
    covers: dt.date | None = None
    limit_told: dt.date | None = None
    periods: dict[dt.date, str] = field(default_factory=dict)


@dataclass
class Office:
    """All work and its journal, as a clerk would keep them."""

    works: dict[int, Work] = field(default_factory=dict)
    journal: list[Entry] = field(default_factory=list)

    def note(self, day: dt.date, what: str, work: int, due_on: dt.date | None = None) -> None:
        """Write a line."""
        self.journal.append(Entry(day, what, work, due_on))

    def limits(self, on: dt.date) -> dict[int, dt.date | None]:
        """Return the limit of each work at the end of the day."""
        return {work: state.due_on for work, state in self._states(on).items() if state.there}

    def counts(self, on: dt.date, *, where: Callable[[Work], bool] = lambda _work: True) -> dict[str, int]:
        """Return how much work stood how at the end of the day, of that for which `where` says yes."""
        found = Counter(_class(state, on) for work, state in self._states(on).items() if where(self.works[work]))
        return {name: number for name, number in found.items() if name and number}

    def periods(self, work: int, on: dt.date) -> dict[dt.date, str]:
        """Return how each period of a recurring work stood at the end of the day: those that were reported, the one
        that is owed, and each further one that passed meanwhile."""
        recurs, state = self.works[work].recurs, self._states(on)[work]
        found = dict(state.periods)
        if not recurs or not state.there or state.dropped or state.done_on or not state.period or not state.due_on:
            return found
        found.setdefault(state.period, "open_late" if on > state.due_on else "open_in_time")
        day = max(state.period, state.due_on) + DAY
        while day < on:
            if recurs(day):
                found.setdefault(day, "open_late")
            day += DAY
        return found

    def _states(self, on: dt.date) -> dict[int, _State]:
        states = {work: _State() for work in self.works}
        if not self.journal:
            return states
        day = min(entry.day for entry in self.journal)
        while day <= on:
            for entry in _of(self.journal, day):
                _apply(states[entry.work], entry, self.works[entry.work].recurs)
            day += DAY
        return states


def _of(journal: Iterable[Entry], day: dt.date) -> list[Entry]:
    return [entry for entry in journal if entry.day == day]


def _apply(state: _State, entry: Entry, recurs: Recurs | None) -> None:
    match entry.what:
        case "given":
            state.there, state.due_on = True, entry.due_on
            state.period = entry.due_on
        case "limit":
            state.due_on = entry.due_on
        case "reported":
            state.reported_on, state.covers, state.limit_told = entry.day, entry.due_on, state.due_on
        case "withdrawn" | "sent back":
            state.reported_on = None
        case "accepted":
            state.done_on = state.reported_on
            if recurs:
                _close(state, recurs)
        case "period":
            assert recurs and state.reported_on
            _close(state, recurs)
            # Nothing is forgiven: what passed meanwhile is owed next, unless the report stood for it.
            state.period = state.due_on = _next(recurs, max(filter(None, (state.covers, state.period, state.due_on))))
            state.reported_on = None
        case "reopened":
            state.done_on = state.reported_on = None
        case "dropped":
            state.dropped, state.reported_on = True, None
        case "resumed":
            state.dropped = False
        case unknown:
            raise AssertionError(unknown)


def _close(state: _State, recurs: Recurs) -> None:
    """Write down each period for which the report that is accepted now stands."""
    assert state.reported_on
    assert state.period
    assert state.limit_told
    late = state.reported_on > state.limit_told
    state.periods.setdefault(state.period, "done_late" if late else "done_in_time")
    day = state.period + DAY
    while state.covers and day <= state.covers:
        if recurs(day):
            state.periods.setdefault(day, "done_late" if state.reported_on > day else "done_in_time")
        day += DAY


def _next(recurs: Recurs, day: dt.date) -> dt.date:
    day += DAY
    while not recurs(day):
        day += DAY
    return day


def _class(state: _State, on: dt.date) -> str:
    if not state.there or state.dropped:
        return ""
    if state.done_on is not None:
        return "done_late" if state.due_on is not None and state.done_on > state.due_on else "done_in_time"
    if state.due_on is None:
        return "without_date"
    return "open_late" if on > state.due_on else "open_in_time"
