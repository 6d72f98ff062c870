"""What a plan costs, by task and year: sums, the lines behind them, and the forms of a line."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.sheets import as_csv
from minhbach.planning.actions.write_budget import (
    BUDGET_KIND,
    add_budget_line,
    change_budget_line,
    remove_budget_line,
)
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.following.labels import MONEY_LABELS
from minhbach.planning.history import history_of
from minhbach.planning.models import BudgetLine, Plan
from minhbach.planning.money_forms import COMMON, AmountsForm, BudgetFilterForm, BudgetForm
from minhbach.planning.queries import name_of
from minhbach.planning.queries.money import (
    AMOUNTS,
    TaskMoney,
    budget_lines_visible_to,
    may_write_budget_of,
    money_by_task,
    money_of,
    narrowed_lines,
    total_of,
    visible_budget_line,
)
from minhbach.planning.queries.taking_part import plan_taken_part_in, voices_in
from minhbach.planning.queries.work import bodies_worked_in
from minhbach.planning.rules import numbered
from minhbach.planning.views.forming import Steps, do, form_page
from minhbach.planning.views.lists import page_of


@officer_only
def budget(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the money of a plan: sums by year and task, then the lines of each body."""
    plan, actor = the_plan_with_part(request, plan_id), actor_on(request)
    visible = budget_lines_visible_to(actor, plan)
    form = _filter_form(request, visible)
    rows = narrowed_lines(visible, form.filters())
    if request.GET.get("dang") == "csv":
        return budget_sheet(rows, plan)
    page, own = page_of(request, rows, size=50), bodies_worked_in(actor)
    summed = money_by_task(rows)
    context = {
        "plan": plan,
        "name": name_of(plan),
        "form": form,
        "years": _years(summed),
        "total": total_of([line.money for line in summed]),
        "page": page,
        "lines": [{"row": row, "money": money_of(row), "own": row.body_id in own} for row in page],
        "labels": MONEY_LABELS,
        "may_add": bool(_own_voices(request, plan)),
    }
    return render(request, "planning/budget.html", context)


