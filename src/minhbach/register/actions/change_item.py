"""Change what the register says of an item (sửa)."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.register.changing import keeper_item, refuse_known, refuse_other_unit, refuse_waiting, settle_due
from minhbach.register.cleaning import clean_facts
from minhbach.register.contracts import ItemFacts, ItemRefused
from minhbach.register.facts_kept import PUBLIC_FACTS, apply_facts, facts_of
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.models import Item


@transaction.atomic
def change_item(
    *, item_id: int, facts: ItemFacts, seen_version: int, calendar: Calendar, actor: Actor, now: datetime
) -> None:
    """Write other facts over those of an item; what they replaced stays in its history.

    Of a public item only what the public does not read changes in place: its words are corrected by a new version.

    :param seen_version: `Item.version` of the page that the officer had before them.
    :raises ItemNotVisible: if the item is not there for the actor.
    :raises ItemRefused: if the actor may not, it waits at the gate, somebody else was quicker, or the facts cannot be.
    """
    row = keeper_item(item_id, actor=actor, seen_version=seen_version)
    facts = clean_facts(facts, today=timezone.localdate(now))
    refuse_other_unit(facts.creating_unit_id, row.body_id)
    before = facts_of(row)
    changed = [one.name for one in fields(ItemFacts) if getattr(before, one.name) != getattr(facts, one.name)]
    if not changed:
        return
    if set(changed) & set(PUBLIC_FACTS):
        _refuse_public(row)
        refuse_waiting(row)
        refuse_known(facts, body_id=row.body_id, but=row.pk)
        # The public reads the line only as a leader saw it: with other words it waits to be let out again.
        row.listed_on = None
    apply_facts(row, facts)
    settle_due(row, calendar=calendar)
    row.version += 1
    row.save()
    note(row, "changed", actor=actor, now=now, facts={"fields": ",".join(changed)}, before=_kept(before, changed))
    index_item(row)


def _refuse_public(row: Item) -> None:
    if row.public_version_id is not None:
        raise ItemRefused(_("Thông tin đang công khai. Muốn sửa, hãy lập bản mới để duyệt rồi mới thay bản cũ."))


def _kept(before: ItemFacts, changed: list[str]) -> dict[str, Any]:
    return {name: _plain(getattr(before, name)) for name in changed}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str | int | None):
        return value
    return list(value.parts)
