"""A confirmed plan on its way to the public, and back to be mended."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.domain.lifecycles.publication import PublicationState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.planning.actions.reopen_plan import reopen_plan
from minhbach.planning.actions.submit_plan import submit_plan
from minhbach.planning.contracts import ImportRefused, PlanNotVisible
from minhbach.planning.forms import ApprovalForm, ReasonForm
from minhbach.planning.models import Plan
from minhbach.planning.queries import PLAN, name_of, tasks_of
from minhbach.planning.rules import MAY_CONFIRM
from minhbach.planning.views.plans import the_plan
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.close import send_back, take_back_submission, withdraw_publication
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.queries import others_may_approve, publication_of
from minhbach.publication.rules import MAY_APPROVE, MAY_SUBMIT, reason_not_to_approve


@role_only(*MAY_SUBMIT)
@require_POST
def submit(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Hand the plan to the leader for publication."""
    return _do(
        request,
        plan_id,
        lambda: submit_plan(plan_id=plan_id, actor=actor_on(request), now=clock.now()),
        _("Đã trình lãnh đạo duyệt công khai."),
    )


@role_only(*MAY_SUBMIT)
@require_POST
def take_back(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take back what waits for the leader."""
    return _do(
        request,
        plan_id,
        lambda: take_back_submission(subject_kind=PLAN, subject_id=plan_id, actor=actor_on(request), now=clock.now()),
        _("Đã lấy lại bản trình."),
    )


@role_only(*MAY_CONFIRM)
@require_POST
def reopen(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Go back to the review of the plan's document."""
    the_plan(request, plan_id)
    try:
        import_id = reopen_plan(plan_id=plan_id, actor=actor_on(request), now=clock.now())
    except PlanNotVisible:
        raise Http404 from None
    except (ImportRefused, MoveNotAllowed) as refused:
        messages.error(request, _sentence(refused))
        return redirect("planning:plan", plan_id)
    messages.success(request, _("Đã mở lại để sửa. Nhiệm vụ cũ giữ nguyên cho tới khi xác nhận lại."))
    return redirect("planning:import", import_id)


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the leader what will be public, and publish it in their name or send it back."""
    row, actor = the_plan(request, plan_id), actor_on(request)
    publication = publication_of(PLAN, row.pk)
    if publication is None or publication.state != PublicationState.SUBMITTED or row.body_id not in actor.bodies():
        raise Http404
    sends_back = "send_back" in request.POST
    approval = ApprovalForm(request.POST if request.method == "POST" and not sends_back else None)
    reason = ReasonForm(request.POST if sends_back else None, label=_("Cần sửa gì"))
    if request.method == "POST":
        done = _send_back(request, row, reason) if sends_back else _publish(request, row, approval)
        if done:
            return redirect("planning:plan", plan_id)
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=clock.today())
    context = {
        "plan": row,
        "name": name_of(row),
        "lines": [{"task": task} for task in tasks_of(row)],
        "publication": publication,
        "approval": approval,
        "reason": reason,
        "own": publication.submitted_by == actor.person,
        "refused": reason_not_to_approve(
            actor=actor, body=row.body_id, submitted_by=publication.submitted_by, others_may_approve=others
        ),
        "submitted_by": person_names([publication.submitted_by]).get(publication.submitted_by, ""),
    }
    return render(request, "planning/plan_approve.html", context, status=422 if request.method == "POST" else 200)


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take the plan away from the public, with a reason."""
    row = the_plan(request, plan_id)
    publication = publication_of(PLAN, row.pk)
    if publication is None or not publication.is_public or not actor_on(request).holds(*MAY_APPROVE, body=row.body_id):
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None, label=_("Lý do"))
    if request.method == "POST" and _withdraw(request, row, form):
        return redirect("planning:plan", plan_id)
    context = {"plan": row, "name": name_of(row), "form": form}
    return render(request, "planning/plan_withdraw.html", context, status=422 if form.errors else 200)


def _publish(request: HttpRequest, row: Plan, form: ApprovalForm) -> bool:
    if not form.is_valid():
        return False
    try:
        approve_publication(
            subject_kind=PLAN, subject_id=row.pk, seen_with_own_eyes=True, actor=actor_on(request), now=clock.now()
        )
    except PublicationRefused as refused:
        form.add_error(None, refused.reason)
        return False
    messages.success(request, _("Kế hoạch đã công khai."))
    return True


def _send_back(request: HttpRequest, row: Plan, form: ReasonForm) -> bool:
    if not form.is_valid():
        return False
    remark, actor, now = form.cleaned_data["remark"], actor_on(request), clock.now()
    try:
        send_back(subject_kind=PLAN, subject_id=row.pk, remark=remark, actor=actor, now=now)
    except PublicationRefused as refused:
        form.add_error(None, refused.reason)
        return False
    messages.success(request, _("Đã trả lại người trình."))
    return True


def _withdraw(request: HttpRequest, row: Plan, form: ReasonForm) -> bool:
    if not form.is_valid():
        return False
    remark, actor, now = form.cleaned_data["remark"], actor_on(request), clock.now()
    withdraw_publication(subject_kind=PLAN, subject_id=row.pk, remark=remark, actor=actor, now=now)
    messages.success(request, _("Đã rút khỏi công khai."))
    return True


def _do(request: HttpRequest, plan_id: int, action: Callable[[], object], done: str) -> HttpResponse:
    the_plan(request, plan_id)
    try:
        action()
        messages.success(request, done)
    except PublicationNotVisible:
        raise Http404 from None
    except (PublicationRefused, ImportRefused, MoveNotAllowed) as refused:
        messages.error(request, _sentence(refused))
    return redirect("planning:plan", plan_id)


def _sentence(refused: Exception) -> str:
    return str(getattr(refused, "reason", _("Việc này không còn làm được ở bước hiện tại.")))
