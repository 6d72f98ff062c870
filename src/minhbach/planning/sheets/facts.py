"""What a spreadsheet told of work done becomes reports when its plan is confirmed; a leader still accepts each result.

The list of an office is what it says of itself. It becomes a report that names the list and row, dated with the day
that the list gives, and counts as done from the day on which a leader accepts it.
"""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import override

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.assignment import AssignmentEvent, AssignmentState
from minhbach.foundation.dates import local_date
from minhbach.planning.models import Assignment, AssignmentRole, Plan, PlanImport, SheetFact, WorkReport
from minhbach.planning.moving import finish, move, person_of

ALL_BUT_DONE = 99


def tell_work(plan: Plan, plan_import: PlanImport, *, actor: Actor, now: dt.datetime) -> int:
    """Write the reports, each once, and return how many.

    Only a task that one body leads is told of: of many, the list does not say which of them has done it.
    """
    facts = SheetFact.objects.filter(draft__plan_import=plan_import, draft__left_out=False, report=None)
    told = [fact for fact in facts.select_related("draft") if fact.done_on or fact.percent or fact.state]
    if not told or actor.person is None:
        return 0
    leads = _single_leads(plan)
    written = 0
    for fact in told:
        row = leads.get(fact.draft.position)
        if row is not None and row.state == AssignmentState.GIVEN:
            _tell(row, fact, plan_import, actor, now)
            written += 1
    return written


def _single_leads(plan: Plan) -> dict[int, Assignment]:
    """Return the leading part of each task that has one alone and no report yet, by the task's position."""
    rows = Assignment.objects.filter(task__plan=plan, role=AssignmentRole.LEAD).select_related("task")
    reported = set(WorkReport.objects.filter(assignment__task__plan=plan).values_list("assignment", flat=True))
    found: dict[int, list[Assignment]] = {}
    for row in rows:
        found.setdefault(row.task.position, []).append(row)
    return {position: ones[0] for position, ones in found.items() if len(ones) == 1 and ones[0].pk not in reported}


def _tell(row: Assignment, fact: SheetFact, plan_import: PlanImport, actor: Actor, now: dt.datetime) -> None:
    done_on = fact.done_on
    percent = 100 if done_on else min(fact.percent or 0, ALL_BUT_DONE)
    report = WorkReport.objects.create(
        assignment=row,
        is_result=done_on is not None,
        percent=percent,
        text=_words(fact, plan_import),
        due_on=row.due_on,
        reported_by_id=person_of(actor),
        reported_at=now,
        reported_on=done_on or local_date(now),
    )
    fact.report = report
    fact.save(update_fields=["report"])
    if done_on:
        move(row, AssignmentEvent.REPORT_RESULT)
        row.reported_on = done_on
    else:
        row.progress = percent
    kind = "result_told" if done_on else "progress_told"
    finish(row, kind, actor=actor, now=now, facts={"report": report.pk, "import": plan_import.pk, "row": fact.row})


def _words(fact: SheetFact, plan_import: PlanImport) -> str:
    # Kept with the report, so in the language of the record and not of who confirms.
    with override("vi"):
        source = _("Theo bảng của cơ quan: tệp “%(file)s”, dòng %(row)s.")
        lines = [source % {"file": plan_import.file_name, "row": fact.row}, fact.state]
        if fact.note:
            lines.append(_("Ghi chú: %(note)s") % {"note": fact.note})
    return "\n".join(filter(None, lines))
