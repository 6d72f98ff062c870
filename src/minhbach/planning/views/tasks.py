"""What an agency has to do, with due dates of every kind."""

import csv
import datetime as dt
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass, Timeliness, timeliness
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation import clock
from minhbach.foundation.dates import written
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.forms import TaskFilterForm, cleaned_or_empty
from minhbach.planning.models import Assignment, AssignmentRole, Task
from minhbach.planning.queries import TaskFilters, assignments_of, name_of, visible_plan
from minhbach.planning.rules import KIND_LABELS
from minhbach.planning.views.plans import harmless

TIMELINESS_TAGS = {
    Timeliness.LATE: ("late", "Đã qua hạn ghi trong văn bản"),
    Timeliness.DUE_SOON: ("act", "Trong 30 ngày tới"),
    Timeliness.IN_TIME: ("work", "Còn trong hạn"),
}
CLASS_TAGS = {
    DeadlineClass.CONTINUING: ("work", "Thường xuyên"),
    DeadlineClass.PERIODIC: ("work", "Định kỳ"),
    DeadlineClass.AWAITED: ("waiting", "Chờ sự việc"),
    DeadlineClass.DONE: ("done", "Đã thực hiện"),
    DeadlineClass.NONE: ("waiting", "Không ghi hạn"),
    DeadlineClass.UNCLEAR: ("act", "Hạn chưa rõ"),
}


def due_tag(kind: DeadlineKind, due: dt.date | None, *, on: dt.date) -> tuple[str, str]:
    """Return shape and words for how a task stands on a day, by its deadline alone."""
    group = CLASS_OF_KIND[kind]
    if group == DeadlineClass.DATED and due:
        return TIMELINESS_TAGS[timeliness(due, on=on)]
    return CLASS_TAGS.get(group, ("waiting", KIND_LABELS[kind]))


@officer_only
def my_tasks(request: HttpRequest) -> HttpResponse:
    """Show what the officer's bodies have to do."""
    today = clock.today()
    form, rows, filters = _asked(request)
    page = Paginator(rows, 30).get_page(request.GET.get("trang"))
    lines = [
        {
            "row": row,
            "task": row.task,
            "plan_name": name_of(row.task.plan),
            "role": AssignmentRole(row.role).label,
            "tag": due_tag(DeadlineKind(row.task.deadline_kind), row.task.due_on, on=today),
        }
        for row in page
    ]
    context = {
        "page": page,
        "lines": lines,
        "form": form,
        "filters": filters,
        "bodies": body_names(actor_on(request).bodies()),
        "filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "planning/my_tasks.html", context)


@officer_only
def my_tasks_csv(request: HttpRequest) -> HttpResponse:
    """Give the same list as CSV, with the same filters."""
    _form, rows, _filters = _asked(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="nhiem-vu.csv"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(["Kế hoạch", "Mục", "Nhiệm vụ", "Vai trò", "Cơ quan", "Hạn (nguyên văn)", "Ngày cuối đúng hạn"])
    for row in rows.iterator(chunk_size=1000):
        task = row.task
        due = written(task.due_on) if task.due_on else ""
        cells = (
            name_of(task.plan),
            task.number,
            task.title,
            AssignmentRole(row.role).label,
            row.body,
            task.deadline_text,
        )
        writer.writerow([harmless(cell) for cell in (*cells, due)])
    return response


@officer_only
def task(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Show one task with every body that has a part in it and its place in the document."""
    try:
        plan = visible_plan(plan_id, actor=actor_on(request))
        row = plan.tasks.get(pk=task_id)
    except (PlanNotVisible, Task.DoesNotExist):
        raise Http404 from None
    parts = row.assignments.select_related("body").order_by("-role", "body__sort_key", "pk")
    page = Paginator(parts, 100).get_page(request.GET.get("trang"))
    kind = DeadlineKind(row.deadline_kind)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "task": row,
        "page": page,
        "tag": due_tag(kind, row.due_on, on=clock.today()),
        "kind": KIND_LABELS[kind],
    }
    return render(request, "planning/task.html", context)


def _asked(request: HttpRequest) -> tuple[TaskFilterForm, QuerySet[Assignment], TaskFilters]:
    form = TaskFilterForm(request.GET)
    asked: Any = cleaned_or_empty(form)
    group = asked.get("loai")
    kinds = [kind for kind, its in CLASS_OF_KIND.items() if its == group] if group else []
    filters = TaskFilters(
        words=form.words(),
        role=asked.get("vai") or "",
        kinds=kinds,
        due_from=asked.get("tu"),
        due_until=asked.get("den"),
    )
    return form, assignments_of(actor_on(request).bodies(), filters), filters
