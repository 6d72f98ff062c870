"""What the public does at the gate: says that something is wrong, and learns that something was withdrawn."""

import secrets
from typing import Any

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from minhbach.accounts.addresses import client_address
from minhbach.agencies.queries import body_names
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.foundation import clock
from minhbach.foundation.calendar import calendar_in_use
from minhbach.publication.actions.receive_petition import PetitionFacts, receive_online
from minhbach.publication.contracts import PublicationNotVisible, PublicationRefused
from minhbach.publication.dues import due_of_petition, law_of_petitions
from minhbach.publication.explaining import why_of_petition
from minhbach.publication.forms import CitizenForm
from minhbach.publication.labels import WITHDRAWAL_LABELS
from minhbach.publication.models import Petition
from minhbach.publication.queries.public import withdrawn_notice
from minhbach.publication.throttling import comes_through
from minhbach.publication.views.showing import item_url
from minhbach.register.labels import called
from minhbach.register.queries import public_items

FORM_SECONDS, RECEIPT_SECONDS = 24 * 3600, 30 * 60
_forms, _receipts = TimestampSigner(salt="publication.petition"), TimestampSigner(salt="publication.receipt")


@never_cache
@require_http_methods(["GET", "POST"])
def report_wrong(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take in, without any account, what somebody says is wrong or missing in what is public."""
    row = public_items().select_related("body", "public_version").filter(public_id=public_id).first()
    if row is None:
        raise Http404
    receipt = request.GET.get("bien-nhan", "")
    if request.method == "GET" and receipt:
        return _receipt(request, row, receipt)
    form = CitizenForm(request.POST if request.method == "POST" else None, initial={"key": _new_key()})
    if request.method == "POST" and form.is_valid():
        answer = _take_in(request, public_id, form)
        if answer is not None:
            return answer
    today = clock.today()
    due = due_of_petition(today, calendar=calendar_in_use())
    context = {
        "row": row,
        "name": called(row),
        "form": form,
        "due": due,
        "points": focal_points_of([row.body_id], on=today).get(row.body_id, ()),
        "item_url": item_url(public_id),
    }
    return render(request, "publication/report_wrong.html", context, status=422 if form.errors else 200)


def _take_in(request: HttpRequest, public_id: str, form: CitizenForm) -> HttpResponse | None:
    given = form.cleaned_data
    if given["website"]:
        # A robot filled in what no person sees. It is told nothing that would teach it better.
        return redirect("publication:report_wrong", public_id)
    key = _key_of(given["key"])
    if key is None:
        form.add_error(None, _("Trang mở quá lâu. Nội dung vẫn còn; hãy gửi lại."))
        # What was typed comes back under a key of now, so that sending it again works.
        form.data = {**{name: form.data.get(name, "") for name in form.fields}, "key": _new_key()}
        return None
    if not comes_through(address=client_address(request), public_id=public_id):
        form.add_error(None, _("Đang có quá nhiều kiến nghị gửi tới. Nội dung vẫn còn; hãy gửi lại sau ít phút."))
        return None
    facts = PetitionFacts(given["text"], given["sender"], given["contact"])
    try:
        petition_id = receive_online(
            public_id=public_id, facts=facts, form_key=key, calendar=calendar_in_use(), now=clock.now()
        )
    except PublicationNotVisible:
        raise Http404 from None
    except PublicationRefused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.reason)
        return None
    address = reverse("publication:report_wrong", args=[public_id])
    return redirect(f"{address}?bien-nhan={_receipts.sign(str(petition_id))}")


def _receipt(request: HttpRequest, row: Any, signed: str) -> HttpResponse:
    """Show the number and the day to who just sent it; for half an hour, since a link may be passed on."""
    try:
        petition_id = int(_receipts.unsign(signed, max_age=RECEIPT_SECONDS))
    except (BadSignature, SignatureExpired):
        raise Http404 from None
    petition = Petition.objects.filter(pk=petition_id, item=row).select_related("body").first()
    if petition is None:
        raise Http404
    due = due_of_petition(petition.received_on, calendar=calendar_in_use())
    law = law_of_petitions(petition.received_on)
    context = {
        "row": row,
        "petition": petition,
        "due": due,
        "why": why_of_petition(petition.received_on, due, law),
        "points": focal_points_of([petition.body_id], on=clock.today()).get(petition.body_id, ()),
        "item_url": item_url(row.public_id),
    }
    return render(request, "publication/petition_received.html", context)


def withdrawn(request: HttpRequest, public_id: str) -> HttpResponse:
    """Answer the address of a withdrawn item: since when, and why where that may be told; 410, and not to be kept.

    :raises Http404: if there is no such item, or it is public.
    """
    notice = withdrawn_notice(public_id)
    if notice is None:
        raise Http404
    context = {
        "notice": notice,
        "told": WITHDRAWAL_LABELS[notice.why.value] if notice.why != "untold" else "",
        "body": body_names([notice.body_id]).get(notice.body_id, ""),
    }
    response = render(request, "publication/withdrawn.html", context, status=410)
    response["Cache-Control"] = "no-store"
    return response


def _new_key() -> str:
    return _forms.sign(secrets.token_urlsafe(12))


def _key_of(signed: str) -> str | None:
    """Return the key of a form of ours that is not older than a day; None for any other."""
    try:
        return _forms.unsign(signed, max_age=FORM_SECONDS)
    except (BadSignature, SignatureExpired):
        return None
