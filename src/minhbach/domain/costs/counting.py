"""The real cost of printing, copying and sending (2016: Article 12; 2026: Article 25), by the statute's prices."""

from collections.abc import Sequence
from dataclasses import dataclass

from minhbach.domain.statutes.requests import Cost
from minhbach.domain.statutes.statute import Statute
from minhbach.domain.statutes.values import State

MOST = 100_000
"""Pages, pictures or minutes of one line; more is a slip of the finger."""
MOST_POSTAGE = 10_000_000
_PRICE, _SHARE = "VND/", "share_"
_FREE = ("free_if_due_public",)


class CostRefused(ValueError):
    """A sum cannot be counted; the message is one Vietnamese sentence without a stop."""


@dataclass(frozen=True, slots=True)
class CostLine:
    """So much of something that has a price: `key` of the statute's cost, quantity in its unit."""

    key: str
    quantity: int


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its price: đồng for one, and for all before any reduction."""

    words: str
    unit: str
    quantity: int
    price: int
    amount: int


@dataclass(frozen=True, slots=True)
class CostSheet:
    """What is to be paid.

    :param postage: what the post takes, never reduced.
    :param share: per cent of the prices that are paid, 100 unless the area has less; its rule is `share_rule`.
    :param exempt: the rule by which nothing is paid; None: it is paid.
    :param total: đồng; 0 where nothing is paid.
    :param unverified: prices whose text was not at hand, as the sheet's reader must be told.
    """

    lines: tuple[PricedLine, ...]
    postage: int
    share: int
    share_rule: Cost | None
    exempt: Cost | None
    total: int
    unverified: tuple[Cost, ...]

    @property
    def before(self) -> int:
        """What the lines and the post would take without reduction or exemption."""
        return sum(line.amount for line in self.lines) + self.postage


def prices_of(law: Statute) -> tuple[Cost, ...]:
    """Return the prices that the statute has, in its order."""
    return tuple(one for one in law.costs if one.amount is not None and one.unit.startswith(_PRICE))


def shares_of(law: Statute) -> tuple[Cost, ...]:
    """Return the reductions for difficult areas."""
    return tuple(one for one in law.costs if one.amount is not None and one.key.startswith(_SHARE))


def exemptions_of(law: Statute) -> tuple[Cost, ...]:
    """Return the rules by which nothing is paid at all."""
    return tuple(one for one in law.costs if one.key in _FREE)


def cost_sheet(
    lines: Sequence[CostLine], *, law: Statute, postage: int = 0, share: str = "", exempt: str = ""
) -> CostSheet:
    """Count what an answer costs.

    :param share: key of the reduction of the agency's area; "" for none.
    :param exempt: key of the exemption that holds for this request; "" for none.
    :raises CostRefused: for a key that the statute does not have, or a quantity or postage that cannot be.
    """
    prices = {one.key: one for one in prices_of(law)}
    wanted = [line for line in lines if line.quantity]
    priced = tuple(_priced(line, prices, law) for line in wanted)
    if not 0 <= postage <= MOST_POSTAGE:
        raise CostRefused(f"tiền bưu chính từ 0 đến {MOST_POSTAGE} đồng")
    rule, free = _rule(share, shares_of(law), law), _rule(exempt, exemptions_of(law), law)
    percent = (rule.amount or 100) if rule else 100
    # What does not come out even is left to the requester.
    reduced = sum(line.amount for line in priced) * percent // 100
    return CostSheet(
        lines=priced,
        postage=postage,
        share=percent,
        share_rule=rule,
        exempt=free,
        total=0 if free else reduced + postage,
        unverified=tuple(prices[line.key] for line in wanted if prices[line.key].state is State.UNVERIFIED),
    )


def _priced(line: CostLine, prices: dict[str, Cost], law: Statute) -> PricedLine:
    price = prices.get(line.key)
    if price is None or price.amount is None:
        raise CostRefused(f"{law.title} không có mức giá “{line.key}”")
    if not 0 < line.quantity <= MOST:
        raise CostRefused(f"{price.words}: số lượng từ 1 đến {MOST}")
    unit = price.unit.removeprefix(_PRICE)
    return PricedLine(price.words, unit, line.quantity, price.amount, price.amount * line.quantity)


def _rule(key: str, known: tuple[Cost, ...], law: Statute) -> Cost | None:
    if not key:
        return None
    found = next((one for one in known if one.key == key), None)
    if found is None:
        raise CostRefused(f"{law.title} không có quy định “{key}”")
    return found
