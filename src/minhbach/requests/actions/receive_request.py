"""Take in a request for information on any channel: number, receipt and case in one transaction."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body
from minhbach.domain.access import VISITOR, Actor
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.intake.actions.receive_submission import receive_submission
from minhbach.intake.contracts import Given, Receipt, SubmissionKind, SubmissionRefused, Way
from minhbach.intake.queries import submission
from minhbach.register.queries.visible import holds_for
from minhbach.requests.actions.enter_in_book import enter_in_book
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of_requests
from minhbach.requests.mail.secret import link_to_secret
from minhbach.requests.models import Case
from minhbach.requests.queries.cases import CASE
from minhbach.requests.rules import MAY_RECEIVE
from minhbach.requests.subjects import searched, subject_of
from minhbach.requests.telling import LINK, RECEIVED, tell


def receive_online(*, given: Given, body_id: int, form_key: str, now: datetime) -> Receipt:
    """Take in what a citizen sent from the portal. The same form sent again gives the same number, a fresh secret.

    :raises SubmissionRefused: if it says nothing.
    """
    try:
        return _receive(given, body_id, form_key, VISITOR, now)
    except IntegrityError:  # The same form came twice at the same moment: the other one is the request.
        return _receive(given, body_id, form_key, VISITOR, now)


@transaction.atomic
def receive_by_officer(*, given: Given, body_id: int, actor: Actor, now: datetime, form_key: str = "") -> Receipt:
    """Write down what came over the counter, by post, fax or e-mail.

    :raises CaseRefused: if the actor does not take requests in for the body.
    :raises SubmissionRefused: if it says nothing, or its days or way cannot be.
    """
    if not holds_for(actor, MAY_RECEIVE, body_id):
        raise CaseRefused(_("Vai trò của người này không nhận yêu cầu được."))
    return _receive(given, body_id, form_key, actor, now)


def receive_by_system(*, given: Given, body_id: int, actor: Actor, now: datetime) -> Receipt:
    """Take in what another system sent on, whose own number tells a repeated one. Part of its act.

    :raises SubmissionRefused: if it says nothing, or its days cannot be.
    """
    return _receive(given, body_id, "", actor, now)


@transaction.atomic
def _receive(given: Given, body_id: int, form_key: str, actor: Actor, now: datetime) -> Receipt:
    today = timezone.localdate(now)
    try:
        body(body_id)
    except BodyNotVisible as error:
        raise SubmissionRefused(_("Chọn cơ quan nhận, hoặc chọn “Không rõ”."), field="body") from error
    receipt = receive_submission(
        given=given,
        kind=SubmissionKind.REQUEST,
        body_id=body_id,
        statute=law_of_requests(given.sent_on or today),
        actor=actor,
        now=now,
        form_key=form_key,
    )
    if receipt.is_new:
        open_case(submission_id=receipt.submission_id, actor=actor, now=now)
    return receipt


@transaction.atomic
def open_case(*, submission_id: int, actor: Actor, now: datetime) -> Case:
    """Open the case of a submission that is a request, and tell its sender. Part of the act that took it in."""
    row = submission(submission_id)
    case = Case.objects.create(
        submission_id=row.pk,
        number=row.number,
        body_id=row.body_id,
        statute=row.statute,
        channel=row.channel,
        sent_on=row.sent_on,
        received_on=row.received_on,
        subject=subject_of(row.text),
        search_text=searched(row.number, row.text),
    )
    record_event(
        chain=body_chain(case.body_id),
        kind="case.opened",
        subject=Subject(CASE, case.pk),
        actor=actor,
        now=now,
        facts={"number": case.number, "statute": case.statute, "channel": case.channel},
    )
    enter_in_book(case)
    # Who asked by e-mail has seen no page with a secret; everybody else got it on the page or at the counter.
    by_mail = row.way == Way.EMAIL and row.entered_by_id is None
    more = LINK.format(link=link_to_secret(row.pk, now=now)) if by_mail else ""
    tell(case, RECEIVED, actor=actor, now=now, more=more)
    return case
