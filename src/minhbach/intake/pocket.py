"""What a browser without an account holds after it sent something in: the receipt for half an hour, what it opened."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from minhbach.foundation import clock
from minhbach.intake.contracts import Receipt
from minhbach.intake.queries import secret_mark
from minhbach.intake.tokens import opened_token, token

RECEIPT_TERM, OPENED_TERM = timedelta(minutes=30), timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class ShownReceipt:
    """The receipt that this browser may still see."""

    submission_id: int
    number: str
    secret: str


@dataclass(frozen=True, slots=True)
class Pocket:
    """The cookies of one kind of submission, by name: what opens one kind opens no other."""

    receipt: str
    opened: str

    def remember_receipt(self, response: HttpResponse, receipt: Receipt, *, now: datetime) -> None:
        """Let the browser that sent something see number and secret for half an hour, and what it sent."""
        content = {"id": receipt.submission_id, "number": receipt.number, "secret": receipt.secret}
        keep_cookie(response, self.receipt, token(self.receipt, content, now=now), RECEIPT_TERM)
        self.remember_opened(response, receipt.submission_id, now=now)

    def shown_receipt(self, request: HttpRequest) -> ShownReceipt | None:
        """Return the receipt that the browser may still see."""
        kept = request.COOKIES.get(self.receipt, "")
        told = opened_token(self.receipt, kept, now=clock.now(), within=RECEIPT_TERM)
        return ShownReceipt(told["id"], told["number"], told["secret"]) if told else None

    def remember_opened(self, response: HttpResponse, submission_id: int, *, now: datetime) -> None:
        """Let the browser that gave number and secret see what they open for an hour."""
        content = {"id": submission_id, "mark": secret_mark(submission_id)}
        keep_cookie(response, self.opened, token(self.opened, content, now=now), OPENED_TERM)

    def opened_submission(self, request: HttpRequest) -> int | None:
        """Return the id of what the browser opened; None once the hour is over or the secret is renewed."""
        told = opened_token(self.opened, request.COOKIES.get(self.opened, ""), now=clock.now(), within=OPENED_TERM)
        if told is None or told["mark"] != secret_mark(told["id"]):
            return None
        return int(told["id"])

    def forget_opened(self, response: HttpResponse) -> None:
        """Close it in this browser, and take the receipt with it."""
        for name in (self.opened, self.receipt):
            response.delete_cookie(name, samesite="Lax")


def keep_cookie(response: HttpResponse, name: str, value: str, term: timedelta) -> None:
    """Let a browser keep a value that scripts do not read and other sites' forms do not send."""
    response.set_cookie(
        name,
        value,
        max_age=int(term.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
