"""The lists of Decree 13/2018, Article 6, and the agency's own list of what is not public, built from the items.

Each comes in two ways: as the register's officers read it, whole, and as the public does, as far as it was let out.
"""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import with_own_units
from minhbach.domain.access import VISITOR, Actor
from minhbach.register.contracts import Access
from minhbach.register.models import Item, ItemState
from minhbach.register.queries.visible import bodies_of_holders, items_kept_for, kept_condition, with_books
from minhbach.register.rules import SEES_CLOSED

LET_OUT = Q(public_version__isnull=False) | Q(listed_on__isnull=False)
"""The condition that the public may read the line of an item."""


def must_be_public(bodies: Collection[int] | None, *, actor: Actor = VISITOR) -> QuerySet[Item]:
    """Return the list of information that must be public (Danh mục thông tin phải được công khai) of some bodies.

    What their predecessors held is in it. A visitor reads the lines that were let out.

    :param bodies: None: of all.
    """
    return (
        _listed(bodies, actor)
        .filter(access=Access.OPEN.value)
        .filter(letter_place__gt=0)
        .order_by("letter_place", "-created_on", "-pk")
    )


def conditional(bodies: Collection[int] | None, *, actor: Actor = VISITOR) -> QuerySet[Item]:
    """Return the list of what is accessible under conditions (Danh mục thông tin được tiếp cận có điều kiện)."""
    return _listed(bodies, actor).filter(access=Access.CONDITIONAL.value).order_by("-created_on", "-pk")


def not_public(bodies: Collection[int], *, actor: Actor) -> QuerySet[Item]:
    """Return the agency's own list of what is not public: for its officers alone, and of them those who may see it."""
    rows = items_kept_for(actor).filter(state=ItemState.ACTIVE, access=Access.CLOSED.value)
    return rows.filter(body_id__in=with_books(of_bodies(bodies))).order_by("-created_on", "-pk")


def of_bodies(bodies: Collection[int]) -> frozenset[int]:
    """Return the bodies whose items belong to the lists of these: their own units, and all that came before them."""
    return with_predecessors(with_own_units(bodies)) if bodies else frozenset()


def _listed(bodies: Collection[int] | None, actor: Actor) -> QuerySet[Item]:
    rows = Item.objects.filter(state=ItemState.ACTIVE)
    if bodies is not None:
        wanted = with_books(of_bodies(bodies))
        rows = rows.filter(body_id__in=wanted)
        if wanted and wanted <= bodies_of_holders(actor, SEES_CLOSED):
            # Who reads these registers whole needs no condition, and the list comes out of its index.
            return rows
    return rows.filter(LET_OUT | kept_condition(actor) if actor.is_officer else LET_OUT)
