"""Read the scan of a decision, and keep it unless it carries a mark of secrecy."""

from datetime import datetime

from django.db import transaction

from minhbach.domain.access import Actor
from minhbach.domain.reading.results import Problem
from minhbach.foundation.actions.record_event import record_event
from minhbach.foundation.actions.store_file import store_file
from minhbach.foundation.contracts import Subject, body_chain
from minhbach.foundation.files import quarantine
from minhbach.publication.actions.attach_decision_scan import place_of
from minhbach.publication.models import DecisionScan, ScanState
from minhbach.publication.queries.scans import SCAN
from minhbach.register.files import FileUnfit, text_of_fit

# Kept as the machine's own sentence, as the reader of documents gives it.
LOST = "Tệp chờ đọc không còn. Gửi lại tệp."


def check_decision_scan(*, scan_id: int, actor: Actor, now: datetime) -> None:
    """Keep the scan that waits, or remove it and say why. Safe to call again, late, or twice at a time."""
    if not DecisionScan.objects.filter(pk=scan_id, state=ScanState.WAITING).exists():
        return
    try:
        content = quarantine.waiting(place_of(scan_id))
        text = text_of_fit(content, now=now)
    except FileNotFoundError:
        _refuse(scan_id, Problem("no_file", LOST), ScanState.UNREADABLE, actor, now)
    except FileUnfit as unfit:
        state = ScanState.REFUSED if unfit.is_secret else ScanState.UNREADABLE
        _refuse(scan_id, unfit.problem, state, actor, now)
    else:
        _keep(scan_id, content, text, actor, now)


@transaction.atomic
def _keep(scan_id: int, content: bytes, text: str, actor: Actor, now: datetime) -> None:
    scan = _still_waiting(scan_id)
    if scan is None:
        return
    who = Actor(person=scan.handed_in_by_id) if scan.handed_in_by_id else actor
    stored = store_file(content=content, name=scan.name, subject=Subject(SCAN, scan.pk), actor=who, now=now)
    scan.state, scan.file_id, scan.name, scan.text = ScanState.KEPT, stored.id, stored.name, text.strip()
    scan.save()
    _record(scan, "announcement.scan_kept", who, now, {"sha256": stored.sha256})
    transaction.on_commit(lambda: quarantine.remove(place_of(scan_id)))


@transaction.atomic
def _refuse(scan_id: int, problem: Problem, state: ScanState, actor: Actor, now: datetime) -> None:
    scan = _still_waiting(scan_id)
    if scan is None:
        return
    scan.state, scan.code, scan.sentence = state, problem.code, problem.message[:500]
    # The name of a secret document is kept no more than the document.
    scan.name = "" if state is ScanState.REFUSED else scan.name
    scan.save()
    # Neither name nor digest of the file stands in the log.
    _record(scan, f"announcement.scan_{state.value}", actor, now, {})
    transaction.on_commit(lambda: quarantine.remove(place_of(scan_id)))


def _still_waiting(scan_id: int) -> DecisionScan | None:
    rows = DecisionScan.objects.select_for_update(of=("self",)).select_related("announcement")
    # None: another worker was quicker while this one was reading, or somebody took the scan away.
    return rows.filter(pk=scan_id, state=ScanState.WAITING).first()


def _record(scan: DecisionScan, kind: str, actor: Actor, now: datetime, facts: dict[str, str]) -> None:
    row = scan.announcement
    subject = Subject(row.kind, row.pk)
    record_event(chain=body_chain(row.body_id), kind=kind, subject=subject, actor=actor, now=now, facts=facts)
