"""From rows of the outbox to values."""

from minhbach.domain.lifecycles.mail import MailState
from minhbach.domain.text import fold
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail.contracts import MailRecord, Trouble
from minhbach.foundation.models import OutgoingMail


def as_record(mail: OutgoingMail) -> MailRecord:
    """Return the row as a value that other rooms may hold."""
    return MailRecord(
        id=mail.pk,
        to=mail.to,
        subject=mail.subject,
        about=Subject(mail.about_kind, mail.about_id),
        state=MailState(mail.state),
        attempts=mail.attempts,
        queued_at=mail.queued_at,
        sent_at=mail.sent_at,
        trouble=Trouble(mail.trouble) if mail.trouble else None,
        said=mail.said,
    )


def searchable(to: str, subject: str) -> str:
    """Return what the list of mails looks for words in: without marks and capitals."""
    return fold(f"{to} {subject}")[:400]
