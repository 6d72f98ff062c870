"""Reads of the outbox. Mail is seen by administrators: of the body whose mail it is, or of any where it is nobody's."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.mail import TO_MEND, MailState
from minhbach.foundation.contracts import Subject
from minhbach.foundation.mail.contracts import MailNotVisible, MailRecord, Trouble
from minhbach.foundation.mail.rows import as_record
from minhbach.foundation.mail.rules import MESSAGE_ID
from minhbach.foundation.models import LeftInMailbox, OutgoingMail
from minhbach.foundation.registries import bodies_looked_after


def mails_visible_to(actor: Actor) -> QuerySet[OutgoingMail]:
    """Return the mails that the actor may see."""
    if not actor.holds(Role.ADMINISTRATOR):
        return OutgoingMail.objects.none()
    return OutgoingMail.objects.filter(Q(body_id=None) | Q(body_id__in=bodies_looked_after(actor)))


def visible_mail(mail_id: int, *, actor: Actor) -> OutgoingMail:
    """Return a mail that the actor may see.

    :raises MailNotVisible: if there is none.
    """
    mail = mails_visible_to(actor).filter(pk=mail_id).first()
    if mail is None:
        raise MailNotVisible
    return mail


def held_mail(mail_id: int, *, actor: Actor) -> OutgoingMail:
    """Return a mail that the actor may see, kept from others until the transaction ends.

    :raises MailNotVisible: if there is none.
    """
    mail = mails_visible_to(actor).select_for_update().filter(pk=mail_id).first()
    if mail is None:
        raise MailNotVisible
    return mail


def mails_to_mend(actor: Actor) -> QuerySet[OutgoingMail]:
    """Return what did not arrive and waits for the actor: refused for good, or sent back."""
    return mails_visible_to(actor).filter(state__in=TO_MEND)


def mails_about(subject: Subject) -> tuple[MailRecord, ...]:
    """Return the mails about a subject, oldest first, for a room that has asked who may see the subject."""
    rows = OutgoingMail.objects.filter(about_kind=subject.kind, about_id=str(subject.id)).order_by("pk")
    return tuple(as_record(row) for row in rows)


def about_what(message_ids: Iterable[str]) -> Subject | None:
    """Return what the first of these Message-IDs that is one of ours was about; who knows one has had the mail.

    For a room that reads answers. None where none is ours.
    """
    for one in message_ids:
        ours = MESSAGE_ID.fullmatch(one)
        mail = OutgoingMail.objects.filter(key=UUID(hex=ours[1])).first() if ours else None
        if mail is not None:
            return Subject(mail.about_kind, mail.about_id)
    return None


def not_arrived_about(kind: str, *, bodies: Iterable[int]) -> QuerySet[OutgoingMail]:
    """Return the mails about subjects of a kind that did not arrive, for who deals with them in these bodies."""
    return OutgoingMail.objects.filter(about_kind=kind, body_id__in=bodies, state__in=TO_MEND).order_by("pk")


def is_server_silent() -> bool:
    """Say whether mail waits because the server did not answer the last time."""
    return OutgoingMail.objects.filter(state=MailState.QUEUED, trouble=Trouble.UNREACHABLE).exists()


def left_in_mailbox() -> int:
    """Return how many messages lie in the mailbox that the reader did not understand."""
    return LeftInMailbox.objects.exclude(why="handled").count()


def left_in(mailbox: str) -> int:
    """Return how many messages lie in one mailbox, by its name, that the reader could not take."""
    return LeftInMailbox.objects.filter(mailbox=mailbox).exclude(why="handled").count()
