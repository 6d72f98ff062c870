"""A leader's word on a reported result: accepted, accepted for this period, or sent back (duyệt, trả lại kết quả)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentEvent, AssignmentState
from minhbach.domain.plans.limits import next_limit
from minhbach.domain.plans.rhythm import from_code
from minhbach.domain.text import nfc
from minhbach.foundation.contracts import Fact
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import AssignmentNotVisible, WorkRefused
from minhbach.planning.models import Assignment, WorkReport
from minhbach.planning.moving import finish, move
from minhbach.planning.queries.work import assignment_for_change, who_accepts


@transaction.atomic
def accept_result(*, assignment_id: int, answer: str = "", actor: Actor, now: datetime) -> None:
    """Accept the result for good: the task is done on the day on which it was reported.

    :raises AssignmentNotVisible: if it is not there for the actor, or they are not among those who accept it.
    :raises WorkRefused: if no result waits, or the reporter would accept their own while another leader could.
    """
    row, report = _waiting(assignment_id, actor, now)
    _refuse_own(row, report, actor, now)
    move(row, AssignmentEvent.ACCEPT)
    row.done_on, row.progress = report.reported_on, report.percent
    _answer(report, accepted=True, answer=answer, actor=actor, now=now)
    facts: dict[str, Fact] = {
        "report": report.pk,
        "done_on": report.reported_on.isoformat(),
        "own": report.own_acceptance,
    }
    finish(row, "accepted", actor=actor, now=now, facts=facts)


@transaction.atomic
def accept_period(*, assignment_id: int, answer: str = "", actor: Actor, now: datetime) -> None:
    """Accept the work of the periods for which the report stands, and let it go on: the limit of the next one runs.

    That limit may have passed already: what was not reported is not skipped.

    :raises AssignmentNotVisible: as `accept_result`.
    :raises WorkRefused: as `accept_result`, and if the work does not recur.
    """
    row, report = _waiting(assignment_id, actor, now)
    _refuse_own(row, report, actor, now)
    covered = max(filter(None, (report.period_until, row.due_on)), default=None)
    following = next_limit(from_code(row.task.rhythm), covered=covered, reported_on=report.reported_on)
    if following is None:
        raise WorkRefused(_("Việc này không lặp lại theo kỳ: duyệt là hoàn thành."))
    move(row, AssignmentEvent.ACCEPT_PERIOD)
    ended, row.due_on, row.period_on = row.due_on, following, following
    row.reported_on, row.progress = None, 0
    _answer(report, accepted=True, answer=answer, actor=actor, now=now)
    facts: dict[str, Fact] = {
        "report": report.pk,
        "due_on": ended.isoformat() if ended else None,
        "reported_on": report.reported_on.isoformat(),
        "next_due_on": following.isoformat(),
        "own": report.own_acceptance,
    }
    finish(row, "period_accepted", actor=actor, now=now, facts=facts)


@transaction.atomic
def send_back_result(*, assignment_id: int, answer: str, actor: Actor, now: datetime) -> None:
    """Say what is still missing; the work is open again.

    :raises AssignmentNotVisible: as `accept_result`.
    :raises WorkRefused: if no result waits, or nothing says what is missing.
    """
    if not answer.strip():
        raise WorkRefused(_("Ghi còn thiếu gì để người thực hiện làm tiếp."))
    row, report = _waiting(assignment_id, actor, now)
    move(row, AssignmentEvent.SEND_BACK)
    row.reported_on = None
    _answer(report, accepted=False, answer=answer, actor=actor, now=now)
    finish(row, "sent_back", actor=actor, now=now, facts={"report": report.pk})


def _waiting(assignment_id: int, actor: Actor, now: datetime) -> tuple[Assignment, WorkReport]:
    row = assignment_for_change(assignment_id, actor=actor)
    if actor.person not in who_accepts(row, on=local_date(now)):
        raise AssignmentNotVisible
    report = row.reports.filter(is_result=True, answered_at=None, taken_back_at=None).order_by("-pk").first()
    if row.state != AssignmentState.REPORTED or report is None:
        raise WorkRefused(_("Không còn kết quả nào chờ duyệt ở việc này."))
    return row, report


def _refuse_own(row: Assignment, report: WorkReport, actor: Actor, now: datetime) -> None:
    if report.reported_by_id == actor.person and len(who_accepts(row, on=local_date(now))) > 1:
        raise WorkRefused(_("Người duyệt phải là người khác với người báo kết quả: cơ quan còn lãnh đạo khác."))


def _answer(report: WorkReport, *, accepted: bool, answer: str, actor: Actor, now: datetime) -> None:
    report.accepted, report.answer = accepted, nfc(answer).strip()
    report.answered_by_id, report.answered_at = actor.person, now
    # Only where nobody else could: marked in the report and in the event.
    report.own_acceptance = accepted and report.reported_by_id == actor.person
    report.save()
