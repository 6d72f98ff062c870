"""A second, slow way to tell an officer's day: what a careful head clerk would lay on each desk, and post to whom.

Nothing of the product is imported here, so that a mistake in the product cannot stand on both sides of the comparison.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

DAY = dt.timedelta(days=1)
OFF = {dt.date(2026, 1, 1), dt.date(2026, 1, 2), *(dt.date(2026, 2, day) for day in range(16, 21))}
"""New Year and Tết of 2026 as announced, weekends apart."""
MADE_UP = {dt.date(2026, 1, 10)}
GIVING = ("focal_point", "leader", "justice_coordinator")


def is_worked(day: dt.date) -> bool:
    """Say whether offices are open."""
    return day in MADE_UP or (day.weekday() < 5 and day not in OFF)


def worked(day: dt.date, count: int) -> dt.date:
    """Return the day so many working days later, or before where the count is negative."""
    step = DAY if count > 0 else -DAY
    left = abs(count)
    while left:
        day += step
        left -= is_worked(day)
    return day


@dataclass
class Place:
    """A person's place: role, body, and the unit that a specialist sits in."""

    person: int
    role: str
    body: int
    unit: int | None = None


@dataclass
class Away:
    """Somebody stands in for a person at their places in one body, on these days, both included."""

    person: int
    body: int
    deputy: int
    first: dt.date
    last: dt.date


@dataclass
class Job:
    """A body's work: "given", "doing", "reported", "done" or "dropped"."""

    body: int
    keeper: int
    due: dt.date | None = None
    state: str = "given"
    person: int | None = None
    unit: int | None = None
    reporter: int | None = None


@dataclass
class House:
    """Bodies with what they are parts of, people with their places, and all jobs."""

    parent: dict[int, int | None] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    away: list[Away] = field(default_factory=list)
    left: set[int] = field(default_factory=set)
    jobs: dict[int, Job] = field(default_factory=dict)
    posted: set[tuple[int, dt.date, str, int, int]] = field(default_factory=set)

    def desk(self, person: int, today: dt.date) -> set[tuple[int, dt.date]]:
        """Return the jobs on a person's desk with their limits: late, due, or due within three working days."""
        until = worked(today, 3)
        return {
            (number, job.due)
            for number, job in self.jobs.items()
            if job.state in ("given", "doing") and job.due and job.due <= until and person in self.hands(job, today)
        }

    def to_accept(self, person: int, today: dt.date) -> set[int]:
        """Return the jobs whose result waits for this person."""
        return {
            number for number, job in self.jobs.items() if job.state == "reported" and person in self.judges(job, today)
        }

    def hands(self, job: Job, today: dt.date, giving: tuple[str, ...] = GIVING) -> set[int]:
        """Return who must do a job; where nobody has it, who finds it somebody."""
        if named := self.named(job, today):
            return named
        for roles in (giving, GIVING):
            if found := self.nearest(job.body, roles, today):
                return found
        return {
            acting
            for place, acting in self.acting(today)
            if place.body in self.line(job.body) and place.unit in (None, job.body, job.unit)
        }

    def named(self, job: Job, today: dt.date) -> set[int]:
        """Return who has the job, and who stands in for them, as long as they work there."""
        return {acting for place, acting in self.acting(today) if place.person == job.person and self.near(place, job)}

    def judges(self, job: Job, today: dt.date) -> set[int]:
        """Return who accepts a result: the nearest leaders, not who reported it unless nobody else is there."""
        leaders = self.nearest(job.body, ("leader",), today) or self.nearest(job.keeper, ("leader",), today)
        return leaders - {job.reporter} or leaders

    def nearest(self, body: int, roles: tuple[str, ...], today: dt.date) -> set[int]:
        """Return who acts in one of the roles in the body, or else in what it is a part of."""
        for one in self.line(body):
            found = {acting for place, acting in self.acting(today) if place.body == one and place.role in roles}
            if found:
                return found
        return set()

    def near(self, place: Place, job: Job) -> bool:
        """Say whether a place works for the job's body: there, above it or within it."""
        return place.body in self.line(job.body) or job.body in self.line(place.body)

    def line(self, body: int) -> list[int]:
        """Return the body and what it is a part of."""
        found: list[int] = []
        one: int | None = body
        while one is not None:
            found.append(one)
            one = self.parent.get(one)
        return found

    def acting(self, today: dt.date) -> Iterator[tuple[Place, int]]:
        """Yield each place with whoever may act in it today."""
        for place in self.places:
            if place.person not in self.left:
                yield place, place.person
            for one in self.away:
                at_it = (one.person, one.body) == (place.person, place.body) and one.first <= today <= one.last
                if at_it and one.deputy not in self.left:
                    yield place, one.deputy

    def post(self, today: dt.date) -> dict[int, str]:
        """Return the subject of each person's letter of this morning; what was posted is not posted again."""
        if not is_worked(today):
            return {}
        told: dict[int, dict[int, str]] = {}
        for number, job in sorted(self.jobs.items()):
            if job.state in ("given", "doing") and job.due:
                for word, kind, turn, people in self.occasions(job, job.due, today):
                    for person in people:
                        if (number, job.due, kind, turn, person) not in self.posted:
                            self.posted.add((number, job.due, kind, turn, person))
                            told.setdefault(person, {}).setdefault(number, word)
        return {person: subject(list(words.values())) for person, words in told.items()}

    def occasions(self, job: Job, due: dt.date, today: dt.date) -> Iterator[tuple[str, str, int, set[int]]]:
        """Yield what there is to say of a limit today: word, kind, which week of it, and to whom."""
        hands = self.hands(job, today, ("focal_point",))
        if due < today:
            yield "late", "after", ((today - due).days - 1) // 7, hands
            if sum(is_worked(due + DAY * ahead) for ahead in range(1, (today - due).days + 1)) >= 2:
                leaders = self.nearest(job.body, ("leader",), today) or self.nearest(job.keeper, ("leader",), today)
                yield "late", "escalation", 0, leaders - hands
        elif not any(is_worked(today + DAY * ahead) for ahead in range(1, (due - today).days + 1)):
            yield "on", "on", 0, hands
        elif today >= worked(due, -3):
            yield "before", "before", 0, hands


def subject(words: list[str]) -> str:
    """Return the subject of a letter about jobs that are due ("on"), near ("before") or late."""
    on, before, late = (words.count(one) for one in ("on", "before", "late"))
    parts = [f"{on} việc đến hạn"] * bool(on) + [f"{before} việc sắp đến hạn"] * bool(before)
    if late:
        parts.append(f"{late} quá hạn" if parts else f"{late} việc quá hạn")
    return "Hôm nay: " + ", ".join(parts)
