"""What plans cost: lines of bodies, and their sums by year and task, for a given asker."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from minhbach.domain.access import Actor
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.models import BudgetLine, Plan
from minhbach.planning.queries.taking_part import plan_taken_part_in
from minhbach.planning.queries.work import bodies_worked_in, reach_of

AMOUNTS = ("estimate", "allotted", "supplement", "spent", "settled")


@dataclass(frozen=True, slots=True)
class Money:
    """Sums in đồng. `settled` is of the lines that are settled; `settled_spent` is what those had spent."""

    estimate: int = 0
    allotted: int = 0
    supplement: int = 0
    spent: int = 0
    settled: int | None = None
    settled_spent: int = 0

    @property
    def difference(self) -> int | None:
        """Return what was settled more (or less) than spent; None where nothing is settled yet."""
        return None if self.settled is None else self.settled - self.settled_spent

    @property
    def left(self) -> int:
        """Return what was given and is not spent; negative: more was spent than given."""
        return self.allotted + self.supplement - self.spent


@dataclass(frozen=True, slots=True)
class MoneyFilters:
    """What lines are narrowed to; `common`: those of the plan as a whole, of no single task."""

    year: int | None = None
    body_id: int | None = None
    task_id: int | None = None
    common: bool = False


@dataclass(frozen=True, slots=True)
class TaskMoney:
    """The money of one task (None: of the plan as a whole) in one year, all bodies together."""

    year: int
    task_id: int | None
    title: str
    lines: int
    money: Money


def budget_lines_visible_to(actor: Actor, plan: Plan) -> QuerySet[BudgetLine]:
    """Return the plan's lines that the actor may see: all for the body that keeps it, otherwise those of own bodies.

    The caller has asked for the plan with `plan_taken_part_in`.
    """
    rows = plan.budget_lines.all()
    return rows if plan.body_id in actor.bodies() else rows.filter(body_id__in=reach_of(actor).sees)


def visible_budget_line(line_id: int, *, plan_id: int, actor: Actor) -> BudgetLine:
    """Return one line with plan, task, body and who wrote it last.

    :raises PlanNotVisible: if it is not there for the actor.
    """
    plan = plan_taken_part_in(plan_id, actor=actor)
    rows = budget_lines_visible_to(actor, plan).select_related("plan", "task", "body", "changed_by")
    row = rows.filter(pk=line_id).first()
    if row is None:
        raise PlanNotVisible
    return row


def may_write_budget_of(actor: Actor, body_id: int) -> bool:
    """True if the actor works for the body: each body writes its own lines."""
    return body_id in bodies_worked_in(actor)


def narrowed_lines(rows: QuerySet[BudgetLine], filters: MoneyFilters) -> QuerySet[BudgetLine]:
    """Return the lines that fit, by year, task in the document's order (the common ones first) and body."""
    fits = Q()
    if filters.year:
        fits &= Q(year=filters.year)
    if filters.body_id:
        fits &= Q(body_id=filters.body_id)
    if filters.task_id:
        fits &= Q(task_id=filters.task_id)
    if filters.common:
        fits &= Q(task=None)
    rows = rows.filter(fits).select_related("task", "body")
    return rows.order_by("year", F("task__position").asc(nulls_first=True), "body__sort_key", "pk")


def money_by_task(rows: QuerySet[BudgetLine]) -> tuple[TaskMoney, ...]:
    """Sum the lines up by year and task in one query."""
    summed = rows.order_by().values("year", "task_id", "task__title", "task__position").annotate(**_sums())
    in_order: list[dict[str, Any]] = sorted(
        map(dict, summed), key=lambda line: (line["year"], line["task__position"] or 0)
    )
    return tuple(
        TaskMoney(line["year"], line["task_id"], line["task__title"] or "", line["lines"], _money(line))
        for line in in_order
    )


def total_of(parts: Sequence[Money]) -> Money:
    """Return the sum of sums; settled stays unknown where nothing is settled."""
    plain = {name: sum(getattr(one, name) for one in parts) for name in ("estimate", "allotted", "supplement", "spent")}
    settled = [one for one in parts if one.settled is not None]
    known = sum(one.settled or 0 for one in settled) if settled else None
    return Money(**plain, settled=known, settled_spent=sum(one.settled_spent for one in settled))


def money_of(line: BudgetLine) -> Money:
    """Return the amounts of one line."""
    amounts = {name: getattr(line, name) for name in AMOUNTS}
    return Money(**amounts, settled_spent=line.spent if line.settled is not None else 0)


def _sums() -> dict[str, Any]:
    sums = {f"sum_{name}": Sum(name) for name in AMOUNTS}
    settled_spent = Sum("spent", filter=Q(settled__isnull=False))
    return {**sums, "sum_settled_spent": Coalesce(settled_spent, 0), "lines": Count("pk")}


def _money(line: dict[str, Any]) -> Money:
    return Money(**{field.name: line[f"sum_{field.name}"] for field in fields(Money)})
