"""A sender follows feedback by number and secret, and says more, takes it back, rates the answer."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.addresses import client_address
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.lifecycles.feedback import OPEN, FeedbackState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.intake.queries import files_of, messages_of
from minhbach.intake.rules import plain_number
from minhbach.intake.throttling import WRONG_FROM, WRONG_PAIR, comes_through, is_over
from minhbach.outreach.actions.agree_public import agree_public
from minhbach.outreach.actions.close_feedback import take_back
from minhbach.outreach.actions.rate_answer import rate_answer
from minhbach.outreach.actions.write_to_sender import supplement_by_sender
from minhbach.outreach.contracts import FeedbackNotVisible, FeedbackRefused
from minhbach.outreach.following_forms import ContentForm, MoreForm, TakeBackForm
from minhbach.outreach.history import senders_history
from minhbach.outreach.holding import waiting_files
from minhbach.outreach.labels import CONTENT_LABELS, sender_tags
from minhbach.outreach.models import Feedback
from minhbach.outreach.pocket import POCKET
from minhbach.outreach.queries import feedback_by_secret, feedback_of_submission
from minhbach.outreach.queries.feedback import contentment_of
from minhbach.outreach.views.showing import add_refusal, sentence
from minhbach.requests.contracts import Content
from minhbach.requests.following_forms import NOT_MATCHING, FollowForm

Act = Callable[[Feedback, Form], None]


@never_cache
@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for number and secret, and open the feedback to this browser for an hour."""
    form = FollowForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        row = _opened_by(request, form)
        if row is not None:
            response = redirect("outreach:opened")
            POCKET.remember_opened(response, row.submission_id, now=clock.now())
            return response
    context = {"form": form, "is_open": POCKET.opened_submission(request) is not None}
    return render(request, "outreach/follow.html", context, status=422 if form.errors else 200)


def _opened_by(request: HttpRequest, form: FollowForm) -> Feedback | None:
    """Return what number and secret open; wrong ones are counted by address, and by number and address."""
    told, address = form.cleaned_data, client_address(request)
    pair = f"{address}-{plain_number(told['number'])}"
    if is_over(WRONG_FROM, address) or is_over(WRONG_PAIR, pair):
        form.add_error(None, _("Thử sai nhiều lần quá. Chờ 15 phút rồi thử lại, hoặc gọi đầu mối."))
        return None
    found = feedback_by_secret(told["number"], told["secret"])
    if found is None:
        comes_through(WRONG_FROM, address)
        comes_through(WRONG_PAIR, pair)
        form.add_error(None, NOT_MATCHING)
    return found


@never_cache
@require_safe
def opened(request: HttpRequest) -> HttpResponse:
    """Show the feedback that this browser opened: where it stands, the answer, what was said to and fro."""
    row = _row(request)
    if row is None:
        return redirect("outreach:follow")
    today = clock.today()
    main = row.joined_to or row
    is_open = row.state in OPEN
    said = contentment_of(row.pk)
    context: dict[str, Any] = {
        "row": row,
        "answer": main.answer if main.state == FeedbackState.ANSWERED else "",
        "answered_on": main.answered_on,
        "tags": list(sender_tags(row, on=today)),
        "happened": senders_history(row),
        "thread": [one for one in messages_of(row.submission_id) if one.kind != "answer"],
        "files": files_of(row.submission_id),
        "may_write": is_open,
        "contentment": ContentForm() if main.state == FeedbackState.ANSWERED else None,
        "said": CONTENT_LABELS[said] if said else "",
        "points": focal_points_of([row.body_id], on=today).get(row.body_id, ()),
    }
    return render(request, "outreach/opened.html", context)


@never_cache
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Close it in this browser: the next one at the machine must give the secret again."""
    messages.success(request, _("Đã đóng. Máy này không còn mở được góp ý nếu không có mã."))
    response = redirect("outreach:follow")
    POCKET.forget_opened(response)
    return response


@never_cache
@require_http_methods(["GET", "POST"])
def more(request: HttpRequest) -> HttpResponse:
    """Say more, with files."""
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = MoreForm(*typed, limit=settings.UPLOAD_LIMIT)

    def add(row: Feedback, form: Form) -> None:
        with waiting_files(request, form) as files:
            supplement_by_sender(
                submission_id=row.submission_id, text=form.cleaned_data["words"], files=files, now=clock.now()
            )

    return _act(request, form, add, gettext_lazy("Đã gửi điều nói thêm."), "outreach/more.html")


@never_cache
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take it back, on a page of its own that says what that means."""
    form = TakeBackForm(request.POST if request.method == "POST" else None)

    def back(row: Feedback, _form: Form) -> None:
        take_back(submission_id=row.submission_id, now=clock.now())

    return _act(request, form, back, gettext_lazy("Đã rút góp ý."), "outreach/take_back.html")


@never_cache
@require_http_methods(["GET", "POST"])
def contentment(request: HttpRequest) -> HttpResponse:
    """Say how content one is with the answer."""
    form = ContentForm(request.POST if request.method == "POST" else None)

    def say(row: Feedback, form: Form) -> None:
        told = form.cleaned_data
        rate_answer(
            submission_id=row.submission_id, content=Content(told["content"]), words=told["words"], now=clock.now()
        )

    done = gettext_lazy("Cảm ơn Ông/Bà đã cho biết ý kiến.")
    return _act(request, form, say, done, "outreach/contentment.html", in_any_state=True)


@never_cache
@require_POST
def agreement(request: HttpRequest) -> HttpResponse:
    """Agree that question and answer are shown without the person, or agree no more."""
    row = _row(request)
    if row is None:
        return redirect("outreach:follow")
    try:
        agree_public(submission_id=row.submission_id, agrees=request.POST.get("agrees") == "1", now=clock.now())
        messages.success(request, _("Đã ghi ý của Ông/Bà."))
    except FeedbackRefused as refused:
        messages.error(request, sentence(refused))
    return redirect("outreach:opened")


def _act(
    request: HttpRequest, form: Form, do: Act, done: str | Promise, template: str, *, in_any_state: bool = False
) -> HttpResponse:
    """Show a form about the open feedback, or do what it says and go back to it."""
    row = _row(request)
    if row is None:
        return redirect("outreach:follow")
    if row.state not in OPEN and not in_any_state:
        messages.error(request, _("Việc này không còn làm được ở bước hiện tại."))
        return redirect("outreach:opened")
    if request.method == "POST" and form.is_valid():
        try:
            do(row, form)
            messages.success(request, str(done))
            return redirect("outreach:opened")
        except (FeedbackRefused, MoveNotAllowed) as refused:
            add_refusal(form, refused)
    return render(request, template, {"row": row, "form": form}, status=422 if form.errors else 200)


def _row(request: HttpRequest) -> Feedback | None:
    submission_id = POCKET.opened_submission(request)
    if submission_id is None:
        return None
    try:
        return feedback_of_submission(submission_id)
    except FeedbackNotVisible:
        raise Http404 from None
