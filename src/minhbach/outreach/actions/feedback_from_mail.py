"""Take over an e-mail that a focal point found to be feedback, under the number that its sender has already."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.calendar import calendar_in_use
from minhbach.intake.actions.settle_mail import let_mail_become
from minhbach.intake.contracts import Given, Receipt, SubmissionKind, SubmissionRefused, Way
from minhbach.intake.models import TakenMail
from minhbach.intake.queries.mails import words_of_mail
from minhbach.outreach.actions.receive_feedback import keep_feedback
from minhbach.outreach.contracts import FeedbackGiven, FeedbackKind, FeedbackWay
from minhbach.outreach.labels import KIND_LABELS


def kinds_of_feedback() -> list[tuple[str, str]]:
    """Return the kinds that a focal point chooses from, with their words."""
    return [(kind, str(words)) for kind, words in KIND_LABELS.items()]


@transaction.atomic
def feedback_from_mail(mail: TakenMail, kind: str, actor: Actor, now: datetime) -> None:
    """Make a mail feedback. Its words stand with the feedback from then on, and are read as that is.

    :raises SubmissionRefused: if its words are erased.
    """
    words = words_of_mail(mail)
    if words is None:
        raise SubmissionRefused(_("Lời thư đã xóa theo thời hạn lưu giữ."))
    given = FeedbackGiven(
        kind=FeedbackKind(kind),
        text=words.text or words.subject,
        sender=words.proposed,
        way=FeedbackWay.EMAIL,
        received_on=mail.arrived_on,
    )
    sent = Given(
        text=given.text, sender=given.sender, way=Way.EMAIL, sent_on=mail.arrived_on, received_on=mail.arrived_on
    )
    let_mail_become(mail=mail, kind=SubmissionKind.FEEDBACK, given=sent, statute=None, actor=actor, now=now)
    row = mail.submission
    keep_feedback(Receipt(row.pk, row.number, "", row.received_at), given, calendar_in_use(), actor, now)
