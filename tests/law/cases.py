"""Reads `law/cases/`: facts, and the dates that a person counted, with the counted days as they were written."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "law" / "cases"
_DAY = re.compile(r"(T[2-7]|CN) (\d\d)/(\d\d?)")
_ENTRY = re.compile(rf"{_DAY.pattern}(?:–{_DAY.pattern})?(?: \((\d+)(?:–(\d+))?\))?(?: (.+))?")
_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_UNITS = {"ngày làm việc": "working_day", "ngày": "day", "tháng": "month"}
_EVENTS = {
    "notice_of_term": ("valid",),
    "answer": ("valid",),
    "publish": ("created",),
    "posting_ends": ("posted",),
    "reply_to_petition": ("received",),
    "correct_own": ("discovered",),
    "ask_creator": ("received", "discovered"),
    "creator_reply": ("asked",),
    "correct_after_reply": ("replied",),
}
"""Which fact starts each term; of several the earliest."""


class CaseUnreadable(ValueError):
    """A case is not written as README.md says."""


@dataclass(frozen=True)
class WrittenDay:
    """One day of a count: its number where it counts, and the words beside it."""

    day: dt.date
    number: int | None
    words: str


@dataclass(frozen=True)
class WrittenDue:
    """One expected date. `days` lead from the day after the event to the end of the term, `moved` from there on.

    :param alternative: the date if all that is proposed were decided, where it is another.
    :param other_reading: the date by the other reading of what the law leaves open, where it is another.
    :param event: the day that starts the term, where no fact names it.
    """

    what: str
    article: str
    amount: int
    unit: str
    days: tuple[str, ...]
    moved: tuple[str, ...]
    due_on: dt.date
    provisional: bool
    alternative: dt.date | None
    other_reading: dt.date | None
    event: dt.date | None


@dataclass(frozen=True)
class Case:
    """Facts as the command takes them, and what they must give: dates, or a refusal that names `refused`."""

    file: str
    title: str
    facts: Mapping[str, Any]
    statute: str | None
    due: tuple[WrittenDue, ...]
    refused: str | None

    @property
    def options(self) -> list[str]:
        """The facts as options of `minhbach deadline`."""
        options = []
        for name, value in self.facts.items():
            option = "--" + name.replace("_", "-")
            options += [option] if value is True else [option, str(value)]
        return options

    def event_of(self, due: WrittenDue) -> dt.date:
        """Return the day of the event that starts the term, which does not count itself."""
        if due.what == "extended_answer":
            answer = next(other for other in self.due if other.what == "answer")
            return read_days(answer.days, after=self.event_of(answer))[-1].day
        return due.event or min(self.facts[name] for name in _EVENTS[due.what] if name in self.facts)


def all_cases() -> Iterator[Case]:
    """Read all cases, by file, in the order in which they are written."""
    for path in sorted(FOLDER.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            yield _case(path.stem, row)


def read_days(entries: tuple[str, ...], *, after: dt.date) -> tuple[WrittenDay, ...]:
    """Read days as written, such as "T3 06/10–T6 09/10 (1–4)" or "T2 27/4 Nghỉ bù"; the first follows `after`.

    :raises CaseUnreadable: for a gap, a wrong weekday, or numbers that do not fit the days.
    """
    days: list[WrittenDay] = []
    for entry in entries:
        for day in _entry(entry, (days[-1].day if days else after) + dt.timedelta(days=1)):
            days.append(day)
    return tuple(days)


def _entry(entry: str, expected: dt.date) -> Iterator[WrittenDay]:
    found = _ENTRY.fullmatch(entry)
    if found is None:
        raise CaseUnreadable(entry)
    first = _day(entry, found.group(1, 2, 3), expected.year)
    last = _day(entry, found.group(4, 5, 6), first.year + (int(found[6]) < first.month)) if found[4] else first
    length = (last - first).days + 1
    if first != expected or length < 1:
        raise CaseUnreadable(f"{entry}: {expected:%d/%m} is missing")
    number = int(found[7]) if found[7] else None
    if number is not None and int(found[8] or number) - number + 1 != length:
        raise CaseUnreadable(f"{entry}: {length} days")
    for ahead in range(length):
        yield WrittenDay(first + dt.timedelta(days=ahead), None if number is None else number + ahead, found[9] or "")


def _day(entry: str, parts: tuple[str | Any, ...], year: int) -> dt.date:
    day = dt.date(year, int(parts[2]), int(parts[1]))
    if _WEEKDAYS[day.weekday()] != parts[0]:
        raise CaseUnreadable(f"{entry}: {day} is {_WEEKDAYS[day.weekday()]}")
    return day


def _case(file: str, row: Mapping[str, Any]) -> Case:
    known = {"title", "facts", "statute", "due", "refused"}
    if set(row) - known or ("due" in row) == ("refused" in row):
        raise CaseUnreadable(f"{file}: {row['title']}")
    due = tuple(_due(each) for each in row.get("due", ()))
    return Case(file, row["title"], row["facts"], row.get("statute"), due, row.get("refused"))


def _due(row: Mapping[str, Any]) -> WrittenDue:
    amount, _, unit = row["term"].partition(" ")
    at_once = row["term"] == "ngay"
    return WrittenDue(
        what=row["what"],
        article=row["article"],
        amount=0 if at_once else int(amount),
        unit="immediately" if at_once else _UNITS[unit],
        days=tuple(row.get("days", ())),
        moved=tuple(row.get("moved", ())),
        due_on=row["due_on"],
        provisional=row.get("provisional", False),
        alternative=row.get("alternative"),
        other_reading=row.get("other_reading"),
        event=row.get("event"),
    )
