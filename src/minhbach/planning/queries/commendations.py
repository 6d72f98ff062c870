"""Proposals for commendation: reasons speak of people, so only those who follow plans for a body see them."""

from datetime import date

from django.db.models import QuerySet

from minhbach.accounts.queries import active_holders, officers_of
from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.commendation import CommendationState
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Commendation, Plan
from minhbach.planning.ordering import ordered
from minhbach.planning.queries.taking_part import bodies_in, follows, plan_taken_part_in, speaking_in
from minhbach.planning.rules import MAY_FOLLOW, WORKING

COMMENDATION_COLUMNS = {"ngay": "proposed_at", "co-quan": "body__sort_key", "tinh-trang": "state"}


def plan_commended_in(plan_id: int, *, actor: Actor) -> Plan:
    """Return a plan for who proposes or decides commendations there.

    :raises PlanNotVisible: if it is not there for the actor, or they follow it neither for its keeper nor for a body
        that has tasks in it.
    """
    plan = plan_taken_part_in(plan_id, actor=actor)
    if not speaking_in(plan, actor, roles=MAY_FOLLOW):
        raise PlanNotVisible
    return plan


def commendations_visible_to(actor: Actor, plan: Plan) -> QuerySet[Commendation]:
    """Return the plan's proposals: all for who follows it, otherwise those for bodies that the actor follows.

    The caller has asked for the plan with `plan_commended_in`.
    """
    if follows(plan, actor):
        return plan.commendations.all()
    return plan.commendations.filter(body_id__in=_bodies_followed(actor))


def listed_commendations(actor: Actor, plan: Plan, *, state: str = "", order: str = "") -> QuerySet[Commendation]:
    """Return them narrowed to a state, the newest first unless asked otherwise by `COMMENDATION_COLUMNS`."""
    rows = commendations_visible_to(actor, plan).select_related("body", "person", "proposed_by", "decided_by")
    rows = rows.filter(state=state) if state else rows
    return ordered(rows, order, COMMENDATION_COLUMNS, default="-ngay", then=("-pk",))


def visible_commendation(commendation_id: int, *, plan_id: int, actor: Actor) -> Commendation:
    """Return one proposal with its plan, body and people.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    plan = plan_commended_in(plan_id, actor=actor)
    rows = commendations_visible_to(actor, plan).select_related("plan", "body", "person", "proposed_by", "decided_by")
    row = rows.filter(pk=commendation_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def bodies_to_commend(plan: Plan, actor: Actor) -> dict[int, str]:
    """Return the bodies that the actor may propose: any with a task for who follows the plan, otherwise own ones."""
    if follows(plan, actor):
        return bodies_in(plan)
    followed = _bodies_followed(actor)
    return {one: name for one, name in bodies_in(plan).items() if one in followed}


def officers_to_commend(actor: Actor, *, on: date) -> dict[int, str]:
    """Return the officers whom the actor may know of, by person: those who work in the actor's own bodies."""
    posts = [post for one in sorted(actor.bodies()) for post in officers_of(one, actor, on=on)]
    working = [post for post in posts if post.role in WORKING]
    return {post.person_id: f"{post.person_name}, {post.title}".removesuffix(", ") for post in working}


def who_decides(plan: Plan, *, on: date) -> frozenset[int]:
    """Return the people who may decide on proposals: the leaders of the body that keeps the plan."""
    return active_holders(body_id=plan.body_id, roles=[Role.LEADER], on=on)


def waiting_for_decision(actor: Actor) -> QuerySet[Commendation]:
    """Return the proposals that wait for a leader of a body that the actor leads, the oldest first."""
    rows = Commendation.objects.filter(
        state=CommendationState.PROPOSED, plan__body_id__in=actor.bodies_where(Role.LEADER)
    )
    return rows.select_related("plan", "body", "person").order_by("proposed_at", "pk")


def _bodies_followed(actor: Actor) -> set[int]:
    return set(with_predecessors(with_bodies_beneath(actor.bodies_where(*MAY_FOLLOW))))
