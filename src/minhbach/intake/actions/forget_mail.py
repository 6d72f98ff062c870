"""Erase the words of mails that nobody needs any more; number, days and what became of them stay."""

from datetime import datetime, timedelta

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.models import MailState, SealedSender, TakenMail
from minhbach.intake.queries import SUBMISSION
from minhbach.intake.queries.mails import old_mails

KEPT_ASIDE = timedelta(days=30)
"""How long a mail put aside can be taken back. The house's own setting: no law names a time for it."""


def forget_old_mails(*, actor: Actor, now: datetime) -> int:
    """Erase what is over and return how many mails it was. Safe twice, late, or after a week of silence."""
    over = list(old_mails(before=now - KEPT_ASIDE).select_related("submission"))
    for mail in over:
        _forget(mail, actor, now)
    return len(over)


@transaction.atomic
def _forget(mail: TakenMail, actor: Actor, now: datetime) -> None:
    mail.content, mail.taken_out_because, mail.erased_at = "", "", now
    mail.save(update_fields=["content", "taken_out_because", "erased_at"])
    if mail.state != MailState.NOTHING:
        return
    row = mail.submission
    row.text, row.erased_at = "", now
    row.save(update_fields=["text", "erased_at"])
    SealedSender.objects.filter(submission=row).delete()
    record_event(
        chain=body_chain(mail.body_id),
        kind="submission.mail_erased",
        subject=Subject(SUBMISSION, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number},
    )
