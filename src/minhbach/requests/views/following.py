"""A requester follows a request by number and secret, without account or one-time code."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from minhbach.accounts.addresses import client_address
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.lifecycles.request import ANSWERED, PASSED_ON, RequestEvent, RequestState, request_lifecycle
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.foundation.queries import looks_of
from minhbach.intake.queries import by_secret, files_of, messages_of
from minhbach.intake.queries.moved import is_moved, moved_by_secret
from minhbach.intake.queries.readings import identity_readings_of
from minhbach.intake.rules import plain_number
from minhbach.intake.throttling import WRONG_FROM, WRONG_PAIR, comes_through, is_over
from minhbach.requests.answering.delivered import provided_files
from minhbach.requests.asking import browser
from minhbach.requests.citizen_words import rights_if_late, what_comes_next, what_happened
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.costs.paying import payment_of
from minhbach.requests.dues import answer_due, dues_of, law_of
from minhbach.requests.explaining import why
from minhbach.requests.following_forms import NOT_MATCHING, ContentmentForm, FollowForm
from minhbach.requests.labels import citizen_tags
from minhbach.requests.models import Case
from minhbach.requests.queries import case_of_submission
from minhbach.requests.registries import ways_on


@never_cache
@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest) -> HttpResponse:
    """Ask for number and secret, and open the request to this browser for an hour."""
    form = FollowForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        submission_id = _opened_by(request, form)
        if submission_id is not None and is_moved(submission_id):
            return render(request, "requests/moved.html")
        if submission_id is not None:
            response = redirect("requests:opened")
            browser.remember_opened(response, submission_id, now=clock.now())
            return response
    context = {"form": form, "is_open": browser.opened_submission(request) is not None}
    return render(request, "requests/follow.html", context, status=422 if form.errors else 200)


def _opened_by(request: HttpRequest, form: FollowForm) -> int | None:
    """Return what number and secret open; wrong ones are counted by address, and by number and address."""
    told, address = form.cleaned_data, client_address(request)
    pair = f"{address}-{plain_number(told['number'])}"
    if is_over(WRONG_FROM, address) or is_over(WRONG_PAIR, pair):
        form.add_error(None, _("Thử sai nhiều lần quá. Chờ 15 phút rồi thử lại, hoặc gọi đầu mối."))
        return None
    found = by_secret(told["number"], told["secret"]) or moved_by_secret(told["number"], told["secret"])
    if found is None:
        comes_through(WRONG_FROM, address)
        comes_through(WRONG_PAIR, pair)
        form.add_error(None, NOT_MATCHING)
    return found


@never_cache
@require_safe
def opened(request: HttpRequest) -> HttpResponse:
    """Show the request that this browser opened: where it stands, what comes next, why that date, what happened."""
    submission_id = browser.opened_submission(request)
    if submission_id is not None and is_moved(submission_id):
        return render(request, "requests/moved.html")
    case = opened_case(request)
    if case is None:
        return redirect("requests:follow")
    today = clock.today()
    law, events = law_of(case), events_of(case)
    due = answer_due(dues_of(case, calendar=calendar_in_use()))
    provided = provided_files(case)
    context: dict[str, Any] = {
        "case": case,
        "law": law,
        "tags": list(citizen_tags(case, on=today)),
        "next": what_comes_next(case, body=case.body.name, on=today),
        "due": due,
        "why": why(due, valid_on=case.valid_on, law=law) if due and case.valid_on else (),
        "lacks": _lacks(case),
        "happened": what_happened(case),
        "thread": messages_of(case.submission_id),
        "readings": identity_readings_of(case.submission_id),
        "files": files_of(case.submission_id),
        "parts": [(part, list(citizen_tags(part, on=today))) for part in case.parts.order_by("pk")],
        "may_supplement": RequestEvent.SUPPLEMENT in events,
        "may_withdraw": RequestEvent.WITHDRAW in events,
        "rights": rights_if_late(law),
        "provided": provided,
        "looks": looks_of(provided),
        "payment": payment_of(case) if case.state == RequestState.PAYMENT else None,
        "is_late": any(kind == "late" for kind, _words in citizen_tags(case, on=today)),
        "contentment": ContentmentForm() if case.state in (*ANSWERED, *PASSED_ON) else None,
        "said": getattr(case, "contentment", None),
        "ways_on": ways_on(case),
        "points": focal_points_of([case.body_id], on=today).get(case.body_id, ()),
    }
    return render(request, "requests/opened.html", context)


@never_cache
@require_POST
def close(request: HttpRequest) -> HttpResponse:
    """Close the request in this browser: the next one at the machine must give the secret again."""
    messages.success(request, _("Đã đóng. Máy này không còn mở được yêu cầu nếu không có mã."))
    response = redirect("requests:follow")
    browser.forget_opened(response)
    return response


def opened_case(request: HttpRequest) -> Case | None:
    """Return the case that this browser opened."""
    submission_id = browser.opened_submission(request)
    if submission_id is None:
        return None
    try:
        return case_of_submission(submission_id)
    except CaseNotVisible:
        raise Http404 from None


def events_of(case: Case) -> tuple[RequestEvent, ...]:
    """Return what may happen to a case as it stands, whoever does it."""
    return request_lifecycle(law_of(case)).events(RequestState(case.state))


def _lacks(case: Case) -> str:
    """Return what the agency asked for last, while it lacks."""
    if case.state != RequestState.LACKING:
        return ""
    step = case.steps.filter(event=RequestEvent.ASK_SUPPLEMENT).order_by("-pk").first()
    return step.words if step else ""