@officer_only
@require_http_methods(["GET", "POST"])
def new_line(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Write the money of a body for a task in a year."""
    plan = the_plan_with_part(request, plan_id)
    voices = _own_voices(request, plan)
    if not voices:
        raise Http404
    named = plan.tasks.values_list("pk", "number", "title")
    tasks = [(pk, numbered(number, title[:120])) for pk, number, title in named]
    initial = {"year": clock.today().year, "body": next(iter(voices)), "task": request.GET.get("viec", "")}
    form = BudgetForm(request.POST or None, tasks=tasks, bodies=voices.items(), initial=initial)

    def act() -> str:
        add_budget_line(
            plan_id=plan.pk,
            task_id=form.cleaned_data["task"],
            body_id=form.cleaned_data["body"],
            year=form.cleaned_data["year"],
            amounts=form.amounts(),
            source=form.cleaned_data["source"],
            note=form.cleaned_data["note"],
            actor=actor_on(request),
            now=clock.now(),
        )
        return _page_of(plan)

    return form_page(
        request, form, act, heading=_("Ghi kinh phí"), verb=_("Ghi kinh phí"), done=_("Đã ghi kinh phí."),
        steps=_steps(plan), about=plan.title,
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def line(request: HttpRequest, plan_id: int, line_id: int) -> HttpResponse:
    """Show one line with its history; who works for its body changes it here."""
    row = _line(request, plan_id, line_id)
    history = history_of(Subject(BUDGET_KIND, row.pk))
    if not may_write_budget_of(actor_on(request), row.body_id):
        context = {"row": row, "money": money_of(row), "history": history, "pairs": _steps(row.plan)}
        return render(request, "planning/budget_line.html", context)
    initial = {name: getattr(row, name) for name in (*AMOUNTS, "source", "note")}
    form = AmountsForm(request.POST or None, initial=initial)

    def act() -> str:
        change_budget_line(
            line_id=row.pk,
            plan_id=plan_id,
            amounts=form.amounts(),
            source=form.cleaned_data["source"],
            note=form.cleaned_data["note"],
            actor=actor_on(request),
            now=clock.now(),
        )
        return _page_of(row.plan)

    return form_page(
        request, form, act, heading=_("Sửa kinh phí"), verb=_("Ghi lại"), done=_("Đã sửa kinh phí."),
        steps=_steps(row.plan), template="planning/budget_line.html", row=row, money=money_of(row), history=history,
        may_change=True,
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, plan_id: int, line_id: int) -> HttpResponse:
    """Take a line away."""
    row = _line(request, plan_id, line_id)
    if not may_write_budget_of(actor_on(request), row.body_id):
        raise Http404
    back = reverse("planning:budget_line", args=[plan_id, line_id])
    if request.method != "POST":
        context = {"row": row, "form": forms.Form(), "back_url": back, "pairs": _steps(row.plan)}
        return render(request, "planning/budget_remove.html", context)

    def act() -> None:
        remove_budget_line(line_id=row.pk, plan_id=plan_id, actor=actor_on(request), now=clock.now())

    return do(request, act, done=_("Đã bỏ dòng kinh phí."), to=_page_of(row.plan))


def the_plan_with_part(request: HttpRequest, plan_id: int) -> Plan:
    """Return a plan in which the asker's bodies have a part; else 404."""
    try:
        return plan_taken_part_in(plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


def budget_sheet(rows: QuerySet[BudgetLine], plan: Plan) -> HttpResponse:
    """Return the lines as CSV, amounts as plain numbers."""
    heads = (_("Năm"), _("Nhiệm vụ"), _("Cơ quan"), *map(str, MONEY_LABELS.values()))
    more = (_("Quyết toán so với đã chi"), _("Nguồn kinh phí"), _("Ghi chú"))
    cells = (
        (
            row.year,
            row.task.title if row.task else _("Chung cho cả kế hoạch"),
            row.body,
            *("" if getattr(row, name) is None else getattr(row, name) for name in AMOUNTS),
            "" if row.settled is None else row.settled - row.spent,
            row.source,
            row.note,
        )
        for row in rows.iterator(chunk_size=1000)
    )
    return as_csv((*heads, *more), cells, file_name=f"{plan.slug}-kinh-phi.csv")


def _years(summed: Iterable[TaskMoney]) -> list[dict[str, Any]]:
    by_year: dict[int, list[TaskMoney]] = {}
    for one in summed:
        by_year.setdefault(one.year, []).append(one)
    return [
        {
            "year": year,
            "total": total_of([one.money for one in its]),
            "tasks": [{"its": one, "key": one.task_id or COMMON} for one in its],
        }
        for year, its in by_year.items()
    ]


def _filter_form(request: HttpRequest, visible: QuerySet[BudgetLine]) -> BudgetFilterForm:
    bodies = body_names(visible.order_by().values_list("body_id", flat=True).distinct())
    tasks = visible.exclude(task=None).order_by("task__position").values_list("task_id", "task__title").distinct()
    named = [(pk, title[:120]) for pk, title in tasks]
    return BudgetFilterForm(request.GET, bodies=bodies.items(), tasks=named)


def _own_voices(request: HttpRequest, plan: Plan) -> dict[int, str]:
    actor = actor_on(request)
    own = bodies_worked_in(actor)
    return {one: name for one, name in voices_in(plan, actor).items() if one in own}


def _line(request: HttpRequest, plan_id: int, line_id: int) -> BudgetLine:
    try:
        return visible_budget_line(line_id, plan_id=plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


def _page_of(plan: Plan) -> str:
    return reverse("planning:budget", args=[plan.pk])


def _steps(plan: Plan) -> Steps:
    return (
        (_("Kế hoạch"), reverse("planning:plans")),
        (name_of(plan), reverse("planning:plan", args=[plan.pk])),
        (_("Kinh phí"), _page_of(plan)),
    )
