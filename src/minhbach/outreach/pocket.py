"""What the browser of who sends feedback holds instead of an account: files that wait, the receipt, what it opened."""

from django.http import HttpRequest, HttpResponse

from minhbach.intake.drafts import TERM
from minhbach.intake.pocket import Pocket, keep_cookie

POCKET = Pocket(receipt="bien_nhan_gop_y", opened="theo_doi_gop_y")
DRAFT = "gop_y"


def draft_secret(request: HttpRequest) -> str:
    """Return the secret under which the browser's files wait, or ""."""
    return request.COOKIES.get(DRAFT, "")[:100]


def remember_draft(response: HttpResponse, secret: str) -> None:
    """Let the browser find its files again for a day."""
    keep_cookie(response, DRAFT, secret, TERM)


def forget_draft(response: HttpResponse) -> None:
    """Take the way to the files out of the browser."""
    response.delete_cookie(DRAFT, samesite="Lax")
