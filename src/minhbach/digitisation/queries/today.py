"""Batches in which something waits for a person, for the officers' first page."""

from django.db.models import Count, Q, QuerySet

from minhbach.digitisation.models import Batch
from minhbach.digitisation.queries.counting import TO_LOOK_AT
from minhbach.digitisation.queries.visible import bodies_digitised_by
from minhbach.domain.access import Actor
from minhbach.domain.lifecycles.scan import BatchState, ScanState


def batches_for_today(actor: Actor) -> QuerySet[Batch]:
    """Return the batches of the bodies for which the actor digitises that are not settled, the oldest first.

    Each knows `to_check`, `unreadable` and `minutes_due`. Of a batch that the machine still reads, nothing is said.
    """
    due = Q(scans__state=ScanState.REFUSED, scans__minuted_at__isnull=True)
    rows = Batch.objects.filter(body_id__in=bodies_digitised_by(actor)).annotate(
        waiting=Count("scans", filter=Q(scans__state=ScanState.WAITING)),
        to_check=Count("scans", filter=Q(scans__state__in=TO_LOOK_AT)),
        unreadable=Count("scans", filter=Q(scans__state=ScanState.UNREADABLE)),
        minutes_due=Count("scans", filter=due),
    )
    settled_by_machine = Q(waiting=0) & (Q(to_check__gt=0) | Q(unreadable__gt=0))
    stopped = Q(state=BatchState.PAUSED) & ~Q(trouble="")
    return rows.filter(settled_by_machine | stopped | Q(minutes_due__gt=0)).order_by("started_at", "pk")
