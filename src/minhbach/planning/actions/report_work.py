"""Write how far a task is, or that its result is there (báo cáo tiến độ, báo kết quả)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import OPEN, AssignmentEvent, AssignmentState
from minhbach.domain.text import nfc
from minhbach.foundation.dates import local_date
from minhbach.planning.contracts import AssignmentNotVisible, Evidence, IssuedDocument, WorkRefused
from minhbach.planning.evidence import take_evidence
from minhbach.planning.models import Assignment, WorkReport
from minhbach.planning.moving import finish, move, person_of
from minhbach.planning.queries.periods import unreported_periods
from minhbach.planning.queries.work import assignment_for_change, may_work

RESULT_PERCENT = 100


@transaction.atomic
def report_progress(
    *, assignment_id: int, percent: int, text: str, evidence: Sequence[Evidence] = (), actor: Actor, now: datetime
) -> int:
    """Write how far the work is; what nobody had taken over is taken over by that. Return the report's id.

    :param percent: 0–99; a finished result is reported with `report_result`.
    :raises AssignmentNotVisible: if it is not there for the actor, or is not their body's work.
    :raises WorkRefused: if the work is closed or its result waits for a leader, or nothing is written.
    """
    row = _own(assignment_id, actor)
    if row.state not in (AssignmentState.GIVEN, AssignmentState.IN_WORK):
        raise WorkRefused(_("Việc đang chờ duyệt kết quả hoặc đã khép lại: không ghi tiến độ được nữa."))
    if not 0 <= percent < RESULT_PERCENT:
        raise WorkRefused(_("Tiến độ từ 0 đến 99%. Đã xong thì chọn “Báo kết quả”."))
    if row.state == AssignmentState.GIVEN:
        move(row, AssignmentEvent.TAKE_OVER)
        row.taken_over_on, row.person_id = local_date(now), actor.person
    row.progress = percent
    report = _write(row, text, percent, evidence, actor, now)
    finish(row, "progressed", actor=actor, now=now, facts={"report": report.pk, "percent": percent})
    return report.pk


@transaction.atomic
def report_result(
    *,
    assignment_id: int,
    text: str,
    evidence: Sequence[Evidence] = (),
    document: IssuedDocument | None = None,
    period_until: date | None = None,
    actor: Actor,
    now: datetime,
) -> int:
    """Hand the result to the leader; once accepted, today is the day that counts. Return the report's id.

    :param document: the document that was issued, where the task's product is one.
    :param period_until: of recurring work, the last of the periods that passed for which the report stands, with all
        before it; None: it stands for the running period alone.
    :raises AssignmentNotVisible: if it is not there for the actor, or is not their body's work.
    :raises WorkRefused: if the work is closed, its result waits already, nothing is written, or a period is not owed.
    """
    row = _own(assignment_id, actor)
    if row.state not in OPEN:
        raise WorkRefused(_("Việc đã khép lại. Mở lại việc trước khi báo kết quả."))
    periods = _periods(row, period_until, now)
    first = row.state == AssignmentState.GIVEN
    move(row, AssignmentEvent.REPORT_RESULT)
    if first:
        row.taken_over_on, row.person_id = local_date(now), actor.person
    row.reported_on = local_date(now)
    report = _write(row, text, RESULT_PERCENT, evidence, actor, now)
    if periods:
        report.period_on, report.period_until = periods
        report.save(update_fields=["period_on", "period_until"])
    if document is not None:
        _name_document(report, document)
    finish(row, "reported", actor=actor, now=now, facts={"report": report.pk, "files": len(evidence)})
    return report.pk


@transaction.atomic
def take_back_result(*, assignment_id: int, actor: Actor, now: datetime) -> None:
    """Take back a result that no leader has answered yet.

    :raises AssignmentNotVisible: if it is not there for the actor, or is not their body's work.
    :raises WorkRefused: if no result waits.
    """
    row = _own(assignment_id, actor)
    move(row, AssignmentEvent.TAKE_BACK)
    row.reported_on = None
    row.reports.filter(is_result=True, answered_at=None, taken_back_at=None).update(taken_back_at=now)
    finish(row, "taken_back", actor=actor, now=now)


def _periods(row: Assignment, until: date | None, now: datetime) -> tuple[date, date] | None:
    """Return the days of the first and last period for which a result stands; None where the work does not recur."""
    waiting = [one.day for one in unreported_periods(row, on=local_date(now))]
    if until is not None and until not in waiting:
        raise WorkRefused(_("Chọn kỳ trong các kỳ đang chờ báo cáo. Mở lại trang để xem."))
    return (waiting[0], until or waiting[0]) if waiting else None


def _name_document(report: WorkReport, document: IssuedDocument) -> None:
    if document.issued_on > report.reported_on:
        raise WorkRefused(_("Ngày ban hành còn ở phía trước: báo kết quả khi văn bản đã ban hành."))
    report.document, report.document_on = nfc(document.reference).strip()[:80], document.issued_on
    report.save(update_fields=["document", "document_on"])


def _own(assignment_id: int, actor: Actor) -> Assignment:
    row = assignment_for_change(assignment_id, actor=actor)
    if not may_work(actor, row):
        raise AssignmentNotVisible
    return row


def _write(
    row: Assignment, text: str, percent: int, evidence: Sequence[Evidence], actor: Actor, now: datetime
) -> WorkReport:
    text = nfc(text).strip()
    if not text:
        raise WorkRefused(_("Ghi ngắn gọn đã làm gì, ví dụ số và ngày của văn bản đã ban hành."))
    report = WorkReport.objects.create(
        assignment=row,
        is_result=percent == RESULT_PERCENT,
        percent=percent,
        text=text,
        due_on=row.due_on,
        reported_by_id=person_of(actor),
        reported_at=now,
        reported_on=local_date(now),
    )
    take_evidence(report, evidence, now=now)
    return report
