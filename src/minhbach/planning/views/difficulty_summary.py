"""The difficulties of the level below summed up for the level above: by plan and task, each figure with its rows."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.sheets import as_csv
from minhbach.planning.following.filters import GENERAL, STANDING, WHOLE_PLAN, SummaryForm
from minhbach.planning.models import Plan, Task
from minhbach.planning.queries import name_of
from minhbach.planning.queries.difficulties import FROM_US, Gathered, difficulties_visible_to, gathered
from minhbach.planning.queries.difficulties import narrowed_difficulties as narrowed

FIGURES = {"raised": STANDING, "answered": "da-tra-loi", "passed_up": "chuyen-len", "open": "chua-tra-loi"}
"""What is counted, and the state that the list is asked for to show these rows."""


@officer_only
def summary(request: HttpRequest) -> HttpResponse:
    """Show how many difficulties a body was asked, or asked itself, over a time."""
    actor = actor_on(request)
    bodies = body_names(actor.bodies())
    if not bodies:
        raise Http404
    form = SummaryForm(request.GET, bodies=bodies.items())
    rows = narrowed(difficulties_visible_to(actor), form.filters(), actor=actor).select_related(None)
    today = clock.today()
    day = form.day(today=today)
    lines = gathered(rows, on=day)
    plans = {plan.pk: plan for plan in Plan.objects.filter(pk__in={one.plan_id for one in lines if one.plan_id})}
    titles = dict(Task.objects.filter(pk__in={one.task_id for one in lines if one.task_id}).values_list("pk", "title"))
    if request.GET.get("dang") == "csv":
        return _sheet(lines, plans, titles)
    context = {
        "form": form,
        "body": bodies.get(form.body(), ""),
        "several": len(bodies) > 1,
        "own": form.asked("chieu") == FROM_US,
        "since": form.asked("tu"),
        "until": form.asked("den"),
        "day": day,
        "groups": _groups(lines, plans, titles, form),
        "total": _figures(lines, _asked(form)),
    }
    return render(request, "planning/difficulty_summary.html", context)


def _groups(
    lines: Iterable[Gathered], plans: Mapping[int, Plan], titles: Mapping[int, str], form: SummaryForm
) -> list[dict[str, Any]]:
    by_plan: dict[int | None, list[Gathered]] = {}
    for line in lines:
        by_plan.setdefault(line.plan_id, []).append(line)
    return [
        {
            "plan": plans.get(plan_id) if plan_id else None,
            "name": name_of(plans[plan_id]) if plan_id else "",
            "total": _figures(its, {**_asked(form), "ke_hoach": plan_id or GENERAL}),
            "lines": [
                {"title": titles.get(line.task_id or 0, ""), "figures": _figures([line], _place(line, form))}
                for line in its
            ],
        }
        for plan_id, its in by_plan.items()
    ]


def _asked(form: SummaryForm) -> dict[str, Any]:
    given = {name: form.data.get(name) for name in ("tu", "den", "tinh_den") if form.asked(name)}
    return {"neu" if form.asked("chieu") == FROM_US else "hoi": form.body(), **given}


def _place(line: Gathered, form: SummaryForm) -> dict[str, Any]:
    return {**_asked(form), "ke_hoach": line.plan_id or GENERAL, "viec": line.task_id or WHOLE_PLAN}


def _figures(lines: Iterable[Gathered], question: Mapping[str, Any]) -> list[dict[str, Any]]:
    lines, address = list(lines), reverse("planning:difficulties")
    return [
        {
            "count": sum(getattr(line, name) for line in lines),
            "url": f"{address}?{urlencode({**question, 'tinh_trang': state})}",
            "words": words,
        }
        for (name, state), words in zip(FIGURES.items(), _heads(), strict=True)
    ]


def _heads() -> tuple[str, ...]:
    return (_("Đã nêu"), _("Đã trả lời"), _("Đã chuyển lên"), _("Chưa trả lời"))


def _sheet(lines: Iterable[Gathered], plans: Mapping[int, Plan], titles: Mapping[int, str]) -> HttpResponse:
    cells = (
        (
            name_of(plans[line.plan_id]) if line.plan_id else _("Chung, không theo kế hoạch"),
            titles.get(line.task_id or 0, "") if line.task_id else "",
            *(getattr(line, name) for name in FIGURES),
        )
        for line in lines
    )
    return as_csv((_("Kế hoạch"), _("Nhiệm vụ"), *_heads()), cells, file_name="tong-hop-vuong-mac.csv")
