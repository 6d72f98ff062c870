"""What an officer's calendar program is shown, found by the secret in its address alone."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db.models import Count, Max

from minhbach.accounts.queries import actor_of, is_active
from minhbach.domain.access import Actor, Role
from minhbach.planning.feeds.secrets import digest_of
from minhbach.planning.models import Assignment, CalendarFeed, Happening, LimitChange, WorkReport
from minhbach.planning.queries.due import due_for
from minhbach.planning.queries.plans import name_of
from minhbach.planning.queries.work import reach_of

AT_MOST = 500
NEVER: tuple[int, dt.datetime | None] = (0, None)


@dataclass(frozen=True, slots=True)
class Entry:
    """A limit in the calendar. `changes` grows with every change of it, `changed_at` is the moment of the last."""

    assignment_id: int
    title: str
    plan: str
    body: str
    due_on: dt.date
    to_give: bool
    changes: int
    changed_at: dt.datetime


def running_feed(person_id: int) -> CalendarFeed | None:
    """Return the person's own feed that has not ended."""
    return CalendarFeed.objects.filter(person_id=person_id, ended_at=None).first()


def person_of_feed(secret: str) -> int | None:
    """Return whose calendar the secret opens; None where it opens none, has ended, or the account is closed."""
    found = CalendarFeed.objects.filter(digest=digest_of(secret), ended_at=None).values_list("person_id", flat=True)
    person = found.first()
    return person if person is not None and is_active(person) else None


def entries_of(person_id: int, *, on: dt.date) -> tuple[Entry, ...]:
    """Return the limits of the open work that the person has, and of what nobody has where they are focal point.

    What they may see is found anew each time, by the posts of the day; work done for an absent colleague is left to
    Hôm nay, because an address is not taken back when the colleague returns.
    """
    actor = actor_of(person_id, on=on)
    own = replace(actor, posts=tuple(post for post in actor.posts if post.delegated_by is None))
    dues = _nearest(own, on)
    rows = list(Assignment.objects.filter(pk__in=dues).select_related("task__plan", "body"))
    changes = _changes(rows)
    entries = (
        _entry(row, to_give=dues[row.pk], changes=changes[row.pk][0], changed_at=changes[row.pk][1]) for row in rows
    )
    return tuple(sorted(entries, key=lambda one: (one.due_on, one.assignment_id)))


def _nearest(actor: Actor, on: dt.date) -> dict[int, bool]:
    found = due_for(actor, reach_of(actor), on=on, otherwise=(Role.FOCAL_POINT,))
    # What is late is of use in no calendar once it is very late; what lies ahead comes first.
    ahead = [due for due in found if due.due_on >= on]
    late = [due for due in reversed(found) if due.due_on < on]
    return {
        due.assignment_id: due.to_give
        for due in (*ahead, *late)[:AT_MOST]
        if not due.to_give or actor.holds(Role.FOCAL_POINT)
    }


def _changes(rows: Collection[Assignment]) -> dict[int, tuple[int, dt.datetime | None]]:
    """Return for each assignment how often its limit was set anew so far, and when last: three queries."""
    parts, tasks = [row.pk for row in rows], {row.task_id for row in rows}
    limits = LimitChange.objects.filter(assignment__in=parts).values_list("assignment").order_by()
    periods = WorkReport.objects.filter(assignment__in=parts, accepted=True).values_list("assignment").order_by()
    happened = Happening.objects.filter(task__in=tasks).values_list("task").order_by()
    by_part = (
        _told(limits.annotate(count=Count("pk"), last=Max("changed_at"))),
        _told(periods.annotate(count=Count("pk"), last=Max("answered_at"))),
    )
    by_task = _told(happened.annotate(count=Count("pk"), last=Max("recorded_at")))
    found = {row.pk: [*(one.get(row.pk, NEVER) for one in by_part), by_task.get(row.task_id, NEVER)] for row in rows}
    return {
        pk: (sum(count for count, _last in told), max((last for _count, last in told if last), default=None))
        for pk, told in found.items()
    }


def _told(rows: Iterable[tuple[int, int, dt.datetime | None]]) -> dict[int, tuple[int, dt.datetime | None]]:
    return {pk: (count, last) for pk, count, last in rows}


def _entry(row: Assignment, *, to_give: bool, changes: int, changed_at: dt.datetime | None) -> Entry:
    assert row.due_on is not None
    return Entry(
        assignment_id=row.pk,
        title=row.task.title,
        plan=name_of(row.task.plan),
        body=str(row.body),
        due_on=row.due_on,
        to_give=to_give,
        changes=changes,
        changed_at=changed_at or row.task.plan.confirmed_at,
    )
