"""What is written about a task: the part of its page, and the forms."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.domain.access import Actor
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.planning.actions.write_remark import (
    TASK,
    put_back_remark,
    withdraw_remark,
    write_inspection,
    write_remark,
)
from minhbach.planning.contracts import PlanNotVisible
from minhbach.planning.following.forms import InspectionForm, RemarkForm
from minhbach.planning.history import history_of
from minhbach.planning.models import RemarkKind, Task
from minhbach.planning.queries import name_of
from minhbach.planning.queries.remarks import remarks_on
from minhbach.planning.queries.taking_part import bodies_in, follows, task_taken_part_in, voices_in
from minhbach.planning.views.forming import Steps, do, form_page

PART = "y-kien"


def remarks_of(task: Task, *, actor: Actor) -> dict[str, Any]:
    """Return what `parts/remarks.html` shows; the caller has checked that the actor takes part (`sees_work`)."""
    rows = list(remarks_on(task, actor=actor))
    told = {row.pk for row in rows}
    return {
        "remarks": [
            {"row": row, "is_inspection": row.kind == RemarkKind.INSPECTION, "own": row.written_by_id == actor.person}
            for row in rows
        ],
        "may_remark": bool(voices_in(task.plan, actor, task=task)),
        "may_inspect": follows(task.plan, actor),
        "task_history": history_of(
            Subject(TASK, task.pk), tells=lambda event: event.facts.get("remark") in (None, *told)
        ),
    }


@officer_only
@require_http_methods(["GET", "POST"])
def remark(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Write a comment."""
    task, actor = _task(request, plan_id, task_id), actor_on(request)
    voices = voices_in(task.plan, actor, task=task)
    if not voices:
        raise Http404
    form = RemarkForm(request.POST or None, bodies=voices.items())

    def act() -> str:
        words, body = form.cleaned_data["text"], form.cleaned_data["body"]
        write_remark(task_id=task.pk, body_id=body, text=words, actor=actor, now=clock.now())
        return _page_of(task)

    return form_page(
        request, form, act, heading=_("Cho ý kiến"), verb=_("Gửi ý kiến"), done=_("Đã gửi ý kiến."),
        steps=_steps(task), about=task.title,
        lead=_("Mọi cơ quan có phần trong nhiệm vụ này và cơ quan theo dõi kế hoạch đều đọc được ý kiến."),
    )  # fmt: skip


@officer_only
@require_http_methods(["GET", "POST"])
def inspection(request: HttpRequest, plan_id: int, task_id: int) -> HttpResponse:
    """Write what an inspection found."""
    task, actor = _task(request, plan_id, task_id), actor_on(request)
    if not follows(task.plan, actor):
        raise Http404
    form = InspectionForm(request.POST or None, bodies=bodies_in(task.plan, task=task).items())

    def act() -> str:
        write_inspection(
            task_id=task.pk,
            about_id=form.cleaned_data["about"],
            inspected_on=form.cleaned_data["inspected_on"],
            text=form.cleaned_data["text"],
            actor=actor,
            now=clock.now(),
        )
        return _page_of(task)

    return form_page(
        request, form, act, heading=_("Ghi kết quả kiểm tra"), verb=_("Ghi kết quả kiểm tra"),
        done=_("Đã ghi kết quả kiểm tra."), steps=_steps(task), about=task.title,
    )  # fmt: skip


@officer_only
@require_POST
def withdraw(request: HttpRequest, plan_id: int, task_id: int, remark_id: int) -> HttpResponse:
    """Hide the words of an own remark."""
    task, actor = _task(request, plan_id, task_id), actor_on(request)

    def act() -> None:
        withdraw_remark(remark_id=remark_id, actor=actor, now=clock.now())

    return do(request, act, done=_("Đã rút ý kiến; nội dung không hiện với ai nữa."), to=_page_of(task))


@officer_only
@require_POST
def put_back(request: HttpRequest, plan_id: int, task_id: int, remark_id: int) -> HttpResponse:
    """Show an own remark again."""
    task, actor = _task(request, plan_id, task_id), actor_on(request)

    def act() -> None:
        put_back_remark(remark_id=remark_id, actor=actor, now=clock.now())

    return do(request, act, done=_("Ý kiến lại hiện như trước."), to=_page_of(task))


def _task(request: HttpRequest, plan_id: int, task_id: int) -> Task:
    try:
        task = task_taken_part_in(task_id, actor=actor_on(request))
    except PlanNotVisible:
        raise Http404 from None
    if task.plan_id != plan_id:
        raise Http404
    return task


def _page_of(task: Task) -> str:
    return f"{reverse('planning:task', args=[task.plan_id, task.pk])}#{PART}"


def _steps(task: Task) -> Steps:
    return (
        (_("Kế hoạch"), reverse("planning:plans")),
        (name_of(task.plan), reverse("planning:plan", args=[task.plan_id])),
        (_("Nhiệm vụ"), _page_of(task)),
    )
