"""What an answer costs its requester, by the prices of the statute, and the code that a bank's application pays by."""

from minhbach.domain.costs.counting import (
    CostLine,
    CostRefused,
    CostSheet,
    PricedLine,
    cost_sheet,
    exemptions_of,
    prices_of,
    shares_of,
)
from minhbach.domain.costs.vietqr import Account, AccountRefused, vietqr_payload

__all__ = [
    "Account",
    "AccountRefused",
    "CostLine",
    "CostRefused",
    "CostSheet",
    "PricedLine",
    "cost_sheet",
    "exemptions_of",
    "prices_of",
    "shares_of",
    "vietqr_payload",
]
