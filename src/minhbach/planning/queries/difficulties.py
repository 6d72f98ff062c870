"""Difficulties that bodies raise: who may see, answer and raise them, and whom a body may ask."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from minhbach.agencies.queries import body_names, with_predecessors
from minhbach.agencies.queries.above import bodies_to_turn_to
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.difficulty import DifficultyState
from minhbach.domain.text import fold
from minhbach.planning.contracts import DifficultyNotVisible
from minhbach.planning.models import Difficulty, DifficultySpan, Plan
from minhbach.planning.ordering import ordered
from minhbach.planning.queries.taking_part import bodies_spoken_for
from minhbach.planning.queries.work import reach_of
from minhbach.planning.rules import MAY_FOLLOW

TO_US, FROM_US = "den", "di"
DIFFICULTY_COLUMNS = {
    "ngay": "raised_at",
    "tinh-trang": "state",
    "co-quan": "body__sort_key",
    "hoi": "asked__sort_key",
    "ke-hoach": "plan__issued_on",
}
FACTS = ("body", "asked", "plan", "task")


@dataclass(frozen=True, slots=True)
class DifficultyFilters:
    """What a list of difficulties is narrowed to. Days are those on which they were raised, both included."""

    words: str = ""
    state: str = ""
    standing: bool = False
    """Only those that are not withdrawn: what sums count."""
    way: str = ""
    """`TO_US` or `FROM_US`; nothing: both, and those on plans that an own body keeps."""
    plan_id: int | None = None
    task_id: int | None = None
    without_plan: bool = False
    without_task: bool = False
    asked_id: int | None = None
    body_id: int | None = None
    raised_from: date | None = None
    raised_until: date | None = None
    on: date | None = None
    """The day whose states are meant; nothing: as they are now."""


def bodies_asked_with(actor: Actor) -> frozenset[int]:
    """Return the bodies whose incoming difficulties the actor sees: where a post is held, with predecessors."""
    return frozenset(with_predecessors(actor.bodies()))


def difficulties_visible_to(actor: Actor) -> QuerySet[Difficulty]:
    """Return the difficulties of own bodies, those that ask own bodies, those on plans that an own body keeps, and
    those which the level below passed up to an own body, however it came there over one level in between.

    One that was withdrawn is left to the body that raised it.
    """
    if not actor.is_officer:
        return Difficulty.objects.none()
    asked = bodies_asked_with(actor)
    standing = Difficulty.objects.filter(asked_id__in=asked).exclude(state=DifficultyState.WITHDRAWN)
    carried, carried_twice = standing.filter(carries=OuterRef("pk")), standing.filter(carries__carries=OuterRef("pk"))
    others = Q(asked_id__in=asked) | Q(plan__body_id__in=actor.bodies()) | Exists(carried) | Exists(carried_twice)
    withdrawn = Q(state=DifficultyState.WITHDRAWN)
    return Difficulty.objects.filter(Q(body_id__in=reach_of(actor).sees) | (others & ~withdrawn))


def visible_difficulty(difficulty_id: int, *, actor: Actor) -> Difficulty:
    """Return one difficulty with its bodies, plan, task and people.

    :raises DifficultyNotVisible: if it is not there for the actor.
    """
    rows = difficulties_visible_to(actor).select_related(*FACTS, "raised_by", "answered_by")
    row = rows.filter(pk=difficulty_id).first()
    if row is None:
        raise DifficultyNotVisible
    return row


def difficulty_for_change(difficulty_id: int, *, actor: Actor) -> Difficulty:
    """Return one difficulty, locked until the end of the transaction.

    :raises DifficultyNotVisible: if it is not there for the actor.
    """
    visible_difficulty(difficulty_id, actor=actor)
    return Difficulty.objects.select_for_update(of=("self",)).select_related("plan").get(pk=difficulty_id)


def narrowed_difficulties(
    rows: QuerySet[Difficulty], filters: DifficultyFilters, *, actor: Actor, order: str = ""
) -> QuerySet[Difficulty]:
    """Return the rows that fit, the newest first unless asked otherwise by a column of `DIFFICULTY_COLUMNS`."""
    rows = rows.filter(_conditions(filters, actor)).select_related(*FACTS)
    if filters.on:
        then = as_they_stood(rows, on=filters.on)
        rows = then.filter(state_then=filters.state) if filters.state else then
    return ordered(rows, order, DIFFICULTY_COLUMNS, default="-ngay", then=("-pk",))


def _conditions(filters: DifficultyFilters, actor: Actor) -> Q:
    fits = Q()
    for word in fold(filters.words).split():
        fits &= Q(search_text__contains=word)
    if filters.way == TO_US:
        fits &= Q(asked_id__in=bodies_asked_with(actor))
    if filters.way == FROM_US:
        fits &= Q(body_id__in=reach_of(actor).sees)
    if filters.standing:
        fits &= ~Q(state=DifficultyState.WITHDRAWN)
    if filters.without_plan:
        fits &= Q(plan=None)
    if filters.without_task:
        fits &= Q(task=None)
    if filters.raised_from:
        fits &= Q(raised_at__date__gte=filters.raised_from)
    if filters.raised_until:
        fits &= Q(raised_at__date__lte=filters.raised_until)
    wanted = {
        "state": "" if filters.on else filters.state,
        "plan_id": filters.plan_id,
        "task_id": filters.task_id,
        "asked_id": filters.asked_id,
        "body_id": filters.body_id,
    }
    return fits & Q(**{name: value for name, value in wanted.items() if value})


def may_answer(actor: Actor, row: Difficulty) -> bool:
    """True if the actor answers for the body that is asked."""
    return row.asked_id in with_predecessors(actor.bodies_where(*MAY_FOLLOW))


def may_raise_for(actor: Actor, row: Difficulty) -> bool:
    """True if the actor works for the body that raised it."""
    return row.body_id in with_predecessors(bodies_spoken_for(actor))


def bodies_to_ask(body_id: int, *, plan: Plan | None, on: date) -> dict[int, str]:
    """Return whom a body may ask, the most fitting first: who keeps the plan, who issued it, then the bodies above."""
    asked = [plan.body_id, plan.issuing_body_id] if plan else []
    wanted = [one for one in (*asked, *bodies_to_turn_to(body_id, on=on)) if one and one != body_id]
    names = body_names(wanted)
    return {one: names[one] for one in dict.fromkeys(wanted) if one in names}


def waiting_for_answer(actor: Actor) -> QuerySet[Difficulty]:
    """Return what waits for an answer of a body for which the actor answers, the oldest first."""
    asked = with_predecessors(actor.bodies_where(*MAY_FOLLOW))
    rows = Difficulty.objects.filter(state=DifficultyState.RAISED, asked_id__in=asked)
    return rows.select_related(*FACTS).order_by("raised_at", "pk")


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many difficulties were raised about one task, one plan as a whole (no task), or in general (no plan)."""

    plan_id: int | None
    task_id: int | None
    raised: int
    answered: int
    passed_up: int
    open: int


