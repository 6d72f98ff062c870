"""Write what a task costs a body in a year, and take a line away (dự toán, giao, bổ sung, đã chi, quyết toán)."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.money import MOST
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.planning.contracts import PlanNotVisible, WorkRefused
from minhbach.planning.models import BudgetLine
from minhbach.planning.queries.money import AMOUNTS, may_write_budget_of, visible_budget_line
from minhbach.planning.queries.taking_part import plan_taken_part_in, voices_in

BUDGET_KIND = "budget_line"
FIRST_YEAR, LAST_YEAR = 2016, 2100


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of a line in đồng. `supplement` may be negative: what was cut. `settled`: None until then."""

    estimate: int = 0
    allotted: int = 0
    supplement: int = 0
    spent: int = 0
    settled: int | None = None


@transaction.atomic
def add_budget_line(
    *,
    plan_id: int,
    task_id: int | None,
    body_id: int,
    year: int,
    amounts: Amounts,
    source: str = "",
    note: str = "",
    actor: Actor,
    now: datetime,
) -> int:
    """Write the money of one body for one task, or for the plan as a whole, in one year. Return the line's id.

    :raises PlanNotVisible: if the plan is not there for the actor, or they work for no body that has a part in it.
    :raises WorkRefused: if the body is none of theirs, the task is of another plan, the year or an amount makes no
        sense, or such a line is there already.
    """
    plan = plan_taken_part_in(plan_id, actor=actor)
    voices = [one for one in voices_in(plan, actor) if may_write_budget_of(actor, one)]
    if not voices:
        raise PlanNotVisible
    if body_id not in voices:
        raise WorkRefused(_("Mỗi cơ quan ghi kinh phí của mình; chọn cơ quan đang làm việc."))
    if task_id is not None and not plan.tasks.filter(pk=task_id).exists():
        raise WorkRefused(_("Nhiệm vụ đã chọn không thuộc kế hoạch này."))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise WorkRefused(_("Năm từ %(first)s đến %(last)s.") % {"first": FIRST_YEAR, "last": LAST_YEAR})
    same = Q(task_id=task_id) if task_id else Q(task=None)
    if plan.budget_lines.filter(same, body_id=body_id, year=year).exists():
        raise WorkRefused(_("Đã có dòng kinh phí của cơ quan cho việc này trong năm này; mở dòng đó để sửa."))
    row = BudgetLine(plan=plan, task_id=task_id, body_id=body_id, year=year)
    return _write(row, "added", amounts, source, note, actor, now)


@transaction.atomic
def change_budget_line(
    *, line_id: int, plan_id: int, amounts: Amounts, source: str = "", note: str = "", actor: Actor, now: datetime
) -> None:
    """Set other amounts; the former ones stay in the history.

    :raises PlanNotVisible: if the line is not there for the actor, or is not their body's.
    :raises WorkRefused: if an amount makes no sense.
    """
    _write(_own(line_id, plan_id, actor), "changed", amounts, source, note, actor, now)


@transaction.atomic
def remove_budget_line(*, line_id: int, plan_id: int, actor: Actor, now: datetime) -> None:
    """Take a line away that should not be there; its amounts stay in the event log.

    :raises PlanNotVisible: if the line is not there for the actor, or is not their body's.
    """
    row = _own(line_id, plan_id, actor)
    _record(row, "removed", actor, now)
    row.delete()


def _own(line_id: int, plan_id: int, actor: Actor) -> BudgetLine:
    row = visible_budget_line(line_id, plan_id=plan_id, actor=actor)
    if not may_write_budget_of(actor, row.body_id):
        raise PlanNotVisible
    return BudgetLine.objects.select_for_update(of=("self",)).get(pk=row.pk)


def _write(row: BudgetLine, kind: str, amounts: Amounts, source: str, note: str, actor: Actor, now: datetime) -> int:
    for name, amount in asdict(amounts).items():
        if amount is not None and not (-MOST if name == "supplement" else 0) <= amount <= MOST:
            raise WorkRefused(_("Số tiền không được âm và không quá mười triệu tỷ đồng."))
        setattr(row, name, amount)
    row.source, row.note = nfc(source).strip()[:200], nfc(note).strip()[:500]
    assert actor.person is not None
    row.changed_by_id, row.changed_at = actor.person, now
    row.save()
    _record(row, kind, actor, now)
    return row.pk


def _record(row: BudgetLine, kind: str, actor: Actor, now: datetime) -> None:
    facts: dict[str, Fact] = {"plan": row.plan_id, "task": row.task_id, "year": row.year}
    for name in AMOUNTS:
        amount = getattr(row, name)
        # With underscores a large amount does not look like somebody's telephone or identity number.
        facts[name] = None if amount is None else f"{amount:_}"
    record_event(
        chain=body_chain(row.body_id),
        kind=f"budget_line.{kind}",
        subject=Subject(BUDGET_KIND, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
