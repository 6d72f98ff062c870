"""Mails that came in. Who may see one is asked by the room that sorts them."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from minhbach.intake.mail.keeping import MailWords, key_of, opened_words
from minhbach.intake.mail.values import ReadMail
from minhbach.intake.models import MailboxWatch, MailState, TakenMail


def is_known_mail(mail: ReadMail, *, body_id: int) -> bool:
    """True if this very mail was taken in before, by a process that did not come to put it away."""
    return TakenMail.objects.filter(key=key_of(mail, body_id=body_id)).exists()


def mails_of(bodies: Iterable[int]) -> QuerySet[TakenMail]:
    """Return the mails that came to these bodies, each with the submission that it began or went into."""
    return TakenMail.objects.filter(body_id__in=bodies).select_related("submission", "body", "sorted_by")


def readable_mails(bodies: Iterable[int]) -> QuerySet[TakenMail]:
    """Return those whose words and files who sorts mails may read: feedback may be a denunciation, so none of that."""
    return mails_of(bodies).exclude(state=MailState.FEEDBACK)


def waiting_mails(bodies: Iterable[int]) -> QuerySet[TakenMail]:
    """Return those that wait for a person, the oldest first."""
    return mails_of(bodies).filter(state=MailState.WAITING).order_by("pk")


def submissions_that_took_over(submission_id: int) -> tuple[int, ...]:
    """Return the submissions into whose threads the mail that began this one was written."""
    rows = TakenMail.objects.filter(submission=submission_id, into__isnull=False)
    return tuple(rows.values_list("into_id", flat=True))


def words_of_mail(mail: TakenMail) -> MailWords | None:
    """Return what a mail says, for a room that has asked who may read it; None once that is erased."""
    return opened_words(mail.content)


def mailboxes_of(bodies: Iterable[int]) -> tuple[MailboxWatch, ...]:
    """Return how the mailboxes of these bodies stand."""
    return tuple(MailboxWatch.objects.filter(body_id__in=bodies).select_related("body").order_by("body__name"))


def old_mails(*, before: datetime) -> QuerySet[TakenMail]:
    """Return the mails whose words are to go: put aside long ago, or of a submission whose words were erased."""
    aside = TakenMail.objects.filter(state=MailState.NOTHING, sorted_at__lt=before)
    return (aside | TakenMail.objects.filter(submission__erased_at__isnull=False)).exclude(content="")
