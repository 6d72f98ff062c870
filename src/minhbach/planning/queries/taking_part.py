"""Which officers have a part in a plan: those of the body that keeps it, and those of bodies that have tasks in it."""

from collections.abc import Collection

from minhbach.agencies.queries import body_names, with_predecessors
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.access import Actor, Role
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import Assignment, Plan, Task
from minhbach.planning.queries.plans import visible_plan
from minhbach.planning.queries.work import reach_of, sees_work
from minhbach.planning.rules import MAY_FOLLOW, WORKING


def plan_taken_part_in(plan_id: int, *, actor: Actor) -> Plan:
    """Return a plan that an own body keeps or has tasks in; a plan that is merely public is not enough.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    plan = visible_plan(plan_id, actor=actor)
    if not actor.is_officer or not (plan.body_id in actor.bodies() or _has_part(plan, reach_of(actor).sees)):
        raise PlanNotVisible
    return plan


def task_taken_part_in(task_id: int, *, actor: Actor) -> Task:
    """Return a task whose work the actor may see.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    task = Task.objects.select_related("plan").filter(pk=task_id).first()
    if task is None or not actor.is_officer or not sees_work(task, actor=actor):
        raise PlanNotVisible
    return task


def bodies_spoken_for(actor: Actor, *, roles: Collection[Role] = WORKING) -> frozenset[int]:
    """Return the bodies in whose name the actor may write: of a post in a unit, the unit and the body."""
    posts = [post for post in actor.posts if post.role in roles]
    return frozenset(post.body for post in posts) | {post.unit for post in posts if post.unit is not None}


def voices_in(
    plan: Plan, actor: Actor, *, task: Task | None = None, roles: Collection[Role] = WORKING
) -> dict[int, str]:
    """Return the bodies of `speaking_in` with their names."""
    return body_names(speaking_in(plan, actor, task=task, roles=roles))


def speaking_in(
    plan: Plan, actor: Actor, *, task: Task | None = None, roles: Collection[Role] = WORKING
) -> frozenset[int]:
    """Return the bodies in whose name the actor may speak of the plan, or of one task of it.

    A body speaks where it keeps the plan, where it or what stands beneath it has a task, or where the body that it is
    a part of has one.
    """
    parts = set(_parts(plan, task))
    own = bodies_spoken_for(actor, roles=roles)
    around = {one: set(with_predecessors(with_bodies_beneath({one}))) for one in own}
    speaking = {one for one in own if one == plan.body_id or parts & around[one]}
    for post in actor.posts:
        if post.role in roles and post.unit is not None and post.body in speaking:
            speaking.add(post.unit)
    return frozenset(speaking)


def bodies_in(plan: Plan, *, task: Task | None = None) -> dict[int, str]:
    """Return the bodies that have a part in the plan, or in one task of it, with their names."""
    return body_names(_parts(plan, task))


def follows(plan: Plan, actor: Actor) -> bool:
    """True if the actor follows the plan for the body that keeps it."""
    return actor.holds(*MAY_FOLLOW, body=plan.body_id)


def _parts(plan: Plan, task: Task | None) -> Collection[int]:
    rows = Assignment.objects.filter(task=task) if task else Assignment.objects.filter(task__plan=plan)
    return rows.order_by().values_list("body_id", flat=True).distinct()


def _has_part(plan: Plan, bodies: frozenset[int]) -> bool:
    return Assignment.objects.filter(task__plan=plan, body_id__in=bodies).exists()
