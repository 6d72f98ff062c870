"""Confirmed plans: the public's, and those that concern an officer."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.text import fold
from minhbach.foundation.once import remembered
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Assignment, Plan, Task
from minhbach.planning.ordering import ordered
from minhbach.planning.rules import plan_name
from minhbach.publication.queries import ids_in_state, public_ids

PLAN = "plan"
NOT_SUBMITTED = "not_submitted"
PLAN_COLUMNS = {
    "ngay": "issued_on",
    "van-ban": "search_text",
    "co-quan": "issuing_body__sort_key",
    "nhiem-vu": "task_count",
}


def public_plans() -> QuerySet[Plan]:
    """Return the plans that a leader has let the public see."""
    return Plan.objects.filter(pk__in=public_ids(PLAN)).order_by(F("issued_on").desc(nulls_last=True), "-pk")


def plans_visible_to(actor: Actor) -> QuerySet[Plan]:
    """Return the plans that the actor may see: public ones, those of own bodies, and those that give them tasks."""
    if not actor.is_officer:
        return public_plans()
    bodies = with_predecessors(with_bodies_beneath(actor.bodies()))
    assigned = Assignment.objects.filter(task__plan=OuterRef("pk"), body_id__in=bodies)
    visible = Q(pk__in=public_ids(PLAN)) | Q(body_id__in=actor.bodies()) | Exists(assigned)
    return Plan.objects.filter(visible).order_by(F("issued_on").desc(nulls_last=True), "-pk")


def visible_plan(plan_id: int, *, actor: Actor) -> Plan:
    """Return one plan.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    rows = plans_visible_to(actor).select_related("body", "issuing_body", "plan_import").filter(pk=plan_id)
    row = remembered((visible_plan, plan_id, actor), rows.first)
    if row is None:
        raise PlanNotVisible
    return row


def is_reopened(plan: Plan) -> bool:
    """True while the plan's document is under review once more."""
    return plan.plan_import is not None and plan.plan_import.state == ImportState.IN_REVIEW


def public_plan(slug: str) -> Plan:
    """Return a plan that the public may see.

    :raises PlanNotVisible: if there is none with that slug.
    """
    row = public_plans().select_related("body", "issuing_body").filter(slug=slug).first()
    if row is None:
        raise PlanNotVisible
    return row


@dataclass(frozen=True, slots=True)
class PlanFilters:
    """What a list of plans is narrowed to. Words are compared without marks."""

    words: str = ""
    year: int | None = None
    issued_by: Collection[int] = ()
    """Bodies of which one issued the plan; nobody named: whoever issued it."""
    state: str = ""
    """How far a plan has come on its way to the public: a value of `PublicationState`, or `NOT_SUBMITTED`."""


def narrowed(plans: QuerySet[Plan], filters: PlanFilters) -> QuerySet[Plan]:
    """Return the plans that fit the filters."""
    for word in fold(filters.words).split():
        plans = plans.filter(search_text__contains=word)
    if filters.year:
        plans = plans.filter(issued_on__year=filters.year)
    if filters.issued_by:
        plans = plans.filter(issuing_body_id__in=filters.issued_by)
    if filters.state == NOT_SUBMITTED:
        plans = plans.exclude(pk__in=ids_in_state(PLAN, *PublicationState))
    elif filters.state:
        plans = plans.filter(pk__in=ids_in_state(PLAN, PublicationState(filters.state)))
    return plans


def with_task_counts(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Return the plans, each with `task_count`."""
    # Asked for each plan that is shown, and not for all that are found: a join would count first and choose then.
    tasks = Task.objects.filter(plan=OuterRef("pk")).order_by().values("plan").annotate(number=Count("pk"))
    return plans.annotate(task_count=Coalesce(Subquery(tasks.values("number")), 0))


def sorted_plans(plans: QuerySet[Plan], asked: str) -> QuerySet[Plan]:
    """Return the plans sorted by a column of `PLAN_COLUMNS`, the newest first unless asked otherwise."""
    return ordered(plans, asked, PLAN_COLUMNS, default="-ngay", then=("-pk",))


def name_of(plan: Plan) -> str:
    """Return how the plan is called for short."""
    return plan_name(doc_type=plan.doc_type, number=plan.number, symbol=plan.symbol)
