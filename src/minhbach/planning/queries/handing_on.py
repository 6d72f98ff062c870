"""Work that bodies left behind when they ended, and which of it waits for a person to say who goes on."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.passing_on import ended_bodies, who_follows
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN
from minhbach.planning.models import Assignment, Plan
from minhbach.planning.rules import MAY_FOLLOW


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """Open work of one plan with a body that ended: how much, and who may go on with it, by name."""

    plan_id: int
    body_id: int
    name: str
    open: int
    successors: dict[int, str]


def open_work_of_ended(*, on: dt.date) -> frozenset[int]:
    """Return the bodies that ended by the day and hold open work."""
    holders = Assignment.objects.filter(state__in=OPEN, body__exists_until__lte=on).order_by()
    return ended_bodies(list(holders.values_list("body", flat=True).distinct()), on=on)


def left_behind(plans: QuerySet[Plan] | Collection[Plan], *, on: dt.date) -> tuple[LeftBehind, ...]:
    """Return the open work in the plans with bodies that ended and of whose successors none is clear: four queries.

    The caller has checked that the asker follows the plans. A body without any successor is named as well: its work
    stays until somebody drops it or records who followed.
    """
    rows = Assignment.objects.filter(task__plan__in=plans, state__in=OPEN, body__exists_until__lte=on).order_by()
    counted = list(rows.values_list("task__plan", "body").annotate(open=Count("pk")))
    follows = who_follows({body for _plan, body, _open in counted}, on=on)
    asked = [one for one in counted if one[1] not in follows or follows[one[1]].clear is None]
    names = body_names(
        {body for _plan, body, _open in asked} | {to for one in follows.values() for to in one.successors}
    )
    return tuple(
        LeftBehind(
            plan_id=plan,
            body_id=body,
            name=names[body],
            open=count,
            successors={to: names[to] for to in follows[body].successors} if body in follows else {},
        )
        for plan, body, count in sorted(asked, key=lambda one: (one[0], names[one[1]]))
    )


def plans_with_work_left(actor: Actor, *, on: dt.date) -> tuple[LeftBehind, ...]:
    """Return what waits for the actor in the plans that they follow."""
    bodies = actor.bodies_where(*MAY_FOLLOW)
    return left_behind(Plan.objects.filter(body_id__in=bodies), on=on) if bodies else ()
