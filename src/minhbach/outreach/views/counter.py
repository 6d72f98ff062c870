"""An officer, or the Front's people, write down what came another way; a body promises a term."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from minhbach.accounts.doors import actor_on, role_only
from minhbach.agencies.queries import body_names
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.intake.contracts import Receipt
from minhbach.outreach.actions.promise_term import promise_term
from minhbach.outreach.actions.receive_feedback import receive_by_officer
from minhbach.outreach.contracts import FeedbackNotVisible, FeedbackRefused
from minhbach.outreach.counter_forms import CounterForm, TermForm
from minhbach.outreach.dues import promised_days
from minhbach.outreach.holding import waiting_files
from minhbach.outreach.queries import feedback_of_submission, visible_feedback
from minhbach.outreach.rules import MAY_ENTER, MAY_SET_TERM
from minhbach.outreach.views.showing import add_refusal
from minhbach.register.queries.visible import registers_of


@role_only(*MAY_ENTER)
@require_http_methods(["GET", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Write feedback down, which gives it its number."""
    bodies = body_names(registers_of(actor_on(request), MAY_ENTER))
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = CounterForm(*typed, bodies=bodies.items(), limit=settings.UPLOAD_LIMIT)
    if request.method == "POST" and form.is_valid():
        receipt = _taken_in(request, form)
        if receipt is not None:
            return _to(request, receipt)
    return render(request, "outreach/take_in.html", {"form": form}, status=422 if form.errors else 200)


def _taken_in(request: HttpRequest, form: CounterForm) -> Receipt | None:
    try:
        with waiting_files(request, form) as files:
            return receive_by_officer(
                given=form.given(files),
                body_id=form.cleaned_data["body"],
                calendar=calendar_in_use(),
                actor=actor_on(request),
                now=clock.now(),
            )
    except FeedbackRefused as refused:
        add_refusal(form, refused)
        return None


def _to(request: HttpRequest, receipt: Receipt) -> HttpResponse:
    """Lead to its page, or to the list where only the leader reads it from now on."""
    row = feedback_of_submission(receipt.submission_id)
    try:
        visible_feedback(row.pk, actor=actor_on(request))
    except FeedbackNotVisible:
        messages.success(request, _("Đã nhận, số %(number)s. Chỉ lãnh đạo đọc được.") % {"number": receipt.number})
        return redirect("outreach:list")
    messages.success(request, _("Đã nhận góp ý %(number)s.") % {"number": receipt.number})
    return redirect("outreach:feedback", row.pk)


@role_only(*MAY_SET_TERM)
@require_http_methods(["GET", "POST"])
def term(request: HttpRequest) -> HttpResponse:
    """Promise a term, or none; it holds for what waits already."""
    actor = actor_on(request)
    bodies = body_names(actor.bodies_where(*MAY_SET_TERM))
    own = min(bodies)
    initial = {"body": own, "working_days": promised_days(own)}
    form = TermForm(request.POST if request.method == "POST" else None, bodies=bodies.items(), initial=initial)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            promise_term(
                body_id=told["body"],
                working_days=told["working_days"],
                calendar=calendar_in_use(),
                actor=actor,
                now=clock.now(),
            )
            messages.success(request, _("Đã ghi thời hạn hứa trả lời."))
            return redirect("outreach:list")
        except FeedbackRefused as refused:
            add_refusal(form, refused)
    promised = [(name, promised_days(pk)) for pk, name in sorted(bodies.items(), key=lambda one: one[1])]
    context = {"form": form, "promised": promised}
    return render(request, "outreach/term.html", context, status=422 if form.errors else 200)
