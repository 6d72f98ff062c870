"""Confirm a checked scan: it becomes an item of the register with its file and text (xong); or take that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.digitisation.changing import move, scan_to_change
from minhbach.digitisation.contracts import CheckedScan, DigitisationRefused
from minhbach.digitisation.holding import held, hold, let_go
from minhbach.digitisation.journal import note_scan
from minhbach.digitisation.models import Scan
from minhbach.digitisation.naming import facts_of
from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.scan import ScanEvent
from minhbach.foundation.queries import file_content
from minhbach.register.actions.classify_item import classify_item
from minhbach.register.actions.keep_read_file import keep_read_file
from minhbach.register.actions.register_item import register_item
from minhbach.register.actions.strike_item import strike_item
from minhbach.register.contracts import FileRole, NewFile
from minhbach.register.proposing import from_json
from minhbach.register.queries import versions_of


@transaction.atomic
def confirm_scan(
    *, scan_id: int, checked: CheckedScan, seen_version: int, calendar: Calendar, actor: Actor, now: datetime
) -> int:
    """Enter a scan into the register and return the item's id; its words are found at once.

    The file stays byte for byte as it came. What was read from an image stands beside it as a text of its own.

    :raises BatchNotVisible: if the scan is not there for the actor.
    :raises DigitisationRefused: if the actor may not, the page is old, or its file is gone.
    :raises ItemRefused: as the register says; `ItemKnown` names the item that is there already.
    """
    row = scan_to_change(scan_id, actor=actor, seen_version=seen_version)
    move(row, ScanEvent.CONFIRM)
    content = _content(row)
    item_id = register_item(
        facts=checked.facts,
        body_id=row.batch.body_id,
        proposal=from_json(row.proposal),
        calendar=calendar,
        actor=actor,
        now=now,
    )
    _keep(row, item_id, content, actor, now)
    if checked.classification is not None:
        classify_item(item_id=item_id, classification=checked.classification, calendar=calendar, actor=actor, now=now)
    row.item_id, row.checked_by_id, row.checked_at = item_id, actor.person, now
    row.version += 1
    row.save()
    note_scan(row, "confirmed", actor=actor, now=now, facts={"item": item_id, "changed": _changed(row, checked)})
    let_go([row.pk])
    return item_id


@transaction.atomic
def undo_scan(*, scan_id: int, actor: Actor, now: datetime) -> None:
    """Take a confirmation back: the item is struck, and the scan waits to be checked again.

    :raises BatchNotVisible: if the scan is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or it is not confirmed.
    :raises ItemRefused: if the item is public or waits at the gate.
    """
    row = scan_to_change(scan_id, actor=actor)
    move(row, ScanEvent.UNDO)
    if row.item is None:
        raise DigitisationRefused(_("Bản quét này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay."))
    content = _kept(row)
    if row.item.state == "active":
        strike_item(item_id=row.item.pk, reason=_("Hoàn tác việc số hóa"), actor=actor, now=now)
    note_scan(row, "undone", actor=actor, now=now, facts={"item": row.item.pk})
    row.item, row.checked_by, row.checked_at = None, None, None
    row.version += 1
    row.save()
    hold(row.pk, content)


def _content(row: Scan) -> bytes:
    try:
        return held(row.pk)
    except FileNotFoundError:
        raise DigitisationRefused(_("Tệp của bản quét này không còn. Quét lại rồi gửi tệp mới.")) from None


def _kept(row: Scan) -> bytes:
    """Return the bytes as the register keeps them."""
    assert row.item is not None
    files = [file for version in versions_of(row.item) for file in version.files if file.role is FileRole.ORIGINAL]
    return file_content(files[-1].file_id)


def _keep(row: Scan, item_id: int, content: bytes, actor: Actor, now: datetime) -> None:
    text = "\n".join(line[0] for line in row.lines)
    name = row.name or f"ban-quet-{row.pk}"
    keep_read_file(item_id=item_id, file=NewFile(name, content), text=text, actor=actor, now=now)
    if text.strip() and (row.is_read_from_image or row.signatures):
        copy = NewFile(f"{name.rpartition('.')[0] or name}.txt", text.encode(), FileRole.TEXT)
        keep_read_file(item_id=item_id, file=copy, text="", actor=actor, now=now)


def _changed(row: Scan, checked: CheckedScan) -> str:
    """Return which fields the person changed: how often the machine is right is counted from that."""
    read = facts_of(row.head)
    names = ("title", "kind", "number", "symbol", "issuer_name", "issued_on")
    return ",".join(name for name in names if getattr(read, name) != getattr(checked.facts, name))
