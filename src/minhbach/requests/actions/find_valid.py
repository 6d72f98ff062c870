"""Find that a request says all that it must: its clock starts (yêu cầu đã đủ)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.calendars.calendar import Calendar
from minhbach.domain.deadlines import FactRefused
from minhbach.domain.lifecycles.request import RequestEvent
from minhbach.domain.statutes import Complexity
from minhbach.requests.contracts import CaseRefused
from minhbach.requests.dues import answer_due, dues_of, settle
from minhbach.requests.models import Case
from minhbach.requests.moving import move, refuse_other_roles
from minhbach.requests.queries.cases import case_for_change
from minhbach.requests.telling import ACCEPTED, tell


@transaction.atomic
def find_valid(
    *,
    case_id: int,
    valid_on: date,
    complexity: Complexity | None,
    calendar: Calendar,
    actor: Actor,
    now: datetime,
    note: str = "",
) -> None:
    """Start the clock of a case.

    :param valid_on: the local day on which the body had all of it: that of receipt, or of the supplement.
    :param complexity: simple or complex where the statute tells them apart (2016); else ignored.
    :raises CaseNotVisible: if the case is not there for the actor.
    :raises CaseRefused: if the actor may not, the day cannot be, or the complexity lacks.
    :raises MoveNotAllowed: if the clock runs already, or the case has ended.
    """
    case = case_for_change(case_id, actor=actor)
    refuse_other_roles(case, RequestEvent.FIND_VALID, actor=actor)
    _refuse_day(case, valid_on, timezone.localdate(now))
    case.valid_on, case.complexity = valid_on, complexity or ""
    try:
        settle(case, calendar=calendar)
    except FactRefused as refused:
        raise CaseRefused(_sentence(refused), field="complexity") from refused
    due = answer_due(dues_of(case, calendar=calendar))
    move(
        case,
        RequestEvent.FIND_VALID,
        actor=actor,
        now=now,
        on=valid_on,
        ground=due.article if due else "",
        note=note,
        facts={"complexity": case.complexity},
        told={"valid": valid_on.isoformat(), "due": case.due_on.isoformat() if case.due_on else None},
    )
    tell(case, ACCEPTED, actor=actor, now=now)


def _refuse_day(case: Case, valid_on: date, today: date) -> None:
    if valid_on > today:
        raise CaseRefused(_("Ngày này chưa tới. Xem lại ngày, tháng, năm."), field="valid_on")
    if valid_on < case.received_on:
        raise CaseRefused(_("Ngày đủ nội dung không thể trước ngày nhận."), field="valid_on")


def _sentence(refused: FactRefused) -> str:
    words = str(refused)
    return f"{words[:1].upper()}{words[1:]}."
