"""The receipt: shown for half an hour to the browser that sent the request, and to nobody else."""

from collections.abc import Callable
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.papers.contracts import FontsMissing
from minhbach.requests.asking import browser
from minhbach.requests.contracts import CaseNotVisible
from minhbach.requests.dues import answer_due, dues_if_valid, law_of
from minhbach.requests.explaining import why
from minhbach.requests.queries import case_of_submission
from minhbach.requests.receipt_paper import ReceiptFacts, receipt_pdf


@never_cache
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Show number, secret and what comes next; once the half hour is over, lead to the page that follows requests."""
    facts = _facts(request)
    if facts is None:
        return redirect("requests:follow")
    today = clock.today()
    context = {
        "facts": facts,
        "case": facts.case,
        "why": why(facts.due, valid_on=today, law=law_of(facts.case)) if facts.due else (),
        "points": facts.points,
    }
    return render(request, "requests/receipt.html", context)


@never_cache
@require_safe
def receipt_file(request: HttpRequest) -> HttpResponse:
    """Give the receipt as PDF."""
    facts = _facts(request)
    if facts is None:
        raise Http404
    return receipt_sent(partial(receipt_pdf, facts), facts.case.number)


def receipt_sent(make: Callable[[], bytes], number: str) -> HttpResponse:
    """Answer with the receipt of a number, or say in a sentence what this machine lacks to make it."""
    try:
        made = make()
    except FontsMissing as missing:
        return HttpResponse(str(missing), status=503, content_type="text/plain; charset=utf-8")
    shown = content_disposition_header(as_attachment=False, filename=f"bien-nhan-{number}.pdf") or "inline"
    return HttpResponse(made, content_type="application/pdf", headers={"Content-Disposition": shown})


def _facts(request: HttpRequest) -> ReceiptFacts | None:
    shown = browser.shown_receipt(request)
    if shown is None:
        return None
    try:
        case = case_of_submission(shown.submission_id)
    except CaseNotVisible:
        return None
    today = clock.today()
    return ReceiptFacts(
        case=case,
        secret=shown.secret,
        due=answer_due(dues_if_valid(case, on=today, calendar=calendar_in_use())),
        points=focal_points_of([case.body_id], on=today).get(case.body_id, ()),
        follow_at=request.build_absolute_uri(reverse("requests:follow")),
    )
