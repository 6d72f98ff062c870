"""Leave a mail unsent for good."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.mail import MAIL, MailEvent, MailState
from minhbach.domain.lifecycles.table import MoveNotAllowed
from minhbach.domain.text import squeeze
from minhbach.foundation.mail.contracts import MailRefused
from minhbach.foundation.mail.journal import note_mail
from minhbach.foundation.mail.queries import held_mail

LONGEST_REASON = 300


@transaction.atomic
def give_up_mail(*, mail_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Say that a mail that did not arrive is not tried any more, and why: told by telephone, say (thôi gửi).

    :raises MailNotVisible: if the actor looks after no such mail.
    :raises MailRefused: without a reason, or if the mail is not one that did not arrive.
    """
    mail = held_mail(mail_id, actor=actor)
    reason = squeeze(reason)[:LONGEST_REASON]
    if not reason:
        raise MailRefused(_("Ghi lý do thôi gửi thư này."))
    try:
        mail.state = MAIL.next(MailState(mail.state), MailEvent.GIVE_UP)
    except MoveNotAllowed as error:
        raise MailRefused(_("Thư này không còn chờ xử lý. Xem lại tình trạng của thư.")) from error
    mail.given_up_because = reason
    mail.save(update_fields=["state", "given_up_because"])
    # The reason may name people, so it stays in the table, which can be erased, and out of the log, which cannot.
    note_mail("mail.given_up", mail, actor=actor, now=now)
