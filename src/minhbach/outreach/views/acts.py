"""One view for every act on feedback that is a form, and the two that are a button."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.lifecycles.feedback import FeedbackEvent
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.intake.actions.renew_secret import renew_secret
from minhbach.outreach.actions.draft_answer_letter import draft_answer_letter
from minhbach.outreach.acts import ACTS, ActPage, by
from minhbach.outreach.contracts import FeedbackNotVisible, FeedbackRefused
from minhbach.outreach.labels import EVENT_LABELS
from minhbach.outreach.models import Feedback
from minhbach.outreach.moving import events_for
from minhbach.outreach.queries import reads_sender, visible_feedback
from minhbach.outreach.rules import MAY_ENTER, READS_SENDERS, ROLES_FOR
from minhbach.outreach.views.showing import add_refusal, sentence, the_feedback


def addresses(prefix: str) -> list[URLPattern]:
    """Return an address for each act of the table."""
    return [path(f"{prefix}{page.slug}/", _view(event, page), name=f"do_{event}") for event, page in ACTS.items()]


def _view(event: FeedbackEvent, page: ActPage) -> Any:
    @role_only(*ROLES_FOR[event])
    @require_http_methods(["GET", "POST"])
    def act(request: HttpRequest, feedback_id: int) -> HttpResponse:
        return _act(request, feedback_id, event, page)

    return act


def _act(request: HttpRequest, feedback_id: int, event: FeedbackEvent, page: ActPage) -> HttpResponse:
    row = the_feedback(request, feedback_id)
    if event not in events_for(row, actor=actor_on(request)):
        raise Http404
    posted = (request.POST,) if request.method == "POST" else ()
    form = page.form(row, *posted)
    if posted and form.is_valid() and _done(request, row, form, page):
        return _onward(request, feedback_id)
    context = {"row": row, "form": form, "act": page, "words": EVENT_LABELS[event]}
    return render(request, "outreach/act.html", context, status=422 if form.errors else 200)


def _onward(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Go back to the page, or to the list where the act took it out of the actor's sight."""
    try:
        visible_feedback(feedback_id, actor=actor_on(request))
    except FeedbackNotVisible:
        return redirect("outreach:list")
    return redirect("outreach:feedback", feedback_id)


def _done(request: HttpRequest, row: Feedback, form: Form, page: ActPage) -> bool:
    try:
        page.do(row, form.cleaned_data, by(actor_on(request), clock.now()))
    except (FeedbackRefused, MoveNotAllowed) as refused:
        add_refusal(form, refused)
        return False
    messages.success(request, str(page.done))
    return True


@role_only(*READS_SENDERS)
@require_POST
def draft_letter(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Draft the letter with the answer, and lead to it."""
    the_feedback(request, feedback_id)
    try:
        letter_id = draft_answer_letter(feedback_id=feedback_id, actor=actor_on(request), now=clock.now())
    except FeedbackRefused as refused:
        messages.error(request, sentence(refused))
        return redirect("outreach:feedback", feedback_id)
    messages.success(request, _("Đã soạn công văn trả lời."))
    return redirect("papers:letter", letter_id)


@never_cache
@role_only(*MAY_ENTER)
@require_POST
def print_receipt(request: HttpRequest, feedback_id: int) -> HttpResponse:
    """Show number and a fresh secret to be printed for who stands at the counter; the one before opens no more."""
    row, actor = the_feedback(request, feedback_id), actor_on(request)
    if not reads_sender(row, actor=actor):
        raise Http404
    receipt = renew_secret(submission_id=row.submission_id, actor=actor, now=clock.now())
    points = focal_points_of([row.body_id], on=clock.today()).get(row.body_id, ())
    return render(request, "outreach/printed_receipt.html", {"row": row, "secret": receipt.secret, "points": points})
