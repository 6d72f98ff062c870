"""The last step: everything that goes out, each part to be changed, and the sending itself."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from minhbach.accounts.addresses import client_address
from minhbach.agencies.contracts import BodyRecord
from minhbach.domain.statutes import Statute
from minhbach.foundation import clock
from minhbach.intake import drafts
from minhbach.intake.contracts import Receipt, SubmissionRefused
from minhbach.intake.drafts import Kept
from minhbach.intake.throttling import SENDING, comes_through
from minhbach.requests.actions.receive_request import receive_online
from minhbach.requests.answering.drafted import Drafted
from minhbach.requests.asking import browser
from minhbach.requests.labels import BEHALF_LABELS, DELIVERY_LABELS

TEMPLATE = "requests/ask_check.html"
Shown = tuple[str, dict[str, Any], HttpResponse | None]


def look_through(request: HttpRequest, kept: Kept, draft: Drafted, law: Statute, body: BodyRecord | None) -> Shown:
    """Show what will be sent, or send it: the receipt comes once it is on the disk."""
    context: dict[str, Any] = {
        "body": body,
        "files": kept.files,
        "behalf": BEHALF_LABELS[draft.behalf],
        "delivery": DELIVERY_LABELS[draft.delivery],
        "others": [(one.words, draft.others[one.key]) for one in law.request_fields if draft.others.get(one.key)],
        "people": draft.listed,
        "costs": [one for one in law.costs if one.key in ("no_fee", "real_cost", "free_if_due_public")],
        "refused": "",
    }
    if request.method != "POST":
        return TEMPLATE, context, None
    if not comes_through(SENDING, client_address(request)):
        context["refused"] = _("Đang có quá nhiều yêu cầu gửi tới. Nội dung vẫn còn; hãy gửi lại sau ít phút.")
        return TEMPLATE, context, None
    try:
        receipt = receive_online(
            given=draft.given(kept.waiting), body_id=draft.body_id or 0, form_key=draft.form_key, now=clock.now()
        )
    except SubmissionRefused as error:
        context["refused"] = error.reason
        return TEMPLATE, context, None
    return TEMPLATE, context, _received(request, kept, draft, receipt)


def _received(request: HttpRequest, kept: Kept, draft: Drafted, receipt: Receipt) -> HttpResponse:
    """Lead to the receipt. The request is on the disk by now: what fails from here on loses nothing."""
    now = clock.now()
    drafts.let_go_of_files(kept.id)
    # What was typed goes at once; the key stays, so that the same form sent again is the same request.
    drafts.keep(browser.draft_secret(request), draft.sent_as(receipt.number).kept(), now=now)
    response = redirect("requests:receipt")
    browser.remember_receipt(response, receipt, now=now)
    return response
