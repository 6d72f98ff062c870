"""Write down what the machine found in a scan, or that it may not be kept. Safe to call again, late, or twice."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from minhbach.digitisation.holding import let_go
from minhbach.digitisation.journal import note_scan
from minhbach.digitisation.models import Scan
from minhbach.digitisation.naming import facts_of, searched
from minhbach.digitisation.queries.twins import scan_like
from minhbach.digitisation.reading import Looked, Unfit
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import SCAN, ScanEvent, ScanState
from minhbach.register.proposing import as_json, propose
from minhbach.register.queries.same import item_like


@transaction.atomic
def settle_read(*, scan_id: int, looked: Looked, actor: Actor, now: datetime) -> None:
    """Let a person check what was read; class and letter are proposed with their reasons."""
    row = _waiting(scan_id)
    if row is None or row.sha256 != looked.sha256:
        # Somebody dropped or replaced it, or another worker was quicker, while this one was reading.
        return
    row.state = SCAN.next(ScanState.WAITING, ScanEvent.READ)
    row.format, row.pages = looked.format, looked.pages or 1
    row.is_read_from_image, row.sure, row.virus_check = looked.is_read_from_image, looked.sure, looked.virus_check
    row.head, row.fields, row.lines = looked.head, looked.fields, looked.lines
    row.problems, row.findings, row.signatures = looked.problems, looked.findings, looked.signatures
    row.search_text = searched(looked.head)
    facts = facts_of(looked.head)
    row.proposal = as_json(propose(facts, on=timezone.localdate(now)))
    row.twin_id = scan_like(row, looked.head)
    row.twin_item_id = item_like(facts, body_id=row.batch.body_id)
    row.read_at = now
    row.version += 1
    row.save()
    note_scan(row, "read", actor=actor, now=now, facts={"pages": row.pages, "ocr": row.is_read_from_image})


@transaction.atomic
def settle_unfit(*, scan_id: int, unfit: Unfit, actor: Actor, now: datetime) -> None:
    """Take a file away that may not be kept; of a secret one no name, digest or word stays either."""
    row = _waiting(scan_id)
    if row is None:
        return
    if unfit.mark:
        refuse_for_mark(row, unfit.mark, unfit.sentence, actor=actor, now=now)
        return
    row.state = SCAN.next(ScanState.WAITING, ScanEvent.FAIL)
    row.code, row.sentence, row.read_at = unfit.code, unfit.sentence[:500], now
    row.version += 1
    row.save()
    note_scan(row, "unreadable", actor=actor, now=now, facts={"code": unfit.code})
    let_go([scan_id])


def refuse_for_mark(row: Scan, mark: str, sentence: str, *, actor: Actor, now: datetime) -> None:
    """Empty a scan that carries a mark of secrecy and take its bytes away; that it was there stays, for the minutes."""
    row.state = SCAN.next(ScanState(row.state), ScanEvent.REFUSE)
    row.code, row.sentence, row.mark = "secrecy_mark", sentence[:500], mark
    row.name, row.sha256, row.search_text = "", "", ""
    row.head, row.fields, row.lines, row.problems = {}, {}, [], []
    row.findings, row.signatures, row.proposal = {}, [], None
    row.twin, row.twin_item = None, None
    row.refused_at, row.refused_by_id = now, actor.person
    row.version += 1
    row.save()
    # Neither name nor digest nor mark stands in the log: only that something was refused.
    note_scan(row, "refused", actor=actor, now=now)
    let_go([row.pk])


def _waiting(scan_id: int) -> Scan | None:
    rows = Scan.objects.select_for_update(of=("self",)).select_related("batch")
    return rows.filter(pk=scan_id, state=ScanState.WAITING).first()
