"""Tell the requester by when the answer comes (báo thời hạn; Law 104/2016, Articles 30(4), 31(2))."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.requests.answering.drafting import draft
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.outward import tell_and_move
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import TERM_TOLD


@transaction.atomic
def notify_term(*, case_id: int, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Draft the notice and put it where the requester reads it. A late one goes out too, and the log shows the day.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, this request needs no such notice, or it was given.
    :raises MoveNotAllowed: if no clock runs, or the statute knows no such notice.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.NOTIFY_TERM, actor=actor)
    if case.notice_due_on is None:
        raise CaseRefused(
            _("Yêu cầu này không phải báo thời hạn: chỉ báo khi thông tin phức tạp, không gửi tại trụ sở.")
        )
    if case.steps.filter(event=RequestEvent.NOTIFY_TERM).exists():
        raise CaseRefused(_("Đã báo thời hạn cho người yêu cầu rồi."))
    letter = draft(case, LetterKey.TERM_NOTICE, {}, calendar=calendar, actor=actor, now=now)
    late = timezone.localdate(now) > case.notice_due_on
    tell_and_move(case, RequestEvent.NOTIFY_TERM, letter, TERM_TOLD, actor=actor, now=now, told={"late": late})
