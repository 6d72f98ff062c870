"""How a requester pays: in words, and as a square that the application of a bank reads (VietQR)."""

from dataclasses import dataclass
from functools import partial

import segno
from django.utils.safestring import SafeString, mark_safe

from minhbach.domain.costs import Account, vietqr_payload
from minhbach.requests.actions.tell_cost import account_of, how_to_pay, latest_cost
from minhbach.requests.models import Case, CostNotice, PaymentAccount

_drawn = partial(segno.make_qr, error="m", boost_error=False)
BORDER = 4
"""Modules left free around the square, as its standard (ISO/IEC 18004) asks for."""


@dataclass(frozen=True, slots=True)
class Payment:
    """What a requester still has to pay.

    :param words: how, in one Vietnamese sentence.
    :param purpose: what the transfer says, so that the agency finds whose it is; "" without an account.
    :param square: the VietQR as SVG; "" without an account.
    """

    cost: CostNotice
    words: str
    account: PaymentAccount | None
    purpose: str
    square: SafeString


def payment_of(case: Case) -> Payment | None:
    """Return what is to be paid for a case; None where nothing was told or everything is paid: no sum, no demand."""
    cost = latest_cost(case.pk)
    if cost is None or cost.paid_on is not None:
        return None
    account = account_of(case.body_id)
    purpose = f"Yeu cau {case.number}" if account else ""
    square = square_of(account, amount=cost.total, purpose=purpose) if account else SafeString("")
    return Payment(cost, how_to_pay(account), account, purpose, square)


def square_of(account: PaymentAccount, *, amount: int, purpose: str) -> SafeString:
    """Return the square to pay a sum by, as SVG without styles or scripts; its size is left to the page."""
    payload = vietqr_payload(Account(account.bank, account.number), amount=amount, purpose=purpose)
    drawn = _drawn(payload).svg_inline(border=BORDER, omitsize=True, svgclass="square", lineclass=None, light="#fff")
    # Made by segno of a payload of ASCII signs; nothing that a person typed is written into it as text.
    return mark_safe(drawn)  # noqa: S308
