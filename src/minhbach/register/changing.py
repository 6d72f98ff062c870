"""What the actions on an item share: who may, whether it may be now, and what follows from its facts."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext as _

from minhbach.agencies.queries.beneath import with_own_units
from minhbach.domain.access import Actor, Role
from minhbach.domain.calendars.calendar import Calendar
from minhbach.register.contracts import ItemFacts, ItemKnown, ItemRefused
from minhbach.register.dues import DueKind, ItemDue, due_of
from minhbach.register.models import Item, ItemState
from minhbach.register.queries import item_for_change
from minhbach.register.queries.visible import holds_for
from minhbach.register.registries import waits_at_the_gate
from minhbach.register.rules import MAY_KEEP, letter_place


def keeper_item(item_id: int, *, actor: Actor, seen_version: int | None = None) -> Item:
    """Return an active item for who keeps the register, locked until the end of the transaction.

    :raises ItemNotVisible: if it is not there for the actor.
    :raises ItemRefused: if the actor does not keep the register, the line is struck, or somebody was quicker.
    """
    row = item_for_roles(item_id, MAY_KEEP, actor=actor)
    refuse_struck(row)
    refuse_old_page(row, seen_version)
    return row


def item_for_roles(item_id: int, roles: Collection[Role], *, actor: Actor) -> Item:
    """Return an item for who holds one of the roles in its body or that body's successor, locked.

    :raises ItemNotVisible: if it is not there for the actor.
    :raises ItemRefused: if the actor holds none of the roles.
    """
    row = item_for_change(item_id, actor=actor)
    if not holds_for(actor, roles, row.body_id):
        raise ItemRefused(_("Vai trò của người này không ghi kho thông tin được."))
    return row


def refuse_struck(row: Item) -> None:
    """Refuse a line that does not count any more."""
    if row.state != ItemState.ACTIVE:
        raise ItemRefused(_("Mục này đã bị gạch. Khôi phục trước, rồi mới sửa."))


def refuse_old_page(row: Item, seen_version: int | None) -> None:
    """Refuse what was typed on a page that somebody else has overtaken."""
    if seen_version is not None and seen_version != row.version:
        raise ItemRefused(_("Người khác vừa sửa mục này. Xem lại bản mới nhất, rồi sửa tiếp."))


def refuse_waiting(row: Item) -> None:
    """Refuse to change what is before somebody who approves: they must get what they saw."""
    if waits_at_the_gate(row.pk):
        raise ItemRefused(_("Mục này đang chờ duyệt công khai. Lấy lại bản trình trước, rồi mới sửa."))


def refuse_known(facts: ItemFacts, *, body_id: int, but: int | None = None) -> None:
    """Refuse a document whose number and symbol the register has for the same kind and year already.

    Number and symbol are unique in a body's year (Decree 30/2020, Article 15); what is not numbered is never known.

    :raises ItemKnown: naming the item that is there.
    """
    if not facts.number or not facts.symbol:
        return
    day = facts.issued_on or facts.created_on
    same = Item.objects.filter(
        body_id=body_id, state=ItemState.ACTIVE, number=facts.number, symbol=facts.symbol, kind=facts.kind
    )
    same = same.exclude(pk=but) if but else same
    if facts.issuing_body_id:
        same = same.filter(Q(issuing_body_id=facts.issuing_body_id) | Q(issuing_body__isnull=True))
    for row in same.order_by("pk")[:50]:
        if day is None or day.year == (row.issued_on or row.created_on or day).year:
            raise ItemKnown(_("Văn bản cùng số, ký hiệu, loại và năm đã có trong kho."), item_id=row.pk)


def refuse_other_unit(unit_id: int | None, body_id: int) -> None:
    """Refuse a creating unit that is no part of the body."""
    if unit_id is not None and unit_id not in with_own_units([body_id]):
        raise ItemRefused(_("Chọn đơn vị thuộc cơ quan này."), field="creating_unit")


def settle_due(row: Item, *, calendar: Calendar) -> None:
    """Write down by when the item must be public, and its letter's place; the caller saves the row."""
    row.letter_place = letter_place(row.letter)
    due = due_of(row, calendar=calendar) if row.state == ItemState.ACTIVE else ItemDue(DueKind.NOTHING)
    row.publish_due_on, row.is_due_provisional, row.is_backlog = due.due_on, due.is_provisional, due.is_backlog
    if not row.is_backlog:
        row.planned_on = None
