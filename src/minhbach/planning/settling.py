"""Makes tasks and assignments of checked drafts. What was reported of them outlives a second check."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from minhbach.domain.lifecycles.assignment import OPEN, AssignmentState
from minhbach.domain.plans.deadlines import due_on
from minhbach.domain.plans.limits import first_limit, rhythm_of
from minhbach.domain.plans.products import is_document
from minhbach.domain.plans.rhythm import from_code
from minhbach.domain.reading.results import DeadlineKind
from minhbach.domain.text import fold
from minhbach.planning.contracts import ImportRefused
from minhbach.planning.models import (
    Assignment,
    AssignmentRole,
    BudgetLine,
    DeadlineFields,
    Difficulty,
    DraftTask,
    Happening,
    LimitChange,
    Plan,
    Remark,
    Task,
    WorkReport,
)
from minhbach.planning.spans import begin_spans, note_stand

COPIED = ("section", "number", "title", "scope", "product", "report_to", "source", "above_task_id")
DEADLINE = tuple(field.name for field in DeadlineFields._meta.get_fields())
Key = tuple[int, int, str]
"""Position of the task, body and role: what makes an assignment the same one after a second check."""
WRITTEN_OF_TASKS = (Remark, Difficulty, BudgetLine, Happening)
"""What people write about a task itself; it may not vanish with it."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a task's deadline was before the second check."""

    kind: str
    end: dt.date | None
    rhythm: str

    @classmethod
    def of(cls, task: Task) -> "_Said":
        return cls(task.deadline_kind, task.deadline_end, task.rhythm)


@dataclass(frozen=True, slots=True)
class Settled:
    """How many tasks and assignments a plan has now."""

    tasks: int
    assignments: int


def settle_tasks(plan: Plan, drafts: list[DraftTask], *, on: dt.date) -> Settled:
    """Make the plan's tasks and assignments what the drafts say, and keep the work of those that stay.

    :param on: the day of the check.
    :raises ImportRefused: if a task or body would go of which work was reported.
    """
    old = {task.position: task for task in plan.tasks.all()}
    said = {position: _Said.of(task) for position, task in old.items()}
    tasks = {draft.position: _task(old.get(draft.position) or Task(plan=plan), draft) for draft in drafts}
    wanted = {(draft.position, body, role): text for draft in drafts for body, role, text in _parts(draft)}
    _take_away(plan, tasks.keys(), wanted)
    Task.objects.bulk_create([task for position, task in tasks.items() if position not in old], batch_size=500)
    for position in tasks.keys() & old.keys():
        tasks[position].save()
    _mend_limits(plan, tasks, said, on)
    _give(plan, tasks, wanted, on)
    return Settled(len(tasks), len(wanted))


def _take_away(plan: Plan, positions: Iterable[int], wanted: Mapping[Key, str]) -> None:
    kept = set(positions)
    for row in _with_work(Assignment.objects.filter(task__plan=plan)).select_related("task", "body"):
        if (row.task.position, row.body_id, row.role) in wanted or row.state == AssignmentState.DROPPED:
            kept.add(row.task.position)
        elif row.has_work:
            sentence = _(
                "%(body)s đã có báo cáo việc ở mục %(number)s: "
                "vào việc đó chọn “Thôi thực hiện” trước khi bỏ khỏi kế hoạch."
            )
            raise ImportRefused(sentence % {"body": row.body, "number": row.task.number or row.task.position})
        else:
            row.delete()
    going = plan.tasks.exclude(position__in=kept)
    for task in going.filter(_written_of()):
        sentence = _(
            "Mục %(number)s đã có ý kiến, vướng mắc, kinh phí hoặc sự việc ghi kèm: giữ mục này lại; "
            "nếu không làm nữa thì vào việc của từng cơ quan chọn “Thôi thực hiện”."
        )
        raise ImportRefused(sentence % {"number": task.number or task.position})
    going.delete()


def _written_of() -> Q:
    found = Q()
    for model in WRITTEN_OF_TASKS:
        found |= Q(Exists(model._default_manager.filter(task=OuterRef("pk"))))
    return found


