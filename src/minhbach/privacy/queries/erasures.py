"""Minutes of what was erased."""

from datetime import date

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.privacy.models import Erasure
from minhbach.privacy.rules import SEES
from minhbach.register.queries.visible import bodies_of_holders


def erasures_visible_to(actor: Actor) -> QuerySet[Erasure]:
    """Return the minutes of the actor's bodies, the latest first."""
    rows = Erasure.objects.filter(body_id__in=bodies_of_holders(actor, SEES))
    return rows.select_related("body", "erased_by")


def narrowed(rows: QuerySet[Erasure], *, number: str = "", year: int | None = None) -> QuerySet[Erasure]:
    """Return those whose number has these signs, of a year."""
    rows = rows.filter(number__contains=number) if number else rows
    if year:
        rows = rows.filter(erased_at__year=year)
    return rows


def erased_on(rows: QuerySet[Erasure], day: date) -> QuerySet[Erasure]:
    """Return the minutes of one local day, in the order of the numbers."""
    return rows.filter(erased_at__date=day).order_by("number", "pk")
