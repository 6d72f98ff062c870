"""Take a message of a body's mailbox in: a bounce, an answer to a case, or something new that waits for a person."""

from datetime import datetime
from email.utils import parseaddr

from django.conf import settings

from minhbach.domain.access import system_actor
from minhbach.foundation.actions.mark_bounced import mark_bounced
from minhbach.foundation.mail.attempts import MAILER
from minhbach.foundation.mail.bounces import read_bounce
from minhbach.foundation.mail.contracts import Incoming
from minhbach.foundation.mail.queries import about_what
from minhbach.intake.actions.take_mail import take_new_mail
from minhbach.intake.mail.reading import read_mail
from minhbach.intake.mail.values import ReadMail
from minhbach.intake.queries.mails import is_known_mail
from minhbach.requests.actions.file_answering_mail import file_answering_mail
from minhbach.requests.queries.threads import answered_submission

READER = system_actor("mail-reader")


def take_mail_in(incoming: Incoming, *, body_id: int, address: str, now: datetime) -> bool:
    """Take one message in, in the caller's transaction; True for all that was understood or waits for a person.

    :param address: of the mailbox: what comes from it is our own and begins no loop.
    """
    bounce = read_bounce(incoming.message)
    if bounce is not None and mark_bounced(bounce=bounce, actor=MAILER, now=now):
        return True
    mail = read_mail(incoming.message)
    if _is_our_own(mail, address) or is_known_mail(mail, body_id=body_id):
        return True
    submission_id = answered_submission(mail, body_id=body_id)
    is_filed = submission_id is not None and file_answering_mail(
        mail=mail, submission_id=submission_id, body_id=body_id, now=now
    )
    if not is_filed:
        take_new_mail(mail=mail, body_id=body_id, actor=READER, now=now)
    return True


def _is_our_own(mail: ReadMail, address: str) -> bool:
    own = {address.lower(), parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()} - {""}
    return mail.sender_address.lower() in own and about_what([f"<{mail.message_id}>"]) is not None
