"""The register of breaches, for a given asker."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, Q, QuerySet

from minhbach.domain.access import Actor
from minhbach.domain.text import squeeze
from minhbach.privacy.contracts import MatterNotVisible
from minhbach.privacy.models import Breach
from minhbach.privacy.registries import WentAstray, mis_sent
from minhbach.privacy.rules import KEEPS_BREACHES
from minhbach.register.queries.visible import bodies_of_holders

BREACH = "breach"
"""The kind under which events and letters name a breach, by its id."""
ORDERS = {"so": "number", "phat-hien": "found_at", "han": "notice_due_at"}
OPEN, CLOSED, TO_TELL, LATE = "dang", "dong", "can-bao", "tre"


def breaches_visible_to(actor: Actor) -> QuerySet[Breach]:
    """Return the breaches of the bodies whose register the actor keeps."""
    rows = Breach.objects.filter(body_id__in=bodies_of_holders(actor, KEEPS_BREACHES))
    return rows.select_related("body", "entered_by")


def breach_ids_of(actor: Actor) -> QuerySet[Breach, int]:
    """Return the ids of the breaches that the actor sees; letters name them (for papers)."""
    rows = Breach.objects.filter(body_id__in=bodies_of_holders(actor, KEEPS_BREACHES))
    return rows.values_list("pk", flat=True)


def visible_breach(breach_id: int, *, actor: Actor) -> Breach:
    """Return one breach.

    :raises MatterNotVisible: if it is not there for the actor.
    """
    return _only(breaches_visible_to(actor).filter(pk=breach_id))


def breach_for_change(breach_id: int, *, actor: Actor) -> Breach:
    """Return one breach, locked until the end of the transaction.

    :raises MatterNotVisible: if it is not there for the actor.
    """
    return _only(breaches_visible_to(actor).select_for_update(of=("self",)).filter(pk=breach_id))


@dataclass(frozen=True, slots=True)
class BreachFilters:
    """What the register is narrowed to; "" and None narrow nothing."""

    words: str = ""
    state: str = ""
    year: int | None = None


def narrowed(rows: QuerySet[Breach], to: BreachFilters, *, now: datetime) -> QuerySet[Breach]:
    """Return the breaches that fit."""
    for word in squeeze(to.words).split():
        rows = rows.filter(Q(what__icontains=word) | Q(whom__icontains=word))
    untold = Q(is_grave=True, notified_at__isnull=True, closed_on__isnull=True)
    states = {
        OPEN: Q(closed_on__isnull=True),
        CLOSED: Q(closed_on__isnull=False),
        TO_TELL: untold,
        LATE: untold & Q(notice_due_at__lt=now),
    }
    rows = rows.filter(states[to.state]) if to.state in states else rows
    return rows.filter(year=to.year) if to.year else rows


def in_order(rows: QuerySet[Breach], asked: str) -> QuerySet[Breach]:
    """Return the breaches in the order asked for; the latest first where none was."""
    column = ORDERS.get(asked.removeprefix("-"))
    if column is None:
        return rows.order_by("-found_at", "-pk")
    order = F(column).desc(nulls_last=True) if asked.startswith("-") else F(column).asc(nulls_last=True)
    return rows.order_by(order, "pk")


def not_noted(actor: Actor) -> tuple[WentAstray, ...]:
    """Return the answers that went to somebody else and stand in no register yet."""
    astray = mis_sent(bodies_of_holders(actor, KEEPS_BREACHES))
    known = set(Breach.objects.filter(delivery_id__in=[one.delivery_id for one in astray]).values_list("delivery_id"))
    return tuple(one for one in astray if (one.delivery_id,) not in known)


def to_deal_with(actor: Actor) -> QuerySet[Breach]:
    """Return the breaches that are not closed, the nearest notice first (for the first page)."""
    rows = breaches_visible_to(actor).filter(closed_on__isnull=True)
    return rows.order_by(F("notice_due_at").asc(nulls_last=True), "pk")


def _only(rows: QuerySet[Breach]) -> Breach:
    row = rows.first()
    if row is None:
        raise MatterNotVisible
    return row
