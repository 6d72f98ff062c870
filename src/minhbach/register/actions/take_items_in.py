"""Write the rows of a list into the register, all of them or none."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.agencies.queries.beneath import bodies_above
from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.foundation.actions.index_entry import index_new_entries
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.register.changing import settle_due
from minhbach.register.contracts import ImportRefused, Proposal
from minhbach.register.facts_kept import apply_facts, apply_terms
from minhbach.register.importing import looked_through
from minhbach.register.indexing import entry_of
from minhbach.register.item_rows import RowRead
from minhbach.register.law import statute_of_register
from minhbach.register.models import Item, ItemImport, ItemVersion
from minhbach.register.models.imports import ImportState
from minhbach.register.numbers import new_public_ids, next_book_numbers
from minhbach.register.proposing import as_json, propose
from minhbach.register.queries.imports import IMPORT

BATCH = 500


def take_items_in(*, import_id: int, calendar: Calendar, actor: Actor, now: datetime) -> ImportState:
    """Take in the rows of a list that was started. Safe to call again, late, or twice at a time.

    First every row is looked through, with its progress written down; then all are written at once.
    """
    row = ItemImport.objects.filter(pk=import_id, state=ImportState.RUNNING).first()
    if row is None:
        return ImportState(ItemImport.objects.values_list("state", flat=True).get(pk=import_id))
    today = timezone.localdate(now)
    try:
        rows = looked_through(row, today=today)
        _refuse_bad(rows)
    except ImportRefused as refused:
        return _fail(import_id, refused.reason, actor, now)
    return _write(import_id, rows, calendar, actor, now)


def _refuse_bad(rows: Sequence[RowRead]) -> None:
    bad = [one.number for one in rows if one.is_bad]
    if bad:
        first = ", ".join(map(str, bad[:5]))
        raise ImportRefused(_("Còn dòng phải sửa: %(rows)s. Chưa nhập gì.") % {"rows": first})
    if not rows:
        raise ImportRefused(_("Không có dòng nào để nhập."))


@transaction.atomic
def _write(import_id: int, rows: Sequence[RowRead], calendar: Calendar, actor: Actor, now: datetime) -> ImportState:
    row = ItemImport.objects.select_for_update(of=("self",)).get(pk=import_id)
    if row.state != ImportState.RUNNING:
        # Another worker was quicker while this one was reading.
        return ImportState(row.state)
    today = timezone.localdate(now)
    items = _items(row, rows, calendar, today, now)
    Item.objects.bulk_create(items, batch_size=BATCH)
    ItemVersion.objects.bulk_create(
        (ItemVersion(item=one, number=1, made_by_id=row.handed_in_by_id, made_at=now) for one in items),
        batch_size=BATCH,
    )
    above = bodies_above(row.body_id)
    for start in range(0, len(items), BATCH):
        index_new_entries(entry_of(one, text="", above=above) for one in items[start : start + BATCH])
    row.state, row.rows_done, row.rows_total, row.trouble = ImportState.DONE, len(items), len(items), ""
    row.content = {}
    row.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="item_import.done",
        subject=Subject(IMPORT, row.pk),
        actor=actor,
        now=now,
        facts={"items": len(items), "first": items[0].book_number, "year": today.year},
    )
    return ImportState.DONE


def _items(row: ItemImport, rows: Sequence[RowRead], calendar: Calendar, today: date, now: datetime) -> list[Item]:
    numbers = next_book_numbers(body_id=row.body_id, year=today.year, count=len(rows))
    ids = new_public_ids(len(rows))
    return [
        _item(row, one, number, public_id, calendar, today, now)
        for one, number, public_id in zip(rows, numbers, ids, strict=True)
    ]


def _item(
    row: ItemImport, read: RowRead, number: int, public_id: str, calendar: Calendar, today: date, now: datetime
) -> Item:
    assert read.facts is not None
    item = Item(
        public_id=public_id,
        body_id=row.body_id,
        book_year=today.year,
        book_number=number,
        entered_by_id=row.handed_in_by_id,
        entered_at=now,
        item_import=row,
    )
    apply_facts(item, read.facts)
    apply_terms(item, read.terms)
    _classify(item, read, row, today, now)
    settle_due(item, calendar=calendar)
    return item


def _classify(item: Item, read: RowRead, row: ItemImport, today: date, now: datetime) -> None:
    assert read.facts is not None
    given = read.classification
    if given is None or not row.gives_classes:
        proposal = (
            Proposal(given.access, given.letter, given.grounds, why=_("danh mục nhập"))
            if given
            else propose(read.facts, on=today)
        )
        item.proposal = as_json(proposal)
        return
    item.access, item.letter, item.grounds = given.access.value, given.letter, list(given.grounds)
    item.statute = statute_of_register(today).number
    item.classified_by_id, item.classified_at = row.handed_in_by_id, now


@transaction.atomic
def _fail(import_id: int, reason: str, actor: Actor, now: datetime) -> ImportState:
    row = ItemImport.objects.select_for_update(of=("self",)).get(pk=import_id)
    if row.state != ImportState.RUNNING:
        return ImportState(row.state)
    row.state, row.trouble = ImportState.FAILED, reason[:500]
    row.save()
    record_event(
        chain=body_chain(row.body_id), kind="item_import.failed", subject=Subject(IMPORT, row.pk), actor=actor, now=now
    )
    return ImportState.FAILED
