"""An answer on its way to the public: written anew without the person, let out by a leader, withdrawn."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.accounts.queries import person_names
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.outreach.actions.publish_answer import submit_answer
from minhbach.outreach.contracts import FeedbackRefused
from minhbach.outreach.models import Feedback
from minhbach.outreach.page import shown_of, waits
from minhbach.outreach.publish_forms import ApprovalForm, PublicWordsForm, RemarkForm
from minhbach.outreach.queries.feedback import FEEDBACK
from minhbach.outreach.rules import MAY_PUBLISH
from minhbach.outreach.views.showing import add_refusal, sentence, the_feedback
from minhbach.publication.actions.approve import approve_publication
from minhbach.publication.actions.close import send_back, take_back_submission, withdraw_publication
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.queries import others_may_approve, publication_of
from minhbach.publication.rules import MAY_APPROVE, MAY_SUBMIT, reason_not_to_approve

REFUSALS = (FeedbackRefused, PublicationRefused, MoveNotAllowed)


@role_only(*MAY_PUBLISH)
@require_http_methods(["GET", "POST"])
def submit(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Write question and answer anew, without the person, and ask the leader to let them out."""
    row, actor = the_feedback(request, feedback_id), actor_on(request)
    if not shown_of(row, actor=actor).get("may_submit"):
        raise Http404
    initial = {"question": row.public_question, "answer": row.public_answer or row.answer}
    form = PublicWordsForm(request.POST if request.method == "POST" else None, initial=initial)

    def act() -> None:
        submit_answer(feedback_id=row.pk, **form.cleaned_data, actor=actor, now=clock.now())

    if request.method == "POST" and _done(request, form, act, _("Đã trình lãnh đạo duyệt công khai.")):
        return redirect("outreach:feedback", row.pk)
    publication = publication_of(FEEDBACK, row.pk)
    context = {"row": row, "form": form, "remark": publication.remark if publication else ""}
    return render(request, "outreach/submit.html", context, status=422 if form.errors else 200)


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Show the leader what will be public, and let it out in their name or send it back."""
    row, actor = the_feedback(request, feedback_id), actor_on(request)
    publication = publication_of(FEEDBACK, row.pk)
    if publication is None or not waits(publication) or not actor.holds(*MAY_APPROVE, body=row.body_id):
        raise Http404
    sends_back = "send_back" in request.POST
    approval = ApprovalForm(request.POST if request.method == "POST" and not sends_back else None)
    remark = RemarkForm(request.POST if sends_back else None)
    if request.method == "POST" and (
        _sent_back(request, row, remark) if sends_back else _let_out(request, row, approval)
    ):
        return redirect("outreach:feedback", row.pk)
    others = others_may_approve(body_id=row.body_id, person=actor.person, on=clock.today())
    context = {
        "row": row,
        "approval": approval,
        "remark": remark,
        "submitted_by": person_names([publication.submitted_by]).get(publication.submitted_by, ""),
        "refused": reason_not_to_approve(
            actor=actor, body=row.body_id, submitted_by=publication.submitted_by, others_may_approve=others
        ),
    }
    return render(request, "outreach/approve.html", context, status=422 if request.method == "POST" else 200)


def _let_out(request: HttpRequest, row: Feedback, form: Form) -> bool:
    def act() -> None:
        approve_publication(seen_with_own_eyes=True, **_about(request, row))

    return _done(request, form, act, _("Đã công khai câu trả lời."))


def _sent_back(request: HttpRequest, row: Feedback, form: Form) -> bool:
    def act() -> None:
        send_back(remark=form.cleaned_data["remark"], **_about(request, row))

    return _done(request, form, act, _("Đã trả lại người trình."))


@role_only(*MAY_APPROVE)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Take the answer away from the public, with a reason."""
    row, actor = the_feedback(request, feedback_id), actor_on(request)
    if not shown_of(row, actor=actor).get("may_withdraw"):
        raise Http404
    form = RemarkForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        withdraw_publication(remark=form.cleaned_data["remark"], **_about(request, row))

    if request.method == "POST" and _done(request, form, act, _("Đã rút khỏi công khai.")):
        return redirect("outreach:feedback", row.pk)
    return render(request, "outreach/withdraw.html", {"row": row, "form": form}, status=422 if form.errors else 200)


@role_only(*MAY_SUBMIT)
@require_POST
def take_back(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Take back what waits for the leader."""
    row = the_feedback(request, feedback_id)
    try:
        take_back_submission(**_about(request, row))
        messages.success(request, _("Đã lấy lại bản trình."))
    except PublicationNotVisible:
        raise Http404 from None
    except REFUSALS as refused:
        messages.error(request, sentence(refused))
    return redirect("outreach:feedback", row.pk)


def _about(request: HttpRequest, row: Feedback) -> dict[str, Any]:
    return {"subject_kind": FEEDBACK, "subject_id": row.pk, "actor": actor_on(request), "now": clock.now()}


def _done(request: HttpRequest, form: Form, act: Callable[[], object], words: str) -> bool:
    if not form.is_valid():
        return False
    try:
        act()
    except REFUSALS as refused:
        add_refusal(form, refused)
        return False
    messages.success(request, words)
    return True
