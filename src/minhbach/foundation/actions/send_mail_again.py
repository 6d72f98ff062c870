"""Put a mail that did not arrive back into the outbox."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.mail import MAIL, MailEvent, MailState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.foundation.mail.journal import note_mail
from minhbach.foundation.mail.queries import held_mail
from minhbach.foundation.mail.rows import searchable
from minhbach.foundation.mail.rules import checked_address, message_id
from minhbach.foundation.mail.writing import own_domain


@transaction.atomic
def send_mail_again(*, mail_id: int, to: str, actor: Actor, now: datetime) -> None:
    """Send a mail once more, with all its tries, to an address that somebody has looked at (gửi lại).

    It gets a Message-ID of its own, so that no server drops it as a copy and a late answer to the first is told apart.

    :raises MailNotVisible: if the actor looks after no such mail.
    :raises MailRefused: if the address is none, or the mail is not one that did not arrive.
    """
    mail = held_mail(mail_id, actor=actor)
    try:
        mail.state = MAIL.next(MailState(mail.state), MailEvent.SEND_AGAIN)
    except MoveNotAllowed as error:
        raise MailRefused(_("Thư này không còn chờ xử lý. Xem lại tình trạng của thư.")) from error
    to = checked_address(to)
    is_corrected = to != mail.to
    mail.to, mail.searchable = to, searchable("" if mail.is_private else to, mail.subject)
    mail.round += 1
    mail.message_id = message_id(mail.key.hex, mail.round, own_domain())
    mail.attempts = mail.unclear = 0
    mail.trouble = mail.said = ""
    mail.trying_since, mail.sent_at, mail.next_at = None, None, now
    mail.save()
    note_mail("mail.queued_again", mail, actor=actor, now=now, facts={"address_corrected": is_corrected})
