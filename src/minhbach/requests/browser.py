"""What a citizen's browser holds instead of an account: the draft, the receipt for half an hour, one opened request."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from minhbach.foundation import clock
from minhbach.intake.contracts import Receipt
from minhbach.intake.drafts import TERM
from minhbach.intake.queries import secret_mark
from minhbach.intake.tokens import opened_token, token

DRAFT, RECEIPT, OPENED = "yeu_cau", "bien_nhan", "theo_doi"
RECEIPT_TERM, OPENED_TERM = timedelta(minutes=30), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ShownReceipt:
    """The receipt that this browser may still see."""

    submission_id: int
    number: str
    secret: str


def draft_secret(request: HttpRequest) -> str:
    """Return the secret of the browser's draft, or ""."""
    return request.COOKIES.get(DRAFT, "")[:100]


def remember_draft(response: HttpResponse, secret: str) -> None:
    """Let the browser find its draft again for a day."""
    _set(response, DRAFT, secret, TERM)


def forget_draft(response: HttpResponse) -> None:
    """Take the way to the draft out of the browser."""
    response.delete_cookie(DRAFT, samesite="Lax")


def remember_receipt(response: HttpResponse, receipt: Receipt, *, now: datetime) -> None:
    """Let the browser that sent a request see number and secret for half an hour, and the request itself."""
    content = {"id": receipt.submission_id, "number": receipt.number, "secret": receipt.secret}
    _set(response, RECEIPT, token(RECEIPT, content, now=now), RECEIPT_TERM)
    remember_opened(response, receipt.submission_id, now=now)


def shown_receipt(request: HttpRequest) -> ShownReceipt | None:
    """Return the receipt that the browser may still see."""
    told = opened_token(RECEIPT, request.COOKIES.get(RECEIPT, ""), now=clock.now(), within=RECEIPT_TERM)
    return ShownReceipt(told["id"], told["number"], told["secret"]) if told else None


def remember_opened(response: HttpResponse, submission_id: int, *, now: datetime) -> None:
    """Let the browser that gave number and secret see the request for an hour."""
    content = {"id": submission_id, "mark": secret_mark(submission_id)}
    _set(response, OPENED, token(OPENED, content, now=now), OPENED_TERM)


def opened_submission(request: HttpRequest) -> int | None:
    """Return the id of the request that the browser opened; None once the hour is over or the secret is renewed."""
    told = opened_token(OPENED, request.COOKIES.get(OPENED, ""), now=clock.now(), within=OPENED_TERM)
    if told is None or told["mark"] != secret_mark(told["id"]):
        return None
    return int(told["id"])


def forget_opened(response: HttpResponse) -> None:
    """Close the request in this browser, and take the receipt with it."""
    for name in (OPENED, RECEIPT):
        response.delete_cookie(name, samesite="Lax")


def _set(response: HttpResponse, name: str, value: str, term: timedelta) -> None:
    response.set_cookie(
        name,
        value,
        max_age=int(term.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
