"""Close a request whose requester was asked for what lacked and never sent it (đóng vì không bổ sung)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.letters import LetterKey
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.foundation.dates import written
from minhbach.requests.answering.drafting import draft
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.models import Case, Step
from minhbach.requests.moving import refuse_other_roles
from minhbach.requests.outward import tell_and_move
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import CLOSED


@transaction.atomic
def close_unanswered(*, case_id: int, calendar: Calendar, actor: Actor, now: datetime) -> None:
    """Close the request once the day that its requester was told is over. Closing is no refusal.

    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, no day was told, or it is not over.
    :raises MoveNotAllowed: if nothing lacks, or the statute is read as letting no request be closed so.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.CLOSE_UNANSWERED, actor=actor)
    asked = last_asked(case)
    by = day_told(asked)
    if asked is None or by is None:
        raise CaseRefused(_("Chưa báo ngày cần bổ sung. Gửi đề nghị bổ sung có ghi ngày, rồi mới đóng được."))
    if timezone.localdate(now) <= by:
        raise CaseRefused(_("Người yêu cầu còn đến hết %(day)s để bổ sung.") % {"day": written(by)})
    more = {"asked_on": written(asked.on), "by": written(by)}
    letter = draft(case, LetterKey.CLOSED, more, calendar=calendar, actor=actor, now=now)
    tell_and_move(case, RequestEvent.CLOSE_UNANSWERED, letter, CLOSED, actor=actor, now=now)


def last_asked(case: Case) -> Step | None:
    """Return the last time that the requester was asked for what lacks."""
    return case.steps.filter(event=RequestEvent.ASK_SUPPLEMENT).order_by("-pk").first()


def day_told(asked: Step | None) -> date | None:
    """Return until when the requester was asked to add what lacks; None where no day was told."""
    told = asked.facts.get("by") if asked else None
    return date.fromisoformat(told) if told else None
