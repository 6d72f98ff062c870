"""Take a better scan of the same paper instead (quét lại)."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.digitisation.changing import move, scan_to_change
from minhbach.digitisation.contracts import DigitisationRefused, NewScan
from minhbach.digitisation.holding import hold
from minhbach.digitisation.journal import note_scan
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import ScanEvent
from minhbach.domain.text import nfc
from minhbach.foundation.files.naming import safe_name


@transaction.atomic
def replace_scan(*, scan_id: int, file: NewScan, actor: Actor, now: datetime) -> None:
    """Put another file in the place of a scan; it is read anew. The caller enqueues the job in the same transaction.

    :raises BatchNotVisible: if the scan is not there for the actor.
    :raises DigitisationRefused: if the actor may not, the scan is confirmed or gone, or its batch has the file already.
    """
    row = scan_to_change(scan_id, actor=actor)
    move(row, ScanEvent.REPLACE)
    if not file.content:
        raise DigitisationRefused(_("Tệp rỗng. Chọn lại tệp."), field="scan")
    sha256 = hashlib.sha256(file.content).hexdigest()
    if row.batch.scans.filter(sha256=sha256).exists():
        raise DigitisationRefused(_("Lô này đã có đúng tệp ấy. Quét lại rồi gửi tệp mới."), field="scan")
    row.name, row.size, row.sha256 = nfc(safe_name(file.name))[:255], len(file.content), sha256
    row.head, row.fields, row.lines, row.problems = {}, {}, [], []
    row.findings, row.signatures, row.proposal, row.search_text = {}, [], None, ""
    row.twin, row.twin_item, row.code, row.sentence = None, None, "", ""
    row.read_at, row.sure, row.pages = None, None, None
    row.version += 1
    row.save()
    note_scan(row, "replaced", actor=actor, now=now, facts={"bytes": row.size})
    hold(row.pk, file.content)
