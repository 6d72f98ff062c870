"""The steps of one try, each written down before the next: taken up, and what became of it.

A mail is marked before it is handed over, so that a worker that dies leaves a trace. The one gap that SMTP leaves: the
server has taken the mail and nobody was left to write it down. Such a mail goes out once more, with the same
Message-ID, and if that try is cut off too it waits for a person: never more than two copies.
"""

from datetime import datetime, timedelta

from django.db import transaction

from minhbach.domain.access import system_actor
from minhbach.domain.lifecycles.mail import MAIL, MailEvent, MailState
from minhbach.foundation.mail.contracts import Trouble
from minhbach.foundation.mail.journal import note_mail
from minhbach.foundation.mail.rules import MOST_UNCLEAR, TRIES, pause_before_try
from minhbach.foundation.mail.smtp import Outcome
from minhbach.foundation.models import OutgoingMail

HELD = timedelta(minutes=15)
"""How long a try may take before another worker may think it cut off; far longer than the connection's timeouts."""
MAILER = system_actor("mail")


@transaction.atomic
def take_up(mail_id: int, *, now: datetime) -> OutgoingMail | None:
    """Mark a mail as being tried, and return it; None if it is not due any more, or must not go out by itself again."""
    due = OutgoingMail.objects.select_for_update().filter(pk=mail_id, state=MailState.QUEUED, next_at__lte=now)
    mail = due.first()
    if mail is None:
        return None
    if mail.trying_since is not None:
        mail.unclear, mail.trying_since = mail.unclear + 1, None
    if mail.unclear >= MOST_UNCLEAR:
        _fail(mail, Outcome(Trouble.UNCLEAR), now=now)
        return None
    mail.attempts, mail.trying_since, mail.next_at = mail.attempts + 1, now, now + HELD
    mail.save(update_fields=["attempts", "unclear", "trying_since", "next_at"])
    return mail


@transaction.atomic
def write_down(mail_id: int, outcome: Outcome, *, now: datetime) -> None:
    """Write down what became of a try. A mail that came back meanwhile, or was taken up by another, stays as it is."""
    mail = OutgoingMail.objects.select_for_update().filter(pk=mail_id, state=MailState.QUEUED).first()
    if mail is None:
        return
    mail.trying_since = None
    if outcome.trouble is None:
        _mark_sent(mail, now=now)
    elif outcome.trouble is Trouble.REFUSED:
        _fail(mail, outcome, now=now)
    elif outcome.trouble is Trouble.UNCLEAR and mail.unclear + 1 >= MOST_UNCLEAR:
        mail.unclear += 1
        _fail(mail, outcome, now=now)
    elif mail.attempts >= TRIES:
        _fail(mail, Outcome(Trouble.TOO_OFTEN, outcome.code, outcome.said), now=now)
    else:
        mail.unclear += outcome.trouble is Trouble.UNCLEAR
        mail.trouble, mail.said = outcome.trouble, outcome.said
        mail.next_at = now + pause_before_try(mail.attempts)
        mail.save(update_fields=["trouble", "said", "next_at", "unclear", "trying_since"])


def write_down_unreachable(mail_ids: list[int], *, said: str) -> None:
    """Note that the server did not answer. No mail loses a try by it, so none fails because a server was down."""
    waiting = OutgoingMail.objects.filter(pk__in=mail_ids, state=MailState.QUEUED, trying_since=None)
    waiting.update(trouble=Trouble.UNREACHABLE, said=said)


def _mark_sent(mail: OutgoingMail, *, now: datetime) -> None:
    mail.state = MAIL.next(MailState(mail.state), MailEvent.SEND)
    mail.sent_at, mail.trouble, mail.said = now, "", ""
    mail.save(update_fields=["state", "sent_at", "trouble", "said", "trying_since"])
    note_mail("mail.sent", mail, actor=MAILER, now=now, facts={"attempts": mail.attempts})


def _fail(mail: OutgoingMail, outcome: Outcome, *, now: datetime) -> None:
    mail.state = MAIL.next(MailState(mail.state), MailEvent.FAIL)
    mail.trouble, mail.said = outcome.trouble or "", outcome.said
    mail.save(update_fields=["state", "trouble", "said", "unclear", "trying_since"])
    note_mail("mail.failed", mail, actor=MAILER, now=now, facts={"trouble": mail.trouble, "code": outcome.code})
