"""Plans as the public sees them, once a leader has approved."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation import clock
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.forms import PlanFilterForm, cleaned_or_empty
from minhbach.planning.models import Plan
from minhbach.planning.queries import (
    PLAN,
    PlanFilters,
    name_of,
    narrowed,
    public_assignments_of,
    public_plan,
    public_plans,
    task_due,
    tasks_of,
    with_task_counts,
)
from minhbach.planning.views.plans import tasks_as_csv
from minhbach.planning.views.tasks import due_tag
from minhbach.publication.queries import publication_of


def plans(request: HttpRequest) -> HttpResponse:
    """Show the public plans, newest first."""
    form = PlanFilterForm(request.GET)
    asked = cleaned_or_empty(form)
    filters = PlanFilters(words=asked.get("tim") or "", year=asked.get("nam"))
    rows = narrowed(with_task_counts(public_plans()), filters).select_related("body", "issuing_body")
    page = Paginator(rows, 20).get_page(request.GET.get("trang"))
    lines = [{"plan": plan, "name": name_of(plan)} for plan in page]
    return render(
        request, "planning/public_plans.html", {"page": page, "lines": lines, "form": form, "filters": filters}
    )


def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one public plan: its tasks, who leads them, when they are due."""
    row = _public(slug)
    today = clock.today()
    lines = [
        {"task": task, "tag": due_tag(DeadlineKind(task.deadline_kind), task.due_on, on=today)}
        for task in tasks_of(row)
    ]
    context = {
        "plan": row,
        "name": name_of(row),
        "lines": lines,
        "publication": publication_of(PLAN, row.pk),
        "today": today,
    }
    return render(request, "planning/public_plan.html", context)


def body_tasks(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that public plans give to one body."""
    body = _body(slug)
    form = PlanFilterForm(request.GET)
    rows = public_assignments_of(body.id, words=cleaned_or_empty(form).get("tim") or "")
    page = Paginator(rows, 30).get_page(request.GET.get("trang"))
    tasks = [task_due(row, of=body.id) for row in page]
    return render(
        request, "planning/public_body_tasks.html", {"body": body, "page": page, "tasks": tasks, "form": form}
    )


def body_tasks_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the same as CSV."""
    body = _body(slug)
    tasks = (row.task for row in public_assignments_of(body.id).iterator(chunk_size=500))
    return tasks_as_csv(tasks, file_name=f"nhiem-vu-{body.slug}.csv")


def plan_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the tasks of a public plan as CSV."""
    row = _public(slug)
    return tasks_as_csv(tasks_of(row), file_name=f"{row.slug}.csv")


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
