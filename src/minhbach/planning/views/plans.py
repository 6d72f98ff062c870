"""Confirmed plans as officers see them, and their way to the public."""

import csv
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, officer_only, role_only
from minhbach.accounts.queries import person_names
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.dates import written
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.forms import PlanFilterForm, cleaned_or_empty
from minhbach.planning.history import history_of
from minhbach.planning.models import Plan, Task
from minhbach.planning.queries import (
    PLAN,
    PlanFilters,
    name_of,
    narrowed,
    plans_visible_to,
    tasks_of,
    visible_plan,
    waiting_imports,
    with_task_counts,
)
from minhbach.planning.rules import MAY_IMPORT
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.close import send_back, withdraw_publication
from minhbach.publication.actions.submit import submit_for_publication
from minhbach.publication.contracts import PublicationNotVisible, PublicationRecord, PublicationRefused
from minhbach.publication.queries import others_may_approve, publication_of
from minhbach.publication.rules import MAY_APPROVE, MAY_SUBMIT, reason_not_to_approve

PUBLICATION_TAGS = {
    None: ("waiting", "Chưa trình công khai"),
    PublicationState.SUBMITTED: ("act", "Chờ duyệt công khai"),
    PublicationState.PUBLIC: ("done", "Công khai"),
    PublicationState.SENT_BACK: ("act", "Bị trả lại"),
    PublicationState.WITHDRAWN: ("closed", "Đã rút khỏi công khai"),
}


def the_plan(request: HttpRequest, plan_id: int) -> Plan:
    """Return the plan for who asks; 404 where it is not there for them."""
    try:
        return visible_plan(plan_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None


@officer_only
def plans(request: HttpRequest) -> HttpResponse:
    """Show the plans that concern the officer's bodies."""
    actor = actor_on(request)
    form = PlanFilterForm(request.GET)
    asked = cleaned_or_empty(form)
    filters = PlanFilters(words=asked.get("tim") or "", year=asked.get("nam"))
    rows = narrowed(with_task_counts(plans_visible_to(actor)), filters).select_related("body", "issuing_body")
    page = Paginator(rows, 30).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "lines": [{"plan": plan, "name": name_of(plan)} for plan in page],
        "form": form,
        "filters": filters,
        "may_import": actor.holds(*MAY_IMPORT),
        "to_review": waiting_imports(actor).count() if actor.holds(*MAY_IMPORT) else 0,
    }
    return render(request, "planning/plans.html", context)


@officer_only
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show one plan with its tasks, whose they are and when they are due."""
    row = the_plan(request, plan_id)
    actor = actor_on(request)
    publication = publication_of(PLAN, row.pk)
    context = {
        "plan": row,
        "name": name_of(row),
        "tasks": tasks_of(row),
        "tag": PUBLICATION_TAGS[publication.state if publication else None],
        "publication": publication,
        "can": _possible(row, publication, actor),
        "history": history_of(Subject(PLAN, row.pk)) if row.body_id in actor.bodies() else (),
        "approved_by": _approver(publication),
    }
    return render(request, "planning/plan.html", context)


@officer_only
def plan_csv(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Give the plan's tasks as CSV."""
    row = the_plan(request, plan_id)
    return tasks_as_csv(tasks_of(row), file_name=f"{row.slug}.csv")


