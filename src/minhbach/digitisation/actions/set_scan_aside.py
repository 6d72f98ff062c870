"""Put a scan off, drop it, or say that it is there already (để sau, bỏ, bản trùng)."""

from datetime import datetime

from django.db import transaction

from minhbach.digitisation.changing import move, scan_to_change
from minhbach.digitisation.holding import let_go
from minhbach.digitisation.journal import note_scan
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import ScanEvent


@transaction.atomic
def put_off_scan(*, scan_id: int, actor: Actor, now: datetime) -> None:
    """Leave a scan for later: it comes after those that nobody has looked at.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or it is not to be checked.
    """
    _set(scan_id, ScanEvent.PUT_OFF, "put_off", actor, now, takes_away=False)


@transaction.atomic
def drop_scan(*, scan_id: int, actor: Actor, now: datetime) -> None:
    """Take a scan away for good, as one of a blank page or of another body's paper.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or it is confirmed or gone.
    """
    _set(scan_id, ScanEvent.DROP, "dropped", actor, now, takes_away=True)


@transaction.atomic
def call_duplicate(*, scan_id: int, actor: Actor, now: datetime) -> None:
    """Say that the document is in the register or in another scan already; the file is taken away.

    :raises BatchNotVisible: if it is not there for the actor.
    :raises DigitisationRefused: if the actor may not, or it is confirmed or gone.
    """
    _set(scan_id, ScanEvent.KNOW, "known", actor, now, takes_away=True)


def _set(scan_id: int, event: ScanEvent, kind: str, actor: Actor, now: datetime, *, takes_away: bool) -> None:
    row = scan_to_change(scan_id, actor=actor)
    move(row, event)
    if takes_away:
        row.lines, row.checked_by_id, row.checked_at = [], actor.person, now
        let_go([row.pk])
    row.version += 1
    row.save()
    note_scan(row, kind, actor=actor, now=now)
