"""Who sees which items: the one door of the register. What is not visible is not there."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from minhbach.agencies.queries import with_predecessors
from minhbach.agencies.queries.beneath import bodies_above, with_own_units
from minhbach.domain.access import Actor, Role
from minhbach.foundation.contracts import Subject
from minhbach.foundation.once import asked_once
from minhbach.register.contracts import Access, ItemNotVisible
from minhbach.register.models import BookSeries, HeldFile, Item, ItemVersion
from minhbach.register.models.items import ItemState
from minhbach.register.queries.versions import READABLE
from minhbach.register.rules import MAY_KEEP, SEES, SEES_CLOSED

ITEM = "item"
"""The kind under which events, search and the gate name an item, by its id."""
VERSION_FILE = "item_version"
"""The kind under which stored files name the version that they belong to."""
FOR_MANY = (Access.OPEN.value, Access.CONDITIONAL.value)


def bodies_of_holders(actor: Actor, roles: Collection[Role]) -> frozenset[int]:
    """Return the bodies whose registers the actor reads in one of the roles: own ones, their units, predecessors."""
    own = actor.bodies_where(*roles)
    return with_predecessors(with_own_units(own)) if own else frozenset()


def public_items() -> QuerySet[Item]:
    """Return the items that everybody may see."""
    return Item.objects.filter(public_version__isnull=False)


def items_kept_for(actor: Actor) -> QuerySet[Item]:
    """Return the items of the registers that the actor reads; of closed and unclassified ones only those one may see.

    Struck lines are among them.
    """
    return Item.objects.filter(kept_condition(actor))


def kept_condition(actor: Actor) -> Q:
    """Return the condition that an item is in a register that the actor reads, and is one that the actor may see."""
    all_of = bodies_of_holders(actor, SEES_CLOSED)
    most_of = bodies_of_holders(actor, SEES) - all_of
    seen = Q(body_id__in=with_books(all_of))
    return seen | Q(body_id__in=with_books(most_of), access__in=FOR_MANY) if most_of else seen


@asked_once
def with_books(bodies: Collection[int]) -> frozenset[int]:
    """Return those of the bodies that have ever held anything.

    A commune has a dozen units and predecessors, and one register: named alone, its items come in an index's order.
    """
    return frozenset(BookSeries.objects.filter(body_id__in=bodies).values_list("body_id", flat=True))


def items_visible_to(actor: Actor) -> QuerySet[Item]:
    """Return everything that the actor may see: what is public, and the registers that one reads."""
    if not actor.is_officer:
        return public_items()
    return public_items() | items_kept_for(actor)


def visible_item(item_id: int, *, actor: Actor) -> Item:
    """Return one item.

    :raises ItemNotVisible: if it is not there for the actor.
    """
    return _only(items_visible_to(actor).filter(pk=item_id))


def visible_item_by_public_id(public_id: str, *, actor: Actor) -> Item:
    """Return the item with this address.

    :raises ItemNotVisible: if it is not there for the actor.
    """
    return _only(items_visible_to(actor).filter(public_id=public_id))


def kept_item(item_id: int, *, actor: Actor) -> Item:
    """Return an item of a register that the actor reads, for the officers' pages.

    :raises ItemNotVisible: if it is not there for the actor, and likewise if it is public but another body's.
    """
    return _only(items_kept_for(actor).filter(pk=item_id))


def items_by_id(item_ids: Collection[int]) -> dict[int, Item]:
    """Return items by their id, for a room that has asked who may see them."""
    return {row.pk: row for row in Item.objects.filter(pk__in=list(item_ids))}


def item_for_change(item_id: int, *, actor: Actor) -> Item:
    """Return an item of a register that the actor reads, locked until the end of the transaction.

    :raises ItemNotVisible: if it is not there for the actor.
    """
    rows = Item.objects.all() if actor.system else items_kept_for(actor)
    row = rows.select_for_update(of=("self",)).filter(pk=item_id).first()
    if row is None:
        raise ItemNotVisible
    return row


def holds_for(actor: Actor, roles: Collection[Role], body_id: int) -> bool:
    """True if the actor holds one of the roles in the body, or in its successor; the system may do everything."""
    return actor.system is not None or body_id in bodies_of_holders(actor, roles)


def bodies_kept_by(actor: Actor) -> frozenset[int]:
    """Return the bodies for which the actor enters items: those of one's own posts, without predecessors."""
    return registers_of(actor, MAY_KEEP)


def registers_of(actor: Actor, roles: Collection[Role]) -> frozenset[int]:
    """Return the bodies whose registers an actor with one of the roles chooses from.

    Who holds a post in a committee and in its office too has one register to keep: the committee's.
    """
    own = actor.bodies_where(*roles)
    return frozenset(one for one in own if not own.intersection(bodies_above(one))) if len(own) > 1 else own


def may_read_version_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a file of a version: the public reads readable ones."""
    version = int(subject.id)
    if ItemVersion.objects.filter(READABLE, pk=version, item__public_version__isnull=False).exists():
        return True
    return items_kept_for(actor).filter(versions__pk=version).exists()


def waiting_files() -> QuerySet[HeldFile]:
    """Return the files that nobody has read yet, the oldest first (for jobs)."""
    return HeldFile.objects.filter(state="waiting").order_by("pk")


def _only(rows: QuerySet[Item]) -> Item:
    row = rows.select_related("body", "issuing_body", "creating_unit", "public_version").first()
    if row is None:
        raise ItemNotVisible
    return row


def active(rows: QuerySet[Item]) -> QuerySet[Item]:
    """Return the items without struck lines."""
    return rows.filter(state=ItemState.ACTIVE)
