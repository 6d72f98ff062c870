"""Take a mail out of the case that it was written into by mistake: it waits for a person under a number of its own."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.settle_mail import move_mail_out
from minhbach.intake.actions.take_mail import give_own_number
from minhbach.intake.models import MailState, Message, TakenMail
from minhbach.requests.actions.write_in_thread import QUESTION
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case, Step
from minhbach.requests.queries.cases import CASE, cases_visible_to
from minhbach.requests.queries.mails import mail_for_change


def may_take_out(mail: TakenMail) -> bool:
    """True for a mail that a person, or the machine by its thread, wrote into a case, while its words are there."""
    is_there = mail.state == MailState.IN_CASE and mail.erased_at is None and bool(mail.content)
    return is_there and Case.objects.filter(submission=thread_of(mail), whole__isnull=True).exists()


def thread_of(mail: TakenMail) -> int:
    """Return the submission in whose thread a mail stands that was written into one."""
    return mail.into_id or mail.submission_id


@transaction.atomic
def take_mail_out(*, mail_id: int, reason: str, actor: Actor, now: datetime) -> bool:
    """Undo that a mail was written into a case; True if it had moved the case a step, which stays as it is.

    Its words and files leave the thread, which the case's requester reads, and return to the mail's own number. What
    the machine wrote there by its thread gets one now. Writing it into a case again undoes this.

    :raises CaseNotVisible: if the mail is not there for the actor.
    :raises CaseRefused: if it is in no case, or in one that the actor does not deal with, or nothing is said why.
    """
    mail = mail_for_change(mail_id, actor=actor)
    if not may_take_out(mail):
        raise CaseRefused(_("Thư này không nằm trong yêu cầu nào, hoặc lời thư đã xóa."))
    if not reason.strip():
        raise CaseRefused(_("Ghi lý do."), field="reason")
    rows = cases_visible_to(actor).select_for_update(of=("self",))
    case = rows.filter(submission=thread_of(mail), whole__isnull=True).first()
    if case is None:
        raise CaseRefused(_("Yêu cầu mà thư này thuộc về không còn ở cơ quan của người đang xử lý."))
    message = Message.objects.filter(message_id=mail.key, submission=case.submission_id).first()
    moved = message is not None and Step.objects.filter(case=case, message_id=message.pk).exists()
    if mail.into_id is None:
        give_own_number(mail=mail, actor=actor, now=now)
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
