"""Scans of the decisions by which bodies announce: who may open them, and which wait to be read."""

from django.db.models import QuerySet

from minhbach.domain.access import Actor
from minhbach.foundation.contracts import Subject
from minhbach.publication.models import Announcement, DecisionScan, ScanState
from minhbach.publication.queries.announcements import announcements_for

SCAN = "decision_scan"
"""The kind under which stored files name the scan that they are."""


def scan_of(row: Announcement) -> DecisionScan | None:
    """Return the scan of the decision, in whatever state. The caller has asked who may see the announcement."""
    return row.scans.first()


def kept_scan_of(row: Announcement) -> DecisionScan | None:
    """Return the scan if it was read and is kept."""
    return row.scans.filter(state=ScanState.KEPT).first()


def may_read_scan_file(actor: Actor, subject: Subject) -> bool:
    """Answer foundation's question who may open a scan: everybody, with what is public; else who works on the draft."""
    scans = DecisionScan.objects.filter(pk=int(subject.id), state=ScanState.KEPT)
    if scans.filter(announcement__public_from__isnull=False, announcement__withdrawn_on__isnull=True).exists():
        return True
    return scans.filter(announcement__in=announcements_for(actor)).exists()


def waiting_scans() -> QuerySet[DecisionScan]:
    """Return the scans that nobody has read yet, the oldest first (for jobs)."""
    return DecisionScan.objects.filter(state=ScanState.WAITING).order_by("pk")


def why_scan_is_unfit(row: Announcement) -> ScanState | None:
    """Return how a scan stands that keeps the draft from the leader, or None: there is none, or it is kept."""
    scan = scan_of(row)
    return ScanState(scan.state) if scan is not None and scan.state != ScanState.KEPT else None
