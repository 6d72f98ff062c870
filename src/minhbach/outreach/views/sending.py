"""Somebody sends feedback: one page, no account, no script; the receipt comes once all of it is on the disk."""

import hashlib
import secrets
from functools import partial
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from minhbach.accounts.addresses import client_address
from minhbach.agencies.contracts import BodyRecord
from minhbach.agencies.queries import bodies
from minhbach.agencies.queries.beneath import committees_at_the_top
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.intake.contracts import Receipt
from minhbach.intake.throttling import SENDING, comes_through
from minhbach.outreach.about import About, what_about
from minhbach.outreach.actions.receive_feedback import receive_online
from minhbach.outreach.contracts import FeedbackKind, FeedbackNotVisible, FeedbackRefused
from minhbach.outreach.holding import Holding
from minhbach.outreach.pocket import POCKET
from minhbach.outreach.queries import feedback_of_submission
from minhbach.outreach.receipt_paper import receipt_pdf
from minhbach.outreach.sending_forms import SendForm
from minhbach.outreach.views.showing import add_refusal
from minhbach.requests.asking.forms import OTHER, UNSURE
from minhbach.requests.complaints.reporting_wrong import looks_like_denunciation as _denounces
from minhbach.requests.suggesting import agencies_called, agency_if_unsure, takes_requests
from minhbach.requests.views.receipts import receipt_sent

DENOUNCES = gettext_lazy("Lời này giống một tố cáo. Chọn “Tố cáo” để được giữ kín; không phải thì gửi lại.")
TOO_MANY = gettext_lazy("Đang có quá nhiều người gửi. Nội dung vẫn còn; hãy gửi lại sau ít phút.")


@never_cache
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """Show the form, or send what it says; whatever is wrong, words and files stay."""
    about = _about(request)
    called = agencies_called(request.POST.get("called", ""), on=clock.today()) if request.method == "POST" else ()
    offered = _offered(request, about, called)
    initial = {"key": secrets.token_urlsafe(24), "about": about.url, "body": about.body_id or ""}
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SendForm(*typed, offered=offered, limit=settings.UPLOAD_LIMIT, initial=initial)
    holding, dropped = Holding(request), request.POST.get("drop", "")
    if dropped:
        holding.drop(dropped)
    elif request.method == "POST":
        answer = _answer(request, form, holding, about, called)
        if answer is not None:
            return answer
    context: dict[str, Any] = {"form": form, "about": about, "files": holding.files, "hint": _hint(request, form)}
    status = 422 if not dropped and form.errors else 200
    return holding.remembered(render(request, "outreach/send.html", context, status=status))


def _answer(
    request: HttpRequest, form: SendForm, holding: Holding, about: About, called: tuple[BodyRecord, ...]
) -> HttpResponse | None:
    """Send what is right and lead to its receipt; None where the page has to be shown again."""
    is_valid, are_kept = form.is_valid(), holding.take(form)
    if not is_valid or not are_kept:
        return None
    if form.cleaned_data["website"]:
        # A robot filled in what no person sees. It is told nothing that would teach it better.
        return redirect("outreach:home")
    receipt = _sent(request, form, holding, about, called)
    return holding.let_go(_to_receipt(receipt)) if receipt else None


def _about(request: HttpRequest) -> About:
    if request.method == "POST":
        return what_about(request.POST.get("about", ""))
    return what_about(request.GET.get("ve", ""), slug=request.GET.get("co-quan", ""))


def _offered(request: HttpRequest, about: About, called: tuple[BodyRecord, ...]) -> list[tuple[int, str]]:
    """Return the agencies to choose from: of the page somebody comes from, chosen before, found by name, on top."""
    today, chosen = clock.today(), request.POST.get("body", "")
    ids = [about.body_id] if about.body_id else []
    ids += [int(chosen)] if chosen.isdecimal() and len(chosen) < 18 else []
    known = [one for one in bodies(ids).values() if takes_requests(one.id, on=today)]
    found = {one.id: one.full_name for one in (*known, *called, *committees_at_the_top(on=today))}
    return list(found.items())


