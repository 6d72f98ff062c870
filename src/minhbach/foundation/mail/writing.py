"""A mail as it goes over the wire: plain text, in Vietnamese, saying that a machine wrote it."""

from datetime import datetime
from email.charset import QP, Charset
from email.utils import format_datetime, parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from minhbach.foundation.models import OutgoingMail

_UTF8 = Charset("utf-8")
# Quoted-printable passes every server; eight bits pass only those that say so.
_UTF8.body_encoding = QP


def written(mail: OutgoingMail, *, now: datetime) -> EmailMessage:
    """Return the message of a mail, dated with this try.

    :raises ValueError: if address or subject cannot stand in a header.
    """
    message = EmailMessage(
        subject=mail.subject,
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.to],
        headers={
            "Message-ID": mail.message_id,
            "Date": format_datetime(timezone.localtime(now)),
            # RFC 3834: so that holiday notices and other machines do not answer.
            "Auto-Submitted": "auto-generated",
        },
    )
    message.encoding = _UTF8
    return message


def own_domain() -> str:
    """Return the domain that stands in our Message-IDs: the sender's, or the installation's own name."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or settings.ENVIRONMENT.hosts[0]
