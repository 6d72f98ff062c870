"""Say what a mail is: a request, part of a case, feedback, or nothing for the body. A person says it, no machine."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.intake.actions.settle_mail import let_mail_become, move_mail_into, settle_mail
from minhbach.intake.contracts import Given, SubmissionKind, SubmissionRefused
from minhbach.intake.mail.quoting import without_quoted
from minhbach.intake.models import MailState, TakenMail
from minhbach.intake.queries.mails import words_of_mail
from minhbach.intake.registries import feedback
from minhbach.intake.rules import plain_number
from minhbach.requests.actions.file_answering_mail import write_into_thread
from minhbach.requests.actions.receive_request import open_case
from minhbach.requests.contracts import CaseNotVisible, CaseRefused
from minhbach.requests.dues import law_of_requests
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import cases_visible_to
from minhbach.requests.queries.mails import is_waiting, mail_for_change


@transaction.atomic
def make_mail_a_request(*, mail_id: int, given: Given, actor: Actor, now: datetime) -> int:
    """Open a case under the number that the mail has, with what the officer confirmed; return its id.

    :raises CaseNotVisible: if the mail is not there for the actor.
    :raises CaseRefused: if it was sorted already.
    :raises SubmissionRefused: if it says nothing, or its days cannot be.
    """
    mail = _waiting(mail_id, actor)
    law = law_of_requests(given.sent_on or mail.arrived_on)
    let_mail_become(mail=mail, kind=SubmissionKind.REQUEST, given=given, statute=law, actor=actor, now=now)
    return open_case(submission_id=mail.submission_id, actor=actor, now=now).pk


@transaction.atomic
def write_mail_into_case(*, mail_id: int, number: str, actor: Actor, now: datetime) -> int:
    """Write a mail into the thread of a case that is here, as its requester's word; return the case's id.

    :raises CaseNotVisible: if the mail is not there for the actor.
    :raises CaseRefused: if it was sorted already, there is no such case, or its thread takes no more.
    """
    mail = _waiting(mail_id, actor)
    case = _case_numbered(number, actor)
    words = words_of_mail(mail)
    if words is None:
        raise CaseRefused(_("Lời thư đã xóa theo thời hạn lưu giữ."))
    text = without_quoted(words.text) or words.subject or _("Xem tệp kèm theo.")
    write_into_thread(case=case, text=text, files=(), key=mail.key, now=now)
    move_mail_into(mail=mail, submission_id=case.submission_id, actor=actor, now=now)
    return case.pk


@transaction.atomic
def make_mail_feedback(*, mail_id: int, kind: str, actor: Actor, now: datetime) -> None:
    """Let the room that deals with feedback take a mail over.

    :raises CaseNotVisible: if the mail is not there for the actor, or no room takes feedback.
    :raises CaseRefused: if it was sorted already, or that room refuses it.
    """
    mail, takes = _waiting(mail_id, actor), feedback()
    if takes is None:
        raise CaseNotVisible
    try:
        takes.become(mail, kind, actor, now)
    except SubmissionRefused as refused:
        raise CaseRefused(refused.reason) from refused


@transaction.atomic
def put_mail_aside(*, mail_id: int, actor: Actor, now: datetime) -> None:
    """Put a mail aside that is nothing for the body: advertising, a newsletter. It can be taken back.

    :raises CaseNotVisible: if the mail is not there for the actor.
    :raises CaseRefused: if it was sorted already.
    """
    settle_mail(mail=_waiting(mail_id, actor), state=MailState.NOTHING, actor=actor, now=now)


@transaction.atomic
def take_mail_back(*, mail_id: int, actor: Actor, now: datetime) -> None:
    """Let a mail that was put aside wait again.

    :raises CaseNotVisible: if the mail is not there for the actor.
    :raises CaseRefused: if it was not put aside, or its words are erased already.
    """
    mail = mail_for_change(mail_id, actor=actor)
    if mail.state != MailState.NOTHING or mail.erased_at is not None:
        raise CaseRefused(_("Thư này không lấy lại được nữa."))
    settle_mail(mail=mail, state=MailState.WAITING, actor=actor, now=now)


def _waiting(mail_id: int, actor: Actor) -> TakenMail:
    mail = mail_for_change(mail_id, actor=actor)
    if not is_waiting(mail):
        raise CaseRefused(_("Thư này đã có người xử lý. Mở lại thư để xem."))
    return mail


def _case_numbered(number: str, actor: Actor) -> Case:
    whole = number.strip().partition("/")[0]
    rows = cases_visible_to(actor).select_for_update(of=("self",))
    case = rows.filter(number=plain_number(whole), whole__isnull=True).first()
    if case is None:
        raise CaseRefused(_("Không có yêu cầu nào mang số này ở cơ quan của người đang xử lý."), field="number")
    return case
