"""Scans that are there already: the same bytes, or the same document scanned twice."""

from collections.abc import Collection, Mapping

from minhbach.digitisation.models import Scan
from minhbach.domain.lifecycles.scan import ScanState
from minhbach.register.queries.lists import of_bodies

COUNT = (ScanState.WAITING, ScanState.TO_CHECK, ScanState.PUT_OFF, ScanState.CONFIRMED)
"""The states in which a scan is one that another may be a twin of."""


def scans_with_bytes(sha256s: Collection[str], *, body_id: int) -> Mapping[str, int]:
    """Return which scans of a body have these bytes, by their hash."""
    rows = Scan.objects.filter(sha256__in=list(sha256s), batch__body_id__in=of_bodies([body_id]), state__in=COUNT)
    return dict(rows.order_by("-pk").values_list("sha256", "pk"))


def scan_like(row: Scan, head: Mapping[str, str]) -> int | None:
    """Return another scan of the body with the same number, symbol and issuer; what is not numbered is like nothing."""
    if not head.get("number") or not head.get("symbol"):
        return None
    rows = Scan.objects.filter(batch__body_id=row.batch.body_id, state__in=COUNT).exclude(pk=row.pk)
    rows = rows.filter(
        head__number=head["number"],
        head__symbol=head["symbol"],
        head__issuer_name=head.get("issuer_name", ""),
        head__issued_on=head.get("issued_on", ""),
    )
    return rows.order_by("pk").values_list("pk", flat=True).first()
