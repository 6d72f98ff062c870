"""Hand a document in to be read, so that its head fills the boxes of a new item (đọc từ tệp)."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.reading.results import Head, Problem
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Fact, Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.foundation.files.naming import safe_name
from minhbach.register.contracts import ItemNotVisible, ItemRefused, NewFile
from minhbach.register.files import FileUnfit, head_of_fit
from minhbach.register.models import DroppedDocument
from minhbach.register.models.dropped import DropState
from minhbach.register.queries.dropped import DOCUMENT, place_of, visible_document
from minhbach.register.rules import MAY_KEEP

# Kept as the machine's own sentence; pages in other languages go by the code.
LOST = "Tệp chờ đọc không còn. Gửi lại tệp."
KEPT_FOR = timedelta(days=1)


@transaction.atomic
def drop_document(*, content: bytes, name: str, body_id: int, actor: Actor, now: datetime) -> int:
    """Put a document aside to be read, and return its id. The caller enqueues the job in the same transaction.

    :raises ItemNotVisible: if the actor holds no post in the body.
    :raises ItemRefused: if the actor does not keep the register, or the file is empty or too large.
    """
    if body_id not in actor.bodies():
        raise ItemNotVisible
    if not actor.holds(*MAY_KEEP, body=body_id):
        raise ItemRefused(_("Vai trò của người này không ghi kho thông tin được."))
    if not content:
        raise ItemRefused(_("Tệp rỗng. Chọn lại tệp văn bản."), field="document")
    if len(content) > settings.UPLOAD_LIMIT:
        most = settings.UPLOAD_LIMIT // 1024 // 1024
        sentence = _("Tệp “%(name)s” nặng hơn %(most)s MB.") % {"name": safe_name(name), "most": most}
        raise ItemRefused(sentence, field="document")
    row = DroppedDocument.objects.create(
        body_id=body_id,
        name=nfc(safe_name(name))[:255],
        size=len(content),
        handed_in_by_id=actor.person,
        handed_in_at=now,
    )
    _note(row, "received", actor, now, {"bytes": len(content)})
    quarantine.put_aside(content, place_of(row.pk))
    return row.pk


def read_dropped(*, document_id: int, actor: Actor, now: datetime) -> None:
    """Read a document that waits: propose its head, or refuse it and take it away. Safe to call again."""
    row = DroppedDocument.objects.filter(pk=document_id, state=DropState.WAITING).first()
    if row is None:
        return
    try:
        head = head_of_fit(quarantine.waiting(place_of(row.pk)), now=now)
    except FileNotFoundError:
        _settle(document_id, DropState.UNREADABLE, Problem("no_file", LOST), None, actor, now)
    except FileUnfit as unfit:
        state = DropState.REFUSED if unfit.is_secret else DropState.UNREADABLE
        _settle(document_id, state, unfit.problem, None, actor, now)
    else:
        _settle(document_id, DropState.READ, None, head, actor, now)


@transaction.atomic
def _settle(
    document_id: int, state: DropState, problem: Problem | None, head: Head | None, actor: Actor, now: datetime
) -> None:
    row = DroppedDocument.objects.select_for_update(of=("self",)).filter(pk=document_id).first()
    if row is None or row.state != DropState.WAITING:
        return
    row.state = state
    if problem:
        row.code, row.sentence = problem.code, problem.message[:500]
        # The name of a secret document is kept no more than the document.
        row.name = "" if state is DropState.REFUSED else row.name
        transaction.on_commit(lambda: quarantine.remove(place_of(document_id)))
    else:
        row.head = _kept(head or Head())
    row.save()
    # Neither name nor digest of what was refused stands in the log.
    _note(row, state.value, actor, now, {})


def _kept(head: Head) -> dict[str, str]:
    return {
        "title": head.title or "",
        "kind": head.doc_type or "",
        "number": head.number or "",
        "symbol": head.symbol or "",
        "issuer_name": head.issuing_body or "",
        "issued_on": head.date.isoformat() if head.date else "",
    }


def take_dropped(document_id: int, *, actor: Actor) -> NewFile:
    """Return the document as the file of the item that is being entered; call it in that transaction.

    :raises ItemNotVisible: if it is not there for the actor, or served already.
    """
    row = visible_document(document_id, actor=actor)
    if row.state != DropState.READ:
        raise ItemNotVisible
    try:
        content = quarantine.waiting(place_of(row.pk))
    except FileNotFoundError:
        raise ItemRefused(_("Tệp chờ đọc không còn. Gửi lại tệp.")) from None
    row.state, row.head = DropState.USED, None
    row.save(update_fields=["state", "head"])
    transaction.on_commit(lambda: quarantine.remove(place_of(document_id)))
    return NewFile(row.name, content)


def forget_dropped(*, now: datetime) -> int:
    """Take away what nobody entered within a day, and return how many that were. Safe twice or late."""
    rows = DroppedDocument.objects.filter(handed_in_at__lt=now - KEPT_FOR)
    ids = list(rows.values_list("pk", flat=True))
    for one in ids:
        quarantine.remove(place_of(one))
    DroppedDocument.objects.filter(pk__in=ids).delete()
    return len(ids)


def _note(row: DroppedDocument, kind: str, actor: Actor, now: datetime, facts: dict[str, Fact]) -> None:
    record_event(
        chain=body_chain(row.body_id),
        kind=f"dropped_document.{kind}",
        subject=Subject(DOCUMENT, row.pk),
        actor=actor,
        now=now,
        facts=facts,
    )
