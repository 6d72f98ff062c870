"""Take in a document to be read as a plan (nhập kế hoạch)."""

import hashlib
from datetime import datetime
from pathlib import PurePath

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.plan_import import ImportState
from minhbach.domain.text import nfc
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject
from minhbach.foundation.files import quarantine
from minhbach.planning.contracts import AlreadyImported, ImportRefused
from minhbach.planning.models import PlanImport
from minhbach.planning.rules import MAY_IMPORT

OPEN_OR_DONE = (ImportState.WAITING, ImportState.IN_REVIEW, ImportState.CONFIRMED)


@transaction.atomic
def receive_document(*, content: bytes, name: str, body_id: int, actor: Actor, now: datetime) -> int:
    """Put the file aside to be read and return the id of its import.

    The caller enqueues `read_received_document` in the same transaction.

    :param body_id: the body that keeps the plan; the actor holds a post there, or is the system.
    :raises AlreadyImported: if this body has the same file in review or confirmed; nothing is changed.
    :raises ImportRefused: if the file is empty or too large, or the actor's posts do not include one that imports.
    """
    if actor.system is None and not actor.holds(*MAY_IMPORT, body=body_id):
        raise ImportRefused(_("Vai trò của người này không nhập kế hoạch được cho cơ quan đã chọn."))
    if not content:
        raise ImportRefused(_("Tệp rỗng. Chọn lại tệp văn bản."))
    if len(content) > settings.UPLOAD_LIMIT:
        megabytes = settings.UPLOAD_LIMIT // 1024 // 1024
        sentence = _("Tệp nặng hơn %(size)s MB. Chia nhỏ, hoặc quét lại với độ phân giải 200–300 dpi.")
        raise ImportRefused(sentence % {"size": megabytes})
    sha256 = hashlib.sha256(content).hexdigest()
    known = PlanImport.objects.filter(body_id=body_id, file_sha256=sha256, state__in=OPEN_OR_DONE).first()
    if known:
        raise AlreadyImported(_("Văn bản này đã được nhập; không có gì thay đổi."), import_id=known.pk)
    row = PlanImport.objects.create(
        body_id=body_id,
        state=ImportState.WAITING,
        uploaded_by_id=actor.person,
        uploaded_at=now,
        file_name=nfc(PurePath(name).name)[:255],
        file_sha256=sha256,
    )
    quarantine.put_aside(content, sha256)
    record_event(
        chain=f"body:{body_id}",
        kind="plan_import.received",
        subject=Subject("plan_import", row.pk),
        actor=actor,
        now=now,
        facts={"sha256": sha256, "bytes": len(content)},
    )
    return row.pk