def _with_work(rows: QuerySet[Assignment]) -> QuerySet[Any]:
    """Return the assignments with `has_work`: something was reported or decided of them that may not vanish."""
    written = Exists(WorkReport.objects.filter(assignment=OuterRef("pk"))) | Exists(
        LimitChange.objects.filter(assignment=OuterRef("pk"))
    )
    return rows.annotate(has_work=written)


def _mend_limits(plan: Plan, tasks: Mapping[int, Task], said: Mapping[int, _Said], on: dt.date) -> None:
    """Let open work follow a limit that was read anew, unless a leader changed it or an event or period moved it on."""
    changed = [position for position, was in said.items() if position in tasks and was != _Said.of(tasks[position])]
    rows = Assignment.objects.filter(task__plan=plan, task__position__in=changed, state__in=OPEN)
    accepted = Exists(WorkReport.objects.filter(assignment=OuterRef("pk"), accepted=True))
    unmoved = rows.filter(limit_changes=None, task__happenings=None).annotate(accepted=accepted)
    for row in unmoved.select_related("task"):
        # Of recurring work an accepted report is a period that ended; other work was opened again, its limit as read.
        if row.accepted and said[row.task.position].rhythm:
            continue
        row.due_on = _first_limit(tasks[row.task.position], on)
        row.period_on = row.due_on if tasks[row.task.position].rhythm else None
        row.save(update_fields=["due_on", "period_on"])
        note_stand(row, on=on)


def _give(plan: Plan, tasks: Mapping[int, Task], wanted: Mapping[Key, str], on: dt.date) -> None:
    rows = Assignment.objects.filter(task__plan=plan).values_list("task__position", "body_id", "role")
    there = set(rows)
    fresh = [_assignment(tasks[key[0]], key, text, plan, on) for key, text in wanted.items() if key not in there]
    Assignment.objects.bulk_create(fresh, batch_size=1000)
    begin_spans(fresh, plan_id=plan.pk, on=_begun(plan, on))


def _assignment(task: Task, key: Key, text: str, plan: Plan, on: dt.date) -> Assignment:
    kind = DeadlineKind(task.deadline_kind)
    done, limit = kind == DeadlineKind.DONE, _first_limit(task, on)
    return Assignment(
        task=task,
        body_id=key[1],
        role=key[2],
        as_written=text[:300],
        state=AssignmentState.DONE if done else AssignmentState.GIVEN,
        progress=100 if done else 0,
        done_on=_begun(plan, on) if done else None,
        due_on=limit,
        period_on=limit if task.rhythm else None,
    )


def _first_limit(task: Task, on: dt.date) -> dt.date | None:
    return first_limit(DeadlineKind(task.deadline_kind), task.deadline_end, from_code(task.rhythm), known_on=on)


def _begun(plan: Plan, on: dt.date) -> dt.date:
    """Return since when the plan's work counts: the day of the document, or today where that is not known."""
    return min(plan.issued_on or on, on)


def _task(task: Task, draft: DraftTask) -> Task:
    kind = DeadlineKind(draft.deadline_kind)
    rhythm = rhythm_of(kind, draft.deadline_text)
    names = [name["text"] for name in (*draft.lead, *draft.coordinating)]
    task.position = draft.position
    for field in (*COPIED, *DEADLINE):
        setattr(task, field, getattr(draft, field))
    task.lead_text = [name["text"] for name in draft.lead]
    task.coordinating_text = [name["text"] for name in draft.coordinating]
    task.rhythm = rhythm.code if rhythm else ""
    task.product_is_document = is_document(draft.product)
    task.due_on = due_on(kind, draft.deadline_end)
    task.search_text = fold(" ".join((draft.title, draft.scope, *names, draft.deadline_text)))
    return task


def _parts(draft: DraftTask) -> Iterator[tuple[int, str, str]]:
    """Yield body, role and written name, once each. A body that leads is not listed as coordinating the same task."""
    leads = dict(_bodies(draft.lead))
    coordinators = {body: text for body, text in _bodies(draft.coordinating) if body not in leads}
    for role, bodies in ((AssignmentRole.LEAD, leads), (AssignmentRole.COORDINATING, coordinators)):
        for body, text in bodies.items():
            yield body, role.value, text


def _bodies(names: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, str]]:
    for name in names:
        for body in name["bodies"]:
            yield body, str(name["text"])
