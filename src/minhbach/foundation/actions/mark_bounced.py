"""Write down that a mail came back."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.mail import MAIL, MailEvent, MailState
from minhbach.foundation.mail.bounces import Bounce
from minhbach.foundation.mail.contracts import Trouble
from minhbach.foundation.mail.journal import note_mail
from minhbach.foundation.models import OutgoingMail


@transaction.atomic
def mark_bounced(*, bounce: Bounce, actor: Actor, now: datetime) -> bool:
    """Note that the sending of a mail that a bounce names did not arrive; return whether the mail is one of ours.

    Nothing changes for a mere delay, for a sending that was since repeated, and for what a person has given up: such a
    message is understood all the same. Safe twice.
    """
    mail = OutgoingMail.objects.select_for_update().filter(key=bounce.key).first()
    if mail is None:
        return False
    move = (MailState(mail.state), MailEvent.BOUNCE)
    if not bounce.is_final or bounce.round != mail.round or move not in MAIL.moves:
        return True
    mail.state = MAIL.next(*move)
    mail.trouble, mail.said = Trouble.BOUNCED, bounce.said or bounce.status
    mail.trying_since = None
    mail.save(update_fields=["state", "trouble", "said", "trying_since"])
    note_mail("mail.bounced", mail, actor=actor, now=now, facts={"status": bounce.status})
    return True
