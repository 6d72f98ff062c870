"""The four-way count "as of" any day: one question to the spans, whoever is counted."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet

from minhbach.domain.plans.standing import FOUR, Stand, Standing
from minhbach.planning.models import Assignment, AssignmentSpan


@dataclass(frozen=True, slots=True)
class Counts:
    """How many parts of tasks stand how. Parts that were dropped are counted nowhere."""

    done_in_time: int = 0
    done_late: int = 0
    open_in_time: int = 0
    open_late: int = 0
    without_date: int = 0

    def of(self, one: Standing) -> int:
        """Return the count of one class."""
        return int(getattr(self, one.value))

    @property
    def four(self) -> int:
        """Return the sum of the four classes that officials count."""
        return sum(self.of(one) for one in FOUR)

    @property
    def every(self) -> int:
        """Return the sum of all classes."""
        return self.four + self.without_date

    @property
    def done(self) -> int:
        """Return what is done, in time or late."""
        return self.done_in_time + self.done_late

    @property
    def in_time_rate(self) -> int | None:
        """Return what part of the four classes is not late, in percent; None where there is nothing to count."""
        return round(100 * (self.done_in_time + self.open_in_time) / self.four) if self.four else None


def spans_on(day: dt.date) -> QuerySet[AssignmentSpan]:
    """Return how every leading part of a task stood at the end of the day."""
    return AssignmentSpan.objects.filter(Q(until_on=None) | Q(until_on__gt=day), from_on__lte=day)


def stands(standing: Standing, *, on: dt.date, prefix: str = "") -> Q:
    """Return the condition that a span is of the class on the day: `domain.plans.standing`, said to the database."""
    due, done = f"{prefix}due_on", f"{prefix}done_on"
    is_open = Q(**{f"{done}__isnull": True, f"{prefix}dropped": False})
    is_done = Q(**{f"{done}__isnull": False, f"{prefix}dropped": False})
    match standing:
        case Standing.DONE_IN_TIME:
            return is_done & (Q(**{f"{due}__isnull": True}) | Q(**{f"{done}__lte": F(due)}))
        case Standing.DONE_LATE:
            return is_done & Q(**{f"{done}__gt": F(due)})
        case Standing.OPEN_IN_TIME:
            return is_open & Q(**{f"{due}__gte": on})
        case Standing.OPEN_LATE:
            return is_open & Q(**{f"{due}__lt": on})
        case Standing.WITHOUT_DATE:
            return is_open & Q(**{f"{due}__isnull": True})


def counts(spans: QuerySet[AssignmentSpan], *, on: dt.date) -> Counts:
    """Count the spans, which are those of the day, in one query."""
    return Counts(**spans.order_by().aggregate(**_each(on)))


def counts_by(spans: QuerySet[AssignmentSpan], field: str, *, on: dt.date) -> Mapping[Any, Counts]:
    """Count the spans of the day for each value of a column ("body", "body__level", "plan", "assignment__task"), in one
    query."""
    rows = spans.order_by().values_list(field).annotate(**_each(on)).values(field, *(one.value for one in Standing))
    return {row.pop(field): Counts(**row) for row in rows}


def add_counts(counts: Iterable[Counts]) -> Counts:
    """Return the sum of counts, class by class."""
    rows = [(one.done_in_time, one.done_late, one.open_in_time, one.open_late, one.without_date) for one in counts]
    return Counts(*map(sum, zip(*rows, strict=True))) if rows else Counts()


@dataclass(frozen=True, slots=True)
class StandOfTask:
    """How the leading bodies of a task stand, and the stand itself where it says more: of one alone, or of none left.

    :param alone: of the only part that was not dropped; of a dropped one where every part was.
    """

    counts: Counts
    alone: Stand | None


def stands_by_task(spans: QuerySet[AssignmentSpan], *, on: dt.date) -> Mapping[int, StandOfTask]:
    """Return how each task with spans on the day stands, in one query, however many bodies lead it."""
    held = Q(dropped=False)
    alone = {f"least_{one}": Min(one, filter=held) for one in ("body", "due_on", "done_on")}
    rows = spans.order_by().values_list("assignment__task").annotate(**_each(on), **alone)
    found = ((task, Counts(*row[:-3]), row[-3:]) for task, *row in rows)
    return {task: StandOfTask(counts, _alone(counts, *facts)) for task, counts, facts in found}


def _alone(counts: Counts, body: int | None, due: dt.date | None, done: dt.date | None) -> Stand | None:
    if counts.every > 1:
        return None
    return Stand(body or 0, due, done, dropped=not counts.every)


def standing_as_of(rows: QuerySet[Assignment], standing: Standing, *, on: dt.date) -> QuerySet[Assignment]:
    """Return those of the assignments that the count of this class counts on the day."""
    counted = spans_on(on).filter(stands(standing, on=on), assignment=OuterRef("pk"))
    return rows.filter(Exists(counted))


def _each(on: dt.date) -> dict[str, Count]:
    return {one.value: Count("pk", filter=stands(one, on=on)) for one in Standing}
