"""Hold a batch, let it go on, or give it up (tạm dừng, chạy tiếp, bỏ lô)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.digitisation.actions.open_batch import refuse_who_may_not
from minhbach.digitisation.contracts import DigitisationRefused
from minhbach.digitisation.holding import let_go
from minhbach.digitisation.journal import note_batch
from minhbach.digitisation.models import Batch
from minhbach.digitisation.queries.visible import batch_for_change
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import BATCH, BatchEvent, BatchState, ScanState
from minhbach.domain.lifecycles.table import MoveNotAllowed


@transaction.atomic
def pause_batch(*, batch_id: int, actor: Actor, now: datetime, trouble: str = "") -> None:
    """Hold a batch: the machine finishes what it reads at the moment and takes no more of it.

    :param trouble: why the machine itself stops.
    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or it is not running.
    """
    row = _moved(batch_id, BatchEvent.PAUSE, actor)
    row.trouble = trouble[:500]
    row.save()
    note_batch(row, "paused", actor=actor, now=now)


@transaction.atomic
def resume_batch(*, batch_id: int, actor: Actor, now: datetime) -> None:
    """Let a batch go on; the caller enqueues the job in the same transaction.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or it is not held.
    """
    row = _moved(batch_id, BatchEvent.RESUME, actor)
    row.trouble = ""
    row.save()
    note_batch(row, "resumed", actor=actor, now=now)


@transaction.atomic
def cancel_batch(*, batch_id: int, actor: Actor, now: datetime) -> int:
    """Give a batch up: what was not read is taken away for good, what was read stays. Return how many were dropped.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or it was given up before.
    """
    row = _moved(batch_id, BatchEvent.CANCEL, actor)
    row.trouble = ""
    row.save()
    waiting = list(row.scans.filter(state=ScanState.WAITING).values_list("pk", flat=True))
    row.scans.filter(pk__in=waiting, state=ScanState.WAITING).update(state=ScanState.DROPPED)
    note_batch(row, "cancelled", actor=actor, now=now, facts={"dropped": len(waiting)})
    let_go(waiting)
    return len(waiting)


def _moved(batch_id: int, event: BatchEvent, actor: Actor) -> Batch:
    row = batch_for_change(batch_id, actor=actor)
    refuse_who_may_not(actor, row.body_id)
    try:
        row.state = BATCH.next(BatchState(row.state), event)
    except MoveNotAllowed:
        raise DigitisationRefused(_("Lô này đã sang bước khác. Mở lại trang để xem tình trạng hiện nay.")) from None
    return row
