"""The books of bodies: every line that was ever entered, in the order of its number."""

from collections.abc import Collection

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.register.models import BookSeries, Item
from minhbach.register.queries.visible import items_kept_for


def book_of(body_id: int, *, year: int, actor: Actor) -> QuerySet[Item]:
    """Return the lines of a book that the actor may see, struck ones too."""
    return items_kept_for(actor).filter(body_id=body_id, book_year=year).order_by("book_number")


def years_of(bodies: Collection[int]) -> tuple[int, ...]:
    """Return the years in which these bodies have books. The caller has asked who may see them."""
    return tuple(BookSeries.objects.filter(body_id__in=bodies).values_list("year", flat=True).distinct())
