"""What all pages of digitisation share: rows for who asks, acts that may be refused, the status of forms."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from minhbach.accounts.doors import actor_on
from minhbach.digitisation.contracts import BatchNotVisible, DigitisationRefused
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.queries.visible import may_digitise, visible_batch, visible_scan
from minhbach.register.contracts import ItemNotVisible, ItemRefused


def the_batch(request: HttpRequest, batch_id: int) -> Batch:
    """Return the batch for who asks; 404 where it is not there for them."""
    try:
        return visible_batch(batch_id, actor=actor_on(request))
    except BatchNotVisible:
        raise Http404 from None


def the_scan(request: HttpRequest, scan_id: int) -> Scan:
    """Return the scan for who asks; 404 where it is not there for them."""
    try:
        return visible_scan(scan_id, actor=actor_on(request))
    except BatchNotVisible:
        raise Http404 from None


def batch_to_change(request: HttpRequest, batch_id: int) -> Batch:
    """Return the batch for who keeps its register; 404 for others."""
    row = the_batch(request, batch_id)
    if not may_digitise(actor_on(request), row.body_id):
        raise Http404
    return row


def scan_to_act_on(request: HttpRequest, scan_id: int) -> Scan:
    """Return the scan for who keeps its register; 404 for others."""
    row = the_scan(request, scan_id)
    if not may_digitise(actor_on(request), row.batch.body_id):
        raise Http404
    return row


def do(request: HttpRequest, act: Callable[[], object], *, done: str, to: str, fails_to: str = "") -> HttpResponse:
    """Do what a single button asks, say how it went, and go on."""
    try:
        act()
    except (DigitisationRefused, ItemRefused) as refused:
        messages.error(request, refused.reason)
        return redirect(fails_to or to)
    except (BatchNotVisible, ItemNotVisible):
        raise Http404 from None
    messages.success(request, done)
    return redirect(to)


def sent(request: HttpRequest) -> tuple[Any, Any]:
    """Return what was posted, or nothing."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def blame(form: forms.Form, refused: DigitisationRefused | ItemRefused) -> None:
    """Write a refusal beside its box."""
    form.add_error(refused.field if refused.field in form.fields else None, refused.reason)


def status_of(form: forms.Form) -> int:
    """Return the status of a page with a form."""
    return 422 if form.errors else 200
