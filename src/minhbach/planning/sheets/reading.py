"""Lists of tasks, of bodies' work and of plans as CSV files."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _

from minhbach.domain.lifecycles.assignment import AssignmentState
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation.dates import written
from minhbach.foundation.sheets import as_csv
from minhbach.planning.labels import ASSIGNMENT_TAGS, standing_tag
from minhbach.planning.models import Assignment, AssignmentRole, Plan, Task
from minhbach.planning.queries import name_of
from minhbach.planning.spans import stand_of


def tasks_sheet(tasks: Iterable[Task], *, file_name: str) -> HttpResponse:
    """Return tasks of a plan."""
    return as_csv(_task_head(), map(_task_cells, tasks), file_name=file_name)


def assignments_sheet(rows: Iterable[Assignment], *, on: date, file_name: str) -> HttpResponse:
    """Return what bodies have to do, with plan, body and role before each task, and how it stands today after it."""
    stands = (_("Hạn hiện nay"), _("Bước"), _("So với hạn"), _("Tiến độ (%)"), _("Xong ngày"))
    head = (_("Kế hoạch"), _("Cơ quan"), _("Vai trò"), *_task_head(), *stands)
    cells = (
        (
            name_of(row.task.plan),
            row.body,
            AssignmentRole(row.role).label,
            *_task_cells(row.task),
            *_standing_cells(row, on),
        )
        for row in rows
    )
    return as_csv(head, cells, file_name=file_name)


def public_work_sheet(rows: Iterable[Assignment], *, on: date, file_name: str) -> HttpResponse:
    """Return the same for the public, to whom only dates and how they stand are told, not the steps inside a body."""
    head = (
        _("Kế hoạch"),
        _("Cơ quan"),
        _("Vai trò"),
        *_task_head(),
        _("Hạn hiện nay"),
        _("So với hạn"),
        _("Xong ngày"),
    )
    cells = []
    for row in rows:
        due, _step, stands, _progress, done = _standing_cells(row, on)
        role = AssignmentRole(row.role).label
        cells.append((name_of(row.task.plan), row.body, role, *_task_cells(row.task), due, stands, done))
    return as_csv(head, cells, file_name=file_name)


def _standing_cells(row: Assignment, on: date) -> tuple[str, ...]:
    tag = standing_tag(stand_of(row), DeadlineKind(row.task.deadline_kind), on=on)
    return (
        written(row.due_on) if row.due_on else "",
        str(ASSIGNMENT_TAGS[AssignmentState(row.state)][1]),
        str(tag[1]) if row.role == AssignmentRole.LEAD else "",
        str(row.progress),
        written(row.done_on) if row.done_on else "",
    )


def plans_sheet(plans: Iterable[Plan], *, file_name: str) -> HttpResponse:
    """Return plans that are annotated with `task_count`."""
    head = (_("Văn bản"), _("Trích yếu"), _("Cơ quan ban hành"), _("Ngày ban hành"), _("Số nhiệm vụ"))
    cells = (
        (
            name_of(plan),
            plan.title,
            plan.issuing_body or plan.issuer_name,
            written(plan.issued_on) if plan.issued_on else "",
            plan.task_count,  # type: ignore[attr-defined]
        )
        for plan in plans
    )
    return as_csv(head, cells, file_name=file_name)


def _task_head() -> tuple[str, ...]:
    return (
        _("Mục"),
        _("Nhiệm vụ"),
        _("Phạm vi"),
        _("Chủ trì"),
        _("Phối hợp"),
        _("Hạn (nguyên văn)"),
        _("Ngày cuối đúng hạn"),
        _("Sản phẩm"),
    )


def _task_cells(task: Task) -> tuple[str, ...]:
    return (
        ".".join(filter(None, (task.section, task.number))),
        task.title,
        task.scope,
        "; ".join(task.lead_text),
        "; ".join(task.coordinating_text),
        task.deadline_text,
        written(task.due_on) if task.due_on else "",
        task.product,
    )
