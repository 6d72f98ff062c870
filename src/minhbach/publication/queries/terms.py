"""What is public and whose time is over, or will be soon: nothing goes by itself, a leader decides."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from minhbach.domain.access import Actor
from minhbach.publication.models import TermDecision
from minhbach.publication.rules import MAY_TEND
from minhbach.register.queries import items_kept_for, public_items
from minhbach.register.queries.visible import bodies_of_holders

REMIND_BEFORE = timedelta(days=10)
"""So long before the day an agency is reminded. No law says when."""


def ending(*, until: date) -> Q:
    """Return the condition on an item that its time is over on the day, and nobody decided that it stays for longer."""
    decided = TermDecision.objects.filter(item=OuterRef("pk"), term_on=OuterRef("public_until"))
    longer = decided.filter(Q(stays_until__isnull=True) | Q(stays_until__gt=until))
    return Q(~Exists(longer), public_version__isnull=False, public_until__lte=until)


def with_end(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return the items, each with `ends_on`: the first day on which it need not be public; None: no end is fixed."""
    decided = TermDecision.objects.filter(item=OuterRef("pk"), term_on=OuterRef("public_until")).order_by("-pk")
    found: QuerySet[Any] = rows.annotate(
        ends_on=Case(
            When(Exists(decided.filter(stays_until__isnull=True)), then=None),
            default=Coalesce(Subquery(decided.values("stays_until")[:1]), F("public_until")),
        )
    )
    return found


def ending_for_today(actor: Actor, *, on: date) -> QuerySet[Any]:
    """Return what this officer is reminded of, the earliest end first, each with `ends_on`."""
    rows = items_kept_for(actor).filter(body_id__in=bodies_of_holders(actor, MAY_TEND))
    return with_end(rows.filter(ending(until=on + REMIND_BEFORE))).order_by("ends_on", "pk")


def ended(*, on: date) -> QuerySet[Any]:
    """Return the items whose time is over and about which nobody decided, each with `ends_on` (for jobs)."""
    return with_end(public_items().filter(ending(until=on))).order_by("pk")


def end_of(item: Any) -> date | None:
    """Return the first day on which a public item need not be public any more. The caller has asked who may see it."""
    latest = decisions_of(item).filter(term_on=item.public_until).first() if item.public_until else None
    return latest.stays_until if latest else item.public_until


def decisions_of(item: Any) -> QuerySet[TermDecision]:
    """Return what was decided, the latest first. The caller has asked who may see the item."""
    return TermDecision.objects.filter(item_id=item.pk).select_related("decided_by").order_by("-pk")
