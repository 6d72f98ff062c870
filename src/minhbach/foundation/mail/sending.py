"""The sweep of the outbox: what is due goes out, one mail after the other, over one connection."""

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from minhbach.domain.lifecycles.mail import MailState
from minhbach.foundation.mail.attempts import take_up, write_down, write_down_unreachable
from minhbach.foundation.mail.contracts import Trouble
from minhbach.foundation.mail.smtp import Connection, Outcome, hand_over
from minhbach.foundation.mail.writing import written
from minhbach.foundation.models import OutgoingMail

logger = logging.getLogger("minhbach.mail")

BATCH = 200
LONGEST_SWEEP = timedelta(seconds=45)
"""The quick jobs wait meanwhile; what is left goes out with the next sweep."""
TROUBLES_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class Sweep:
    """What a sweep did: mails sent, mails still waiting, and whether the server answered (None: nothing was due)."""

    sent: int
    waiting: int
    answered: bool | None = None


def is_server_set() -> bool:
    """Say whether the settings name a mail server; without one, mail waits. While people train, none leaves."""
    return bool(settings.EMAIL_HOST) and not settings.IS_TRAINING


def send_due_mails(*, clock: Callable[[], datetime]) -> Sweep:
    """Send what is due, oldest first. Safe twice at once, late, and after a week of silence."""
    due = OutgoingMail.objects.filter(state=MailState.QUEUED, next_at__lte=clock()).order_by("next_at", "pk")
    ids = list(due.values_list("pk", flat=True)[:BATCH]) if is_server_set() else []
    if not ids:
        return Sweep(0, _waiting())
    connection = Connection()
    try:
        connection.open()
    except OSError as error:
        # Asked again with the next sweep: one connection a minute burdens nobody, so there is no pause to wait out.
        logger.warning("Không nối được tới máy chủ thư: %s", error)
        _let_go(connection)
        write_down_unreachable(ids, said=str(error)[:500])
        return Sweep(0, _waiting(), answered=False)
    try:
        sent = _send(connection, ids, clock)
    finally:
        _let_go(connection)
    return Sweep(sent, _waiting(), answered=True)


def _send(connection: Connection, ids: list[int], clock: Callable[[], datetime]) -> int:
    until = clock() + LONGEST_SWEEP
    sent = troubles = 0
    for mail_id in ids:
        if clock() > until or troubles >= TROUBLES_IN_A_ROW or not _is_open(connection):
            break
        mail = take_up(mail_id, now=clock())
        if mail is None:
            continue
        outcome = _try(connection, mail, now=clock())
        write_down(mail_id, outcome, now=clock())
        sent += outcome.trouble is None
        troubles = troubles + 1 if outcome.is_about_server else 0
        if outcome.is_broken:
            _let_go(connection)
    return sent


def _try(connection: Connection, mail: OutgoingMail, *, now: datetime) -> Outcome:
    try:
        message = written(mail, now=now)
    except ValueError as error:
        return Outcome(Trouble.REFUSED, 0, str(error)[:500])
    return hand_over(connection, message)


def _is_open(connection: Connection) -> bool:
    """Open the connection again if it broke; False if the server is gone."""
    with suppress(OSError):
        connection.open()
    return connection.connection is not None


def _let_go(connection: Connection) -> None:
    with suppress(OSError):
        connection.close()


def _waiting() -> int:
    return OutgoingMail.objects.filter(state=MailState.QUEUED).count()
