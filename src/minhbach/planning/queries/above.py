"""Which plan a document carries out: what may be chosen, and what the document itself cites."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor
from minhbach.domain.text import fold
from minhbach.planning.models import Assignment, Plan
from minhbach.planning.queries.plans import PLAN, plans_visible_to
from minhbach.publication.queries import public_ids


def plans_to_carry_out(body_id: int, *, actor: Actor, but: Plan | None = None) -> QuerySet[Plan]:
    """Return the plans that a plan of the body may carry out, the newest first: those visible to the actor that are
    public or whose tasks reach the body.

    :param but: the plan for which is asked; it and what stands under it are left out, so that no circle can come about.
    """
    own = with_predecessors(with_bodies_beneath({body_id}))
    reaching = Exists(Assignment.objects.filter(task__plan=OuterRef("pk"), body_id__in=own))
    rows = plans_visible_to(actor).filter(Q(pk__in=public_ids(PLAN)) | reaching)
    return rows.exclude(pk__in=with_plans_below(but)) if but else rows


def cited_plans(head: Mapping[str, Any], plans: QuerySet[Plan]) -> Sequence[Plan]:
    """Return those of the plans that the head of a document cites, by number, symbol and, where both say it, date.

    The copy that the issuer itself keeps comes first.
    """
    cited = [found for one in head.get("references") or () if (found := _parted(one))]
    if not cited:
        return ()
    rows = plans.filter(number__in={number for number, _symbol, _day in cited}).select_related("body", "issuing_body")
    fitting = [row for row in rows if any(_fits(row, *one) for one in cited)]
    return sorted(fitting, key=lambda row: row.body_id != row.issuing_body_id)


def _parted(reference: Mapping[str, Any]) -> tuple[str, str, dt.date | None] | None:
    number, _slash, symbol = str(reference.get("number") or "").partition("/")
    issued = reference.get("issued_on")
    return (number.strip(), fold(symbol), dt.date.fromisoformat(issued) if issued else None) if symbol else None


def _fits(plan: Plan, number: str, symbol: str, day: dt.date | None) -> bool:
    if (plan.number, fold(plan.symbol)) != (number, symbol):
        return False
    return day is None or plan.issued_on is None or plan.issued_on == day


def with_plans_below(plan: Plan) -> set[int]:
    """Return the ids of the plan and of all that stand under it, however far down."""
    found, fresh = {plan.pk}, {plan.pk}
    while fresh:
        fresh = set(Plan.objects.filter(above__in=fresh).values_list("pk", flat=True)) - found
        found |= fresh
    return found
