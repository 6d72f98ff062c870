"""Take a whole list of items in from a spreadsheet, or take that back (nhập danh mục, hoàn tác)."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.reading.sheets.columns import heading_key
from minhbach.domain.text import nfc
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.tables.read import SECRET, read_long_list
from minhbach.extraction.tables.values import Workbook, to_plain
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.register.contracts import ImportRefused
from minhbach.register.item_columns import ItemColumn
from minhbach.register.models import ColumnChoice, ItemImport
from minhbach.register.models.imports import ImportState
from minhbach.register.queries.imports import IMPORT, headings_of, import_for_change, likely_head
from minhbach.register.rules import MAY_KEEP


def receive_list(*, content: bytes, name: str, body_id: int, actor: Actor, now: datetime) -> int:
    """Take the file apart, in a process with limits, and return the id under which its columns are then chosen.

    The file itself is not kept.

    :raises ImportRefused: if it is no spreadsheet or bears a mark of secrecy, or the actor does not keep the register;
        the system keeps every one.
    """
    if actor.system is None and not actor.holds(*MAY_KEEP, body=body_id):
        raise ImportRefused(_("Vai trò của người này không ghi kho thông tin được."))
    try:
        book = read_long_list(content)
    except CannotRead as refusal:
        if refusal.code == SECRET:
            _note_secret(body_id, actor, now)
        raise ImportRefused(refusal.message, field="table") from refusal
    return _keep(book, hashlib.sha256(content).hexdigest(), name, body_id, actor, now)


@transaction.atomic
def _keep(book: Workbook, sha256: str, name: str, body_id: int, actor: Actor, now: datetime) -> int:
    longest = max(range(len(book.sheets)), key=lambda place: len(book.sheets[place].rows))
    row = ItemImport.objects.create(
        body_id=body_id,
        handed_in_by_id=actor.person,
        handed_in_at=now,
        file_name=nfc(PurePath(name).name)[:255],
        file_sha256=sha256,
        content=to_plain(book),
        sheet=longest,
        head_row=likely_head(book.sheets[longest].rows),
    )
    _note(row, "received", actor, now, {"sha256": sha256, "rows": len(book.sheets[longest].rows)})
    return row.pk


@transaction.atomic
def map_list(
    *, import_id: int, sheet: int, head_row: int, columns: Sequence[ItemColumn] | None, actor: Actor, now: datetime
) -> None:
    """Say where the head is and what each column holds; it is remembered for the next list of the body.

    :param columns: None: only sheet and head were chosen.
    :raises ImportNotVisible: if it is not there for the actor.
    :raises ImportRefused: if it is not waiting for this any more, or no column has the names.
    """
    row = import_for_change(import_id, actor=actor)
    _refuse_unless(row, ImportState.MAPPING)
    row.sheet, row.head_row, row.columns = sheet, head_row, None
    if columns is not None:
        if ItemColumn.TITLE not in columns:
            raise ImportRefused(_("Chọn cột ghi tên hoặc trích yếu."))
        row.columns = [column.value for column in columns]
        for heading, column in zip(headings_of(row), columns, strict=True):
            if heading:
                ColumnChoice.objects.update_or_create(
                    body_id=row.body_id, heading=heading_key(heading), defaults={"column": column.value}
                )
    row.save()
    if columns is not None:
        _note(row, "mapped", actor, now, {"columns": sum(one is not ItemColumn.IGNORED for one in columns)})


@transaction.atomic
def start_import(*, import_id: int, left_out: Sequence[int], gives_classes: bool, actor: Actor, now: datetime) -> None:
    """Let the job take the rows in; the caller enqueues it in the same transaction.

    :param left_out: numbers of rows, from 1.
    :param gives_classes: a person answers for the classes that the list names; otherwise they are only proposed.
    :raises ImportNotVisible: if it is not there for the actor.
    :raises ImportRefused: if its columns are not chosen, or it was started already.
    """
    row = import_for_change(import_id, actor=actor)
    _refuse_unless(row, ImportState.MAPPING)
    if row.columns is None:
        raise ImportRefused(_("Chọn cột trước."))
    row.state, row.left_out, row.gives_classes = ImportState.RUNNING, sorted(set(left_out)), gives_classes
    row.rows_done = row.rows_total = 0
    row.save()
    _note(row, "started", actor, now, {"left_out": len(row.left_out), "gives_classes": gives_classes})


@transaction.atomic
def drop_list(*, import_id: int, actor: Actor, now: datetime) -> None:
    """Drop a list of which nothing was taken in; its content is emptied.

    :raises ImportNotVisible: if it is not there for the actor.
    :raises ImportRefused: if it is running or was taken in.
    """
    row = import_for_change(import_id, actor=actor)
    if row.state not in (ImportState.MAPPING, ImportState.FAILED):
        raise ImportRefused(_("Danh mục này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay."))
    row.state, row.content, row.file_name = ImportState.DROPPED, {}, ""
    row.save()
    _note(row, "dropped", actor, now, {})


def _refuse_unless(row: ItemImport, state: ImportState) -> None:
    if row.state != state:
        raise ImportRefused(_("Danh mục này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay."))


@transaction.atomic
def _note_secret(body_id: int, actor: Actor, now: datetime) -> None:
    """Record that a list with a mark of secrecy was refused; neither its name nor its digest is kept."""
    record_event(
        chain=body_chain(body_id), kind="item_import.refused", subject=Subject("body", body_id), actor=actor, now=now
    )


def _note(row: ItemImport, kind: str, actor: Actor, now: datetime, facts: dict[str, Fact]) -> None:
    record_event(
        chain=body_chain(row.body_id),
        kind=f"item_import.{kind}",
        subject=Subject(IMPORT, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
