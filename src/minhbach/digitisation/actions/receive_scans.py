"""Take files into a batch: they wait, unread, in quarantine (nhận bản quét)."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from minhbach.digitisation.actions.open_batch import refuse_who_may_not
from minhbach.digitisation.contracts import DigitisationRefused, NewScan
from minhbach.digitisation.holding import hold
from minhbach.digitisation.journal import note_batch
from minhbach.digitisation.models import Batch, Scan
from minhbach.digitisation.queries.twins import scans_with_bytes
from minhbach.digitisation.queries.visible import batch_for_change
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import BatchState, ScanState
from minhbach.domain.text import nfc
from minhbach.extraction import limits
from minhbach.foundation.files.naming import safe_name
from minhbach.register.queries.same import items_with_bytes


@dataclass(frozen=True, slots=True)
class Received:
    """What became of the files of one sending: ids of new scans that wait, how many were known, why some were refused.

    `here` counts files that this batch has already, `elsewhere` those whose bytes another batch or the register has.
    """

    taken: tuple[int, ...] = ()
    here: int = 0
    elsewhere: int = 0
    refused: tuple[str, ...] = ()


@transaction.atomic
def receive_scans(*, batch_id: int, files: Sequence[NewScan], actor: Actor, now: datetime) -> Received:
    """Put files aside to be read, each once: safe to send again, or to go on with after a crash.

    :raises BatchNotVisible: if the batch is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or the batch was cancelled.
    """
    batch = batch_for_change(batch_id, actor=actor)
    refuse_who_may_not(actor, batch.body_id)
    if batch.state == BatchState.CANCELLED:
        raise DigitisationRefused(_("Lô này đã bỏ. Mở lô khác."))
    by_hash = {hashlib.sha256(file.content).hexdigest(): file for file in files if not _refusal(file)}
    here = set(batch.scans.filter(sha256__in=by_hash).values_list("sha256", flat=True))
    fresh = {sha256: file for sha256, file in by_hash.items() if sha256 not in here}
    twins = scans_with_bytes(fresh, body_id=batch.body_id)
    items = items_with_bytes(fresh, body_id=batch.body_id)
    rows = _rows(batch, fresh, twins, items)
    Scan.objects.bulk_create(rows, batch_size=200)
    taken = tuple(row.pk for row in rows if row.state == ScanState.WAITING)
    received = Received(
        taken=taken,
        here=len(files) - len(fresh) - sum(bool(_refusal(file)) for file in files),
        elsewhere=len(rows) - len(taken),
        refused=tuple(sentence for file in files if (sentence := _refusal(file))),
    )
    if rows:
        note_batch(batch, "received", actor=actor, now=now, facts={"files": len(taken), "known": received.elsewhere})
    for row in rows:
        if row.state == ScanState.WAITING:
            hold(row.pk, fresh[row.sha256].content)
    return received


def _rows(batch: Batch, files: Mapping[str, NewScan], twins: Mapping[str, int], items: Mapping[str, int]) -> list[Scan]:
    last = batch.scans.aggregate(last=Max("place"))["last"] or 0
    return [
        Scan(
            batch=batch,
            place=place,
            state=ScanState.DUPLICATE if sha256 in twins or sha256 in items else ScanState.WAITING,
            name=nfc(safe_name(file.name))[:255],
            size=len(file.content),
            sha256=sha256,
            twin_id=twins.get(sha256),
            twin_item_id=items.get(sha256),
        )
        for place, (sha256, file) in enumerate(files.items(), start=last + 1)
    ]


def _refusal(file: NewScan) -> str:
    """Return why a file is not taken, or nothing."""
    name = safe_name(file.name)
    if not file.content:
        return _("Tệp “%(name)s” không có gì bên trong.") % {"name": name}
    if len(file.content) > limits.MAX_BYTES:
        most = limits.MAX_BYTES // limits.MB
        return _("Tệp “%(name)s” nặng hơn %(most)s MB.") % {"name": name, "most": most}
    return ""
