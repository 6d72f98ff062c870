"""Not our information: show the requester the right body (hướng dẫn), or hand the request over (chuyển)."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.agencies.contracts import BodyNotVisible
from minhbach.agencies.queries import body
from minhbach.agencies.queries.focal_points import focal_points_of
from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent, RequestState
from minhbach.domain.text import nfc, squeeze
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.requests.actions.enter_in_book import enter_in_book
from minhbach.requests.answering.drafting import draft
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import law_of, settle
from minhbach.requests.models import Case
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.outward import tell_and_move
from minhbach.requests.parts import new_part
from minhbach.requests.queries.cases import CASE, case_for_change
from minhbach.requests.telling import ELSEWHERE, PASSED_ON


@transaction.atomic
def refer(
    *, case_id: int, body_id: int | None, name: str, reason: str, calendar: Calendar, actor: Actor, now: datetime
) -> None:
    """Tell the requester which body provides this, and how to reach it (Law 104/2016, Article 26(3)).

    :param body_id: of a body that the installation knows; else `name` says which.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, no body is named, or no reason.
    :raises MoveNotAllowed: if the case is decided or has ended.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.REFER, actor=actor)
    other = _named(case, body_id, name)
    contact = _contact(body_id, now) if body_id else ""
    more = {"other_body": other, "other_contact": contact, "reason": _reason(reason)}
    letter = draft(case, LetterKey.GUIDANCE, more, calendar=calendar, actor=actor, now=now)
    told = {"to": body_id}
    tell_and_move(case, RequestEvent.REFER, letter, ELSEWHERE, actor=actor, now=now, facts=told, told=told)


@transaction.atomic
def hand_over(*, case_id: int, body_id: int, reason: str, calendar: Calendar, actor: Actor, now: datetime) -> int:
    """Send the request on, with thread and files, and return the case of the body that has it now.

    It keeps its statute (Law 01/2026, Article 31(4)); whether its clock starts anew is the reading
    `transfer_moves_clock`. The requester goes on reading one page.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, there is no such body, or no reason.
    :raises MoveNotAllowed: if the case is decided or has ended, or its statute is read as allowing guidance alone.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.HAND_OVER, actor=actor)
    other = _named(case, body_id, "")
    valid_on, state = case.valid_on, RequestState(case.state)
    more = {"other_body": other, "reason": _reason(reason)}
    letter = draft(case, LetterKey.HAND_OVER, more, calendar=calendar, actor=actor, now=now)
    told = {"to": body_id}
    tell_and_move(case, RequestEvent.HAND_OVER, letter, PASSED_ON, actor=actor, now=now, facts=told, told=told)
    keeps = law_of(case).reading("transfer_moves_clock").value == "keeps" and valid_on is not None
    row = new_part(case, body_id=body_id, subject=case.subject)
    row.received_on = timezone.localdate(now)
    if keeps:
        row.received_on, row.valid_on, row.complexity, row.state = case.received_on, valid_on, case.complexity, state
        settle(row, calendar=calendar)
    row.save()
    record_event(
        chain=body_chain(body_id),
        kind="case.taken_over",
        subject=Subject(CASE, row.pk),
        actor=actor,
        now=now,
        facts={"number": row.number, "from": case.body_id, "statute": row.statute},
    )
    enter_in_book(row)
    return row.pk


def _named(case: Case, body_id: int | None, name: str) -> str:
    if body_id == case.body_id:
        raise CaseRefused(_("Chọn cơ quan khác."), field="body")
    if body_id is None:
        named = squeeze(nfc(name))[:300]
        if not named:
            raise CaseRefused(_("Chọn cơ quan có trách nhiệm, hoặc ghi tên cơ quan ấy."), field="body")
        return named
    try:
        return body(body_id).name
    except BodyNotVisible as error:
        raise CaseRefused(_("Chọn cơ quan có trách nhiệm, hoặc ghi tên cơ quan ấy."), field="body") from error


def _reason(reason: str) -> str:
    said = squeeze(nfc(reason))
    if not said:
        raise CaseRefused(_("Ghi vì sao không phải thông tin của cơ quan này."), field="reason")
    return said


def _contact(body_id: int, now: datetime) -> str:
    points = focal_points_of([body_id], on=timezone.localdate(now)).get(body_id, ())
    if not points:
        return ""
    fields = points[0].fields
    return ", ".join(filter(None, (points[0].title, fields.address, fields.telephone, fields.email)))
