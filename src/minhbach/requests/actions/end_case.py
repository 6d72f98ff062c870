"""End a case without an answer, or take its end back: withdrawn, no request at all, entered by mistake, reopened."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.lifecycles.request import ANSWERED, RequestEvent
from minhbach.intake.actions.write_message import write_message
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import settle
from minhbach.requests.models import Case
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import REPLY, tell


@transaction.atomic
def withdraw_by_officer(*, case_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Write down that the requester takes the request back, said at the counter, by post or by telephone.

    :param reason: how they said so.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or it is not said how.
    :raises MoveNotAllowed: if it has ended.
    """
    case = _opened(case_id, RequestEvent.WITHDRAW, reason, actor)
    move(case, RequestEvent.WITHDRAW, actor=actor, now=now, note=reason, words=_("Người yêu cầu rút yêu cầu."))


@transaction.atomic
def set_aside(*, case_id: int, words: str, actor: Actor, now: datetime) -> None:
    """Say that this is no request for information, as a denunciation, and where its sender turns with it.

    :param words: what the sender reads; who deals with such things, and where.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or does not say where to turn.
    :raises MoveNotAllowed: once it was found valid.
    """
    case = _opened(case_id, RequestEvent.SET_ASIDE, words, actor, field="words")
    message = write_message(submission_id=case.submission_id, kind="set_aside", text=words, actor=actor, now=now)
    move(case, RequestEvent.SET_ASIDE, actor=actor, now=now, words=words, message_id=message)
    tell(case, REPLY, actor=actor, now=now)


@transaction.atomic
def void_case(*, case_id: int, reason: str, actor: Actor, now: datetime) -> None:
    """Void a case that was entered by mistake. Number and reason stay; it is counted nowhere.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or gives no reason.
    :raises MoveNotAllowed: if it is void already.
    """
    case = _opened(case_id, RequestEvent.VOID, reason, actor)
    move(case, RequestEvent.VOID, actor=actor, now=now, note=reason)


@transaction.atomic
def reopen_case(*, case_id: int, reason: str, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Take an ended case up again. What was answered is worked on with its old clock; the rest is checked anew.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, or gives no reason.
    :raises MoveNotAllowed: if it has not ended, was split or voided.
    """
    case = _opened(case_id, RequestEvent.REOPEN, reason, actor)
    if case.state not in ANSWERED:
        case.valid_on, case.extension = None, None
        settle(case, calendar=calendar)
    move(case, RequestEvent.REOPEN, actor=actor, now=now, note=reason, words=_("Cơ quan mở lại yêu cầu."))


def _opened(case_id: int, event: RequestEvent, reason: str, actor: Actor, *, field: str = "reason") -> Case:
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, event, actor=actor)
    if not reason.strip():
        raise CaseRefused(_("Ghi lý do."), field=field)
    return case
