"""A citizen makes a request, in five steps, without account or scripts; what was typed is kept between them."""

import secrets
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from minhbach.accounts.addresses import client_address
from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body_by_slug
from minhbach.domain.text import nfc
from minhbach.foundation import clock
from minhbach.intake import drafts
from minhbach.intake.drafts import Kept, TooManyDrafts
from minhbach.intake.throttling import DRAFTING, comes_through
from minhbach.requests.answering.drafted import LAST, Drafted
from minhbach.requests.asking import browser
from minhbach.requests.asking.forms import WhatForm
from minhbach.requests.views.asked import Asked, Step
from minhbach.requests.views.asking_steps import STEPS

LONGEST_QUESTION = 2000


@never_cache
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Step 1: what is looked for. A question that the search did not answer may come along."""
    kept, draft = _draft(request)
    if draft is None or draft.sent:
        draft = Drafted(form_key=secrets.token_urlsafe(24), first_body=_agency_asked(request))
    initial = {"text": draft.text or nfc(request.GET.get("q", ""))[:LONGEST_QUESTION]}
    form = WhatForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["website"]:
            # A robot filled in what no person sees. It is told nothing that would teach it better.
            return redirect("requests:ask")
        answered = draft.answered(1, text=form.cleaned_data["text"])
        if kept is None and not comes_through(DRAFTING, client_address(request)):
            form.add_error(None, _("Đang có quá nhiều người gửi. Nội dung vẫn còn; hãy gửi lại sau ít phút."))
        else:
            return _kept_and_on(request, form, answered)
    context = {"form": form, "step": 1, "last": LAST, "kept": kept, "draft": draft}
    return render(request, "requests/ask_what.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def ask_step(request: HttpRequest, step: int) -> HttpResponse:
    """Steps 2 to 5: which agency, who asks, how to get it, and looking it through before it is sent."""
    kept, draft = _draft(request)
    if kept is None or draft is None or (draft.sent and step < LAST):
        return redirect("requests:ask")
    if draft.sent and request.method == "GET":
        return redirect("requests:receipt")
    if step not in STEPS or step > draft.next_step:
        return redirect("requests:ask_step", draft.next_step) if draft.next_step > 1 else redirect("requests:ask")
    return _answer(request, STEPS[step], kept, draft, step)


def _answer(request: HttpRequest, make: Callable[[Asked], Step], kept: Kept, draft: Drafted, step: int) -> HttpResponse:
    asked = Asked(request, kept, draft)
    made = make(asked)
    if made.response is not None:
        return made.response
    if made.draft is not None:
        drafts.keep(browser.draft_secret(request), made.draft.kept(), now=clock.now())
        return redirect("requests:ask_step", made.draft.next_step)
    context: dict[str, Any] = {"step": step, "last": LAST, "draft": draft, "law": asked.law, **made.context}
    wrong = any(getattr(form, "errors", None) for form in made.context.values())
    return render(request, made.template, context, status=422 if wrong else 200)


@never_cache
@require_POST
def drop_draft(request: HttpRequest) -> HttpResponse:
    """Destroy what was written so far, as its writer asks."""
    kept, _draft_found = _draft(request)
    if kept is not None:
        drafts.forget(kept.id)
    response = redirect("requests:ask")
    browser.forget_draft(response)
    return response


def _kept_and_on(request: HttpRequest, form: WhatForm, draft: Drafted) -> HttpResponse:
    try:
        secret = drafts.keep(browser.draft_secret(request) or None, draft.kept(), now=clock.now())
    except TooManyDrafts:
        form.add_error(None, _("Đang có quá nhiều người gửi. Nội dung vẫn còn; hãy gửi lại sau ít phút."))
        context = {"form": form, "step": 1, "last": LAST, "draft": draft}
        return render(request, "requests/ask_what.html", context, status=503)
    response = redirect("requests:ask_step", draft.next_step)
    browser.remember_draft(response, secret)
    return response


def _draft(request: HttpRequest) -> tuple[Kept | None, Drafted | None]:
    kept = drafts.find(browser.draft_secret(request), now=clock.now())
    return kept, Drafted.read(kept.content) if kept else None


def _agency_asked(request: HttpRequest) -> int | None:
    try:
        return body_by_slug(request.GET.get("co-quan", "")).id
    except BodyNotVisible:
        return None
