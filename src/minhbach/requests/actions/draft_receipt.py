"""Draft the receipt as a letter with number and symbol, for who wants it on paper (Phiếu tiếp nhận yêu cầu)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey
from minhbach.register.queries.visible import holds_for
from minhbach.requests.answering.drafting import draft
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.rules import MAY_RECEIVE


@transaction.atomic
def draft_receipt(*, case_id: int, calendar: Calendar, actor: Actor, now: datetime) -> int:
    """Draft the receipt and return the letter's id. It never has the secret: papers are read by more people than one.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor takes in no requests for the body, or what the letter needs was erased.
    """
    case = case_for_change(case_id, actor=actor)
    if not holds_for(actor, MAY_RECEIVE, case.body_id):
        raise CaseRefused(_("Đầu mối của cơ quan soạn phiếu tiếp nhận."))
    return draft(case, LetterKey.RECEIPT, {}, calendar=calendar, actor=actor, now=now).id