@role_only(*MAY_SUBMIT)
@require_POST
def submit(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Hand the plan to the leader for publication."""
    row = the_plan(request, plan_id)
    try:
        submit_for_publication(
            subject_kind=PLAN, subject_id=row.pk, body_id=row.body_id, actor=actor_on(request), now=clock.now()
        )
        messages.success(request, _("Đã trình lãnh đạo duyệt công khai."))
    except PublicationNotVisible:
        raise Http404 from None
    except (PublicationRefused, MoveNotAllowed) as refused:
        messages.error(request, getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))
    return redirect("planning:plan", plan_id)


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the leader what will be public, and publish it in their name or send it back."""
    row = the_plan(request, plan_id)
    actor = actor_on(request)
    publication = publication_of(PLAN, row.pk)
    if publication is None or publication.state != PublicationState.SUBMITTED or row.body_id not in actor.bodies():
        raise Http404
    problem = ""
    if request.method == "POST":
        try:
            if "send_back" in request.POST:
                send_back(
                    subject_kind=PLAN,
                    subject_id=row.pk,
                    remark=request.POST.get("remark", ""),
                    actor=actor,
                    now=clock.now(),
                )
                messages.success(request, _("Đã trả lại người trình."))
            else:
                approve_publication(
                    subject_kind=PLAN,
                    subject_id=row.pk,
                    seen_with_own_eyes=request.POST.get("seen") == "1",
                    actor=actor,
                    now=clock.now(),
                )
                messages.success(request, _("Kế hoạch đã công khai."))
            return redirect("planning:plan", plan_id)
        except PublicationRefused as refused:
            problem = refused.reason
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=clock.today())
    context = {
        "plan": row,
        "name": name_of(row),
        "tasks": tasks_of(row),
        "publication": publication,
        "problem": problem,
        "remark": request.POST.get("remark", ""),
        "own": publication.submitted_by == actor.person,
        "refused": reason_not_to_approve(
            actor=actor, body=row.body_id, submitted_by=publication.submitted_by, others_may_approve=others
        ),
        "submitted_by": person_names([publication.submitted_by]).get(publication.submitted_by, ""),
    }
    return render(request, "planning/plan_approve.html", context, status=422 if problem else 200)


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take the plan away from the public, with a reason."""
    row = the_plan(request, plan_id)
    publication = publication_of(PLAN, row.pk)
    if publication is None or not publication.is_public or not actor_on(request).holds(*MAY_APPROVE, body=row.body_id):
        raise Http404
    problem = ""
    if request.method == "POST":
        try:
            withdraw_publication(
                subject_kind=PLAN,
                subject_id=row.pk,
                remark=request.POST.get("remark", ""),
                actor=actor_on(request),
                now=clock.now(),
            )
            messages.success(request, _("Đã rút khỏi công khai."))
            return redirect("planning:plan", plan_id)
        except PublicationRefused as refused:
            problem = refused.reason
    context = {"plan": row, "name": name_of(row), "problem": problem}
    return render(request, "planning/plan_withdraw.html", context, status=422 if problem else 200)


CSV_HEAD = ("Mục", "Nhiệm vụ", "Phạm vi", "Chủ trì", "Phối hợp", "Hạn (nguyên văn)", "Ngày cuối đúng hạn", "Sản phẩm")


def tasks_as_csv(tasks: Iterable[Task], *, file_name: str) -> HttpResponse:
    """Return the tasks as a CSV file that spreadsheets here open with their Vietnamese letters right."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(CSV_HEAD)
    for task in tasks:
        writer.writerow([harmless(cell) for cell in _csv_row(task)])
    return response


def harmless(cell: Any) -> str:
    """Return a cell that a spreadsheet shows as text and never runs as a formula."""
    text = str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _csv_row(task: Task) -> tuple[str, ...]:
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


def _possible(row: Plan, publication: PublicationRecord | None, actor: Actor) -> dict[str, bool]:
    own = row.body_id in actor.bodies()
    state = publication.state if publication else None
    again = (None, PublicationState.SENT_BACK, PublicationState.WITHDRAWN)
    leads = actor.holds(*MAY_APPROVE, body=row.body_id)
    return {
        "submit": own and state in again and actor.holds(*MAY_SUBMIT, body=row.body_id),
        "approve": leads and state == PublicationState.SUBMITTED,
        "withdraw": leads and state == PublicationState.PUBLIC,
    }


def _approver(publication: PublicationRecord | None) -> str:
    if publication is None or publication.approved_by is None:
        return ""
    return person_names([publication.approved_by]).get(publication.approved_by, "")
