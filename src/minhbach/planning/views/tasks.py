"""What an agency has to do, with due dates of every kind."""

import datetime as dt

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation import clock
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.filter_forms import TaskFilterForm
from minhbach.planning.labels import KIND_LABELS, due_tag
from minhbach.planning.models import Assignment, AssignmentRole, Task
from minhbach.planning.queries import assignments_of, name_of, visible_plan
from minhbach.planning.sheets import assignments_sheet
from minhbach.planning.views.lists import BY_LIMIT, page_of, standing_counts, without_standing

ORDERS = {**BY_LIMIT, "-ke-hoach": _("Kế hoạch mới nhất"), "-vai": _("Chủ trì trước"), "co-quan": _("Cơ quan")}


@officer_only
def my_tasks(request: HttpRequest) -> HttpResponse:
    """Show what the officer's bodies have to do."""
    today = clock.today()
    bodies = body_names(actor_on(request).bodies())
    form = _form(request, bodies)
    page = page_of(request, _asked(request, form, today), size=30)
    any_standing = assignments_of(with_bodies_beneath(actor_on(request).bodies()), without_standing(form, on=today))
    context = {
        "page": page,
        "lines": [_line(row, today) for row in page],
        "form": form,
        "bodies": bodies,
        "counts": standing_counts(any_standing, on=today, prefix="task__"),
        "today": today,
    }
    return render(request, "planning/my_tasks.html", context)


@officer_only
def my_tasks_csv(request: HttpRequest) -> HttpResponse:
    """Give the same list as CSV, with the same filters and order."""
    form = _form(request, body_names(actor_on(request).bodies()))
    rows = _asked(request, form, clock.today()).iterator(chunk_size=1000)
    return assignments_sheet(rows, file_name="nhiem-vu.csv")


@officer_only
def task(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Show one task with every body that has a part in it and its place in the document."""
    try:
        plan = visible_plan(plan_id, actor=actor_on(request))
        row = plan.tasks.get(pk=task_id)
    except (PlanNotVisible, Task.DoesNotExist):
        raise Http404 from None
    parts = row.assignments.select_related("body").order_by("-role", "body__sort_key", "pk")
    kind = DeadlineKind(row.deadline_kind)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "task": row,
        "page": Paginator(parts, 100).get_page(request.GET.get("trang")),
        "tag": due_tag(kind, row.due_on, on=clock.today()),
        "kind": KIND_LABELS[kind],
    }
    return render(request, "planning/task.html", context)


def _form(request: HttpRequest, bodies: dict[int, str]) -> TaskFilterForm:
    without = () if len(bodies) > 1 else ("co_quan",)
    return TaskFilterForm(request.GET, without=without, orders=ORDERS, bodies=bodies.items())


def _asked(request: HttpRequest, form: TaskFilterForm, today: dt.date) -> QuerySet[Assignment]:
    return assignments_of(with_bodies_beneath(actor_on(request).bodies()), form.filters(on=today), asked=form.order())


def _line(row: Assignment, today: dt.date) -> dict[str, object]:
    return {
        "row": row,
        "task": row.task,
        "plan_name": name_of(row.task.plan),
        "role": AssignmentRole(row.role).label,
        "tag": due_tag(DeadlineKind(row.task.deadline_kind), row.task.due_on, on=today),
    }
