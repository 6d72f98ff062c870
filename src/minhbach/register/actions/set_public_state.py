"""Let the public see a version of an item, or no version any more: for the room of publication alone."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.register.changing import settle_due
from minhbach.register.contracts import Access, ItemNotVisible, ItemRefused
from minhbach.register.facts_kept import apply_json, as_json, facts_of
from minhbach.register.indexing import index_item
from minhbach.register.journal import note
from minhbach.register.models import Item, ItemState, ItemVersion
from minhbach.register.models.files import HeldState


@transaction.atomic
def set_public_state(
    *,
    item_id: int,
    version_id: int | None,
    on: date,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    keeps_earlier_open: bool = True,
) -> None:
    """Write what the gate decided, and index the item anew in the same transaction. Rights were checked at the gate.

    The words that a version brings become the item's. `published_on` is the day on which the item first became public
    since it was last withdrawn; each version keeps its own.

    :param version_id: the version that is public from now on; None: withdrawn, nothing of the item is public.
    :param on: the day on which it becomes public.
    :param keeps_earlier_open: false where what an earlier version says must not be read any more.
    :raises ItemNotVisible: if there is no such item or version.
    :raises ItemRefused: if the item is struck or not open, or a file of the version was not read yet.
    """
    row = Item.objects.select_for_update(of=("self",)).filter(pk=item_id).first()
    if row is None:
        raise ItemNotVisible
    if version_id is None:
        row.public_version, row.published_on = None, None
        row.versions.filter(published_on__isnull=False).update(withdrawn_on=on)
    else:
        _publish(row, version_id, on, keeps_earlier_open)
    settle_due(row, calendar=calendar)
    row.version += 1
    row.save()
    kind = "made_public" if version_id else "made_not_public"
    number = row.public_version.number if row.public_version else None
    note(row, kind, actor=actor, now=now, facts={"version": number, "on": on.isoformat()})
    index_item(row)


def _publish(row: Item, version_id: int, on: date, keeps_earlier_open: bool) -> None:
    version = row.versions.filter(pk=version_id).first()
    if version is None:
        raise ItemNotVisible
    if row.state != ItemState.ACTIVE or row.access != Access.OPEN:
        raise ItemRefused(_("Chỉ công khai được mục đang giữ, thuộc loại công dân được tiếp cận."))
    _refuse_unread(version)
    if version.facts:
        # An earlier version without words of its own goes on saying what was public under it.
        row.versions.filter(facts__isnull=True, number__lt=version.number).update(facts=as_json(facts_of(row)))
        apply_json(row, version.facts)
    if not keeps_earlier_open:
        row.versions.filter(number__lt=version.number).update(withdrawn_on=on)
    version.published_on, version.withdrawn_on = on, None
    version.save(update_fields=["published_on", "withdrawn_on"])
    row.public_version = version
    row.published_on = row.published_on or on


def _refuse_unread(version: ItemVersion) -> None:
    if version.held_files.filter(state=HeldState.WAITING).exists():
        raise ItemRefused(_("Còn tệp của bản này đang được đọc tìm dấu mật. Chờ đọc xong."))


@transaction.atomic
def set_listed(*, item_id: int, on: date | None, actor: Actor, now: datetime) -> None:
    """Let the public read the line of an item in the lists of Decree 13, or no longer: for the room of publication.

    The line is title, number, symbol and date, never the content: of what is conditional, and of what is due.

    :param on: since when; None: no longer.
    :raises ItemNotVisible: if there is no such item.
    :raises ItemRefused: if the item is struck, closed or not classified.
    """
    row = Item.objects.select_for_update(of=("self",)).filter(pk=item_id).first()
    if row is None:
        raise ItemNotVisible
    if on and (row.state != ItemState.ACTIVE or row.access not in (Access.OPEN, Access.CONDITIONAL)):
        raise ItemRefused(_("Danh mục công khai chỉ có mục được tiếp cận hoặc tiếp cận có điều kiện."))
    row.listed_on = on
    row.version += 1
    row.save(update_fields=["listed_on", "version"])
    note(row, "listed" if on else "unlisted", actor=actor, now=now)
