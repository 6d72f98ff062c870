"""Take a mail out of the case that a person wrote it into by mistake: it waits again under its own number."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.settle_mail import move_mail_out
from minhbach.intake.models import MailState, Message, TakenMail
from minhbach.requests.actions.write_in_thread import QUESTION
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case, Step
from minhbach.requests.queries.cases import CASE, cases_visible_to
from minhbach.requests.queries.mails import mail_for_change


def may_take_out(mail: TakenMail) -> bool:
    """True for a mail with a number of its own that a person wrote into a case, while its words are there."""
    return mail.state == MailState.IN_CASE and mail.into_id is not None and mail.erased_at is None


@transaction.atomic
def take_mail_out(*, mail_id: int, reason: str, actor: Actor, now: datetime) -> bool:
    """Undo that a mail was written into a case; True if it had moved the case a step, which stays as it is.

    Its words and files leave the thread, which the case's requester reads, and return to the mail's own number.

    :raises CaseNotVisible: if the mail is not there for the actor.
    :raises CaseRefused: if it is in no case, or in one that the actor does not deal with, or nothing is said why.
    """
    mail = mail_for_change(mail_id, actor=actor)
    if not may_take_out(mail):
        raise CaseRefused(_("Thư này không nằm trong yêu cầu nào do cán bộ ghi vào, hoặc lời thư đã xóa."))
    if not reason.strip():
        raise CaseRefused(_("Ghi lý do."), field="reason")
    rows = cases_visible_to(actor).select_for_update(of=("self",))
    case = rows.filter(submission=mail.into_id, whole__isnull=True).first()
    if case is None:
        raise CaseRefused(_("Yêu cầu mà thư này thuộc về không còn ở cơ quan của người đang xử lý."))
    message = Message.objects.filter(message_id=mail.key, submission=case.submission_id).first()
    moved = message is not None and Step.objects.filter(case=case, message_id=message.pk).exists()
    move_mail_out(mail=mail, reason=reason, actor=actor, now=now)
    _recount_questions(case)
    record_event(
        chain=body_chain(case.body_id),
        kind="case.mail_taken_out",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number, "mail": mail.submission.number},
    )
    return moved


def _recount_questions(case: Case) -> None:
    """Let the case wait for a reply since the first question that is still there."""
    if case.unanswered_since is None:
        return
    asked = case.submission.messages.filter(kind=QUESTION, at__gte=case.unanswered_since)
    case.unanswered_since = asked.order_by("at").values_list("at", flat=True).first()
    case.save(update_fields=["unanswered_since"])
