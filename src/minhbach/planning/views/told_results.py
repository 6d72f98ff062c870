"""The results that a spreadsheet told, before the leader who accepts them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.foundation import clock
from minhbach.planning.actions.accept_told_results import AT_ONCE, accept_told_results
from minhbach.planning.contracts import AssignmentNotVisible, WorkRefused
from minhbach.planning.models import WorkReport
from minhbach.planning.queries import name_of
from minhbach.planning.queries.sheets import leads_in, results_to_accept
from minhbach.planning.views.plans import the_plan


@officer_only
@require_http_methods(["GET", "POST"])
def told_results(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the results of the plan that wait for this leader, and accept those that are ticked."""
    plan, actor = the_plan(request, plan_id), actor_on(request)
    if not leads_in(plan, actor=actor):
        raise Http404
    problem = ""
    if request.method == "POST":
        try:
            count = accept_told_results(plan_id=plan.pk, assignment_ids=_chosen(request), actor=actor, now=clock.now())
            done = ngettext("Đã duyệt %(count)s kết quả.", "Đã duyệt %(count)s kết quả.", count) % {"count": count}
            messages.success(request, done)
            return redirect("planning:told_results", plan.pk)
        except WorkRefused as refused:
            problem = refused.reason
        except AssignmentNotVisible:
            problem = _("Có kết quả không còn chờ duyệt. Mở lại trang để xem danh sách hiện nay.")
    rows = results_to_accept(plan, actor=actor, on=clock.today())
    context = {
        "plan": plan,
        "name": name_of(plan),
        "lines": _lines(rows[:AT_ONCE], set(_chosen(request)) if problem else None),
        "more": max(0, len(rows) - AT_ONCE),
        "problem": problem,
    }
    return render(request, "planning/told_results.html", context, status=422 if problem else 200)


def _chosen(request: HttpRequest) -> list[int]:
    return [int(one) for one in request.POST.getlist("viec") if one.isdecimal() and len(one) < 15]


def _lines(rows: list[Any], chosen: set[int] | None) -> list[dict[str, Any]]:
    reports = WorkReport.objects.filter(
        assignment__in=[row.pk for row in rows], is_result=True, answered_at=None, taken_back_at=None
    )
    by_work = {report.assignment_id: report for report in reports}
    return [
        {"row": row, "report": by_work[row.pk], "ticked": chosen is None or row.pk in chosen}
        for row in rows
        if row.pk in by_work
    ]
