"""An officer's limits in their own calendar program: the page that makes the address, and what it answers."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.accounts.secrets_at_rest import open_sealed, seal
from minhbach.foundation import clock
from minhbach.foundation.mail.writing import own_domain
from minhbach.planning.actions.keep_calendar_feed import end_calendar_feed, open_calendar_feed
from minhbach.planning.contracts import WorkRefused
from minhbach.planning.feeds.writing import calendar_of
from minhbach.planning.queries.feeds import entries_of, person_of_feed, running_feed

TOLD_ONCE = "calendar_secret"
KEPT_BY_PROGRAMS = 900
"""Seconds for which a program need not ask again."""


@officer_only
@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Show whether the officer has an address, and a fresh one this once."""
    sealed = request.session.pop(TOLD_ONCE, None)
    secret = open_sealed(sealed) if sealed else ""
    address = request.build_absolute_uri(reverse("planning:calendar_feed", args=[secret])) if secret else ""
    context = {"feed": running_feed(actor_on(request).person or 0), "address": address}
    return render(request, "planning/calendar.html", context)


@officer_only
@require_POST
def open_feed(request: HttpRequest) -> HttpResponse:
    """Make an address, or another in place of the one there is."""
    secret = open_calendar_feed(actor=actor_on(request), now=clock.now())
    request.session[TOLD_ONCE] = seal(secret)
    return redirect("planning:calendar")


@officer_only
@require_POST
def end_feed(request: HttpRequest) -> HttpResponse:
    """End the address."""
    try:
        end_calendar_feed(actor=actor_on(request), now=clock.now())
        messages.success(request, _("Địa chỉ lịch đã thôi dùng. Lịch trong máy không nhận hạn mới nữa."))
    except WorkRefused as refused:
        messages.error(request, refused.reason)
    return redirect("planning:calendar")


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """Answer a calendar program, which has no session and knows nothing but the address."""
    person = person_of_feed(secret)
    if person is None:
        raise Http404
    content = calendar_of(
        entries_of(person, on=clock.today()),
        domain=own_domain(),
        page_of=lambda pk: request.build_absolute_uri(reverse("planning:work", args=[pk])),
    )
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    fresh = etag in request.headers.get("If-None-Match", "")
    answer = HttpResponseNotModified() if fresh else HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["ETag"] = etag
    answer["Cache-Control"] = f"private, max-age={KEPT_BY_PROGRAMS}"
    answer["X-Robots-Tag"] = "noindex"
    answer["Referrer-Policy"] = "no-referrer"
    return answer
