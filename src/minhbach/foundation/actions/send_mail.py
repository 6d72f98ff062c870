"""Put a mail in the outbox, in the transaction of the change that it tells of."""

from datetime import datetime
from uuid import uuid4

from django.db import connection

from minhbach.domain.access import Actor
from minhbach.domain.text import nfc
from minhbach.foundation.contracts import NotInTransaction, Subject
from minhbach.foundation.mail.rows import searchable
from minhbach.foundation.mail.rules import checked_address, checked_subject, message_id
from minhbach.foundation.mail.writing import own_domain
from minhbach.foundation.models import OutgoingMail


def queue_mail(
    *,
    to: str,
    subject: str,
    body: str,
    about: Subject,
    actor: Actor,
    now: datetime,
    body_id: int | None = None,
    person_id: int | None = None,
    is_private: bool = False,
) -> int:
    """Let a mail go out soon, and return its id; a rollback takes it back with the change.

    The caller's action records the event, with the mail's id among its facts. What becomes of the mail is recorded
    under `Subject("mail", id)`: "mail.sent", "mail.failed", "mail.bounced", each with `about` among its facts.

    :param subject: neither content nor names, for it is read on locked screens: "[2026-00412] Đã nhận yêu cầu".
    :param body: the text, plain and in Vietnamese.
    :param body_id: whose mail it is; that body's administrators mend what does not arrive. Without one, every
        administrator of the installation sees it, so give it wherever the mail says anything about anybody.
    :param person_id: the officer who reads it, where it is one.
    :param is_private: the address is a citizen's: who looks after mail sees that it did not arrive, not whose it is.
    :raises NotInTransaction: outside `transaction.atomic`.
    :raises MailRefused: if the address is none, or the subject is no subject.
    """
    if not connection.in_atomic_block:
        raise NotInTransaction("queue_mail outside transaction.atomic()")
    to, subject, key = checked_address(to), checked_subject(subject), uuid4()
    mail = OutgoingMail.objects.create(
        key=key,
        message_id=message_id(key.hex, 1, own_domain()),
        to=to,
        subject=subject,
        text=nfc(body),
        is_private=is_private,
        searchable=searchable("" if is_private else to, subject),
        about_kind=about.kind,
        about_id=str(about.id),
        body_id=body_id,
        person_id=person_id,
        next_at=now,
        queued_by=actor.reference,
        queued_at=now,
    )
    return mail.pk
