"""Plans as the public sees them, once a leader has approved."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from minhbach.agencies.contracts import BodyNotVisible, BodyRecord
from minhbach.agencies.queries import body_by_slug
from minhbach.foundation import clock
from minhbach.planning.body_page import plans_issued_by
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.figures import figure_context
from minhbach.planning.filter_forms import PlanFilterForm, TaskFilterForm
from minhbach.planning.models import Plan
from minhbach.planning.queries import (
    PLAN,
    as_tasks_of_body,
    assignments_in,
    bodies_of_page,
    counts_of_tasks,
    name_of,
    narrowed,
    public_assignments_of,
    public_plan,
    public_plans,
    public_tasks_of,
    sorted_plans,
    tasks_of,
    with_task_counts,
)
from minhbach.planning.queries.counting import add_counts
from minhbach.planning.sheets.reading import plans_sheet, public_work_sheet, tasks_sheet
from minhbach.planning.views.lists import (
    BY_LIMIT,
    page_of,
    plan_tasks_form,
    spans_of,
    standing_counts,
    without_standing,
)
from minhbach.planning.views.plan_lists import plan_work_context, plan_work_form, stands_of_tasks, task_lines
from minhbach.publication.queries import publication_of

BODY_ORDERS = {"": _("Còn làm và mới nhất trước"), "han": BY_LIMIT[""], "-han": BY_LIMIT["-han"]}


def plans(request: HttpRequest) -> HttpResponse:
    """Show the public plans, newest first."""
    issuer = _issuer(request)
    form = PlanFilterForm(request.GET, issuers=[(issuer.slug, issuer.full_name)] if issuer else ())
    del form.fields["cong_khai"]
    issued_by = bodies_of_page(issuer.id) if issuer else ()
    rows = narrowed(with_task_counts(public_plans()), form.filters(issued_by=issued_by))
    rows = sorted_plans(rows.select_related("body", "issuing_body"), form.order())
    if request.GET.get("dang") == "csv":
        return plans_sheet(rows.iterator(chunk_size=500), file_name="ke-hoach.csv")
    page = page_of(request, rows, size=20)
    lines = [{"plan": plan, "name": name_of(plan)} for plan in page]
    return render(request, "planning/public_plans.html", {"page": page, "lines": lines, "form": form})


def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one public plan: its tasks, who leads them, when they are due, how far they are."""
    row, today = _public(slug), clock.today()
    form = plan_tasks_form(request)
    day = form.day(today=today)
    by_task, work_url = stands_of_tasks(row, on=day), reverse("planning:public_work", args=[slug])
    counted = add_counts(one.counts for one in by_task.values())
    context = {
        "plan": row,
        "name": name_of(row),
        "lines": task_lines(row, list(tasks_of(row, form.filters(on=today), asked=form.order())), by_task, on=day),
        "form": form,
        "counts": standing_counts(counted, request, url=work_url),
        "publication": publication_of(PLAN, row.pk),
        "day": day,
        **figure_context(
            counted, day=day, work_url=work_url, figures_url=reverse("planning:public_figures", args=[slug])
        ),
    }
    return render(request, "planning/public_plan.html", context)


def plan_work(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every body's part in the tasks of a public plan: the rows that its figures count."""
    row, today = _public(slug), clock.today()
    form = plan_work_form(request)
    del form.fields["buoc"]
    rows = assignments_in(row, form.filters(on=today), asked=form.order())
    if request.GET.get("dang") == "csv":
        return public_work_sheet(rows.iterator(chunk_size=1000), on=today, file_name=f"{row.slug}-viec.csv")
    return render(request, "planning/public_work.html", plan_work_context(request, row, form, rows))


def body_tasks(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that public plans give to one body, its parts and those it came from, and the plans that it issued."""
    body, today = _body(slug), clock.today()
    form = _body_form(request)
    parts = public_assignments_of(body.id, form.filters(on=today))
    day = form.day(today=today)
    any_standing = public_assignments_of(body.id, without_standing(form, on=today))
    page = page_of(request, public_tasks_of(parts, asked=form.order()), size=30)
    context = {
        "body": body,
        "page": page,
        "tasks": as_tasks_of_body(list(page), parts, of=body.id),
        "form": form,
        "counts": standing_counts(counts_of_tasks(spans_of(any_standing, on=day), on=day), request),
        "day": day,
    } | plans_issued_by(body)
    return render(request, "planning/public_body_tasks.html", context)


def body_tasks_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the same as CSV, with the same filters and order."""
    body, form = _body(slug), _body_form(request)
    rows = public_assignments_of(body.id, form.filters(on=clock.today()), asked=form.order())
    return public_work_sheet(rows.iterator(chunk_size=500), on=clock.today(), file_name=f"nhiem-vu-{body.slug}.csv")


def plan_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the tasks of a public plan as CSV."""
    row, form = _public(slug), plan_tasks_form(request)
    tasks = tasks_of(row, form.filters(on=clock.today()), asked=form.order())
    return tasks_sheet(tasks.iterator(chunk_size=500), file_name=f"{row.slug}.csv")


def _body_form(request: HttpRequest) -> TaskFilterForm:
    return TaskFilterForm(request.GET, without=("co_quan", "cap", "cua_toi", "buoc"), orders=BODY_ORDERS)


def _issuer(request: HttpRequest) -> BodyRecord | None:
    """Return the body whose plans alone are asked for (`?co_quan=`); nonsense asks for all."""
    try:
        return body_by_slug(request.GET.get("co_quan", ""))
    except BodyNotVisible:
        return None


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
