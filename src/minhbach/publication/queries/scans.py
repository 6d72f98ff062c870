"""Scans of the decisions by which bodies announce: who may open them, and which wait to be read."""

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.publication.models import Announcement, DecisionScan, ScanState
from minhbach.publication.queries.announcements import announcements_for
from minhbach.publication.rules import MAY_APPROVE, MAY_DRAFT

SCAN = "decision_scan"
"""The kind under which stored files name the scan that they are."""


def scan_of(row: Announcement) -> DecisionScan | None:
    """Return the scan of the decision, in whatever state. The caller has asked who may see the announcement."""
    return row.scans.first()


def may_read_scan_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a scan: everybody, once approved; else who works on the draft."""
    scans = DecisionScan.objects.filter(pk=int(subject.id), state=ScanState.KEPT)
    public = scans.filter(public_from__isnull=False, announcement__public_from__isnull=False)
    if public.filter(announcement__withdrawn_on__isnull=True).exists():
        return True
    return scans.filter(announcement__in=announcements_for(actor)).exists()


def takes_later_scan(row: Announcement) -> bool:
    """True while what is announced holds and nobody has approved a scan beside it: one may be put there now."""
    in_force = row.public_from is not None and row.replaced_on is None and row.withdrawn_on is None
    return in_force and not row.scans.filter(public_from__isnull=False).exists()


def may_act_on_later_scan(row: Announcement, *, actor: Actor) -> bool:
    """True for who may put a scan beside what is public, and for the leader who may take a public one away."""
    if actor.holds(*MAY_DRAFT, body=row.body_id) and takes_later_scan(row):
        return True
    public = row.withdrawn_on is None and row.scans.filter(public_from__isnull=False).exists()
    return public and row.public_from is not None and actor.holds(*MAY_APPROVE, body=row.body_id)


def scan_to_approve(announcement_id: int, scan_id: int) -> DecisionScan | None:
    """Return a scan that was put beside what is public and waits for a leader, locked; None if it does not any more."""
    rows = DecisionScan.objects.select_for_update(of=("self",)).filter(pk=scan_id, announcement_id=announcement_id)
    return rows.filter(state=ScanState.KEPT, public_from__isnull=True).first()


def waiting_scans() -> QuerySet[DecisionScan]:
    """Return the scans that nobody has read yet, the oldest first (for jobs)."""
    return DecisionScan.objects.filter(state=ScanState.WAITING).order_by("pk")


def why_scan_is_unfit(row: Announcement) -> ScanState | None:
    """Return how a scan stands that keeps the draft from the leader, or None: there is none, or it is kept."""
    scan = scan_of(row)
    return ScanState(scan.state) if scan is not None and scan.state != ScanState.KEPT else None
