"""Make drafts of the rows of a spreadsheet: all of them, or none (nhập các dòng)."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.reading.sheets.rows import TaskRow
from minhbach.extraction.limits import MAX_FINDINGS
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import FileInfected, Subject, body_chain
from minhbach.foundation.dates import local_date
from minhbach.foundation.files import quarantine
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.drafting import written_names
from minhbach.planning.models import DraftTask, PlanImport, SheetFact, SheetUpload
from minhbach.planning.naming import apply_names, name_bodies
from minhbach.planning.queries.sheets import rows_of, sheet_for_change, sheet_names
from minhbach.planning.sheets.drafts import (
    ALL_DOCUMENTS,
    SheetRead,
    drafts_of,
    head_of,
    key_of,
    read_upload,
    source_lines,
)
from minhbach.planning.sheets.moving import IMPORTED, waiting_name


@transaction.atomic
def import_sheet(
    *, sheet_id: int, left_out: Collection[int] = (), document: str = "", actor: Actor, now: dt.datetime
) -> int:
    """Make an import in review of the rows and return its id; names and limits are then checked as of any document.

    :param left_out: numbers of rows (from 1) that are not taken. :param document: whose rows are taken, where the list
        names several documents; `ALL_DOCUMENTS` for all of them as one plan.
    :raises PlanNotVisible: if it is not there for the actor.
    :raises ImportRefused: if a row that is taken must be mended first, no row is left, or columns are not chosen.
    :raises AlreadyImported: if this sheet became an import of the body before; nothing is changed.
    """
    upload = sheet_for_change(sheet_id, actor=actor)
    if upload.columns is None:
        raise ImportRefused(_("Chưa chọn các cột."))
    found = read_upload(upload, today=local_date(now))
    upload.document = _document(found, document)
    taken = [row for row in found.of_document(upload.document) if row.row not in left_out]
    _refuse_bad(taken)
    key = key_of(upload.file_sha256, sheet=sheet_names(upload)[upload.sheet], document=upload.document)
    known = PlanImport.objects.filter(body_id=upload.body_id, file_sha256=key, state__in=IMPORTED).first()
    if known:
        raise AlreadyImported(_("Bảng này đã được nhập; không có gì thay đổi."), import_id=known.pk)
    row = _import(upload, found, key, actor, now)
    drafts = _drafts(row, taken, upload, on=local_date(now))
    content = quarantine.waiting(waiting_name(upload.pk))
    subject = Subject("plan_import", row.pk)
    row.stored_file_id = _stored(content, row.file_name, subject, actor, now)
    row.save()
    upload.plan_import, upload.content, upload.left_out = row, {}, sorted(left_out)
    upload.save()
    record_event(
        chain=body_chain(row.body_id),
        kind="plan_import.sheet_taken",
        subject=subject,
        actor=actor,
        now=now,
        facts={"sheet": upload.pk, "sha256": upload.file_sha256, "drafts": drafts, "left_out": len(set(left_out))},
    )
    transaction.on_commit(lambda: quarantine.remove(waiting_name(upload.pk)))
    return row.pk


def _stored(content: bytes, name: str, subject: Subject, actor: Actor, now: dt.datetime) -> int:
    try:
        return store_file(content=content, name=name, subject=subject, actor=actor, now=now).id
    except FileInfected as infected:
        raise ImportRefused(infected.sentence) from infected


def _document(found: SheetRead, document: str) -> str:
    """Return whose rows are taken: empty where the list names one document at most."""
    if len(found.documents) < 2:
        return ""
    if document != ALL_DOCUMENTS and document not in found.documents:
        raise ImportRefused(_("Bảng có việc của nhiều văn bản: chọn lấy việc của văn bản nào."))
    return document


def _refuse_bad(taken: list[TaskRow]) -> None:
    if not taken:
        raise ImportRefused(_("Không còn dòng nào để nhập."))
    if len(taken) > MAX_FINDINGS:
        raise ImportRefused(_("Bảng có quá nhiều nhiệm vụ để một người kiểm tra. Hãy tách thành nhiều tệp."))
    bad = sum(row.is_bad for row in taken)
    if bad:
        sentence = ngettext(
            "Còn %(count)s dòng phải sửa. Chưa nhập dòng nào: sửa trong tệp rồi tải lại, hoặc chọn bỏ dòng đó.",
            "Còn %(count)s dòng phải sửa. Chưa nhập dòng nào: sửa trong tệp rồi tải lại, hoặc chọn bỏ các dòng đó.",
            bad,
        )
        raise ImportRefused(sentence % {"count": bad})


def _import(upload: SheetUpload, found: SheetRead, key: str, actor: Actor, now: dt.datetime) -> PlanImport:
    return PlanImport.objects.create(
        body_id=upload.body_id,
        state=ImportState.IN_REVIEW,
        uploaded_by_id=actor.person,
        uploaded_at=now,
        file_name=upload.file_name,
        file_sha256=key,
        head=head_of(upload, sheet_names(upload)[upload.sheet]) | _cited(found, upload),
        reading={"responsibilities": [], "budget": [], "statistic_fields": []},
        source_lines=source_lines(rows_of(upload), found.headings),
        # Whose plan it is, the list rarely says; the page asks to check it.
        issuing_body_id=upload.body_id,
    )


def _cited(found: SheetRead, upload: SheetUpload) -> dict[str, str | None]:
    """Return number and symbol where every row names the same document and nothing above the table did."""
    if upload.document or len(found.documents) != 1:
        return {}
    one = SheetUpload(document=found.documents[0], file_name=upload.file_name, content=upload.content, head_row=0)
    head = head_of(one, "")
    return {name: head[name] for name in ("doc_type", "number", "symbol")} if head["number"] else {}


def _drafts(row: PlanImport, taken: list[TaskRow], upload: SheetUpload, *, on: dt.date) -> int:
    pairs = drafts_of(taken, names_document=upload.document == ALL_DOCUMENTS)
    drafts = [draft for draft, _fact in pairs]
    issued = row.head["date"]
    named = name_bodies(
        written_names(drafts),
        issuing_body_id=upload.body_id,
        on=dt.date.fromisoformat(issued) if issued else on,
    )
    for draft in drafts:
        draft.plan_import = row
        apply_names(draft, named.answers)
    row.bodies_note = named.note
    DraftTask.objects.bulk_create(drafts, batch_size=200)
    SheetFact.objects.bulk_create([fact for _draft, fact in pairs], batch_size=500)
    return len(drafts)