def _hint(request: HttpRequest, form: SendForm) -> bool:
    """True where the words look like a denunciation that was not called one, and its sender was asked."""
    return bool(form.is_bound and "kind" in form.errors and _denounces(request.POST.get("text", "")))


def _sent(
    request: HttpRequest, form: SendForm, holding: Holding, about: About, called: tuple[BodyRecord, ...]
) -> Receipt | None:
    told = form.cleaned_data
    if told["kind"] != FeedbackKind.DENUNCIATION and not request.POST.get("da-hoi") and _denounces(told["text"]):
        # The product never decides that something is a denunciation: it asks once, and takes the answer.
        form.add_error("kind", DENOUNCES)
        return None
    body_id = _body(form, about, called)
    if body_id is None:
        return None
    if not comes_through(SENDING, client_address(request)):
        form.add_error(None, TOO_MANY)
        return None
    try:
        return receive_online(
            given=form.given(holding.waiting, about=(about.url, about.title)),
            body_id=body_id,
            form_key=_key(form, body_id),
            calendar=calendar_in_use(),
            now=clock.now(),
        )
    except FeedbackRefused as refused:
        add_refusal(form, refused)
        return None


def _key(form: SendForm, body_id: int) -> str:
    """Return what is the same for the same form with the same words alone.

    Who goes back on a shared machine and writes something else sends something else, and is shown no secret of another.
    """
    told = form.cleaned_data
    parts = (told["key"] or secrets.token_urlsafe(24), str(body_id), told["kind"], told["text"], told["name"])
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _body(form: SendForm, about: About, called: tuple[BodyRecord, ...]) -> int | None:
    """Return the agency that was chosen, or put at its box what still has to be said."""
    today, told = clock.today(), form.cleaned_data
    if told["body"] == UNSURE:
        found = agency_if_unsure(told["text"], first=about.body_id, on=today)
        if found is None:
            form.add_error("body", _("Chưa có cơ quan nào nhận ở đây. Gọi số ở chân trang để được chỉ nơi gửi."))
        return found
    if told["body"] != OTHER:
        return int(told["body"])
    if len(called) == 1:
        return called[0].id
    if called:
        form.add_error("body", _("Chọn một cơ quan trong những cơ quan tìm thấy."))
    elif told["called"]:
        form.add_error("called", _("Không tìm thấy cơ quan có tên này. Thử ít từ hơn, hoặc chọn “Không rõ”."))
    else:
        form.add_error("called", _("Ghi tên cơ quan, hoặc chọn “Không rõ”."))
    return None


def _to_receipt(receipt: Receipt) -> HttpResponse:
    response = redirect("outreach:receipt")
    POCKET.remember_receipt(response, receipt, now=clock.now())
    return response


@never_cache
@require_safe
def receipt(request: HttpRequest) -> HttpResponse:
    """Show number and secret for half an hour to the browser that sent it; then lead to the page that follows it."""
    found = _receipt(request)
    return redirect("outreach:follow") if found is None else render(request, "outreach/receipt.html", found)


@never_cache
@require_safe
def receipt_file(request: HttpRequest) -> HttpResponse:
    """Give the receipt as PDF, to the same browser."""
    found = _receipt(request)
    if found is None:
        raise Http404
    follow_at = request.build_absolute_uri(reverse("outreach:follow"))
    return receipt_sent(partial(receipt_pdf, **found, follow_at=follow_at), found["row"].number)


def _receipt(request: HttpRequest) -> dict[str, Any] | None:
    shown = POCKET.shown_receipt(request)
    if shown is None:
        return None
    try:
        row = feedback_of_submission(shown.submission_id)
    except FeedbackNotVisible:
        return None
    points = focal_points_of([row.body_id], on=clock.today()).get(row.body_id, ())
    return {"row": row, "secret": shown.secret, "points": points}
