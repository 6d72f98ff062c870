"""What an agency has to do, with due dates of every kind; one task with every body that has a part in it."""

import datetime as dt
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.beneath import with_bodies_beneath
from minhbach.domain.plans.deadlines import CLASS_OF_KIND, DeadlineClass
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation import clock
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.filter_forms import TaskFilterForm
from minhbach.planning.labels import kind_beside
from minhbach.planning.models import Assignment, Plan, Task
from minhbach.planning.queries import assignments_of, counts, name_of, sees_work, visible_plan
from minhbach.planning.queries.work import works_open_to
from minhbach.planning.rules import MAY_FOLLOW
from minhbach.planning.sheets.reading import assignments_sheet
from minhbach.planning.views.lists import (
    BY_LIMIT,
    assignment_line,
    page_of,
    spans_of,
    standing_counts,
    without_standing,
)
from minhbach.planning.views.remarks import remarks_of

ORDERS = {**BY_LIMIT, "-ke-hoach": _("Kế hoạch mới nhất"), "-vai": _("Chủ trì trước"), "co-quan": _("Cơ quan")}


@officer_only
def my_tasks(request: HttpRequest) -> HttpResponse:
    """Show what the officer's bodies have to do."""
    actor, today = actor_on(request), clock.today()
    bodies = body_names(actor.bodies())
    form = _form(request, bodies)
    day = form.day(today=today)
    page = page_of(request, _asked(request, form, today), size=30)
    any_standing = assignments_of(
        with_bodies_beneath(actor.bodies()), without_standing(form, on=today, person=actor.person)
    )
    context = {
        "page": page,
        "lines": [assignment_line(row, on=today) for row in page],
        "form": form,
        "bodies": bodies,
        "counts": standing_counts(counts(spans_of(any_standing, on=day), on=day), request),
        "day": day,
    }
    return render(request, "planning/my_tasks.html", context)


@officer_only
def my_tasks_csv(request: HttpRequest) -> HttpResponse:
    """Give the same list as CSV, with the same filters and order."""
    form, today = _form(request, body_names(actor_on(request).bodies())), clock.today()
    rows = _asked(request, form, today).iterator(chunk_size=1000)
    return assignments_sheet(rows, on=today, file_name="nhiem-vu.csv")


@officer_only
def task(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Show one task with every body that has a part in it and its place in the document."""
    plan, row, can = the_task(request, plan_id, task_id)
    today = clock.today()
    parts = row.assignments.select_related("body", "person", "task__plan").order_by("-role", "body__sort_key", "pk")
    page = Paginator(parts, 100).get_page(request.GET.get("trang"))
    shown = works_open_to(actor_on(request), [part.pk for part in page])
    kind = DeadlineKind(row.deadline_kind)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "task": row,
        "page": page,
        "parts": [{**assignment_line(part, on=today), "open": part.pk in shown} for part in page],
        "happenings": row.happenings.select_related("recorded_by").order_by("-recorded_at"),
        "can": can,
        "kind": kind_beside(row.deadline_text, kind),
        **(remarks_of(row, actor=actor_on(request)) if can["see_work"] else {}),
    }
    return render(request, "planning/task.html", context)


def the_task(request: HttpRequest, plan_id: int, task_id: int) -> tuple[Plan, Task, dict[str, bool]]:
    """Return plan and task for who asks, and what they may do with the task; 404 where they are not there for them."""
    actor = actor_on(request)
    try:
        plan = visible_plan(plan_id, actor=actor)
        row = plan.tasks.get(pk=task_id)
    except (PlanNotVisible, Task.DoesNotExist):
        raise Http404 from None
    follows = actor.holds(*MAY_FOLLOW, body=plan.body_id)
    awaited = CLASS_OF_KIND[DeadlineKind(row.deadline_kind)] == DeadlineClass.AWAITED
    return plan, row, {"happening": follows and awaited, "follow": follows, "see_work": sees_work(row, actor=actor)}


def _form(request: HttpRequest, bodies: dict[int, str]) -> TaskFilterForm:
    without = ("cap",) if len(bodies) > 1 else ("co_quan", "cap")
    return TaskFilterForm(request.GET, without=without, orders=ORDERS, bodies=bodies.items())


def _asked(request: HttpRequest, form: TaskFilterForm, today: dt.date) -> QuerySet[Assignment]:
    actor = actor_on(request)
    filters: Any = form.filters(on=today, person=actor.person)
    return assignments_of(with_bodies_beneath(actor.bodies()), filters, asked=form.order())
