"""Take in a spreadsheet of running work (nhập bảng theo dõi)."""

import hashlib
from datetime import datetime
from pathlib import PurePath

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.extraction.contracts import CannotRead
from minhbach.extraction.tables.read import SECRET, read_tables
from minhbach.extraction.tables.values import Workbook, to_plain
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.machine_words import problem_in_words
from minhbach.planning.models import PlanImport, SheetUpload
from minhbach.planning.moving import person_of
from minhbach.planning.queries.sheets import sheets_visible_to
from minhbach.planning.rules import MAY_IMPORT
from minhbach.planning.sheets.drafts import key_of
from minhbach.planning.sheets.moving import IMPORTED, waiting_name


def receive_sheet(*, content: bytes, name: str, body_id: int, actor: Actor, now: datetime) -> int:
    """Take the file apart, in a process with limits, and return the id under which its columns are then chosen.

    The same file that waits already is gone on with, not taken in twice.

    :raises AlreadyImported: if it has one sheet, and that became an import of this body before; nothing is changed.
    :raises ImportRefused: if it is no spreadsheet or bears a mark of secrecy, or the actor's posts in the body do not
        include one that imports.
    """
    if not actor.holds(*MAY_IMPORT, body=body_id):
        raise ImportRefused(_("Vai trò của người này không nhập kế hoạch được cho cơ quan đã chọn."))
    sha256 = hashlib.sha256(content).hexdigest()
    waiting = sheets_visible_to(actor).filter(body_id=body_id, file_sha256=sha256).first()
    if waiting:
        return waiting.pk
    try:
        book = read_tables(content)
    except CannotRead as refusal:
        if refusal.code == SECRET:
            _note_refusal(body_id, actor, now)
        raise ImportRefused(problem_in_words({"code": refusal.code, "message": refusal.message})) from refusal
    return _keep(book, content, sha256, name, body_id, actor, now)


@transaction.atomic
def _keep(book: Workbook, content: bytes, sha256: str, name: str, body_id: int, actor: Actor, now: datetime) -> int:
    if len(book.sheets) == 1:
        key = key_of(sha256, sheet=book.sheets[0].name, document="")
        known = PlanImport.objects.filter(body_id=body_id, file_sha256=key, state__in=IMPORTED).first()
        if known:
            raise AlreadyImported(_("Bảng này đã được nhập; không có gì thay đổi."), import_id=known.pk)
    row = SheetUpload.objects.create(
        body_id=body_id,
        uploaded_by_id=person_of(actor),
        uploaded_at=now,
        file_name=nfc(PurePath(name).name)[:255],
        file_sha256=sha256,
        content=to_plain(book),
    )
    quarantine.put_aside(content, waiting_name(row.pk))
    record_event(
        chain=body_chain(body_id),
        kind="sheet.received",
        subject=Subject("sheet", row.pk),
        actor=actor,
        now=now,
        facts={"sha256": sha256, "bytes": len(content), "sheets": len(book.sheets)},
    )
    return row.pk


@transaction.atomic
def _note_refusal(body_id: int, actor: Actor, now: datetime) -> None:
    """Record that a file with a mark of secrecy was refused; neither its name nor its digest is kept."""
    record_event(
        chain=body_chain(body_id), kind="sheet.refused", subject=Subject("body", body_id), actor=actor, now=now
    )
