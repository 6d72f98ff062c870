"""The cascade: for any plan, which bodies below made theirs, what nobody took over, how far each branch is."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Count, Q, QuerySet

from minhbach.agencies.contracts import PlacedBody
from minhbach.agencies.queries.branches import placed_bodies, province_names
from minhbach.domain.access import Actor
from minhbach.domain.bodies.values import Kind
from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.plans.standing import Standing
from minhbach.domain.units.values import Level
from minhbach.foundation.dates import local_date
from minhbach.planning.cascade.values import BodyBelow, Cascade, PlanBelow, branch_alone, branch_of
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Assignment, AssignmentRole, AssignmentSpan, Plan
from minhbach.planning.queries.counting import Counts, add_counts, spans_on, stands
from minhbach.planning.queries.plans import visible_plan
from minhbach.planning.rules import plan_name

Figures = tuple[int, int, Counts]


def plan_followed(plan_id: int, *, actor: Actor) -> Plan:
    """Return a plan that a body of the actor keeps: its officers look down from it, and see what was reported.

    :raises PlanNotVisible: if it is not there for the actor, or is only given to them, or merely public.
    """
    plan = visible_plan(plan_id, actor=actor)
    if not actor.is_officer or plan.body_id not in actor.bodies():
        raise PlanNotVisible
    return plan


def taken_over(*, on: dt.date) -> Q:
    """Return the condition that the part of a span was taken over by the day.

    A body that makes a plan of its own takes over what it carries out there when it confirms that plan, so nothing
    else has to be asked.
    """
    begun = ~Q(assignment__state=AssignmentState.GIVEN)
    known = Q(assignment__taken_over_on=None) | Q(assignment__taken_over_on__lte=on)
    return Q(done_on__isnull=False) | (begun & known)


def parts_below(plan: Plan, *, on: dt.date) -> QuerySet[AssignmentSpan]:
    """Return the leading parts in the plan as they stood on the day: the rows that the cascade counts."""
    return spans_on(on).filter(plan=plan, dropped=False)


def cascade_of(plan: Plan, *, on: dt.date, actor: Actor) -> Cascade:
    """Return every body that must act under the plan, as of the day: six queries, however many bodies and tasks.

    They are the bodies with a leading part, each with the units that act for it, and the committees of communes that a
    task reaches at all. Whose own plan counts is the body that issued it, or that keeps it where no issuer is known.

    :raises PlanNotVisible: if the actor does not look down from the plan.
    """
    plan_followed(plan.pk, actor=actor)
    figures = _figures(plan, on)
    owner = plan.issuing_body_id or plan.body_id
    reached = figures.keys() | ({*_communes_reached(plan, on)} - {owner})
    known = placed_bodies(reached | {owner})
    groups: dict[int, list[int]] = {}
    for pk in reached & known.keys():
        groups.setdefault(_answers(known[pk], owner), []).append(pk)
    plans = _plans_below(plan, on)
    issuer = known.get(owner)
    rows = [_below(known[pk], members, figures, plans.get(pk), issuer=issuer, on=on) for pk, members in groups.items()]
    names = province_names({one.body.province for one in rows if one.branch.startswith("t")})
    rows.sort(key=lambda one: (one.body.sort_key, one.body.id))
    return Cascade(tuple(rows), {f"t{pk}": name for pk, name in names.items()})


def _answers(body: PlacedBody, owner: int) -> int:
    # Inside the body that issued the plan, each unit stands for itself: it makes no plan, but must act.
    return body.id if body.acts_for == owner else body.acts_for


def _below(
    body: PlacedBody,
    members: Collection[int],
    figures: Mapping[int, Figures],
    plan: PlanBelow | None,
    *,
    issuer: PlacedBody | None,
    on: dt.date,
) -> BodyBelow:
    given, taken, counts = _together([figures[one] for one in members if one in figures])
    ended = body.exists_until is not None and body.exists_until <= on
    # Under a commune's own plan nobody makes a further one: its units and organisations carry it out.
    inside = issuer is not None and (issuer.level != Level.PROVINCE or issuer.id in (body.id, body.acts_for))
    branch = branch_alone(body) if inside else branch_of(body, own_province=issuer.province if issuer else None)
    return BodyBelow(body, branch, tuple(members), not ended and not inside, plan, given, taken, counts)


def _together(parts: Sequence[Figures]) -> Figures:
    # Most bodies have no units with work of their own: of thousands, few have to be added up.
    if len(parts) == 1:
        return parts[0]
    given, taken = sum(one[0] for one in parts), sum(one[1] for one in parts)
    return given, taken, add_counts(counts for _given, _taken, counts in parts)


def _figures(plan: Plan, on: dt.date) -> dict[int, Figures]:
    each = {one.value: Count("pk", filter=stands(one, on=on)) for one in Standing}
    rows = parts_below(plan, on=on).order_by().values_list("body")
    counted = rows.annotate(taken=Count("pk", filter=taken_over(on=on)), **each)
    # Each part that was not dropped stands in one of the classes.
    return {body: (sum(classes), taken, Counts(*classes)) for body, taken, *classes in counted}


def _communes_reached(plan: Plan, on: dt.date) -> QuerySet[Assignment, Any]:
    if (plan.issued_on or local_date(plan.confirmed_at)) > on:
        return Assignment.objects.none().values_list("body", flat=True)
    rows = Assignment.objects.filter(task__plan=plan, body__kind=Kind.COMMITTEE).exclude(body__level=Level.PROVINCE)
    rows = rows.filter(role=AssignmentRole.COORDINATING).exclude(state=AssignmentState.DROPPED)
    return rows.order_by().values_list("body", flat=True).distinct()


def _plans_below(plan: Plan, on: dt.date) -> dict[int, PlanBelow]:
    columns = ("pk", "body", "issuing_body", "doc_type", "number", "symbol", "issued_on", "confirmed_at")
    rows = Plan.objects.filter(above=plan).order_by("issued_on", "pk").values_list(*columns)
    return dict(_known_on(rows, on))


def _known_on(rows: Any, on: dt.date) -> Iterator[tuple[int, PlanBelow]]:
    for pk, body, issuer, doc_type, number, symbol, issued_on, confirmed_at in rows:
        since = issued_on or local_date(confirmed_at)
        if since <= on:
            yield issuer or body, PlanBelow(pk, plan_name(doc_type=doc_type, number=number, symbol=symbol), since)
