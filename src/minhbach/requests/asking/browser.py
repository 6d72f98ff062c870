"""What a citizen's browser holds instead of an account: the draft, the receipt for half an hour, one opened request."""

from django.http import HttpRequest, HttpResponse

from minhbach.intake.drafts import TERM
from minhbach.intake.pocket import Pocket, keep_cookie

DRAFT, RECEIPT, OPENED = "yeu_cau", "bien_nhan", "theo_doi"
_POCKET = Pocket(RECEIPT, OPENED)
remember_receipt, shown_receipt = _POCKET.remember_receipt, _POCKET.shown_receipt
remember_opened, opened_submission = _POCKET.remember_opened, _POCKET.opened_submission
forget_opened = _POCKET.forget_opened


def draft_secret(request: HttpRequest) -> str:
    """Return the secret of the browser's draft, or ""."""
    return request.COOKIES.get(DRAFT, "")[:100]


def remember_draft(response: HttpResponse, secret: str) -> None:
    """Let the browser find its draft again for a day."""
    keep_cookie(response, DRAFT, secret, TERM)


def forget_draft(response: HttpResponse) -> None:
    """Take the way to the draft out of the browser."""
    response.delete_cookie(DRAFT, samesite="Lax")
