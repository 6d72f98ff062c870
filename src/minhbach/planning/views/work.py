"""One body's part in a task: how it stands, what was reported, and what may be done with it now."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from minhbach.accounts.doors import actor_on, officer_only
from minhbach.accounts.queries import person_names
from minhbach.domain.access import Actor, Role
from minhbach.domain.lifecycles.assignment import OPEN, AssignmentState
from minhbach.domain.lifecycles.evidence import EvidenceState
from minhbach.domain.plans.rhythm import from_code
from minhbach.domain.reading.results import DeadlineKind
from minhbach.foundation import clock
from minhbach.foundation.contracts import Subject
from minhbach.foundation.queries import files_about
from minhbach.planning.contracts import AssignmentNotVisible
from minhbach.planning.evidence import REPORT
from minhbach.planning.history import history_of
from minhbach.planning.labels import ASSIGNMENT_TAGS, RHYTHM_LABELS, STANDING_TAGS, kind_beside, standing_tag
from minhbach.planning.machine_words import problem_in_words
from minhbach.planning.models import Assignment, AssignmentRole, HeldEvidence, WorkReport
from minhbach.planning.moving import ASSIGNMENT_KIND
from minhbach.planning.queries import name_of, visible_assignment
from minhbach.planning.queries.periods import periods_of
from minhbach.planning.queries.urging import urgings_of
from minhbach.planning.queries.work import may_follow, may_work, reads_reports, who_accepts
from minhbach.planning.spans import stand_of


def the_work(request: HttpRequest, assignment_id: int) -> Assignment:
    """Return the assignment for who asks; 404 where it is not there for them."""
    try:
        return visible_assignment(assignment_id, actor=actor_on(request))
    except AssignmentNotVisible:
        raise Http404 from None


@officer_only
def work(request: HttpRequest, assignment_id: int) -> HttpResponse:
    """Show the work with its reports, evidence and history."""
    row, today = the_work(request, assignment_id), clock.today()
    kind = DeadlineKind(row.task.deadline_kind)
    rhythm = from_code(row.task.rhythm)
    accepting = who_accepts(row, on=today)
    reads = reads_reports(row, actor=actor_on(request))
    context = {
        "row": row,
        "task": row.task,
        "plan": row.task.plan,
        "plan_name": name_of(row.task.plan),
        "role": AssignmentRole(row.role).label,
        "leads": row.role == AssignmentRole.LEAD,
        "standing": standing_tag(stand_of(row), kind, on=today),
        "step": ASSIGNMENT_TAGS[AssignmentState(row.state)],
        "kind": kind_beside(row.task.deadline_text, kind),
        "rhythm": RHYTHM_LABELS[rhythm.every] if rhythm else "",
        "periods": _periods(row, today),
        "reads": reads,
        "reports": _reports(row, actor_on(request)) if reads else [],
        "limit_changes": row.limit_changes.select_related("changed_by").order_by("-changed_at"),
        "happenings": row.task.happenings.select_related("recorded_by").order_by("-recorded_at"),
        "can": possible(row, actor_on(request), accepting),
        "accepting": sorted(person_names(accepting).values()),
        "history": history_of(Subject(ASSIGNMENT_KIND, row.pk)) if reads else (),
        "urgings": urgings_of([row.pk], drafts=may_follow(actor_on(request), row)).get(row.pk, ()) if reads else (),
        "today": today,
    }
    return render(request, "planning/work.html", context)


PERIODS_SHOWN = 24
"""Two years of monthly reports; what is older stands among the reports beneath."""


def _periods(row: Assignment, today: dt.date) -> list[dict[str, Any]]:
    """Return the periods of recurring work, the newest first, each with its class."""
    found = periods_of(row, on=today)[-PERIODS_SHOWN:]
    return [{"period": one, "tag": STANDING_TAGS[one.stands(on=today)]} for one in reversed(found)]


ACTIVE = (AssignmentState.GIVEN, AssignmentState.IN_WORK)
STATES: Mapping[str, tuple[AssignmentState, ...]] = {
    "give": OPEN,
    "progress": ACTIVE,
    "result": ACTIVE,
    "take_back": (AssignmentState.REPORTED,),
    "answer": (AssignmentState.REPORTED,),
    "reopen": (AssignmentState.DONE,),
    "drop": OPEN,
    "resume": (AssignmentState.DROPPED,),
    "limit": OPEN,
}
"""In which states each act makes sense."""


def powers(row: Assignment, actor: Actor, accepting: frozenset[int]) -> dict[str, bool]:
    """Return which acts are the actor's at all, whatever the state of the work."""
    works, words = may_work(actor, row), may_follow(actor, row) or actor.person in accepting
    return {
        **dict.fromkeys(("give", "progress", "result", "take_back"), works),
        "answer": actor.person in accepting,
        **dict.fromkeys(("reopen", "drop", "resume"), words),
        "limit": actor.holds(Role.LEADER, body=row.task.plan.body_id),
    }


def possible(row: Assignment, actor: Actor, accepting: frozenset[int]) -> dict[str, bool]:
    """Return what the actor may do with the work now; what is not allowed is absent from the page."""
    state = AssignmentState(row.state)
    return {act: held and state in STATES[act] for act, held in powers(row, actor, accepting).items()}


def _reports(row: Assignment, actor: Actor) -> list[dict[str, Any]]:
    rows = row.reports.select_related("reported_by", "answered_by")
    reports = list(rows.prefetch_related("held_evidence").order_by("-reported_at", "-pk"))
    files = files_about([Subject(REPORT, report.pk) for report in reports])
    return [
        {
            "report": report,
            "files": files.get(str(report.pk), ()),
            "held": [_held(one, own=report.reported_by_id == actor.person) for one in report.held_evidence.all()],
            "tag": _tag(report),
        }
        for report in reports
    ]


def _held(evidence: HeldEvidence, *, own: bool) -> dict[str, Any]:
    # A name may itself tell a secret: until the file is known to be none, only who handed it in reads it.
    waits = evidence.state == EvidenceState.WAITING
    why = "" if waits else problem_in_words({"code": evidence.code, "message": evidence.sentence})
    return {"name": evidence.name if own else "", "size": evidence.size, "waits": waits, "why": why}


def _tag(report: WorkReport) -> str:
    if not report.is_result:
        return "progress"
    if report.taken_back_at:
        return "taken_back"
    if report.accepted is None:
        return "waiting"
    return "accepted" if report.accepted else "sent_back"
