"""Write down what became of a mail. Part of another room's act, which has asked who may do it."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.statutes import Statute
from minhbach.foundation.actions.move_files import move_files
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.receive_submission import described
from minhbach.intake.cleaning import clean_sender, paragraph
from minhbach.intake.contracts import Given, SubmissionKind
from minhbach.intake.models import MailState, Message, SealedSender, SubmissionFile, TakenMail
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.sealing import identity_hash, sealed

LONGEST_REASON = 1000


@transaction.atomic
def settle_mail(*, mail: TakenMail, state: MailState, actor: Actor, now: datetime) -> None:
    """Note what a person found a mail to be; back to waiting takes that back."""
    mail.state = state
    back = state is MailState.WAITING
    mail.sorted_by_id, mail.sorted_at = (None, None) if back else (actor.person, now)
    mail.save(update_fields=["state", "sorted_by", "sorted_at"])
    record_event(
        chain=body_chain(mail.body_id),
        kind=f"submission.mail_{state}",
        subject=Subject(SUBMISSION, mail.submission_id),
        actor=actor,
        now=now,
        facts={"number": mail.submission.number},
    )


@transaction.atomic
def let_mail_become(
    *,
    mail: TakenMail,
    kind: SubmissionKind,
    given: Given,
    statute: Statute | None,
    actor: Actor,
    now: datetime,
) -> None:
    """Let the submission of a mail become what a person confirmed it to be, under the number that it has.

    :raises SubmissionRefused: if it says nothing, or its days or way cannot be.
    """
    row = mail.submission
    for name, value in described(given, statute, now).items():
        setattr(row, name, value)
    row.kind = kind
    row.save()
    sender = clean_sender(given.sender)
    SealedSender.objects.filter(submission=row).update(
        content=sealed(sender), identity_hash=identity_hash(sender.identity_number)
    )
    if kind is SubmissionKind.FEEDBACK:
        # It may be a denunciation, which one leader alone reads: nothing of it stays among the mails.
        mail.content = ""
        mail.save(update_fields=["content"])
    done = MailState.FEEDBACK if kind is SubmissionKind.FEEDBACK else MailState.REQUEST
    settle_mail(mail=mail, state=done, actor=actor, now=now)


@transaction.atomic
def move_mail_into(*, mail: TakenMail, submission_id: int, actor: Actor, now: datetime) -> None:
    """Give a mail's files to the message that it became in another submission's thread. Its own number stays used.

    The message was written under the mail's key.
    """
    message = Message.objects.get(message_id=mail.key)
    SubmissionFile.objects.filter(submission=mail.submission_id).update(submission=submission_id, message=message.pk)
    mail.into_id = submission_id
    mail.save(update_fields=["into"])
    settle_mail(mail=mail, state=MailState.IN_CASE, actor=actor, now=now)


@transaction.atomic
def move_mail_out(*, mail: TakenMail, reason: str, actor: Actor, now: datetime) -> None:
    """Take back that a mail was moved into a thread: its message goes, its files return, it waits under its own number.

    :param reason: in the person's words; erased with the mail's.
    """
    own = SubmissionFile.objects.filter(message__message_id=mail.key)
    stored = [file_id for file_id in own.values_list("file_id", flat=True) if file_id is not None]
    move_files(stored, to=Subject(SUBMISSION, mail.submission_id))
    own.update(submission=mail.submission_id, message=None)
    Message.objects.filter(message_id=mail.key).delete()
    mail.into_id, mail.taken_out_because = None, paragraph(reason, longest=LONGEST_REASON)
    mail.save(update_fields=["into", "taken_out_because"])
    settle_mail(mail=mail, state=MailState.WAITING, actor=actor, now=now)
