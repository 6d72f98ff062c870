"""Read a file that was handed in with a report, and keep it unless it carries a mark of secrecy."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.evidence import EVIDENCE, EvidenceEvent, EvidenceState
from minhbach.domain.reading.results import Problem
from minhbach.extraction.tables.read import SECRET
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.planning.evidence import keep, place_of, problem_with
from minhbach.planning.models import HeldEvidence
from minhbach.planning.moving import ASSIGNMENT_KIND

# Kept as the machine's own sentence; pages in other languages go by the code (machine_words.py).
LOST = "Tệp chờ đọc không còn. Gửi lại tệp."


def check_evidence(*, held_id: int, actor: Actor, now: datetime) -> EvidenceState:
    """Keep the file that waits, or remove it and say why. Safe to call again, late, or twice at a time."""
    held = HeldEvidence.objects.filter(pk=held_id).first()
    if held is None:
        return EvidenceState.KEPT
    if held.state != EvidenceState.WAITING:
        return EvidenceState(held.state)
    try:
        content = quarantine.waiting(place_of(held))
    except FileNotFoundError:
        return _settle(held_id, None, Problem("no_file", LOST), actor, now)
    return _settle(held_id, content, problem_with(content, now=now), actor, now)


@transaction.atomic
def _settle(held_id: int, content: bytes | None, problem: Problem | None, actor: Actor, now: datetime) -> EvidenceState:
    held = HeldEvidence.objects.select_for_update(of=("self",)).filter(pk=held_id).select_related("report").first()
    if held is None or held.state != EvidenceState.WAITING:
        # Another worker was quicker while this one was reading.
        return EvidenceState(held.state) if held else EvidenceState.KEPT
    held.state = EVIDENCE.next(EvidenceState.WAITING, _event(problem))
    place = place_of(held)
    if problem is None:
        assert content is not None
        keep(held.report, held.name, content, now=now)
        held.delete()
    else:
        held.code, held.sentence = problem.code, problem.message[:500]
        held.name = "" if held.state == EvidenceState.REFUSED else held.name
        held.save()
        _tell(held, actor, now)
    transaction.on_commit(lambda: quarantine.remove(place))
    return EvidenceState.KEPT if problem is None else EvidenceState(held.state)


def _event(problem: Problem | None) -> EvidenceEvent:
    if problem is None:
        return EvidenceEvent.FIND_FIT
    return EvidenceEvent.REFUSE if problem.code == SECRET else EvidenceEvent.FAIL


def _tell(held: HeldEvidence, actor: Actor, now: datetime) -> None:
    assignment = held.report.assignment
    record_event(
        chain=body_chain(assignment.body_id),
        kind=f"assignment.evidence_{held.state}",
        subject=Subject(ASSIGNMENT_KIND, assignment.pk),
        actor=actor,
        now=now,
        facts={"report": held.report_id},
    )
