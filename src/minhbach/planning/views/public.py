"""Plans as the public sees them, once a leader has approved."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation import clock
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.filter_forms import PlanFilterForm, TaskFilterForm
from minhbach.planning.labels import public_due_tag
from minhbach.planning.models import Plan
from minhbach.planning.queries import (
    PLAN,
    name_of,
    narrowed,
    public_assignments_of,
    public_plan,
    public_plans,
    sorted_plans,
    task_due,
    tasks_of,
    with_task_counts,
)
from minhbach.planning.sheets import assignments_sheet, plans_sheet, tasks_sheet
from minhbach.planning.views.lists import (
    BY_LIMIT,
    PUBLIC_SHAPES,
    page_of,
    plan_tasks_form,
    standing_counts,
    without_standing,
)
from minhbach.publication.queries import publication_of

BODY_ORDERS = {"": _("Chủ trì trước"), "han": BY_LIMIT[""], "-han": BY_LIMIT["-han"]}


def plans(request: HttpRequest) -> HttpResponse:
    """Show the public plans, newest first."""
    form = PlanFilterForm(request.GET)
    del form.fields["cong_khai"]
    rows = narrowed(with_task_counts(public_plans()), form.filters()).select_related("body", "issuing_body")
    rows = sorted_plans(rows, form.order())
    if request.GET.get("dang") == "csv":
        return plans_sheet(rows.iterator(chunk_size=500), file_name="ke-hoach.csv")
    page = page_of(request, rows, size=20)
    lines = [{"plan": plan, "name": name_of(plan)} for plan in page]
    return render(request, "planning/public_plans.html", {"page": page, "lines": lines, "form": form})


def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one public plan: its tasks, who leads them, when they are due."""
    row, today = _public(slug), clock.today()
    form = plan_tasks_form(request)
    tasks = tasks_of(row, form.filters(on=today), asked=form.order())
    any_standing = tasks_of(row, without_standing(form, on=today))
    context = {
        "plan": row,
        "name": name_of(row),
        "lines": [
            {"task": task, "tag": public_due_tag(DeadlineKind(task.deadline_kind), task.due_on, on=today)}
            for task in tasks
        ],
        "form": form,
        "counts": standing_counts(any_standing, on=today, prefix="", shapes=PUBLIC_SHAPES),
        "publication": publication_of(PLAN, row.pk),
        "today": today,
    }
    return render(request, "planning/public_plan.html", context)


def body_tasks(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that public plans give to one body."""
    body, today = _body(slug), clock.today()
    form = _body_form(request)
    rows = public_assignments_of(body.id, form.filters(on=today), asked=form.order())
    any_standing = public_assignments_of(body.id, without_standing(form, on=today))
    page = page_of(request, rows, size=30)
    context = {
        "body": body,
        "page": page,
        "tasks": [task_due(row, of=body.id) for row in page],
        "form": form,
        "counts": standing_counts(any_standing, on=today, prefix="task__", shapes=PUBLIC_SHAPES),
    }
    return render(request, "planning/public_body_tasks.html", context)


def body_tasks_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the same as CSV, with the same filters and order."""
    body, form = _body(slug), _body_form(request)
    rows = public_assignments_of(body.id, form.filters(on=clock.today()), asked=form.order())
    return assignments_sheet(rows.iterator(chunk_size=500), file_name=f"nhiem-vu-{body.slug}.csv")


def plan_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the tasks of a public plan as CSV."""
    row, form = _public(slug), plan_tasks_form(request)
    tasks = tasks_of(row, form.filters(on=clock.today()), asked=form.order())
    return tasks_sheet(tasks.iterator(chunk_size=500), file_name=f"{row.slug}.csv")


def _body_form(request: HttpRequest) -> TaskFilterForm:
    return TaskFilterForm(request.GET, without=("co_quan",), orders=BODY_ORDERS)


def _body(slug: str) -> BodyRecord:
    try:
        return body_by_slug(slug)
    except BodyNotVisible:
        raise Http404 from None


def _public(slug: str) -> Plan:
    try:
        return public_plan(slug)
    except PlanNotVisible:
        raise Http404 from None
