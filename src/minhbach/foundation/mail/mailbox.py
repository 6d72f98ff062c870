"""Reads a mailbox over IMAP, one message after the other, and puts each away once what it led to is committed.

`work_through` is for every room that takes messages in. Nothing in the mailbox is changed but what was understood: that
is marked as read and moved to a folder of its own. The rest stays as it lies, unread, and is not looked at again.
"""

import logging
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from imaplib import IMAP4

from django.db import DatabaseError, transaction
from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError

from minhbach.foundation.mail.contracts import Incoming, MailboxAddress, MailboxUnreachable
from minhbach.foundation.models import LeftInMailbox

logger = logging.getLogger("minhbach.mail")

TIMEOUT = 20.0
LARGEST = 5 * 1024 * 1024
MOST_AT_ONCE = 100
DONE_FOLDER = "MinhBach"
TOO_LARGE, BROKEN, NOT_UNDERSTOOD, HANDLED = "too_large", "broken", "not_understood", "handled"
_NOT_ANSWERED = (OSError, IMAP4.error, ImapToolsError)


@dataclass(frozen=True, slots=True)
class Reading:
    """How many messages were handled, and how many were left as they lie."""

    handled: int
    left: int


def work_through(
    address: MailboxAddress,
    *,
    take: Callable[[Incoming], bool],
    now: datetime,
    largest: int = LARGEST,
    limit: int = MOST_AT_ONCE,
) -> Reading:
    """Give every new message to `take`, each in a transaction of its own; it says whether it understood the message.

    A message is put away after the commit. If the worker dies in between it comes again, so `take` must be safe twice.
    A message that makes `take` fail is left for a person; if the database fails, it is tried again the next time.

    :param largest: bytes; what is larger is never fetched.
    :raises MailboxUnreachable: if the server does not answer or does not let us in.
    """
    with _opened(address) as box:
        notes = _Notes(address, box.folder.status(address.folder, ["UIDVALIDITY"])["UIDVALIDITY"], now)
        lying = box.uids("UNDELETED", charset=None)
        fitting = set(box.uids(f"UNDELETED SMALLER {largest + 1}", charset=None))
        notes.forget_all_but(lying)
        handled = left = 0
        for uid in notes.new_among(lying)[:limit]:
            why = _handle(box, uid, take) if uid in fitting else TOO_LARGE
            if why is None and _put_away(box, uid):
                handled += 1
                continue
            handled, left = (handled + 1, left) if why is None else (handled, left + 1)
            notes.add(uid, why or HANDLED)
    return Reading(handled, left)


def _handle(box: BaseMailBox, uid: str, take: Callable[[Incoming], bool]) -> str | None:
    """Give one message to `take`; return why it is to be left, or None if it is handled."""
    try:
        # One by one, so that a message that breaks the parser (nested a thousand deep, say) takes only itself out.
        found = next(iter(box.fetch(uid_list=[uid], mark_seen=False)), None)
        if found is None:
            return None
        with transaction.atomic():
            understood = take(Incoming(uid, found.obj))
    except (DatabaseError, *_NOT_ANSWERED):
        raise
    except Exception:  # whatever a stranger's message breaks, it must not keep the others from being read
        logger.exception("Không đọc được thư %s trong hộp thư; thư vẫn nằm ở đó.", uid)
        return BROKEN
    return None if understood else NOT_UNDERSTOOD


def _put_away(box: BaseMailBox, uid: str) -> bool:
    """Mark a message as read and move it; False where the server lets nobody make the folder."""
    try:
        # Reading its head marks it as read; `flag` would also purge what people have only marked as deleted.
        list(box.fetch(uid_list=[uid], mark_seen=True, headers_only=True))
        box.move(uid, _done_folder(box))
    except ImapToolsError:
        return False
    return True


def _done_folder(box: BaseMailBox) -> str:
    """Return the folder for what is handled, made where it lacks; some servers want it inside the inbox."""
    known = {folder.name for folder in box.folder.list()}
    delimiter = next((folder.delim for folder in box.folder.list()), ".") or "."
    names = (DONE_FOLDER, f"INBOX{delimiter}{DONE_FOLDER}")
    for name in names:
        if name in known:
            return name
    with suppress(ImapToolsError):
        box.folder.create(names[0])
        return names[0]
    box.folder.create(names[1])
    return names[1]


@dataclass(frozen=True, slots=True)
class _Notes:
    """What was left in one mailbox. Numbers of messages hold only as long as the server keeps its `validity`."""

    address: MailboxAddress
    validity: int
    now: datetime

    def new_among(self, uids: list[str]) -> list[str]:
        """Return the messages that nobody has looked at yet, in their order."""
        rows = LeftInMailbox.objects.filter(mailbox=self.address.name, validity=self.validity)
        known = {str(uid) for uid in rows.values_list("uid", flat=True)}
        return [uid for uid in uids if uid not in known]

    def add(self, uid: str, why: str) -> None:
        """Note that a message was looked at and left."""
        LeftInMailbox.objects.get_or_create(
            mailbox=self.address.name,
            validity=self.validity,
            uid=int(uid),
            defaults={"why": why, "noted_at": self.now},
        )

    def forget_all_but(self, lying: list[str]) -> None:
        """Forget what somebody has taken out of the mailbox."""
        rows = LeftInMailbox.objects.filter(mailbox=self.address.name)
        rows.exclude(validity=self.validity).delete()
        gone = {row.uid: row.pk for row in rows}
        for uid in lying:
            gone.pop(int(uid), None)
        LeftInMailbox.objects.filter(pk__in=gone.values()).delete()


@contextmanager
def _opened(address: MailboxAddress) -> Iterator[BaseMailBox]:
    try:
        with _logged_in(address) as box:
            yield box
    except _NOT_ANSWERED as error:
        raise MailboxUnreachable(str(error)[:500]) from error


@contextmanager
def _logged_in(address: MailboxAddress) -> Iterator[BaseMailBox]:
    box: BaseMailBox
    if address.encrypted:
        # The standard library checks no certificate unless it is told to.
        context = ssl.create_default_context()
        box = MailBox(address.host, address.port, timeout=TIMEOUT, ssl_context=context)
    else:
        box = MailBoxUnencrypted(address.host, address.port, timeout=TIMEOUT)
    try:
        box.login(address.user, address.password, initial_folder=address.folder)
        # Before log-in most servers keep back that they can MOVE; without it, moving purges what others marked deleted.
        box.client.capabilities = tuple(box.client.capability()[1][-1].decode("ascii", "replace").upper().split())
        yield box
    finally:
        try:
            box.logout()
        except _NOT_ANSWERED:
            box.client.shutdown()
