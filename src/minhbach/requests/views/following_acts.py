"""What a requester does to the request that is open in the browser: add to it, ask about it, take it back, rate it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.addresses import client_address
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation import clock
from minhbach.intake.contracts import FileRole, SubmissionRefused, WaitingFile
from minhbach.intake.holding import drop, put_aside
from minhbach.intake.screening import quick_problem
from minhbach.intake.throttling import UPLOADING, comes_through
from minhbach.requests.actions.say_contentment import say_contentment
from minhbach.requests.actions.supplement import supplement_by_requester
from minhbach.requests.actions.withdraw_by_requester import withdraw_by_requester
from minhbach.requests.actions.write_in_thread import ask_focal_point
from minhbach.requests.contracts import CaseRefused, Content
from minhbach.requests.following_forms import ContentmentForm, QuestionForm, SupplementForm, WithdrawForm
from minhbach.requests.models import Case
from minhbach.requests.views.following import events_of, opened_case
from minhbach.requests.views.showing import add_refusal

Act = Callable[[Case, Form], None]


@never_cache
@require_http_methods(["GET", "POST"])
def supplement(request: HttpRequest) -> HttpResponse:
    """Add to the request what lacks, with files."""
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SupplementForm(*typed, limit=settings.UPLOAD_LIMIT)

    def add(case: Case, form: Form) -> None:
        told = form.cleaned_data
        files = _waiting(request, told["papers"].accepted) if told["papers"] else ()
        try:
            supplement_by_requester(submission_id=case.submission_id, text=told["text"], files=files, now=clock.now())
        except (CaseRefused, MoveNotAllowed):
            for file in files:
                drop(file)
            raise

    done = gettext_lazy("Đã gửi phần bổ sung.")
    return _act(request, form, RequestEvent.SUPPLEMENT, add, done, "requests/supplement.html")


@never_cache
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest) -> HttpResponse:
    """Take the request back, on a page of its own that says what that means."""
    form = WithdrawForm(request.POST if request.method == "POST" else None)

    def take_back(case: Case, form: Form) -> None:
        withdraw_by_requester(submission_id=case.submission_id, reason=form.cleaned_data["reason"], now=clock.now())

    done = gettext_lazy("Đã rút yêu cầu.")
    return _act(request, form, RequestEvent.WITHDRAW, take_back, done, "requests/withdraw.html")


@never_cache
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest) -> HttpResponse:
    """Ask the focal point something about the request."""
    form = QuestionForm(request.POST if request.method == "POST" else None)

    def ask(case: Case, form: Form) -> None:
        ask_focal_point(submission_id=case.submission_id, text=form.cleaned_data["text"], now=clock.now())

    return _act(request, form, None, ask, gettext_lazy("Đã gửi câu hỏi."), "requests/question.html")


@never_cache
@require_POST
def contentment(request: HttpRequest) -> HttpResponse:
    """Say how content one is with the answer."""
    form = ContentmentForm(request.POST)

    def say(case: Case, form: Form) -> None:
        told = form.cleaned_data
        say_contentment(
            submission_id=case.submission_id,
            content=Content(told["content"]),
            words=told["words"],
            now=clock.now(),
        )

    done = gettext_lazy("Cảm ơn Ông/Bà đã cho biết ý kiến.")
    return _act(request, form, None, say, done, "requests/contentment.html")


def _act(
    request: HttpRequest, form: Form, event: RequestEvent | None, do: Act, done: str | Promise, template: str
) -> HttpResponse:
    """Show a form about the open request, or do what it says and go back to the request."""
    case = opened_case(request)
    if case is None:
        return redirect("requests:follow")
    if event is not None and event not in events_of(case):
        messages.error(request, _("Việc này không còn làm được ở bước hiện tại."))
        return redirect("requests:opened")
    if request.method == "POST" and form.is_valid():
        try:
            do(case, form)
            messages.success(request, str(done))
            return redirect("requests:opened")
        except (CaseRefused, SubmissionRefused, MoveNotAllowed) as refused:
            add_refusal(form, refused)
    context: dict[str, Any] = {"case": case, "form": form}
    return render(request, template, context, status=422 if form.errors else 200)


def _waiting(request: HttpRequest, uploads: tuple[Any, ...]) -> tuple[WaitingFile, ...]:
    """Put files aside, or none of them where one may not be kept."""
    waiting: list[WaitingFile] = []
    try:
        for file in uploads:
            if not comes_through(UPLOADING, client_address(request)):
                raise SubmissionRefused(_("Đang có quá nhiều tệp gửi tới. Hãy gửi lại sau ít phút."), field="papers")
            content = file.read()
            if problem := quick_problem(content):
                facts = {"name": file.name, "why": problem.sentence}
                raise SubmissionRefused(_("Tệp “%(name)s”: %(why)s") % facts, field="papers")
            waiting.append(put_aside(name=file.name or "", content=content, role=FileRole.ATTACHMENT))
    except SubmissionRefused:
        for one in waiting:
            drop(one)
        raise
    return tuple(waiting)