def as_they_stood(rows: QuerySet[Difficulty], *, on: date) -> QuerySet[Any]:
    """Return those of the rows that were raised by the day, each with `state_then`, its state at the day's end."""
    span = DifficultySpan.objects.filter(
        Q(until_on=None) | Q(until_on__gt=on), difficulty=OuterRef("pk"), from_on__lte=on
    )
    return rows.annotate(state_then=Subquery(span.values("state")[:1])).exclude(state_then=None)


def gathered(rows: QuerySet[Difficulty], *, on: date) -> tuple[Gathered, ...]:
    """Sum the rows up by plan and task as of a day, in one query: plans by date, tasks in their order, the general ones
    last.

    What was withdrawn is counted on no day, also before: for those who were asked it is not there any more. `raised`
    is the sum of the other three.
    """
    standing = as_they_stood(rows.exclude(state=DifficultyState.WITHDRAWN).order_by(), on=on)
    counted = standing.values("plan_id", "task_id", "plan__issued_on", "task__position").annotate(
        raised=Count("pk"),
        answered=Count("pk", filter=Q(state_then=DifficultyState.ANSWERED)),
        passed_up=Count("pk", filter=Q(state_then=DifficultyState.PASSED_UP)),
        open=Count("pk", filter=Q(state_then=DifficultyState.RAISED)),
    )
    in_order: list[dict[str, Any]] = sorted(map(dict, counted), key=_place)
    return tuple(Gathered(**{name: line[name] for name in Gathered.__slots__}) for line in in_order)


def _place(line: Mapping[str, Any]) -> tuple[object, ...]:
    plan, issued, position = line["plan_id"], line["plan__issued_on"], line["task__position"]
    return (plan is None, issued or date.max, plan or 0, position or 0)
